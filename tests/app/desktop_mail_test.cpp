// SPDX-License-Identifier: Apache-2.0
#include "app/desktop_mail.h"

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/environment.h"
#include "tests/support/fake_stores.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

namespace fs = std::filesystem;
using test::ReadBytes;
using ::testing::HasSubstr;

class DesktopMailTest : public ::testing::Test {
 protected:
  /// A program that stands where xdg-open is looked for.
  void InPlaceOfXdgOpen(const std::string& script) {
    const fs::path program = folder_.path() / "xdg-open";
    test::WriteBytes(program, "#!/bin/sh\n" + script);
    fs::permissions(program, fs::perms::owner_all);
  }

  test::TempFolder folder_;
  test::EnvironmentVariable path_{"PATH", folder_.path().string() + ":" + std::getenv("PATH")};
  test::ManualClock clock_;
  test::FakeStore store_{clock_};
  DesktopMail mail_{store_.retention(), clock_};
  const ContactId ada_{UuidBytes{1}};
  const MailDraft draft_{
      {{ada_, "Ada Example", "ada@example.com"}}, "It's $(nice) `to` meet", "Hello;\n'Ada'"};
};

TEST_F(DesktopMailTest, TheMailProgramGetsTheLinkAndNoShellSeesIt) {
  InPlaceOfXdgOpen("printf '%s|' \"$#\" \"$@\" > '" + (folder_.path() / "seen").string() + "'\n");
  const Result<void> opened = mail_.OpenInMailProgram(draft_);
  ASSERT_TRUE(opened) << opened.error().detail;
  EXPECT_EQ(ReadBytes(folder_.path() / "seen"), "1|" + MailtoLink(draft_).value() + "|");
  const auto records = store_.retention().ExportsWith(ada_).value();
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].format, "mail");
  EXPECT_EQ(records[0].path, "the mail program");
}

TEST_F(DesktopMailTest, ALinkIsRecorded) {
  EXPECT_EQ(mail_.Link(draft_).value(), MailtoLink(draft_).value());
  const auto records = store_.retention().ExportsWith(ada_).value();
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].path, "a mailto: link");
}

TEST_F(DesktopMailTest, SaysSoWhenThereIsNoMailProgram) {
  InPlaceOfXdgOpen("exit 3\n");
  EXPECT_EQ(mail_.OpenInMailProgram(draft_).error().code, ErrorCode::kUnavailable);
  const test::EnvironmentVariable nothing("PATH", (folder_.path() / "empty").string());
  EXPECT_EQ(mail_.OpenInMailProgram(draft_).error().code, ErrorCode::kUnavailable);
}

TEST_F(DesktopMailTest, ALongMessageIsNotHandedOver) {
  InPlaceOfXdgOpen("touch '" + (folder_.path() / "seen").string() + "'\n");
  MailDraft draft = draft_;
  draft.body = std::string(2000, 'x');
  EXPECT_EQ(mail_.OpenInMailProgram(draft).error().code, ErrorCode::kNotAllowed);
  EXPECT_FALSE(fs::exists(folder_.path() / "seen"));
  EXPECT_FALSE(mail_.Link(draft));
  EXPECT_TRUE(store_.retention().ExportsWith(ada_)->empty());
}

TEST_F(DesktopMailTest, ADraftIsRecordedAndTakesNobodysPlace) {
  const fs::path first = mail_.SaveDraft(draft_, folder_.path()).value();
  const fs::path second = mail_.SaveDraft(draft_, folder_.path()).value();
  EXPECT_EQ(first.filename(), "Ada Example.eml");
  EXPECT_EQ(second.filename(), "Ada Example 2.eml");
  EXPECT_THAT(ReadBytes(first), HasSubstr("To: Ada Example <ada@example.com>"));
  const auto records = store_.retention().ExportsWith(ada_).value();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].format, "drafts");
  EXPECT_EQ(records[0].path, second.string());
}

TEST_F(DesktopMailTest, ADraftThatCannotBeWrittenIsNotRecorded) {
  EXPECT_EQ(mail_.SaveDraft(draft_, folder_.path() / "missing").error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(store_.retention().ExportsWith(ada_)->empty());
}

}  // namespace
}  // namespace kith::app
