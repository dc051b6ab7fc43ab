// SPDX-License-Identifier: Apache-2.0
#include "storage/draft_json.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace kith::storage {
namespace {

TEST(DraftJson, KeepsEveryValue) {
  const Draft draft = test::SampleDraft();
  EXPECT_EQ(ParseDraft(FormatDraft(draft)).value(), draft);
  EXPECT_EQ(ParseDraft(FormatDraft(Draft())).value(), Draft());
}

TEST(DraftJson, KeepsEveryKindOfFieldAndPhone) {
  Draft draft;
  for (int kind = 0; kind <= static_cast<int>(FieldKind::kNote); ++kind) {
    draft.fields.push_back({static_cast<FieldKind>(kind), "value", 0.1 * kind, {1, 2, 3, 4}});
  }
  for (int type = 0; type <= static_cast<int>(PhoneType::kOther); ++type) {
    draft.details.phones.push_back({"+14155550123", "raw", "", static_cast<PhoneType>(type)});
  }
  EXPECT_EQ(ParseDraft(FormatDraft(draft)).value(), draft);
}

TEST(DraftJson, ReadsADraftThatLacksKeysOrHasMore) {
  const Draft draft = ParseDraft(R"({"details": {"organization": "Sample Inc"}, "later": 1})").value();
  EXPECT_EQ(draft.details.organization, "Sample Inc");
  EXPECT_TRUE(draft.fields.empty());
}

TEST(DraftJson, ReadsLinesThatWereKeptWithoutTheirPlaces) {
  const Draft draft = ParseDraft(R"({"lines": ["Ada Example", "Engineer"]})").value();
  EXPECT_EQ(draft.lines, (std::vector<ReadLine>{{"Ada Example"}, {"Engineer"}}));
}

TEST(DraftJson, ReplacesBytesThatAreNotUtf8) {
  Draft draft;
  draft.lines = {{"a\xFFz"}};
  EXPECT_EQ(ParseDraft(FormatDraft(draft)).value().lines.at(0).text, "a\xEF\xBF\xBDz");
}

TEST(DraftJson, RefusesWhatIsNoDraft) {
  for (const char* json : {"", "{", "[]", "7", R"({"details": 7})", R"({"fields": [{"kind": "name"}]})",
                           R"({"fields": [{"box": [1, 2]}]})", R"({"lines": [1]})"}) {
    const Result<Draft> draft = ParseDraft(json);
    ASSERT_FALSE(draft) << json;
    EXPECT_EQ(draft.error().code, ErrorCode::kStorage) << json;
  }
}

}  // namespace
}  // namespace kith::storage
