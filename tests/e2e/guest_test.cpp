// SPDX-License-Identifier: Apache-2.0
// The real window, real clicks: guests before a locked kiosk.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/text.h"
#include "storage/store.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/e2e/screen_reader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/mjpeg_server.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class GuestAtKiosk : public KithProgram {
 protected:
  void SetUp() override {
    const std::string kith = std::string(KITH_PROGRAM) + " --data " + data().string();
    ASSERT_EQ(RunProcess({"sh", "-c", "echo 2468 | " + kith + " pin"}, Options()).status, 0);
  }

  std::vector<std::string> KioskCommand(const std::string& camera) const {
    return WindowCommand(camera, "Autumn meetup");
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

/// A card that lies still before the camera, as JPEG.
std::vector<std::uint8_t> Scene(const std::filesystem::path& card_file) {
  cv::Mat scene(720, 1280, CV_8UC3, cv::Scalar(90, 110, 120));
  const cv::Mat card = cv::imread(card_file.string());
  cv::Mat fitted;
  const double scale = 640.0 / std::max(card.cols, card.rows);
  cv::resize(card, fitted, {}, scale, scale, cv::INTER_AREA);
  fitted.copyTo(scene(cv::Rect({(1280 - fitted.cols) / 2, (720 - fitted.rows) / 2}, fitted.size())));
  std::vector<std::uint8_t> jpeg;
  cv::imencode(".jpg", scene, jpeg);
  return jpeg;
}

/// Shows that card and goes on; 0: at any port.
std::unique_ptr<MjpegServer> CameraBefore(const std::filesystem::path& card, int port = 0) {
  return std::make_unique<MjpegServer>(std::vector<std::vector<std::uint8_t>>{Scene(card)},
                                       MjpegServer::Ending::kNever, port);
}

TEST_F(GuestAtKiosk, GoesFromTheWelcomeToTheReceiptAndWhatTheyChangeIsTheirs) {
  const auto camera = CameraBefore(Sample("03.jpg"));
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
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
  auto camera = CameraBefore(Sample("03.jpg"));
  const int port = camera->port();
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
  screen.WaitFor("right");
  camera.reset();
  screen.Click("later");
  screen.WaitUntilGone("right");
  camera = CameraBefore(Sample("05.jpg"), port);
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
  KioskScreen screen(KioskCommand(NoCamera()), WindowOptions());
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

TEST_F(GuestAtKiosk, WhoWalksAwayIsAskedAndThenTheScreenIsTheNextOnes) {
  const auto camera = CameraBefore(Sample("03.jpg"));
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
  screen.WaitFor("right");
  screen.PassFiftySeconds();
  screen.Click("stay");
  screen.WaitUntilGone("stay");
  EXPECT_FALSE(screen.Shows("key-e")) << "the press went to the field behind the question";
  screen.WaitFor("right");
  screen.PassFiftySeconds();
  screen.WaitFor("stay");
  screen.PassFiftySeconds();
  screen.WaitUntilGone("right");
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT count(*) FROM contacts"), "0") << "nobody said that it was right";
  EXPECT_NE(Ask("SELECT count(*) FROM captures"), "0") << "the host looks at it later";
}

TEST_F(GuestAtKiosk, SeesNothingOfWhoWasThereBefore) {
  auto camera = CameraBefore(Sample("03.jpg"));
  const int port = camera->port();
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
  ScreenReader reader;
  screen.WaitFor("right");
  const std::string first = reader.Read(screen.display(), folder());
  screen.Click("right");
  screen.Click("finish");
  screen.WaitFor("done");
  camera.reset();
  screen.Click("done");
  screen.WaitUntilGone("done");

  camera = CameraBefore(Sample("05.jpg"), port);
  screen.WaitFor("right");
  std::string later = reader.Read(screen.display(), folder());
  screen.Click("right");
  screen.WaitFor("finish");
  later += reader.Read(screen.display(), folder());
  screen.Click("finish");
  screen.WaitFor("done");
  later += reader.Read(screen.display(), folder());
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);

  ASSERT_EQ(Ask("SELECT count(*) FROM contacts"), "2");
  const std::string name = FoldText(Ask("SELECT full_name FROM contacts ORDER BY row LIMIT 1"));
  ASSERT_THAT(first, HasSubstr(name)) << "else this test can't see anything";
  for (const std::string& word : SplitText(name, " .")) {
    if (word.size() > 3) {
      EXPECT_THAT(later, Not(HasSubstr(word)));
    }
  }
}

TEST_F(GuestAtKiosk, WhoTypesAWrongPinStaysOutsideAndTheHostGetsInAllTheSame) {
  const auto camera = CameraBefore(Sample("03.jpg"));
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
  ScreenReader reader;
  screen.WaitFor("right");
  screen.Click("host");
  screen.WaitFor("unlock");
  screen.Type("1357");
  screen.Click("unlock");
  constexpr int kTries = 60;  // it takes a while on purpose
  std::string said;
  for (int i = 0; i < kTries && said.find("that was not it") == std::string::npos; ++i)
    said = reader.Read(screen.display(), folder());
  EXPECT_THAT(said, HasSubstr("that was not it"));
  EXPECT_FALSE(screen.Shows("contacts"));
  screen.Type("2468");
  screen.Click("unlock");
  screen.WaitFor("contacts");
  EXPECT_EQ(screen.Close().status, 0);
}

TEST_F(GuestAtKiosk, GoesOnWhenTheCameraIsUnpluggedAndTheNextOneIsServedWhenItIsBack) {
  auto camera = CameraBefore(Sample("03.jpg"));
  const int port = camera->port();
  KioskScreen screen(KioskCommand(camera->Url()), WindowOptions());
  screen.WaitFor("right");
  camera.reset();
  screen.Click("right");
  screen.Click("finish");
  screen.Click("done");
  screen.WaitFor("receipt");
  camera = CameraBefore(Sample("05.jpg"), port);
  screen.WaitFor("right");
  Unlock(screen);
  EXPECT_EQ(screen.Close().status, 0);
  EXPECT_EQ(Ask("SELECT count(*) FROM contacts"), "1");
  EXPECT_EQ(Ask("SELECT count(*) FROM captures"), "2");
}

}  // namespace
}  // namespace kith::test
