// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/result.h"

namespace kith {

/// Whom a mail is for.
struct Recipient {
  ContactId contact = {};
  std::string name = {};
  std::string email = {};  ///< empty: not known

  friend bool operator==(const Recipient&, const Recipient&) = default;
};

/// A mail for a person to look at, change and send; Kith never sends one.
struct MailDraft {
  std::vector<Recipient> to = {};
  std::string subject = {};
  std::string body = {};  ///< lines end in "\n"

  friend bool operator==(const MailDraft&, const MailDraft&) = default;
};

/// The address as a mail may have it: without white space and control characters; empty if what is left isn't
/// one address ("ada@example.com, ben@example.com"). What a card says is untrusted input.
std::string CleanMailAddress(std::string_view text);

/// "Ada Example, Ben Sample", with the addresses: for a person to read.
std::string RecipientsText(const MailDraft& draft);

/// Longer links are cut by some of the programs behind them: web mail takes the fewest characters.
inline constexpr std::size_t kMostMailtoCharacters = 1620;

/// The draft as a link for the mail program (RFC 6068). kNotAllowed if it would be too long: nothing is cut.
Result<std::string> MailtoLink(const MailDraft& draft);

}  // namespace kith
