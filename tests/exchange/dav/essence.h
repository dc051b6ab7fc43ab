// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/contact.h"

namespace kith::test {

/// Without what a vCard doesn't say: how a phone was printed, moments, the card, the id of the event.
inline Contact Essence(Contact contact) {
  contact.created = contact.updated = {};
  contact.capture.reset();
  contact.event.reset();
  for (Phone& phone : contact.details.phones)
    phone.raw = phone.number;
  return contact;
}

inline std::vector<Contact> Essence(std::vector<Contact> contacts) {
  for (Contact& contact : contacts)
    contact = Essence(contact);
  return contacts;
}

}  // namespace kith::test
