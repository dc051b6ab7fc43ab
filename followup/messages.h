// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/mail_draft.h"
#include "followup/book.h"
#include "followup/queue.h"

namespace kith::followup {

struct Message {
  std::string language = {};
  MailDraft mail = {};  ///< to the first e-mail address of each

  friend bool operator==(const Message&, const Message&) = default;
};

/// Kith's own templates: every kind of follow-up that writes to somebody, in English and German.
const std::vector<MessageTemplate>& OwnTemplates();

/// The message for an item, from the template of its kind, in `language` if that is given, else in the first
/// language of the person that has a template, else in the rules' language, else in English. nullopt where
/// nobody is written to, and without the contact.
std::optional<Message> WriteMessage(const Book& book, const Rules& rules, const QueueItem& item,
                                    const std::string& language = {});

}  // namespace kith::followup
