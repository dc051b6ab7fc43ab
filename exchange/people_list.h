// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/event.h"
#include "followup/book.h"

/// Who was met where and what is to be done: the list behind the page and the Markdown text.
namespace kith::exchange {

struct ToDo {
  Day day{};
  std::string text;
};

/// Somebody in the list; every text may be empty, but the name.
struct ListedPerson {
  const Contact* contact = nullptr;
  std::string name = {};
  std::string about = {};                      ///< "Engineer, Example Ltd"
  std::string met = {};                        ///< "Met on 2026-11-23"; where is the event's name
  std::string reach = {};                      ///< phone numbers and addresses, by " · "
  std::vector<std::string> talked_about = {};  ///< interests, what was noted of each time, notes
  std::vector<ToDo> to_do = {};                ///< by day; empty: nothing is planned
};

struct ListedEvent {
  std::string name = {};  ///< "Met elsewhere" for who was met at none
  std::string place = {};
  std::vector<ListedPerson> people = {};
};

struct PeopleListing {
  std::optional<EventId> event = {};   ///< only who was met there
  std::optional<Day> due_before = {};  ///< only who has something to do before that day, and only that
};

/// Events as `events` has them, people in the book's order; who is let go isn't in it. The book must outlive
/// the list.
std::vector<ListedEvent> ListPeople(const followup::Book& book, const followup::Rules& rules,
                                    std::span<const Event> events, Day today, const PeopleListing& listing);

}  // namespace kith::exchange
