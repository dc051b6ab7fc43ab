// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/draft.h"
#include "core/ids.h"
#include "core/image.h"
#include "core/time.h"

/// The walk of a guest through a locked kiosk, as far as it has come.
namespace kith::flow {

enum class GuestStep {
  kGotIt,   ///< the card is captured, and being stored and read
  kCheck,   ///< "Is this right?"
  kWishes,  ///< topics, birthday, consents
  kThanks,  ///< the host card to take home, and the receipt
};

/// One guest. Nothing of it outlives the visit on the screen.
struct GuestVisit {
  std::uint64_t ticket = 0;  ///< of their card
  Image card;
  CaptureId capture = {};  ///< nil until it is on disk
  GuestStep step = GuestStep::kGotIt;
  std::optional<Instant> got_at = {};  ///< since when it is on disk
  std::optional<Draft> draft = {};     ///< once it was read, or couldn't be
  Image back = {};
  bool unreadable = false;
  ContactDetails checked = {};  ///< what the guest said is right; of kWishes
  bool keeping = false;         ///< it is being put on disk
  std::string receipt = {};     ///< of kThanks
};

struct KeptLine {
  std::string label;
  std::string text;

  friend bool operator==(const KeptLine&, const KeptLine&) = default;
};

enum class ReceiptStep { kEnter, kShown, kErased };

/// A guest came back with a receipt.
struct ReceiptSheet {
  ReceiptStep step = ReceiptStep::kEnter;
  bool busy = false;
  bool wrong = false;                ///< the code that was entered last is nobody's
  ContactId contact = {};            ///< of kShown
  std::vector<KeptLine> lines = {};  ///< all that is kept; of kShown
};

struct GuestState {
  std::optional<GuestVisit> visit;
  std::optional<ReceiptSheet> receipt;
  int wrong_codes = 0;
  std::optional<Instant> retry_at = {};    ///< no code is looked for before
  std::optional<Instant> live_until = {};  ///< so long the camera's picture fills the screen
};

}  // namespace kith::flow
