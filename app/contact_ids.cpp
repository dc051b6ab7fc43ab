// SPDX-License-Identifier: Apache-2.0
#include "app/contact_ids.h"

#include "app/contact_text.h"

namespace kith::app {

Result<Contact> FindContact(ContactStore& contacts, const std::string& text) {
  if (const auto id = ContactId::Parse(text)) return contacts.Get(*id);
  constexpr int kShown = 10;
  const auto found = contacts.Search({.text = text, .limit = kShown + 1});
  if (!found) return found.error();
  if (found->empty()) return Error{ErrorCode::kNotFound, "There is no contact \"" + text + "\"."};
  if (found->size() == 1) return found->front();
  std::string choice;
  for (const Contact& contact : *found)
    choice += "\n  " + contact.id.ToString() + "  " + ContactToLine(contact);
  return Error{ErrorCode::kInvalidInput,
               "Several contacts are like \"" + text + "\". Name one by its id:" + choice};
}

}  // namespace kith::app
