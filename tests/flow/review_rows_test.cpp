// SPDX-License-Identifier: Apache-2.0
#include "flow/review_rows.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/person_name.h"

namespace kith::flow {
namespace {

Draft SampleDraft() {
  Draft draft;
  draft.details.name = {"Ada van der Example", "Ada", "van der Example"};
  draft.details.organization = "Example Ltd";
  draft.details.titles = {"Engineer"};
  draft.details.phones = {{"+14155550123", "(415) 555-0123", "", PhoneType::kMobile},
                          {"+14155550199", "(415) 555-0199", "7", PhoneType::kFax}};
  draft.details.emails = {"ada@example.com", "info@example.com"};
  draft.details.notes = "Good things take time\nMon-Fri";
  draft.fields = {{FieldKind::kEmail, "ada@example.com", 0.5, {1, 1, 10, 5}},
                  {FieldKind::kName, "Ada van der Example", 0.95, {1, 10, 10, 5}},
                  {FieldKind::kPhone, "+14155550199", 0.6, {1, 20, 10, 5}}};
  return draft;
}

ReviewRow& RowWith(std::vector<ReviewRow>& rows, const std::string& text) {
  for (ReviewRow& row : rows) {
    if (row.text == text) return row;
  }
  throw std::out_of_range(text);
}

TEST(ReviewRows, ShowsDoubtfulValuesFirstAndTheRestPersonFirst) {
  std::vector<std::string> texts;
  for (const ReviewRow& row : RowsOf(SampleDraft()))
    texts.push_back(row.text);
  EXPECT_EQ(texts,
            (std::vector<std::string>{"+1 415-555-0199 ext. 7", "ada@example.com", "Ada van der Example",
                                      "Engineer", "Example Ltd", "+1 415-555-0123", "info@example.com",
                                      "Good things take time", "Mon-Fri"}));
}

TEST(ReviewRows, TakesTheNewRowsIfNobodyTouchedTheOldOnes) {
  const std::vector<ReviewRow> before = RowsOf(SampleDraft());
  Draft both = SampleDraft();
  both.details.urls = {"example.org"};
  EXPECT_EQ(WithNewRows(before, before, RowsOf(both)), RowsOf(both));
}

TEST(ReviewRows, AddsWhatTheBackSaysBelowWhatAPersonTyped) {
  const std::vector<ReviewRow> before = RowsOf(SampleDraft());
  std::vector<ReviewRow> edited = before;
  RowWith(edited, "Engineer").text = "Chief engineer";
  std::erase_if(edited, [](const ReviewRow& row) { return row.text == "info@example.com"; });
  Draft both = SampleDraft();
  both.details.urls = {"example.org"};

  std::vector<ReviewRow> merged = WithNewRows(edited, before, RowsOf(both));

  ASSERT_EQ(merged.size(), edited.size() + 1) << "what was removed stays away";
  EXPECT_EQ(merged.back().text, "example.org");
  merged.pop_back();
  EXPECT_EQ(merged, edited);
}

TEST(ReviewRows, ShowsHandlesAndOtherNamesAndGivesThemBack) {
  Draft draft;
  draft.details.name = SplitPersonName("Hanako Mihon");
  draft.details.other_names = {"見本花子"};
  draft.details.handles = {"WeChat: hanako_m"};
  draft.fields = {{FieldKind::kHandle, "WeChat: hanako_m", 0.5, {1, 2, 3, 4}}};
  const std::vector<ReviewRow> rows = RowsOf(draft);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].kind, FieldKind::kHandle) << "doubtful";
  EXPECT_EQ(DetailsOf(rows, draft.details, "JP"), draft.details);
}

TEST(ReviewRows, NeverGivesASecondName) {
  const std::vector<ReviewRow> before = RowsOf(Draft{});
  std::vector<ReviewRow> edited = before;
  edited.front().text = "Ada Sample";
  const std::vector<ReviewRow> merged = WithNewRows(edited, before, RowsOf(SampleDraft()));
  EXPECT_EQ(std::ranges::count(merged, FieldKind::kName, &ReviewRow::kind), 1);
  EXPECT_EQ(merged.front().text, "Ada Sample");
  EXPECT_GT(merged.size(), 5U);
}

TEST(ReviewRows, KnowsWhereAValueStandsOnTheCard) {
  std::vector<ReviewRow> rows = RowsOf(SampleDraft());
  EXPECT_EQ(RowWith(rows, "ada@example.com").box, (Box{1, 1, 10, 5}));
  EXPECT_TRUE(RowWith(rows, "Engineer").box.empty());
}

TEST(ReviewRows, AMissingNameIsAskedForFirst) {
  const std::vector<ReviewRow> rows = RowsOf({});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].kind, FieldKind::kName);
  EXPECT_TRUE(rows[0].doubtful);
}

TEST(ReviewRows, UntouchedRowsGiveBackTheDraftExactly) {
  const Draft draft = SampleDraft();
  EXPECT_EQ(DetailsOf(RowsOf(draft), draft.details, "US"), draft.details);
}

TEST(ReviewRows, AnEditedPhoneIsUnderstoodAnew) {
  const Draft draft = SampleDraft();
  std::vector<ReviewRow> rows = RowsOf(draft);
  RowWith(rows, "+1 415-555-0123").text = "415 555 2671 ext. 9";
  const ContactDetails details = DetailsOf(rows, draft.details, "US");
  EXPECT_EQ(details.phones.at(0).number, "+14155552671");
  EXPECT_EQ(details.phones.at(0).extension, "9");
  EXPECT_EQ(details.phones.at(0).raw, "415 555 2671 ext. 9");
  EXPECT_EQ(details.phones.at(0).type, PhoneType::kMobile);
}

TEST(ReviewRows, APhoneThatNobodyUnderstandsIsKeptAsTyped) {
  ReviewRow row;
  row.kind = FieldKind::kPhone;
  row.text = "ask at the desk";
  const ContactDetails details = DetailsOf({row}, {}, "US");
  EXPECT_EQ(details.phones.at(0).number, "ask at the desk");
}

TEST(ReviewRows, OnlyTheTypeOfAPhoneMayChange) {
  const Draft draft = SampleDraft();
  std::vector<ReviewRow> rows = RowsOf(draft);
  RowWith(rows, "+1 415-555-0123").phone_type = PhoneType::kHome;
  const ContactDetails details = DetailsOf(rows, draft.details, "US");
  EXPECT_EQ(details.phones.at(0).raw, "(415) 555-0123");
  EXPECT_EQ(details.phones.at(0).type, PhoneType::kHome);
}

TEST(ReviewRows, AnEditedNameIsSplitAgain) {
  const Draft draft = SampleDraft();
  std::vector<ReviewRow> rows = RowsOf(draft);
  RowWith(rows, "Ada van der Example").text = "  Bo   Sample ";
  EXPECT_EQ(DetailsOf(rows, draft.details, "US").name, (PersonName{"Bo Sample", "Bo", "Sample"}));
}

TEST(ReviewRows, EmptiedRowsAreLeftOutAndAddedOnesComeLast) {
  const Draft draft = SampleDraft();
  std::vector<ReviewRow> rows = RowsOf(draft);
  RowWith(rows, "info@example.com").text.clear();
  ReviewRow added;
  added.kind = FieldKind::kEmail;
  added.text = "ada@example.org";
  rows.insert(rows.begin(), added);
  EXPECT_EQ(DetailsOf(rows, draft.details, "US").emails,
            (std::vector<std::string>{"ada@example.com", "ada@example.org"}));
}

TEST(ReviewRows, TakeOfALineOnlyWhatTheyAreFor) {
  EXPECT_EQ(ValueInLine(FieldKind::kPhone, "M +1 (415) 555-0123 ext. 9"), "+1 (415) 555-0123 ext. 9");
  EXPECT_EQ(ValueInLine(FieldKind::kEmail, "E-mail ada@example.org | example.org"), "ada@example.org");
  EXPECT_EQ(ValueInLine(FieldKind::kUrl, "Web: example.org"), "example.org");
  EXPECT_EQ(ValueInLine(FieldKind::kTitle, "Head of Sales"), "Head of Sales");
  EXPECT_EQ(ValueInLine(FieldKind::kEmail, "Head of Sales"), "Head of Sales");
}

TEST(ReviewRows, SplitsInterests) {
  EXPECT_EQ(InterestsOf("Good talks, hiking ,,"), (std::vector<std::string>{"Good talks", "hiking"}));
  EXPECT_TRUE(InterestsOf("").empty());
}

TEST(ReviewRows, OneWayToFindAPersonAgainIsEnough) {
  ContactDetails details;
  EXPECT_FALSE(IsWorthKeeping(details));
  details.notes = "a tag line";
  EXPECT_FALSE(IsWorthKeeping(details));
  details.emails = {"ada@example.com"};
  EXPECT_TRUE(IsWorthKeeping(details));
}

}  // namespace
}  // namespace kith::flow
