// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "followup/book.h"
#include "followup/queue.h"

namespace kith::followup {

/// A message for a person to edit and send; Kith never sends one.
struct Message {
  std::string language = {};
  std::string to = {};  ///< the first e-mail address; may be empty
  std::string subject = {};
  std::string body = {};

  friend bool operator==(const Message&, const Message&) = default;
};

/// Kith's own templates: every kind of follow-up that writes to somebody, in English and German.
const std::vector<MessageTemplate>& OwnTemplates();

/// The message for an item, from the template of its kind, in `language` if that is given, else in the first
/// language of the person that has a template, else in the rules' language, else in English. nullopt where
/// nobody is written to, and without the contact.
std::optional<Message> WriteMessage(const Book& book, const Rules& rules, const QueueItem& item,
                                    const std::string& language = {});

/// What "mailto:" needs (RFC 6068): for the program that the host writes mail with.
std::string MailtoLink(const Message& message);

}  // namespace kith::followup
