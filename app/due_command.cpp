// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <limits>
#include <map>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/open_store.h"
#include "followup/due.h"

namespace kith::app {
namespace {

std::string ToJson(const followup::DueItem& item, const Contact* contact) {
  nlohmann::ordered_json json = {{"due", FormatDay(item.due)},
                                 {"kind", FollowUpKindName(item.kind)},
                                 {"text", item.text},
                                 {"contact", item.contact.ToString()}};
  if (contact != nullptr && !contact->details.name.full.empty()) json["name"] = contact->details.name.full;
  if (item.follow_up) json["id"] = item.follow_up->ToString();
  return json.dump();
}

}  // namespace

Result<int> RunDue(const DueOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Day day = options.on.value_or((*opened)->clock->Today());
  const auto contacts = store.contacts().Search({.limit = std::numeric_limits<int>::max()});
  if (!contacts) return contacts.error();
  const auto follow_ups = store.follow_ups().List({.due_by = day});
  if (!follow_ups) return follow_ups.error();

  std::map<ContactId, const Contact*> by_id;
  for (const Contact& contact : *contacts)
    by_id[contact.id] = &contact;
  const std::vector<followup::DueItem> items = followup::DueOn(day, *contacts, *follow_ups);
  for (const followup::DueItem& item : items) {
    const auto found = by_id.find(item.contact);
    const Contact* const contact = found != by_id.end() ? found->second : nullptr;
    if (options.json) {
      std::cout << ToJson(item, contact) << '\n';
    } else {
      std::cout << FormatDay(item.due) << "  " << item.text;
      if (contact != nullptr) std::cout << "  (" << ContactToLine(*contact) << ")";
      std::cout << '\n';
    }
  }
  if (items.empty() && !options.json) std::cerr << "Nothing is due. Enjoy the people.\n";
  return kSuccess;
}

}  // namespace kith::app
