// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

/// What the host knows of a contact beside what a card says, and how they want to stay in touch. One a
/// contact; a contact without one is as if every value were empty.
struct Relationship {
  ContactId contact;
  std::string circle = {};             ///< how often to be in touch; empty: as the tags say, or not at all
  std::vector<std::string> tags = {};  ///< "choir", "old school"
  std::vector<std::string> looks_for = {};  ///< what would help them
  std::vector<std::string> offers = {};     ///< what they can help others with
  std::vector<std::string> places = {};     ///< where they are at home
  std::vector<std::string> languages = {};  ///< ISO 639-1, the one to write in first: "de", "en"
  std::optional<Day> quiet_until = {};      ///< no check-in before that day
  std::optional<Day> found_on = {};         ///< the card lay in a drawer until then: nobody was met lately
  bool let_go = false;                      ///< nothing is due for this person any more

  friend bool operator==(const Relationship&, const Relationship&) = default;
};

enum class EncounterKind { kMet, kWrote, kCalled };

/// Having been in touch with a contact, however that came about.
struct Encounter {
  EncounterId id;
  ContactId contact;
  Day on{};
  EncounterKind kind = EncounterKind::kMet;
  std::string note = {};

  friend bool operator==(const Encounter&, const Encounter&) = default;
};

/// "met", "wrote", "called".
std::string_view EncounterKindName(EncounterKind kind);
std::optional<EncounterKind> ParseEncounterKind(std::string_view name);

}  // namespace kith
