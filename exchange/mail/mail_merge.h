// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/mail_draft.h"
#include "core/result.h"
#include "followup/book.h"

namespace kith::exchange {

struct MergedMail {
  std::string file_name;  ///< "Ada Example.eml"
  MailDraft draft;
};

struct MailMerge {
  std::vector<MergedMail> mails;      ///< one a person, in the book's order
  std::vector<std::string> left_out;  ///< "Ben Sample: no e-mail address"
};

/// "Nice to meet you" for everyone of an event, or of all: the host's own template or Kith's, in each
/// person's language. Who has no e-mail address or is let go is left out.
MailMerge MergeMails(const followup::Book& book, const followup::Rules& rules,
                     const std::optional<EventId>& event);

}  // namespace kith::exchange
