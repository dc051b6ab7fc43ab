// SPDX-License-Identifier: Apache-2.0
#include "core/mail_draft.h"

#include <algorithm>

#include "core/language.h"
#include "core/text.h"

namespace kith {
namespace {

std::string PercentEncoded(std::string_view text, std::string_view plain_signs) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       plain_signs.find(c) != std::string_view::npos;
    if (plain) {
      result += c;
    } else if (c == '\n') {
      result += "%0D%0A";  // RFC 6068, section 5
    } else {
      result += '%';
      result += kHex[byte >> 4];
      result += kHex[byte & 0xF];
    }
  }
  return result;
}

}  // namespace

std::string CleanMailAddress(std::string_view text) {
  std::u32string clean;
  for (const char32_t c : DecodeUtf8(text)) {
    const bool invisible = c <= U' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
    if (!invisible) clean += c;
  }
  const std::size_t at = clean.find(U'@');
  const bool one_address = at != std::u32string::npos && at > 0 && at + 1 < clean.size() &&
                           clean.find(U'@', at + 1) == std::u32string::npos &&
                           clean.find_first_of(U",;:<>()[]\"\\") == std::u32string::npos;
  return one_address ? EncodeUtf8(clean) : std::string();
}

std::string RecipientsText(const MailDraft& draft) {
  std::string text;
  for (const Recipient& one : draft.to) {
    const std::string address = CleanMailAddress(one.email);
    if (address.empty()) continue;
    if (!text.empty()) text += ", ";
    text += one.name.empty() ? address : one.name + " <" + address + ">";
  }
  return text;
}

Result<std::string> MailtoLink(const MailDraft& draft) {
  constexpr std::string_view kUnreserved = "-._~";
  constexpr std::string_view kOfAddress = "-._~@+";
  std::string link = "mailto:";
  const char* separator = "";
  for (const Recipient& one : draft.to) {
    const std::string address = CleanMailAddress(one.email);
    if (address.empty()) continue;
    link += separator + PercentEncoded(address, kOfAddress);
    separator = ",";
  }
  std::string body = draft.body;
  std::erase(body, '\r');
  link += "?subject=" + PercentEncoded(NormalizeText(draft.subject), kUnreserved) +
          "&body=" + PercentEncoded(body, kUnreserved);
  if (link.size() <= kMostMailtoCharacters) return link;
  return Error{ErrorCode::kNotAllowed,
               Filled(Tr("The message is too long to be handed to a mail program: {0} characters as a link, "
                         "and some programs cut it after {1}. Save it as a draft, or copy it."),
                      {std::to_string(link.size()), std::to_string(kMostMailtoCharacters)})};
}

}  // namespace kith
