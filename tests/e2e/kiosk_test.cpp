// SPDX-License-Identifier: Apache-2.0
// The real window, real clicks: from the demo camera to a due list in a file.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "storage/store.h"
#include "tests/e2e/file_drag.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/pdf_maker.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using testing::HasSubstr;

class Kiosk : public KithProgram {
 protected:
  std::vector<std::string> KioskCommand() const { return WindowCommand("demo", "Autumn meetup"); }

  std::string Ask(const std::string& query) const {
    SQLite::Database database((data() / "kith.db").string(), SQLite::OPEN_READONLY);
    return database.execAndGet(query).getString();
  }
};

TEST_F(Kiosk, LeadsFromTheCameraToTheDueList) {
  KioskScreen screen(KioskCommand(), WindowOptions());

  // The demo camera shows a card; it is captured, read, and laid out for checking. Correct the first field.
  screen.WaitFor("save");
  screen.Click("value", 0);
  screen.Press("ctrl+a");
  screen.Type("Zephyrine");
  screen.Click("save");
  screen.WaitUntilGone("save");

  screen.Click("contacts");
  screen.Click("search");
  screen.Type("zephyr");
  screen.WaitFor("contact");
  screen.Click("contact", 0);

  screen.Click("due");
  screen.WaitFor("done");

  screen.Click("export");
  constexpr int kCalendar = 6;
  screen.WaitFor("choice", kCalendar + 2);
  screen.Click("choice", kCalendar);
  screen.Click("write");
  const ProcessOutcome outcome = screen.Close();
  EXPECT_EQ(outcome.status, 0) << outcome.err;

  EXPECT_EQ(Ask("SELECT count(*) FROM contacts"), "1");
  EXPECT_EQ(Ask("SELECT count(*) FROM captures WHERE state = 'confirmed'"), "1");
  EXPECT_EQ(Ask("SELECT count(*) FROM follow_ups"), "3");
  EXPECT_EQ(Ask("SELECT name FROM events"), "Autumn meetup");

  std::string calendar;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
    if (entry.path().extension() == ".ics") calendar += ReadBytes(entry.path());
  }
  EXPECT_THAT(calendar, HasSubstr("BEGIN:VEVENT\r\n"));
  EXPECT_THAT(calendar, HasSubstr("END:VCALENDAR\r\n"));

  const ProcessOutcome found = Run({"contacts", "zephyr", "--event", "autumn MEETUP", "--json"});
  EXPECT_THAT(found.out, HasSubstr("Zephyrine"));
}

TEST_F(Kiosk, KeepsTheCardsOfFilesThatAreDroppedOnItsWindow) {
  const std::filesystem::path pdf = folder() / "cards.pdf";
  WriteBytes(pdf, MakePdf({{ReadBytes(Sample("01.jpg"))}, {ReadBytes(Sample("02.jpg"))}}));
  const std::filesystem::path pictures = folder() / "pictures";
  std::filesystem::create_directory(pictures);
  std::filesystem::copy_file(Sample("03.jpg"), pictures / "a.jpg");
  WriteBytes(folder() / "notes.txt", "Dear Ada,");

  // A camera that isn't there: every card comes from the files.
  KioskScreen screen(WindowCommand(NoCamera()), WindowOptions());
  screen.WaitFor("scan");
  DropFiles(screen.display(), {pdf, pictures, folder() / "notes.txt"});
  screen.WaitFor("card", 3);
  screen.WaitFor("dismiss", 2);  // how many came in, and which file was none
  const ProcessOutcome outcome = screen.Close();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(Ask("SELECT count(*) FROM captures"), "3");
  EXPECT_EQ(Ask("SELECT source FROM captures ORDER BY id LIMIT 1 OFFSET 1"), pdf.string() + "#page=2");
}

TEST_F(Kiosk, MakesAnEventThatCardsBelongToFromThenOn) {
  std::filesystem::copy_file(Sample("03.jpg"), folder() / "a.jpg");
  const std::vector<std::string> command = WindowCommand(NoCamera());
  {
    KioskScreen screen(command, WindowOptions());
    screen.WaitFor("events");
    screen.Click("events");
    screen.WaitFor("new-event");
    screen.Click("new-event");
    screen.Click("event-name");
    screen.Type("Looms and Logic");
    screen.Click("save-event");
    screen.WaitFor("today");
    screen.Click("today");
    screen.WaitFor("not-today");
    screen.Click("ready");
    screen.WaitFor("remedy");  // there is no camera
    EXPECT_EQ(screen.Close().status, 0);
  }
  KioskScreen screen(command, WindowOptions());
  screen.WaitFor("scan");
  DropFiles(screen.display(), {folder() / "a.jpg"});
  screen.WaitFor("card");
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT name FROM captures JOIN events ON events.id = event"), "Looms and Logic");
}

TEST_F(Kiosk, BringsBackADamagedDatabase) {
  const std::filesystem::path file = data() / "kith.db";
  {
    const ManualClock clock;
    const auto store = storage::Store::Open(file, clock);
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->contacts().Confirm(NamedContact("Ada Example"), {}));
    ASSERT_TRUE((*store)->BackUpDaily(data() / "backups", clock.Today()));
  }
  std::string bytes = ReadBytes(file);
  bytes.replace(100, bytes.size() - 100, bytes.size() - 100, '\x5A');
  WriteBytes(file, bytes);

  KioskScreen screen(WindowCommand(NoCamera()), WindowOptions());
  screen.WaitFor("bring-back");
  screen.Click("bring-back");
  screen.WaitFor("go-on");
  screen.Click("go-on");
  screen.WaitFor("scan");
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT full_name FROM contacts"), "Ada Example");
  EXPECT_EQ(Ask("PRAGMA integrity_check"), "ok");
}

TEST_F(Kiosk, SaysWhatToDoWithoutADisplay) {
  ProcessOptions options = WindowOptions();
  options.environment["DISPLAY"] = "";
  options.environment["WAYLAND_DISPLAY"] = "";
  const ProcessOutcome outcome = RunProcess(Command({"kiosk"}), options);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("isplay"));
}

}  // namespace
}  // namespace kith::test
