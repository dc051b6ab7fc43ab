// SPDX-License-Identifier: Apache-2.0
// Drafts, read back by GMime's parser and by Python's email module.
#include "exchange/mail/eml.h"

#include <algorithm>
#include <memory>

#include <gmime/gmime.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text.h"
#include "exchange/contact_text.h"
#include "tests/exchange/read_back.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using Json = nlohmann::json;
using test::ReadBack;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;

MailDraft Draft() {
  return {
      {{{},
        "Zo\xC3\xAB \xC3\x9C"
        "bung",
        "zoe@example.com"},
       {{}, "Bo Sample", "bo@example.org"}},
      "Sch\xC3\xB6n, dass wir uns getroffen haben",
      "Hallo Zo\xC3\xAB,\n\nes war sch\xC3\xB6n \xF0\x9F\x8E\x89.\n.\nFrom hier\n\nViele Gr\xC3\xBC\xC3\x9F"
      "e"};
}

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};

/// The headers that GMime's own parser finds, "Name: value" each.
std::vector<std::string> ParsedHeaders(const std::string& eml) {
  const std::unique_ptr<GMimeStream, Unref> stream(g_mime_stream_mem_new_with_buffer(eml.data(), eml.size()));
  const std::unique_ptr<GMimeParser, Unref> parser(g_mime_parser_new_with_stream(stream.get()));
  const std::unique_ptr<GMimeMessage, Unref> message(g_mime_parser_construct_message(parser.get(), nullptr));
  std::vector<std::string> headers;
  for (GMimeObject* const part : {GMIME_OBJECT(message.get()), g_mime_message_get_mime_part(message.get())}) {
    GMimeHeaderList* const list = g_mime_object_get_header_list(part);
    for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
      GMimeHeader* const header = g_mime_header_list_get_header_at(list, i);
      headers.push_back(std::string(g_mime_header_get_name(header)) + ": " + g_mime_header_get_value(header));
    }
  }
  return headers;
}

/// What the draft is for a reader that has nothing to do with us.
Json ReadMail(const MailDraft& draft) {
  return ReadBack("draft.eml", WriteEml(draft)).at(0);
}

/// Python keeps the spaces between the parts of a long name.
std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST(Eml, IsADraftForTheMailProgramToSend) {
  const std::string eml = WriteEml(Draft());
  const std::vector<std::string> headers = ParsedHeaders(eml);
  EXPECT_THAT(headers, ::testing::IsSupersetOf({"X-Unsent: 1", "MIME-Version: 1.0",
                                                "Content-Type: text/plain; charset=utf-8",
                                                "Content-Transfer-Encoding: base64"}));
  EXPECT_THAT(headers, Each(Not(HasSubstr("Date:"))));
  EXPECT_THAT(headers, Each(Not(HasSubstr("Message-Id:"))));
  EXPECT_TRUE(std::ranges::all_of(eml, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  std::size_t bare = 0;
  for (std::size_t i = 0; i < eml.size(); ++i)
    bare += eml[i] == '\n' && (i == 0 || eml[i - 1] != '\r') ? 1U : 0U;
  EXPECT_EQ(bare, 0U) << "every line ends in CRLF";
}

TEST(Eml, AnotherReaderSeesWhatWasWritten) {
  const Json seen = ReadMail(Draft());
  EXPECT_EQ(seen["to"],
            Json::parse(R"([["Zoë Übung", "zoe@example.com"], ["Bo Sample", "bo@example.org"]])"));
  EXPECT_EQ(seen["subject"], Draft().subject);
  EXPECT_EQ(seen["body"], Draft().body + "\n");
  EXPECT_EQ(seen["defects"], 0);
}

TEST(Eml, NothingThatACardSaysAddsAHeaderOrARecipient) {
  const std::vector<std::string> texts = test::NastyTexts();
  std::string written;
  for (const std::string& nasty : texts) {
    const MailDraft draft{
        {{{}, nasty, "ada@example.com"}, {{}, "Ben", nasty + "@example.com"}}, nasty, nasty};
    written += (written.empty() ? "" : std::string(1, '\0')) + WriteEml(draft);
  }
  const Json seen = ReadBack("drafts.eml", written);
  ASSERT_EQ(seen.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(seen[i]["subject"], NormalizeText(texts[i]));
    EXPECT_EQ(seen[i]["body"], CleanText(texts[i]) + "\n");
    EXPECT_EQ(seen[i]["headers"], Json({"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type",
                                        "Content-Transfer-Encoding"}));
    ASSERT_LE(seen[i]["to"].size(), 2U);
    EXPECT_EQ(WithoutSpaces(seen[i]["to"][0][0]), WithoutSpaces(NormalizeText(texts[i])));
    EXPECT_EQ(seen[i]["to"][0][1], "ada@example.com");
  }
}

TEST(Eml, AnAddressWithALineBreakOrACommaIsNotTwo) {
  const MailDraft draft{{{{}, "Eve\r\nBcc: b@example.com", "eve@example.com\r\nBcc: c@example.com"},
                         {{}, "Mal", "m@example.com, n@example.com"},
                         {{}, "Ada\" <x@example.com>, \"y", "ada@example.com"}},
                        "Hi\r\nCc: d@example.com\r\n\r\nbody",
                        "Hello"};
  const Json seen = ReadMail(draft);
  ASSERT_EQ(seen["to"].size(), 1U) << seen;
  EXPECT_EQ(seen["to"][0][1], "ada@example.com");
  EXPECT_EQ(seen["subject"], "Hi Cc: d@example.com body");
  EXPECT_EQ(seen["body"], "Hello\n");
}

TEST(Eml, WithoutAnAddressAPersonFillsItIn) {
  const Json seen = ReadMail({{{{}, "Ada", ""}}, "Hello", "Hi"});
  EXPECT_EQ(seen["to"], Json::array());
  EXPECT_EQ(seen["subject"], "Hello");
}

}  // namespace
}  // namespace kith::exchange
