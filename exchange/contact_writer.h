// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/contact_extras.h"
#include "exchange/contact_text.h"
#include "exchange/vcard.h"

namespace kith::exchange {

/// Contacts in one format, one after the other; nobody is held. The names of events must outlive it.
class ContactWriter {
 public:
  virtual ~ContactWriter() = default;
  /// Whether everybody is to be shown to it before anything is written: a table has as many columns as the
  /// one with the most values needs.
  virtual bool SeesAllFirst() const { return false; }
  virtual void See(const Contact& /*contact*/) {}
  /// What stands before the first contact.
  virtual std::string Head() const { return {}; }
  /// False if the contact needs more columns than anybody who was seen; then nothing is appended.
  virtual bool Append(std::string& out, const WholeContact& whole) const = 0;
};

std::unique_ptr<ContactWriter> MakeVcardWriter(const EventNames& event_names, const VcardWriting& writing);

/// All of them as one text.
std::string WriteAll(ContactWriter& writer, std::span<const Contact> contacts);

}  // namespace kith::exchange
