// SPDX-License-Identifier: Apache-2.0
// The real window and a real server: the host synchronises by a click.
#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "storage/store.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/e2e/screen_reader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class SyncInTheWindow : public KithProgram {
 protected:
  void SetUp() override {
    fs::create_directories(folder() / "config" / "kith");
    WriteBytes(folder() / "config" / "kith" / "kith.toml",
               "[sync]\ncarddav = \"" + server_.Url() + "\"\ncaldav = \"" + server_.Url() +
                   "\"\nca_file = \"" + server_.certificate().string() + "\"\n");
    Keep(data(), FullContact());
  }

  static void Keep(const fs::path& folder, const Contact& contact) {
    const ManualClock clock;
    const auto store = storage::Store::Open(folder / "kith.db", clock);
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->contacts().Confirm(contact, std::array{SampleFollowUp(contact.id, clock.Today())}));
  }

  ProcessOptions WithoutKeyRing() const {
    ProcessOptions options = WindowOptions();
    options.environment["DBUS_SESSION_BUS_ADDRESS"] = "";
    return options;
  }
  void Sync(const fs::path& folder, const std::string& arguments, const std::string& input = {}) const {
    const std::string command = "printf '%s\\n' '" + input + "' | " + KITH_PROGRAM + " --data " +
                                folder.string() + " sync " + arguments;
    const ProcessOutcome outcome = RunProcess({"/bin/sh", "-c", command}, WithoutKeyRing());
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }
  void LogIn(const fs::path& folder, const std::string& password) const {
    Sync(folder, std::string("--login --user ") + Radicale::kUser, password);
  }

  std::unique_ptr<KioskScreen> OpenSyncScreen() const {
    auto screen = std::make_unique<KioskScreen>(WindowCommand(NoCamera()), WithoutKeyRing());
    screen->Click("export");
    screen->Click("syncs");
    return screen;
  }

  /// Looks until the screen says that; what else it says then.
  std::string ReadUntil(const KioskScreen& screen, const std::string& words) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    std::string read;
    while (read.find(words) == std::string::npos && std::chrono::steady_clock::now() < end)
      read = reader_.Read(screen.display(), folder());
    EXPECT_THAT(read, HasSubstr(words));
    return read;
  }

  std::vector<std::string> CardsThere() const {
    std::vector<std::string> cards;
    for (const auto& entry : fs::directory_iterator(server_.collections() / "host" / "kith")) {
      if (entry.path().extension() == ".vcf") cards.push_back(ReadBytes(entry.path()));
    }
    return cards;
  }

  Radicale server_{Radicale::Encryption::kTls};
  ScreenReader reader_;
};

TEST_F(SyncInTheWindow, BringsWhatIsNewHereThereAndWhatIsNewThereHere) {
  const fs::path elsewhere = folder() / "elsewhere";
  fs::create_directory(elsewhere);
  Keep(elsewhere, NamedContact("Bo Sample"));
  LogIn(elsewhere, Radicale::kPassword);
  Sync(elsewhere, "");
  LogIn(data(), Radicale::kPassword);

  const auto screen = OpenSyncScreen();
  ReadUntil(*screen, "not synchronised yet");
  screen->Click("sync-now");
  EXPECT_THAT(ReadUntil(*screen, "just now"), HasSubstr("1 changed here, 1 on the server"));
  screen->Click("contacts");
  screen->WaitFor("contact", 2);
  const std::string contacts = ReadUntil(*screen, "bo sample");
  EXPECT_THAT(contacts, HasSubstr("ada example"));
  EXPECT_EQ(screen->Close().status, 0);

  EXPECT_THAT(CardsThere(), testing::UnorderedElementsAre(HasSubstr("Ada Example"), HasSubstr("Bo Sample")));
}

TEST_F(SyncInTheWindow, AsksForTheLoginThatIsMissingAndSaysWhatTheServerRefused) {
  LogIn(data(), "wrong");
  const auto screen = OpenSyncScreen();
  screen->Click("sync-now");
  ReadUntil(*screen, "doesn't accept the user and password");
  EXPECT_EQ(screen->Close().status, 0);

  Sync(data(), "--logout");
  const auto again = OpenSyncScreen();
  ReadUntil(*again, "log in to localhost");
  EXPECT_FALSE(again->Shows("sync-now"));
  EXPECT_EQ(again->Close().status, 0);
}

/// With no server, but a certificate of one's own.
class FirstSyncInTheWindow : public SyncInTheWindow {
 protected:
  void SetUp() override {
    SyncInTheWindow::SetUp();
    WriteBytes(ConfigFile(), "# Ours\n[sync]\nca_file = \"" + server_.certificate().string() + "\"\n");
  }
  fs::path ConfigFile() const { return folder() / "config" / "kith" / "kith.toml"; }
  /// The first field has the focus by itself.
  void TypeLogin(KioskScreen& screen, const std::string& password) const {
    screen.WaitFor("connect");
    screen.Press("ctrl+a");  // it has it by then
    screen.Type(server_.Url());
    screen.Press("Tab");
    screen.Type(Radicale::kUser);
    screen.Press("Tab");
    screen.Type(password);
    screen.Press("Return");
  }
};

TEST_F(FirstSyncInTheWindow, ConnectsByTheKeyboardSynchronisesAndDisconnects) {
  const auto screen = OpenSyncScreen();
  TypeLogin(*screen, "wrong");
  ReadUntil(*screen, "doesn't accept the user and password");
  EXPECT_THAT(ReadBytes(ConfigFile()), testing::Not(HasSubstr("carddav"))) << "nothing is kept";
  screen->Press("ctrl+a");
  screen->Type(Radicale::kPassword);
  screen->Press("Return");
  screen->WaitFor("use-places");
  screen->Press("Return");
  screen->WaitFor("sync-now");
  screen->Click("sync-now");
  EXPECT_THAT(ReadUntil(*screen, "just now"), HasSubstr("0 changed here, 1 on the server"));
  EXPECT_THAT(CardsThere(), testing::ElementsAre(HasSubstr("Ada Example")));
  const std::string config = ReadBytes(ConfigFile());
  EXPECT_THAT(config, testing::StartsWith("# Ours\n[sync]\nca_file = "));
  EXPECT_THAT(config, HasSubstr("carddav = \"" + server_.Url() + "/host/kith/\"\n"));
  Sync(data(), "");  // as the command line has it, too
  for (const auto& entry : fs::recursive_directory_iterator(folder())) {
    if (entry.is_regular_file() && entry.path().filename() != "logins.json") {
      EXPECT_THAT(ReadBytes(entry.path()), testing::Not(HasSubstr(Radicale::kPassword))) << entry.path();
    }
  }

  screen->Click("disconnect");
  screen->WaitFor("sure-disconnect");
  screen->Click("sure-disconnect");
  screen->WaitFor("connect");
  const ProcessOutcome outcome = screen->Close();
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out + outcome.err, testing::Not(HasSubstr(Radicale::kPassword)));
  EXPECT_THAT(ReadBytes(data() / "sync" / "logins.json"), testing::Not(HasSubstr(Radicale::kPassword)));
  EXPECT_THAT(ReadBytes(ConfigFile()), testing::Not(HasSubstr("localhost")));
}

TEST_F(FirstSyncInTheWindow, SaysThatTheCertificateIsNotTrusted) {
  WriteBytes(ConfigFile(), "");
  const auto screen = OpenSyncScreen();
  TypeLogin(*screen, Radicale::kPassword);
  ReadUntil(*screen, "certificate of localhost");
  EXPECT_EQ(screen->Close().status, 0);
}

}  // namespace
}  // namespace kith::test
