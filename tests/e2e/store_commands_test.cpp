// SPDX-License-Identifier: Apache-2.0
// The commands about what is kept, as a person types them.
#include <gmock/gmock.h>

#include "storage/store.h"
#include "tests/e2e/json_lines.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class StoreCommands : public KithProgram {
 protected:
  void SetUp() override {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    ASSERT_TRUE(store);
    Contact ada = FullContact();
    ada.capture = (*store)->captures().Add(SampleCapture("the card")).value();
    ada_ = ada.id;
    ASSERT_TRUE((*store)->contacts().Confirm(ada, {}));
    ada.details.organization = "Sample Inc";
    ASSERT_TRUE((*store)->contacts().Update(ada));
  }

  ProcessOutcome Must(const std::vector<std::string>& arguments) {
    ProcessOutcome outcome = Run(arguments);
    EXPECT_EQ(outcome.status, 0) << arguments[0] << ": " << outcome.err;
    return outcome;
  }

  ManualClock clock_;
  ContactId ada_;
};

TEST_F(StoreCommands, TellAndTakeBackWhatWasChanged) {
  EXPECT_THAT(Must({"history", "ada"}).out, HasSubstr("organization: Analytical Engines Ltd -> Sample Inc"));
  Must({"history", ada_.ToString(), "--undo", "2"});
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Analytical Engines Ltd"));
  const ProcessOutcome again = Run({"history", "ada", "--undo", "2"});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("changed again since"));
}

TEST_F(StoreCommands, ImportVcardsAfterADryRun) {
  WriteBytes(folder() / "friends.vcf",
             "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace Sample\r\nTEL;TYPE=CELL:+14155550177\r\nEND:VCARD\r\n"
             "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"
             "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n");
  const std::vector<std::string> import = {"import", (folder() / "friends.vcf").string()};
  const ProcessOutcome dry = Run({import[0], import[1], "--dry-run"});
  EXPECT_EQ(dry.status, 1) << "a card was refused";
  EXPECT_THAT(dry.out, HasSubstr("friends.vcf:6: There is no name"));
  EXPECT_THAT(dry.out, HasSubstr("perhaps the same as Ada Example"));
  EXPECT_THAT(dry.err, HasSubstr("2 new, 0 changed, 0 same, 1 likely duplicates, 1 refused"));
  EXPECT_THAT(Must({"contacts"}).out, testing::Not(HasSubstr("Grace")));

  EXPECT_EQ(Run(import).out, dry.out);
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Grace"));
  EXPECT_THAT(Run(import).err, HasSubstr("0 new, 0 changed, 2 same"));
}

TEST_F(StoreCommands, ImportTablesWithTheirColumnsShown) {
  const std::string table = (folder() / "guests.csv").string();
  WriteBytes(table,
             "Name;Handynummer;E-Mail;Project;Booked\nGrace Sample;+14155550177;grace@example.com;Boats;1\n"
             "Ada Example;;ada@example.com;;2\n;;;Bees;3\nBen Sample;;ben@example.com;\"cut off\n");
  const ProcessOutcome dry = Run({"import", table, "--dry-run", "--map", "Booked=left-out"});
  EXPECT_EQ(dry.status, 1) << "rows were refused";
  EXPECT_THAT(dry.out, HasSubstr("a table that Kith doesn't know, UTF-8, 3 rows"));
  EXPECT_THAT(dry.out, HasSubstr("Handynummer                   mobile-phone          +14155550177"));
  EXPECT_THAT(dry.out, HasSubstr("Project                       (goes to the notes)   Boats"));
  EXPECT_THAT(dry.out, HasSubstr("Booked                        (not taken)           1"));
  EXPECT_THAT(dry.out, HasSubstr("guests.csv:4: There is no name"));
  EXPECT_THAT(dry.out, HasSubstr("guests.csv:5: The quote that begins a cell on line 5 never ends."));
  EXPECT_THAT(dry.out, HasSubstr("guests.csv:2: Grace Sample, grace@example.com, +1 415-555-0177"));
  EXPECT_THAT(dry.out, HasSubstr("perhaps the same as Ada Example"));
  EXPECT_THAT(dry.err, HasSubstr("2 new, 0 changed, 0 same, 1 likely duplicates, 2 refused"));
  EXPECT_THAT(Must({"contacts"}).out, testing::Not(HasSubstr("Grace")));

  EXPECT_EQ(Run({"import", table}).status, 1);
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Grace"));
  WriteBytes(table, "Name;Handynummer;E-Mail\nGrace Sample;+14155550178;grace@example.com\n");
  EXPECT_THAT(Must({"import", table}).err,
              HasSubstr("0 new, 1 changed, 0 same, 0 likely duplicates, 0 refused"));

  EXPECT_THAT(Run({"import", table, "--map", "Nobody=phone"}).err,
              HasSubstr("No column is called \"Nobody\""));
  EXPECT_THAT(Run({"import", table, "--map", "Name=nonsense"}).err,
              HasSubstr("These are: remark, left-out, name,"));
}

TEST_F(StoreCommands, ImportingOnesOwnSpreadsheetChangesNothing) {
  Must({"export", "--format", "csv", "-o", (folder() / "all.csv").string()});
  EXPECT_THAT(Must({"import", (folder() / "all.csv").string()}).err, HasSubstr("0 new, 0 changed, 1 same"));
}

TEST_F(StoreCommands, ImportingOnesOwnExportChangesNothing) {
  Must({"export", "--format", "vcard", "-o", (folder() / "all.vcf").string()});
  EXPECT_THAT(Must({"import", (folder() / "all.vcf").string()}).err, HasSubstr("0 new, 0 changed, 1 same"));
}

TEST_F(StoreCommands, KeepAndWritePicturesAndUnknownPropertiesOfOtherPrograms) {
  const fs::path card = folder() / "bob.vcf";
  WriteBytes(
      card,
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bob-1\r\nFN:Bob Sample\r\nitem1.TEL;TYPE=CELL:+14155550178\r\n"
      "item1.X-ABLabel:Boat\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgAB\r\nEND:VCARD\r\n");
  Must({"import", card.string()});
  EXPECT_THAT(Must({"import", card.string()}).err, HasSubstr("0 new, 0 changed, 1 same"));
  for (const char* const format : {"vcard", "vcard4"}) {
    const std::string all = (folder() / (std::string(format) + ".vcf")).string();
    Must({"export", "--format", format, "-o", all});
    EXPECT_THAT(ReadBytes(all), HasSubstr("item1.X-ABLABEL:Boat\r\n"));
    EXPECT_THAT(ReadBytes(all), HasSubstr("/9j/4AAQSkZJRgAB"));
    EXPECT_THAT(Must({"import", all}).err, HasSubstr("0 new, 0 changed, 2 same"));
  }
  const std::string cards = (folder() / "cards").string() + "/";
  Must({"export", "--format", "vcard", "--without-pictures", "-o", cards});
  int files = 0;
  for (const auto& entry : fs::directory_iterator(cards)) {
    ++files;
    EXPECT_THAT(ReadBytes(entry.path()), testing::Not(HasSubstr("PHOTO")));
  }
  EXPECT_EQ(files, 2);
  Must({"person", "bob", "-o", (folder() / "bob").string()});
  EXPECT_EQ(ReadBytes(folder() / "bob" / "picture-1.jpg").size(), 12U);
  EXPECT_THAT(ReadBytes(folder() / "bob" / "person.json"), HasSubstr("X-ABLABEL"));
}

TEST_F(StoreCommands, WriteAndEraseAllThatIsKeptOfAPerson) {
  Must({"export", "--format", "vcard", "-o", (folder() / "all.vcf").string()});
  Must({"person", "ada", "-o", (folder() / "ada").string()});
  EXPECT_THAT(ReadBytes(folder() / "ada" / "person.json"), HasSubstr("all.vcf"));
  EXPECT_EQ(ReadBytes(folder() / "ada" / "card-1-front.jpg"), "the card");

  const ProcessOutcome asked = Run({"erase", "ada"});
  EXPECT_EQ(asked.status, 1);
  EXPECT_THAT(asked.err, HasSubstr("--yes"));
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Ada"));
  EXPECT_THAT(Must({"erase", "ada", "--yes"}).err, HasSubstr("all.vcf"));
  EXPECT_EQ(Must({"contacts"}).out, "");
}

TEST_F(StoreCommands, BackUpAndRestoreWithAPassphrase) {
  WriteBytes(folder() / "passphrase", "correct horse\n");
  const std::string backup = (folder() / "stick.sealed").string();
  const std::string passphrase = (folder() / "passphrase").string();
  Must({"backup", backup, "--passphrase-file", passphrase});
  Must({"history", "ada", "--undo", "2"});
  EXPECT_EQ(Run({"restore", backup}).status, 1);
  EXPECT_THAT(Must({"restore", backup, "--passphrase-file", passphrase}).err, HasSubstr("kept as"));
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Sample Inc"));
}

TEST_F(StoreCommands, OfferAndRestoreABackupOfADamagedDatabase) {
  const fs::path backup = data() / "backups" / "kith-2026-11-23.db";
  Must({"backup", backup.string()});
  WriteBytes(data() / "kith.db", std::string(20'000, '\x5A'));
  const ProcessOutcome damaged = Run({"contacts"});
  EXPECT_EQ(damaged.status, 1);
  EXPECT_THAT(damaged.err, HasSubstr(backup.string()));
  EXPECT_THAT(Must({"restore"}).out, HasSubstr("[ok]"));
  EXPECT_THAT(Must({"restore", backup.string()}).err, HasSubstr("damaged file is kept"));
  EXPECT_THAT(Must({"contacts"}).out, HasSubstr("Ada"));
}

TEST_F(StoreCommands, FindAndMergeDuplicates) {
  {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    Contact twin = FullContact("Example Ada");
    twin.details.name = {"Example Ada", "Example", "Ada"};
    ASSERT_TRUE((*store)->contacts().Confirm(twin, {}));
  }
  EXPECT_THAT(Must({"duplicates"}).out, HasSubstr("same e-mail"));
  const auto pairs = JsonLines(Must({"duplicates", "--json"}).out);
  ASSERT_EQ(pairs.size(), 1U);
  Must({"merge", pairs[0]["first"]["id"], pairs[0]["second"]["id"]});
  EXPECT_EQ(Must({"duplicates"}).out, "");
}

TEST_F(StoreCommands, SayHowLongAnEventIsKept) {
  EXPECT_THAT(
      Must({"event", "Looms", "--purpose", "Slides", "--expires", "2027-01-31", "--card-images", "30"}).out,
      HasSubstr("expires: 2027-01-31"));
  EXPECT_THAT(Must({"event", "Looms", "--card-images", "keep"}).out, HasSubstr("purpose: Slides"));
  EXPECT_EQ(Run({"event", "Looms", "--expires", "soon"}).status, 1);
}

TEST_F(StoreCommands, SetAndRemoveThePinOfTheHost) {
  const auto pipe = [&](const std::string& typed) {
    return RunProcess(
        {"sh", "-c", "echo '" + typed + "' | " KITH_PROGRAM " --data " + data().string() + " pin"},
        Options());
  };
  const ProcessOutcome refused = pipe("secret");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("4 to 12 digits"));
  EXPECT_EQ(pipe("2468").status, 0);
  EXPECT_TRUE(fs::exists(data() / "pin"));
  Must({"pin", "--remove"});
  EXPECT_FALSE(fs::exists(data() / "pin"));
}

}  // namespace
}  // namespace kith::test
