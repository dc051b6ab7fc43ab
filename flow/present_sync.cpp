// SPDX-License-Identifier: Apache-2.0
#include "flow/present_sync.h"

#include <algorithm>

#include "core/language.h"

namespace kith::flow {

std::string Ago(Instant at, Instant now) {
  using std::chrono::hours;
  using std::chrono::minutes;
  const auto past = std::max(std::chrono::milliseconds(0), now - at);
  if (past < minutes(1)) return std::string(Tr("just now"));
  if (past < hours(1)) return Counted("{0} minute ago", "{0} minutes ago", past / minutes(1));
  if (past < hours(48)) return Counted("{0} hour ago", "{0} hours ago", past / hours(1));
  return Counted("{0} day ago", "{0} days ago", past / hours(24));
}

std::string_view SyncedKindText(SyncedKind kind) {
  return kind == SyncedKind::kContacts ? Tr("Contacts") : Tr("Follow-ups");
}

std::string SyncRunText(const SyncRun& run, Instant now) {
  const bool nothing = run.here + run.there == 0;
  if (nothing && !run.problem.empty()) return Ago(run.at, now);
  if (nothing) return Filled(Tr("{0}: nothing had changed"), {Ago(run.at, now)});
  return Filled(Tr("{0}: {1} changed here, {2} on the server"),
                {Ago(run.at, now), std::to_string(run.here), std::to_string(run.there)});
}

const SyncRun* LastRun(const SyncPlaces& places, SyncedKind kind) {
  const auto run = std::ranges::find(places.last, kind, &SyncRun::kind);
  return run == places.last.end() ? nullptr : &*run;
}

std::string FoundPlaceText(const FoundPlace& place) {
  if (place.is_absent) return Filled(Tr("{0} (new)"), {place.name});
  if (place.name.empty()) return place.address;
  return place.name;
}

std::string_view FoundPlaceNote(const FoundPlace& place, SyncedKind kind) {
  if (kind == SyncedKind::kFollowUps)
    return Tr("Follow-ups are tasks there. What else is in it stays as it is.");
  if (place.is_absent) return Tr("Your contacts go there; nobody else is in it.");
  return Tr("Everybody in it comes into Kith, and your contacts go there.");
}

std::string HostText(const std::string& server) {
  const std::size_t scheme = server.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return server.substr(begin, server.find_first_of(":/", begin) - begin);
}

int HeldBack(const SyncScreenState& sync) {
  int held_back = 0;
  for (const SyncResult& result : sync.results)
    held_back += result.held_back;
  return held_back;
}

}  // namespace kith::flow
