// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

enum class ConsentKind {
  kKeepInTouch,  ///< the host may write
  kIntroduce,    ///< the host may introduce them to others
};

/// What a guest was asked at the kiosk, and what they said.
struct Consent {
  ConsentKind kind = ConsentKind::kKeepInTouch;
  bool given = false;
  std::string words;  ///< as the guest read them
  Instant at{};

  friend bool operator==(const Consent&, const Consent&) = default;
};

/// "keep-in-touch", "introduce".
std::string_view ConsentKindName(ConsentKind kind);
std::optional<ConsentKind> ParseConsentKind(std::string_view name);

/// What a contact said of one of them; nullptr: they weren't asked.
const Consent* ConsentOf(std::span<const Consent> consents, ConsentKind kind);

/// Port: what guests said at the kiosk beside what is on their card. It goes when the contact is erased. Of a
/// contact that others were merged into, the newest answer of them all counts. One object a thread.
class GuestRecords {
 public:
  virtual ~GuestRecords() = default;
  /// The contact, as ContactStore::Confirm keeps it for a guest, with what they agreed to and a receipt, all
  /// or nothing. Gives the code of the receipt (core/receipt_code.h), of which only a hash is kept: it is
  /// shown once.
  virtual Result<std::string> Keep(const Contact& contact, std::span<const FollowUp> follow_ups,
                                   std::span<const Consent> consents) = 0;
  /// Whose receipt it is; nullopt: nobody's.
  virtual Result<std::optional<ContactId>> Find(const std::string& receipt) = 0;
  /// At most one of a kind; empty for who wasn't asked.
  virtual Result<std::vector<Consent>> ConsentsOf(ContactId id) = 0;
  /// All who were asked for it and didn't agree.
  virtual Result<std::vector<ContactId>> WhoDeclined(ConsentKind kind) = 0;
};

}  // namespace kith
