// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/vcard/reader.h"

namespace kith::exchange::dav {

/// One contact as it is at both ends, and as both last agreed on it. Each end is compared with its own past
/// only: what gets lost between a contact and a vCard is no change.
struct CardsToMerge {
  Vcard local;   ///< what is kept here; `event` is the event's name
  Vcard seen;    ///< that, as its vCard is read
  Vcard ours;    ///< `seen` of the last time; an empty one: never synchronised
  Vcard remote;  ///< what stands there
  Vcard theirs;  ///< what stood there the last time; an empty one: never synchronised
};

struct MergedCards {
  Vcard here;                          ///< `local` with what changed there
  Vcard there;                         ///< `remote` with what changed here
  Vcard suggested;                     ///< `here` with the values of `contested` that stand there
  std::vector<std::string> contested;  ///< fields that changed at both ends, where this one wins
};

/// Field by field, as core/contact_changes.h names them: what changed at one end goes to the other. Where
/// both changed a field that has one value, this end wins if `is_typed` (a person here gave it what it
/// holds), else the server. Lists and the lines of notes are joined: nothing that either end added is
/// dropped.
MergedCards MergeCards(const CardsToMerge& cards,
                       const std::function<bool(std::string_view field)>& is_typed);

}  // namespace kith::exchange::dav
