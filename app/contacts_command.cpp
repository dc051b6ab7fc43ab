// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_json.h"
#include "app/contact_text.h"
#include "app/open_store.h"

namespace kith::app {

Result<int> RunContacts(const ContactsOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const auto event = FindEvent(store.events(), options.event);
  if (!event) return event.error();
  const auto contacts = store.contacts().Search(
      {.text = options.query, .event = *event, .limit = std::numeric_limits<int>::max()});
  if (!contacts) return contacts.error();

  for (const Contact& contact : *contacts) {
    if (options.json) {
      std::cout << ContactToJson(contact).dump() << '\n';
    } else {
      std::cout << ContactToLine(contact) << '\n';
    }
  }
  if (contacts->empty() && !options.json) std::cerr << "No contacts.\n";
  return kSuccess;
}

}  // namespace kith::app
