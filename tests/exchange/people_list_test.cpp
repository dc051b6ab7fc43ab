// SPDX-License-Identifier: Apache-2.0
// The printed page and the Markdown list, as Python's HTML parser and GitHub's Markdown see them.
#include "exchange/people_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text.h"
#include "exchange/people_markdown.h"
#include "exchange/people_page.h"
#include "tests/exchange/read_back.h"
#include "tests/exchange/samples.h"
#include "tests/support/manual_clock.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using test::NamedContact;
using test::ReadBack;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using kith::test::kToday;

/// Ada was met in autumn and has two things to do, Ben in spring with a birthday only, Cleo nowhere.
class PeopleListTest : public ::testing::Test {
 protected:
  PeopleListTest() {
    Event spring{.id = EventId(UuidBytes{1}), .name = "Spring Meetup", .place = {}, .begin = {}, .end = {}};
    Event autumn{.id = EventId(UuidBytes{2}),
                 .name = "Autumn Meetup",
                 .place = "Town Library",
                 .begin = {},
                 .end = {}};
    events_ = {autumn, spring};
    Contact& ada = Add("Ada Example", autumn.id);
    ada.details.organization = "Example Ltd";
    ada.details.titles = {"Engineer"};
    ada.details.emails = {"ada@example.com"};
    ada.details.phones = {{"+14155550123", "", "", PhoneType::kMobile},
                          {"+14155550124", "", "", PhoneType::kFax}};
    ada.details.notes = "Brought cake.";
    ada.interests = {"chess", "sailing"};
    ada.met_on = kToday;
    ToDoFor(ada, 9, "Send Ada the link");
    ToDoFor(ada, 1, "Tell Ada it was nice to meet");
    book_.following.encounters = {
        {EncounterId(UuidBytes{1}), ada.id, kToday, EncounterKind::kCalled, "About her boat"}};
    Add("Ben Sample", spring.id).birthday = Birthday{std::chrono::December / 1, std::nullopt};
    Add("Cleo Nobody", std::nullopt);
  }

  Contact& Add(const std::string& name, std::optional<EventId> event) {
    book_.contacts.push_back(NamedContact(name));
    book_.contacts.back().event = event;
    return book_.contacts.back();
  }
  void ToDoFor(const Contact& contact, int days, const std::string& text) {
    book_.follow_ups.push_back({.id = MakeId<FollowUpId>(test::kNow),
                                .contact = contact.id,
                                .kind = FollowUpKind::kOther,
                                .due = AddDays(kToday, days),
                                .text = text,
                                .repeat_days = {},
                                .done_on = {}});
  }
  std::vector<ListedEvent> List(const PeopleListing& listing = {}) const {
    return ListPeople(book_, {}, events_, kToday, listing);
  }
  Json Page(const std::optional<EncodedImage>& picture = {}) const {
    std::string html;
    EXPECT_TRUE(WritePeoplePage(
        List(), kToday, [&](const Contact&) { return picture; },
        [&](std::string_view bytes) -> Result<void> {
          html += bytes;
          return {};
        }));
    return ReadBack("page.html", html);
  }
  Json Markdown() const { return ReadBack("list.md", WritePeopleMarkdown(List(), kToday)); }

  std::vector<Event> events_;
  followup::Book book_;
};

TEST_F(PeopleListTest, HasEverybodyByEventWithWhatComesNext) {
  const std::vector<ListedEvent> list = List();
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].name, "Autumn Meetup");
  EXPECT_EQ(list[0].place, "Town Library");
  const ListedPerson& ada = list[0].people.at(0);
  EXPECT_EQ(ada.about, "Engineer, Example Ltd");
  EXPECT_EQ(ada.met, "Met on 2026-11-23");
  EXPECT_EQ(ada.reach, "+1 415-555-0123 \u00B7 ada@example.com") << "nobody calls a fax";
  EXPECT_THAT(ada.talked_about, ElementsAre("Likes to talk about chess, sailing",
                                            "2026-11-23: About her boat", "Brought cake."));
  ASSERT_EQ(ada.to_do.size(), 2U);
  EXPECT_EQ(ada.to_do[0].text, "Tell Ada it was nice to meet");
  EXPECT_EQ(list[1].people.at(0).to_do.at(0).day, 2026y / 12 / 1)
      << "the birthday, where nothing else is planned";
  EXPECT_EQ(list[2].name, "Met elsewhere");
  EXPECT_TRUE(list[2].people.at(0).to_do.empty());
}

TEST_F(PeopleListTest, CanBeOfOneEventOrOfWhatIsDueSoon) {
  EXPECT_EQ(List({.event = events_[1].id}).at(0).people.at(0).name, "Ben Sample");
  const std::vector<ListedEvent> soon = List({.due_before = AddDays(kToday, 3)});
  ASSERT_EQ(soon.size(), 1U);
  EXPECT_EQ(soon[0].people.at(0).to_do.size(), 1U);
}

TEST_F(PeopleListTest, WhoIsLetGoIsNotInIt) {
  book_.following.relationships = {{.contact = book_.contacts[2].id, .let_go = true}};
  EXPECT_EQ(List().size(), 2U);
}

TEST_F(PeopleListTest, ThePageIsSoundAndNeedsNothingElse) {
  const EncodedImage picture{{0xFF, 0xD8, 0xFF, 0xD9}, "image/jpeg"};
  const Json page = Page(picture);
  EXPECT_EQ(page["wrong"], Json::array());
  EXPECT_EQ(page["dangers"], Json::array());
  EXPECT_EQ(page["pictures"], Json({4, 4, 4}));
  EXPECT_EQ(page["boxes"], 4) << "one for what is written there by hand";
  EXPECT_EQ(page["texts"]["h2"], Json({"Autumn Meetup Town Library", "Spring Meetup", "Met elsewhere"}));
  EXPECT_EQ(page["texts"]["h3"], Json({"Ada Example", "Ben Sample", "Cleo Nobody"}));
  EXPECT_EQ(page["texts"]["time"], Json({"2026-11-24", "2026-12-02", "2026-12-01"}));
  EXPECT_THAT(page["texts"]["article"][0].get<std::string>(),
              HasSubstr("Likes to talk about chess, sailing\n2026-11-23: About her boat\nBrought cake."));
}

TEST_F(PeopleListTest, WhatACardSaysStaysTextOnThePage) {
  std::vector<std::string> texts = test::NastyTexts();
  for (const char* text :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>", "&lt;b&gt;",
        "' onmouseover='alert(1)", "<!-- ", "]]>", "<a href=\"https://example.com\">x</a>"})
    texts.emplace_back(text);
  book_ = {};
  for (const std::string& text : texts) {
    Contact& contact = Add(text, std::nullopt);
    contact.details.organization = contact.details.notes = text + ".";
    ToDoFor(contact, 1, text);
  }
  const Json page = Page(EncodedImage{{1}, "image/jpeg"});
  EXPECT_EQ(page["wrong"], Json::array());
  EXPECT_EQ(page["dangers"], Json::array());
  ASSERT_EQ(page["texts"]["h3"].size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(page["texts"]["h3"][i], CleanText(texts[i]));
    EXPECT_EQ(page["texts"]["span"][i], CleanText(texts[i]));
    EXPECT_THAT(page["texts"]["article"][i].get<std::string>(), HasSubstr(CleanText(texts[i] + ".")));
  }
}

TEST_F(PeopleListTest, ThePageEndsWhereItCannotBeWritten) {
  int pieces = 0;
  const Error full{ErrorCode::kStorageFull, "The disk is full."};
  const Result<void> written = WritePeoplePage(
      List(), kToday, [](const Contact&) { return std::nullopt; },
      [&](std::string_view) -> Result<void> { return ++pieces == 3 ? Result<void>(full) : Result<void>(); });
  EXPECT_EQ(written.error(), full);
  EXPECT_EQ(pieces, 3);
}

TEST_F(PeopleListTest, MarkdownHasBoxesToTick) {
  const Json seen = Markdown();
  EXPECT_EQ(seen["texts"]["h2"], Json({"Autumn Meetup", "Spring Meetup", "Met elsewhere"}));
  EXPECT_EQ(seen["texts"]["h3"], Json({"Ada Example", "Ben Sample", "Cleo Nobody"}));
  EXPECT_EQ(seen["boxes"], 4);
  EXPECT_EQ(seen["texts"]["li"][0], "Engineer, Example Ltd");
  EXPECT_EQ(seen["texts"]["li"][6], " 2026-11-24 Tell Ada it was nice to meet");
}

TEST_F(PeopleListTest, MarkdownShowsEveryNameAsItIs) {
  std::vector<std::string> texts = test::NastyTexts();
  for (const char* text : {"*Ada* _Example_ **x** __y__",
                           "[Ada](https://example.com)",
                           "![x](y)",
                           "<b>Ada</b>",
                           "a | b | c",
                           "`code`",
                           "~~gone~~",
                           "# not a heading #",
                           "1. not a list",
                           "2) neither",
                           "- nor this",
                           "+ nor that",
                           "===",
                           "---",
                           "&amp; &copy;",
                           "[ ] x",
                           "[x] y",
                           "> quoted",
                           "\\*",
                           "$x$",
                           "<https://example.com>",
                           "***",
                           "_ _ _",
                           "    code"})
    texts.emplace_back(text);
  book_ = {};
  for (const std::string& text : texts) {
    Contact& contact = Add(text, std::nullopt);
    contact.details.notes = text;
    ToDoFor(contact, 1, text);
  }
  const Json seen = Markdown();
  ASSERT_EQ(seen["texts"]["h3"].size(), texts.size());
  ASSERT_EQ(seen["texts"]["li"].size(), 2 * texts.size());
  EXPECT_EQ(seen["wrong"], Json::array());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = NormalizeText(texts[i]);
    EXPECT_EQ(seen["texts"]["h3"][i], text);
    EXPECT_EQ(seen["texts"]["li"][2 * i], text);
    EXPECT_EQ(seen["texts"]["li"][2 * i + 1], " 2026-11-24 " + text);
  }
}

}  // namespace
}  // namespace kith::exchange
