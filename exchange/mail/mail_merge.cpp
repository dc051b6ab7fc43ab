// SPDX-License-Identifier: Apache-2.0
#include "exchange/mail/mail_merge.h"

#include <algorithm>

#include "core/language.h"
#include "exchange/contact_text.h"
#include "exchange/file_names.h"
#include "followup/messages.h"

namespace kith::exchange {
namespace {

/// The first address that a mail can be sent to.
std::string AddressOf(const Contact& contact) {
  for (const std::string& email : contact.details.emails) {
    if (std::string address = CleanMailAddress(email); !address.empty()) return address;
  }
  return {};
}

}  // namespace

MailMerge MergeMails(const followup::Book& book, const followup::Rules& rules,
                     const std::optional<EventId>& event) {
  MailMerge merge;
  FileNames names;
  const followup::People people(book);
  for (const followup::Person& person : people.all()) {
    const Contact& contact = *person.contact;
    if (event && contact.event != event) continue;
    const std::string name = DisplayName(contact);
    const std::string address = AddressOf(contact);
    if (person.let_go() || address.empty()) {
      merge.left_out.push_back(
          Filled(person.let_go() ? Tr("{0}: let go") : Tr("{0}: no e-mail address"), {name}));
      continue;
    }
    std::optional<followup::Message> message =
        followup::WriteMessage(book, rules, {.contact = contact.id, .kind = FollowUpKind::kSayHello});
    if (!message) continue;
    message->mail.to = {{contact.id, contact.details.name.full, address}};
    merge.mails.push_back({names.Next(name, ".eml"), std::move(message->mail)});
  }
  return merge;
}

}  // namespace kith::exchange
