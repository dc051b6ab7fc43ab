// SPDX-License-Identifier: Apache-2.0
#include "flow/load_book.h"

#include <limits>
#include <utility>

namespace kith::flow {

Result<followup::Book> LoadBook(const BookStores& stores) {
  ContactQuery everybody;
  everybody.limit = std::numeric_limits<int>::max();
  Result<std::vector<Contact>> contacts = stores.contacts.Search(everybody);
  if (!contacts) return contacts.error();
  FollowUpQuery all;
  all.include_done = true;
  Result<std::vector<FollowUp>> follow_ups = stores.follow_ups.List(all);
  if (!follow_ups) return follow_ups.error();
  Result<Following> following = stores.following.Load();
  if (!following) return following.error();
  const Result<std::vector<Event>> events = stores.events.List();
  if (!events) return events.error();

  followup::Book book{.contacts = *std::move(contacts),
                      .follow_ups = *std::move(follow_ups),
                      .following = *std::move(following)};
  for (const Event& event : *events) {
    followup::EventDays& days = book.events[event.id];
    days = {.name = event.name, .place = event.place, .plan = event.plan};
    if (event.end) days.last_day = stores.clock.DayAt(*event.end);
  }
  return book;
}

}  // namespace kith::flow
