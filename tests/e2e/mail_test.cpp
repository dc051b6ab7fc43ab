// SPDX-License-Identifier: Apache-2.0
// Mails, lists to print and the host card, from a shell and in the real window.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "storage/store.h"
#include "tests/e2e/json_lines.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/e2e/screenshot.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

/// Ada has an e-mail address and a card, Ben has neither; both were met at the Autumn Meetup.
class Mail : public KithProgram {
 protected:
  void SetUp() override {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    ASSERT_TRUE(store);
    const Event event = (*store)->events().FindOrCreate("Autumn Meetup").value();
    Contact ada = NamedContact("Ada Example");
    ada.details.emails = {"ada@example.com"};
    ada.event = event.id;
    NewCapture card = SampleCapture("a card");
    const std::string jpeg = ReadBytes(Sample("01.jpg"));
    card.front = {{jpeg.begin(), jpeg.end()}, "image/jpeg"};
    ada.capture = (*store)->captures().Add(card).value();
    Contact ben = NamedContact("Ben <b>Sample</b>");
    ben.event = event.id;
    const Day today(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    FollowUp hello = SampleFollowUp(ada.id, today, "Tell Ada it was nice to meet");
    hello.kind = FollowUpKind::kSayHello;
    ASSERT_TRUE((*store)->contacts().Confirm(ada, std::vector{hello}));
    ASSERT_TRUE((*store)->contacts().Confirm(ben, {}));
    ada_ = ada.id;
  }

  ProcessOutcome Must(const std::vector<std::string>& arguments) const {
    ProcessOutcome outcome = Run(arguments);
    EXPECT_EQ(outcome.status, 0) << arguments[0] << ": " << outcome.err;
    return outcome;
  }
  std::string KeyOfHello() const { return JsonLines(Must({"due", "--all", "--json"}).out).at(0)["key"]; }
  std::vector<ExportRecord> ExportsWithAda() const {
    return storage::Store::Open(data() / "kith.db", clock_).value()->retention().ExportsWith(ada_).value();
  }
  ProcessOptions WithOurMailProgram() const {
    ProcessOptions options = WindowOptions();
    options.environment["PATH"] = folder().string() + ":" + std::getenv("PATH");
    return options;
  }
  void InPlaceOfXdgOpen(const std::string& script) const {
    WriteBytes(folder() / "xdg-open", "#!/bin/sh\n" + script);
    fs::permissions(folder() / "xdg-open", fs::perms::owner_all);
  }
  /// What the code in the picture says.
  static std::string Scanned(const fs::path& picture) {
    const ProcessOutcome zbar = RunProcess({"zbarimg", "--quiet", "--raw", "-Sbinary", picture.string()});
    EXPECT_EQ(zbar.status, 0) << zbar.err;
    return zbar.out;
  }

  ManualClock clock_;
  ContactId ada_;
};

TEST_F(Mail, AMessageBecomesALinkOrADraftThatIsRecorded) {
  EXPECT_THAT(Must({"message", KeyOfHello()}).out, HasSubstr("To: Ada Example <ada@example.com>\n"));
  EXPECT_THAT(
      Must({"message", KeyOfHello(), "--mailto"}).out,
      HasSubstr("mailto:ada@example.com?subject=Nice%20to%20meet%20you%20at%20Autumn%20Meetup&body="));
  const fs::path eml = folder() / "ada.eml";
  Must({"message", KeyOfHello(), "--eml", eml.string()});
  EXPECT_THAT(ReadBytes(eml), HasSubstr("X-Unsent: 1\r\n"));
  ASSERT_EQ(ExportsWithAda().size(), 2U);
  EXPECT_EQ(ExportsWithAda()[0].path, eml.string());
  EXPECT_EQ(ExportsWithAda()[1].path, "a mailto: link");
  EXPECT_EQ(Run({"message", KeyOfHello(), "--eml", eml.string(), "--mailto"}).status, 2);
}

TEST_F(Mail, AMessageThatIsTooLongForALinkIsNotCut) {
  fs::create_directories(folder() / "config" / "kith");
  std::ofstream(folder() / "config" / "kith" / "kith.toml")
      << "[[message]]\nkind = \"say-hello\"\nlanguage = \"en\"\nsubject = \"Hi\"\nbody = \""
      << std::string(2000, 'x') << "\"\n";
  const ProcessOutcome link = Run({"message", KeyOfHello(), "--mailto"});
  EXPECT_EQ(link.status, 1);
  EXPECT_EQ(link.out, "");
  EXPECT_THAT(link.err, HasSubstr("Save it as a draft, or copy it"));
  Must({"message", KeyOfHello(), "--eml", (folder() / "long.eml").string()});
}

TEST_F(Mail, EverybodyOfAnEventGetsADraftAndWhoCannotIsSaid) {
  const fs::path drafts = folder() / "drafts";
  const ProcessOutcome written =
      Must({"export", "--format", "drafts", "--event", "autumn meetup", "-o", drafts.string()});
  EXPECT_THAT(written.err, HasSubstr("Left out Ben <b>Sample</b>: no e-mail address.\n"));
  EXPECT_THAT(written.err, HasSubstr("Wrote 1 to "));
  EXPECT_TRUE(fs::exists(drafts / "Ada Example.eml"));
  EXPECT_EQ(ExportsWithAda().at(0).format, "drafts");
  const ProcessOutcome again = Run({"export", "--format", "drafts", "-o", drafts.string()});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("isn't an empty folder"));
}

TEST_F(Mail, TheListToPrintHasThePicturesOfTheCards) {
  const fs::path page = folder() / "page.html";
  Must({"export", "--format", "page", "-o", page.string()});
  const std::string html = ReadBytes(page);
  EXPECT_THAT(html, HasSubstr("<img alt=\"Card of Ada Example\" src=\"data:image/jpeg;base64,/9j/"));
  EXPECT_THAT(html, HasSubstr("<h3 dir=\"auto\">Ben &lt;b&gt;Sample&lt;/b&gt;</h3>"));
  EXPECT_LT(html.size(), 100'000U) << "pictures are made small";
  const fs::path list = folder() / "list.md";
  Must({"export", "--format", "markdown", "-o", list.string()});
  EXPECT_THAT(ReadBytes(list), HasSubstr("### Ben \\<b\\>Sample\\</b\\>\n"));
  EXPECT_EQ(ExportsWithAda().size(), 2U);
}

TEST_F(Mail, TheHostCardIsKeptPrintedAndWritten) {
  const ProcessOutcome none = Run({"card"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("kith card --set name="));
  EXPECT_EQ(Run({"card", "--set", "shoe-size=42"}).status, 1);
  const ProcessOutcome printed =
      Must({"card", "--set", "name=Grace Example", "--set", "email=grace@example.com", "--set",
            "handle=GitHub: grace", "--event", "Autumn Meetup"});
  EXPECT_THAT(printed.out, HasSubstr("\u2588"));
  EXPECT_THAT(printed.out, HasSubstr("\nGrace Example\ngrace@example.com\nGitHub: grace\n"));
  const fs::path png = folder() / "card.png";
  const fs::path vcf = folder() / "card.vcf";
  Must({"card", "--set", "handle=", "--event", "Autumn Meetup", "--png", png.string(), "--svg",
        (folder() / "card.svg").string(), "--vcf", vcf.string()});
  EXPECT_THAT(Scanned(png), HasSubstr("FN:Grace Example\r\n"));
  EXPECT_THAT(Scanned(png), Not(HasSubstr("github")));
  EXPECT_THAT(ReadBytes(vcf), HasSubstr("NOTE:Met at Autumn Meetup\r\n"));
  EXPECT_THAT(ReadBytes(folder() / "card.svg"), HasSubstr("</svg>"));
  const auto lines = JsonLines(Must({"scan", "--json", png.string()}).out);
  ASSERT_FALSE(lines.empty());
}

TEST_F(Mail, TheWindowHandsAMessageToTheMailProgramAndSavesADraft) {
  InPlaceOfXdgOpen("printf '%s' \"$1\" > '" + (folder() / "opened").string() + "'\n");
  KioskScreen screen(WindowCommand(NoCamera(), "Autumn Meetup"), WithOurMailProgram());
  screen.Click("due");
  screen.WaitFor("write");
  screen.Click("write");
  screen.WaitFor("subject");
  screen.Click("subject");
  screen.Press("ctrl+a");
  screen.Type("Hello again");
  screen.Click("open-mail");
  screen.WaitFor("dismiss");
  screen.WaitUntilGone("dismiss");
  screen.Click("save-draft");
  screen.WaitFor("dismiss");
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_THAT(ReadBytes(folder() / "opened"),
              HasSubstr("mailto:ada@example.com?subject=Hello%20again&body=Hello"));
  ASSERT_EQ(ExportsWithAda().size(), 2U);
  EXPECT_THAT(ReadBytes(ExportsWithAda()[0].path), HasSubstr("Subject: Hello again\r\n"));
  EXPECT_EQ(ExportsWithAda()[1].path, "the mail program");
}

TEST_F(Mail, AGuestScansTheHostCardFromTheWindow) {
  KioskScreen screen(WindowCommand(NoCamera(), "Autumn Meetup"), WithOurMailProgram());
  screen.Click("host-card");
  screen.Click("name");
  screen.Type("Grace Example");
  screen.Click("email");
  screen.Type("grace@example.com");
  screen.Click("phone");
  screen.Type("+1 415 555 0123");
  screen.Click("keep-card");
  screen.WaitFor("dismiss");
  const fs::path picture = folder() / "screen.pgm";
  SaveScreenshot(screen.display(), picture);
  const std::string scanned = Scanned(picture);
  EXPECT_THAT(scanned, HasSubstr("FN:Grace Example\r\n"));
  EXPECT_THAT(scanned, HasSubstr("EMAIL;TYPE=INTERNET:grace@example.com\r\n"));
  EXPECT_THAT(scanned, HasSubstr("+14155550123\r\n"));
  EXPECT_THAT(scanned, HasSubstr("NOTE:Met at Autumn Meetup\r\n"));
  screen.WaitUntilGone("dismiss");
  screen.Click("card-png");
  screen.WaitFor("dismiss");
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_THAT(Must({"card"}).out, HasSubstr("\nGrace Example\n"));
  std::string png;
  for (const auto& entry : fs::recursive_directory_iterator(folder())) {
    if (entry.path().extension() == ".png") png = entry.path();
  }
  EXPECT_EQ(Scanned(png), scanned);
}

}  // namespace
}  // namespace kith::test
