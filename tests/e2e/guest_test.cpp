// SPDX-License-Identifier: Apache-2.0
// The real window, real clicks: guests before a locked kiosk.
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "storage/store.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using testing::HasSubstr;

class GuestAtKiosk : public KithProgram {
 protected:
  void SetUp() override {
    const std::string kith = std::string(KITH_PROGRAM) + " --data " + data().string();
    ASSERT_EQ(RunProcess({"sh", "-c", "echo 2468 | " + kith + " pin"}, Options()).status, 0);
  }

  ProcessOptions KioskOptions() const {
    ProcessOptions options = Options();
    options.environment["HOME"] = folder().string();
    options.environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
    return options;
  }
  std::vector<std::string> KioskCommand(const std::string& camera) const {
    return {KITH_TELLING_PROGRAM, "--data", data().string(), "kiosk",        "--windowed",
            "--camera",           camera,   "--event",       "Autumn meetup"};
  }
  static void Unlock(KioskScreen& screen) {
    screen.Click("host");
    screen.WaitFor("unlock");
    screen.Type("2468");
    screen.Click("unlock");
    screen.WaitFor("contacts");
  }
  std::string Ask(const std::string& query) const {
    SQLite::Database database((data() / "kith.db").string(), SQLite::OPEN_READONLY);
    return database.execAndGet(query).getString();
  }
};

TEST_F(GuestAtKiosk, GoesFromTheWelcomeToTheReceiptAndWhatTheyChangeIsTheirs) {
  KioskScreen screen(KioskCommand("demo"), KioskOptions());
  screen.WaitFor("right");
  screen.WaitUntilGone("contacts");
  screen.Click("value", 0);
  screen.Press("ctrl+a");
  screen.Type("Zephyrin");
  screen.Click("key-e");
  screen.Click("key-done");
  screen.Click("right");
  screen.Click("keep-in-touch");
  screen.Click("finish");
  screen.WaitFor("done");
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);

  EXPECT_EQ(Ask("SELECT count(*) FROM contacts WHERE full_name = 'Zephyrine' OR organization = 'Zephyrine'"),
            "1");
  EXPECT_EQ(Ask("SELECT group_concat(DISTINCT actor) FROM contact_changes"), "guest");
  EXPECT_EQ(Ask("SELECT group_concat(kind || given) FROM (SELECT * FROM consents ORDER BY kind)"),
            "introduce0,keep-in-touch1");
  EXPECT_EQ(Ask("SELECT count(*) FROM receipts"), "1");
  EXPECT_EQ(Ask("SELECT count(*) FROM follow_ups"), "3");
  EXPECT_THAT(Run({"history", "zephyrine"}).out, HasSubstr("guest"));
}

TEST_F(GuestAtKiosk, WhoIsInAHurryLeavesTheirCardAndTheNextOneIsServed) {
  KioskScreen screen(KioskCommand("demo"), KioskOptions());
  screen.WaitFor("right");
  screen.Click("later");
  screen.WaitUntilGone("right");
  screen.WaitFor("right");
  screen.Click("right");
  screen.Click("finish");
  screen.WaitFor("done");
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT count(*) FROM contacts"), "1");
  EXPECT_EQ(Ask("SELECT count(*) FROM follow_ups"), "0") << "they agreed to nothing";
  EXPECT_NE(Ask("SELECT count(*) FROM captures WHERE state <> 'confirmed'"), "0");
}

TEST_F(GuestAtKiosk, SeesAndErasesWhatIsKeptWithTheReceiptCode) {
  std::string receipt;
  {
    const ManualClock clock;
    const auto store = storage::Store::Open(data() / "kith.db", clock);
    ASSERT_TRUE(store);
    receipt = (*store)->guests().Keep(NamedContact("Ada Example"), {}, {}).value();
    ASSERT_TRUE((*store)->contacts().Confirm(NamedContact("Bo Sample"), {}));
  }
  KioskScreen screen(KioskCommand((folder() / "no-camera.avi").string()), KioskOptions());
  screen.Click("receipt");
  for (const char letter : receipt)
    if (letter != '-') screen.Click(std::string("key-") + letter);
  screen.Click("find");
  screen.Click("erase-record");
  screen.Click("erase");
  screen.Click("leave");
  screen.WaitFor("receipt");
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT group_concat(full_name) FROM contacts"), "Bo Sample");
  EXPECT_EQ(Ask("SELECT count(*) FROM receipts"), "0");
}

}  // namespace
}  // namespace kith::test
