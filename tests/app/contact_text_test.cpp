// SPDX-License-Identifier: Apache-2.0
#include "app/contact_text.h"

#include <gmock/gmock.h>

#include "tests/support/samples.h"

namespace kith::app {
namespace {

TEST(DraftToText, HasOneLineAValueAndMarksTheDoubtfulOnes) {
  Draft draft;
  draft.details.phones = {{"+14155550123", "(415) 555-0123", "", PhoneType::kMobile}};
  draft.fields = {{FieldKind::kName, "Ada Example", 0.97, {}},
                  {FieldKind::kOrganization, "Example Ltd", 0.5, {}},
                  {FieldKind::kPhone, "+14155550123", 0.9, {}}};
  EXPECT_EQ(DraftToText(draft),
            "  name          Ada Example\n"
            "? organization  Example Ltd\n"
            "  mobile        +1 415-555-0123\n");
}

TEST(DraftToText, TakesAValueAtTheLineOfConfidenceForSure) {
  Draft draft;
  draft.fields = {{FieldKind::kName, "Ada Example", kDoubtful, {}}};
  EXPECT_TRUE(DraftToText(draft).starts_with("  name"));
}

TEST(DraftToText, SaysSoIfNothingCouldBeRead) {
  EXPECT_EQ(DraftToText({}), "  nothing could be read\n");
}

TEST(ContactToLine, HasNameOrganizationAndTheFirstWaysToReachThem) {
  Contact contact = test::NamedContact("Ada Example");
  contact.details.organization = "Example Ltd";
  contact.details.emails = {"ada@example.com", "ada@example.org"};
  contact.details.phones = {{"+14155550123", "", "", PhoneType::kWork}};
  EXPECT_EQ(ContactToLine(contact), "Ada Example, Example Ltd, ada@example.com, +1 415-555-0123");
}

TEST(ContactToLine, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(ContactToLine(test::NamedContact("Ada Example")), "Ada Example");
  Contact nameless;
  EXPECT_EQ(ContactToLine(nameless), "(no name)");
  nameless.details.emails = {"ada@example.com"};
  EXPECT_EQ(ContactToLine(nameless), "ada@example.com");
}

TEST(PrintError, TellsPeopleTheMessageAndTheLogTheDetail) {
  testing::internal::CaptureStderr();
  PrintError({ErrorCode::kStorage, "The disk failed.", "errno 5"});
  PrintError({ErrorCode::kStorage, "The disk failed.", ""});
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "kith: The disk failed. (errno 5)\nkith: The disk failed.\n");
}

}  // namespace
}  // namespace kith::app
