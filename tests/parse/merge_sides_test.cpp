// SPDX-License-Identifier: Apache-2.0
#include "parse/merge_sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Draft Front() {
  Draft draft;
  draft.details.name = {"Ada Example", "Ada", "Example"};
  draft.details.phones = {{"+12025550101", "202 555 0101", "", PhoneType::kMobile}};
  draft.details.emails = {"ada@example.com"};
  draft.details.urls = {"www.example.com"};
  draft.fields = {{FieldKind::kName, "Ada Example", 0.9, {1, 2, 3, 4}}};
  draft.lines = {{"Ada Example", {10, 20, 300, 40}}};
  return draft;
}

TEST(MergeSides, AddsWhatTheFrontDoesNotHaveWithoutAPlaceOnIt) {
  Draft back;
  back.details.organization = "Example Ltd";
  back.details.emails = {"Ada@Example.com", "office@example.com"};
  back.details.urls = {"https://example.com/", "example.org"};
  back.details.phones = {{"+12025550101", "2025550101", "", PhoneType::kWork},
                         {"+12025550102", "202 555 0102", "", PhoneType::kWork}};
  back.fields = {{FieldKind::kOrganization, "Example Ltd", 0.7, {5, 6, 7, 8}}};
  back.lines = {{"Example Ltd", {10, 20, 300, 40}}};

  const Draft merged = MergeSides(Front(), back);

  EXPECT_EQ(merged.details.organization, "Example Ltd");
  EXPECT_THAT(merged.details.emails, ElementsAre("ada@example.com", "office@example.com"));
  EXPECT_THAT(merged.details.urls, ElementsAre("www.example.com", "example.org"));
  ASSERT_EQ(merged.details.phones.size(), 2U);
  EXPECT_EQ(merged.details.phones[0], Front().details.phones[0]);
  ASSERT_EQ(merged.fields.size(), 2U);
  EXPECT_EQ(merged.fields[1], (Field{FieldKind::kOrganization, "Example Ltd", 0.7, {}}));
  EXPECT_THAT(merged.lines,
              ElementsAre(ReadLine{"Ada Example", {10, 20, 300, 40}}, ReadLine{"Example Ltd", {}}));
}

TEST(MergeSides, ChangesNoValueOfTheFront) {
  Draft back;
  back.details.name = {"\u30a8\u30a4\u30c0", "", ""};
  back.details.addresses = {"1 Main St, Springfield"};
  Draft front = Front();
  front.details.addresses = {"2 Side St, Springfield"};

  const Draft merged = MergeSides(front, back);

  EXPECT_EQ(merged.details.name.full, "Ada Example");
  EXPECT_THAT(merged.details.addresses, ElementsAre("2 Side St, Springfield"));
  front.details.other_names = {"\u30a8\u30a4\u30c0"};
  EXPECT_EQ(merged.details, front.details);
}

TEST(MergeSides, TakesTheNameFromTheBackIfTheFrontHasNone) {
  const Draft merged = MergeSides(Draft{}, Front());
  EXPECT_EQ(merged.details, Front().details);
  ASSERT_EQ(merged.fields.size(), 1U);
  EXPECT_TRUE(merged.fields[0].box.empty()) << "boxes are places on the front";
}

TEST(MergeSides, AddsHandlesAndOtherNamesOfTheBack) {
  Draft front = Front();
  front.details.handles = {"GitHub: ada-example"};
  Draft back;
  back.details.handles = {"GitHub: Ada-Example", "X: ada"};
  back.details.other_names = {"\u30a8\u30a4\u30c0"};
  const Draft merged = MergeSides(front, back);
  EXPECT_THAT(merged.details.handles, ElementsAre("GitHub: ada-example", "X: ada"));
  EXPECT_THAT(merged.details.other_names, ElementsAre("\u30a8\u30a4\u30c0"));
}

TEST(MergeSides, GivesTheFrontIfTheBackIsEmpty) {
  EXPECT_EQ(MergeSides(Front(), Draft{}), Front());
  EXPECT_THAT(MergeSides(Draft{}, Draft{}).fields, IsEmpty());
}

TEST(MergeSides, KeepsTheNameInAnotherScript) {
  Draft back;
  back.details.name = {"\u5c71\u7530 \u82b1\u5b50", "", ""};
  back.fields = {{FieldKind::kName, "\u5c71\u7530 \u82b1\u5b50", 0.7, {1, 2, 3, 4}}};
  const Draft merged = MergeSides(Front(), back);
  EXPECT_EQ(merged.details.name.full, "Ada Example");
  EXPECT_THAT(merged.details.other_names, ElementsAre("\u5c71\u7530 \u82b1\u5b50"));
  EXPECT_EQ(merged.details.notes, "");
  EXPECT_EQ(merged.fields.back(), (Field{FieldKind::kOtherName, "\u5c71\u7530 \u82b1\u5b50", 0.7, {}}));
}

TEST(MergeSides, LeavesAnotherNameInTheSameScriptOut) {
  Draft back;
  back.details.name = {"A. Example", "", ""};
  EXPECT_EQ(MergeSides(Front(), back).details.notes, "");
}

}  // namespace
}  // namespace kith::parse
