// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "flow/state.h"

/// What is shown of synchronising. Pure.
namespace kith::flow {

/// "just now", "5 minutes ago", "3 days ago".
std::string Ago(Instant at, Instant now);
std::string_view SyncedKindText(SyncedKind kind);
/// "5 minutes ago, 3 changes here, 1 there".
std::string SyncRunText(const SyncRun& run, Instant now);
/// The last run of that kind; nullptr: there was none.
const SyncRun* LastRun(const SyncPlaces& places, SyncedKind kind);
/// The name of an address book or a calendar, and whether it would be made.
std::string FoundPlaceText(const FoundPlace& place);
/// What comes of choosing it.
std::string_view FoundPlaceNote(const FoundPlace& place, SyncedKind kind);
/// "dav.example.org" of "https://dav.example.org:443"
std::string HostText(const std::string& server);
/// How many the results would delete if a person agreed.
int HeldBack(const SyncScreenState& sync);

}  // namespace kith::flow
