// SPDX-License-Identifier: Apache-2.0
#include "exchange/mail/eml.h"

#include <memory>
#include <mutex>

#include <gmime/gmime.h>

#include "core/text.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
  void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};

void InitGMime() {
  static std::once_flag done;
  std::call_once(done, g_mime_init);
}

std::unique_ptr<GMimeTextPart, Unref> TextPartOf(const std::string& body) {
  std::string lines;
  for (const char c : CleanText(body))
    lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  std::unique_ptr<GMimeTextPart, Unref> part(g_mime_text_part_new_with_subtype("plain"));
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), (lines + "\r\n").c_str());
  g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

}  // namespace

std::string WriteEml(const MailDraft& draft) {
  InitGMime();
  const std::unique_ptr<GMimeMessage, Unref> message(g_mime_message_new(TRUE));
  g_mime_object_set_header(GMIME_OBJECT(message.get()), "X-Unsent", "1", nullptr);
  for (const Recipient& one : draft.to) {
    const std::string address = CleanMailAddress(one.email);
    const std::string name = NormalizeText(one.name);
    if (address.empty()) continue;
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, name.empty() ? nullptr : name.c_str(),
                               address.c_str());
  }
  g_mime_message_set_subject(message.get(), NormalizeText(draft.subject).c_str(), "utf-8");
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(TextPartOf(draft.body).get()));

  const std::unique_ptr<GMimeFormatOptions, Free> options(g_mime_format_options_new());
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  const std::unique_ptr<char, Free> text(g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()));
  return text ? text.get() : "";
}

}  // namespace kith::exchange
