// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/error.h"
#include "core/follow_up.h"
#include "core/guest_records.h"
#include "core/ids.h"

/// What guests want, and what workers bring back for them.
namespace kith::flow {

/// "That's right": goes on to the wishes.
struct CheckedByGuest {
  ContactDetails details;
};
/// From the wishes to what was read.
struct GuestGoesBack {};
/// All is said: it is kept, and the guest gets a receipt.
struct KeepGuest {
  std::vector<std::string> interests = {};
  std::optional<Birthday> birthday = {};
  bool keep_in_touch = false;
  bool introduce = false;
};
/// Done, or leaves it to the host.
struct EndVisit {};
struct OpenReceipt {};
struct LeaveReceipt {};
struct FindReceipt {
  std::string typed;
};
/// Erases the record that is shown.
struct EraseByReceipt {};

struct GuestKept {
  CaptureId capture;
  Contact contact;
  std::vector<FollowUp> follow_ups;
  std::string receipt;
};
struct GuestNotKept {
  CaptureId capture;
  Error error;
};
/// What is kept of somebody.
struct GuestRecord {
  Contact contact;
  std::string event_name;
  std::vector<Consent> consents;
  bool has_picture = false;  ///< of the card
};
struct ReceiptLooked {
  std::optional<GuestRecord> record;  ///< nullopt: it is nobody's
};
struct ReceiptErased {
  ContactId contact;
};
struct ReceiptFailed {
  Error error;
};

}  // namespace kith::flow
