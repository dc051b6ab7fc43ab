// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/following_book.h"
#include "followup/queue.h"

namespace kith::app {
namespace {

using followup::QueueGroup;
using followup::QueueItem;

std::string_view GroupName(QueueGroup group) {
  switch (group) {
    case QueueGroup::kToday:
      return "today";
    case QueueGroup::kThisWeek:
      return "this week";
    case QueueGroup::kLater:
      return "later";
  }
  return "";
}

std::string ToJson(const QueueItem& item, const Contact* contact, Day today) {
  nlohmann::ordered_json json = {{"due", FormatDay(item.due)},
                                 {"kind", FollowUpKindName(item.kind)},
                                 {"text", item.text},
                                 {"contact", item.contact.ToString()}};
  if (contact != nullptr && !contact->details.name.full.empty()) json["name"] = contact->details.name.full;
  if (item.follow_up) json["id"] = item.follow_up->ToString();
  json["key"] = KeyOf(item);
  json["day"] = FormatDay(item.day);
  json["group"] = GroupName(GroupOf(item, today));
  if (item.range) json["range"] = {FormatDay(item.range->from), FormatDay(item.range->latest)};
  if (item.occasion) json["occasion"] = FormatDay(*item.occasion);
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string ToLine(const QueueItem& item, const Contact* contact) {
  std::string line = FormatDay(item.day) + "  " + ShortKeyOf(item) + "  " + item.text;
  if (contact != nullptr) line += "  (" + ContactToLine(*contact) + ")";
  if (item.range && !item.occasion && item.range->latest >= item.day)
    line += "  a good time until " + FormatDay(item.range->latest);
  return line;
}

}  // namespace

Result<int> RunDue(const DueOptions& options, const Config& config) {
  constexpr int kWeek = 7;
  constexpr int kYear = 365;
  const auto opened = OpenBook(config);
  if (!opened) return opened.error();
  const followup::Book& book = opened->book;
  const followup::People people(book);
  const Day day = options.on.value_or(opened->moment.today);
  const int days_ahead = options.all ? kYear : options.week ? kWeek : 0;
  const std::vector<QueueItem> items = BuildQueue(book, people, config.following.rules, day, days_ahead);
  for (const QueueItem& item : items) {
    const followup::Person* person = people.Find(item.contact);
    const Contact* contact = person != nullptr ? person->contact : nullptr;
    std::cout << (options.json ? ToJson(item, contact, day) : ToLine(item, contact)) << '\n';
  }
  if (items.empty() && !options.json) std::cerr << "Nothing is due. Enjoy the people.\n";
  return kSuccess;
}

}  // namespace kith::app
