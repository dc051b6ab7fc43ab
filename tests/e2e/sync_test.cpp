// SPDX-License-Identifier: Apache-2.0
// `kith sync` with a real server, over TLS.
#include <csignal>

#include <gmock/gmock.h>
#include <poll.h>
#include <sys/stat.h>

#include "storage/store.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Sync : public KithProgram {
 protected:
  void SetUp() override {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    ASSERT_TRUE(store);
    const Contact ada = FullContact();
    ASSERT_TRUE((*store)->contacts().Confirm(ada, std::array{SampleFollowUp(ada.id, clock_.Today())}));
  }

  /// With no secret service and nothing typed.
  ProcessOutcome Kith(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), "sync");
    std::vector<std::string> command = Command(std::move(arguments));
    command.insert(command.begin(), {"/bin/sh", "-c", "printf '%s\\n' \"$0\" | \"$@\"", input});
    ProcessOptions options = Options();
    options.environment["DBUS_SESSION_BUS_ADDRESS"] = "";
    return RunProcess(command, options);
  }

  std::vector<std::string> Servers() const {
    return {"--carddav", server_.Url(), "--caldav", server_.Url(), "--ca-file", server_.certificate()};
  }

  std::vector<std::string> With(std::vector<std::string> more) const {
    const std::vector<std::string> servers = Servers();
    more.insert(more.end(), servers.begin(), servers.end());
    return more;
  }

  int CardsThere() const {
    int cards = 0;
    std::error_code ignored;
    for (fs::directory_iterator it(server_.collections() / "host" / "kith", ignored), end;
         !ignored && it != end; it.increment(ignored))
      cards += it->path().extension() == ".vcf" ? 1 : 0;
    return cards;
  }

  ManualClock clock_;
  Radicale server_{Radicale::Encryption::kTls};
};

TEST_F(Sync, KeepsTheLoginToItselfAndSynchronises) {
  EXPECT_THAT(Kith(Servers()).err, HasSubstr("kith sync --login"));
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "open sesame").status, 0);
  const fs::path logins = data() / "sync" / "logins.json";
  struct stat info {};
  ASSERT_EQ(stat(logins.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);

  const ProcessOutcome dry = Kith(With({"--dry-run"}));
  EXPECT_EQ(dry.status, 0) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("new there     Ada Example"));
  const ProcessOutcome done = Kith(With({"--verbose"}));
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, AllOf(HasSubstr("new there     Ada Example"), HasSubstr("new there     Say hello")));
  EXPECT_EQ(Kith(Servers()).out, "");

  for (const auto& entry : fs::recursive_directory_iterator(data())) {
    if (entry.is_regular_file() && entry.path() != logins) {
      EXPECT_THAT(ReadBytes(entry.path()), Not(HasSubstr("open sesame"))) << entry.path();
    }
  }
  EXPECT_THAT(done.err + done.out, Not(HasSubstr("sesame")));
  ASSERT_EQ(Kith(With({"--logout"})).status, 0);
  EXPECT_THAT(ReadBytes(logins), Not(HasSubstr("sesame")));
}

TEST_F(Sync, GoesOnAfterItWasKilled) {
  constexpr int kPeople = 24;
  {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    for (int i = 1; i < kPeople; ++i)
      ASSERT_TRUE((*store)->contacts().Confirm(NamedContact("Person " + std::to_string(i)), {}));
  }
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "open sesame").status, 0);
  for (const int enough : {1, 5, 12, 20}) {
    ProcessOptions options = Options();
    options.environment["DBUS_SESSION_BUS_ADDRESS"] = "";
    std::vector<std::string> arguments = With({});
    arguments.insert(arguments.begin(), "sync");
    const Process process(Command(arguments), options);
    while (CardsThere() < enough && kill(process.pid(), 0) == 0)
      poll(nullptr, 0, 1);
    process.Kill(SIGKILL);
  }
  const ProcessOutcome last = Kith(Servers());
  EXPECT_EQ(last.status, 0) << last.err;
  EXPECT_EQ(CardsThere(), kPeople);
  EXPECT_EQ(Kith(Servers()).out, "");
  const auto store = storage::Store::Open(data() / "kith.db", clock_);
  EXPECT_EQ((*store)->contacts().Search({.text = ""}).value().size(), static_cast<std::size_t>(kPeople));
}

TEST_F(Sync, RefusesWhatIsNotSafe) {
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "open sesame").status, 0);
  EXPECT_THAT(Kith({"--carddav", server_.Url()}).err, HasSubstr("certificate"));
  const ProcessOutcome in_address = Kith({"--carddav", "https://host:sesame@localhost/"});
  EXPECT_EQ(in_address.status, 1);
  EXPECT_THAT(in_address.err, Not(HasSubstr("sesame")));
  EXPECT_THAT(Kith({"--carddav", "http://localhost:1"}).err, HasSubstr("kith sync --login"));
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "wrong").status, 0);
  EXPECT_THAT(Kith(Servers()).err, HasSubstr("doesn't accept the user and password"));
}

TEST_F(Sync, KeepsTheLoginInTheKeyRing) {
  const std::vector<std::string> kith = Command({"sync", "--carddav", "https://localhost:1"});
  std::string command;
  for (const std::string& word : kith)
    command += "'" + word + "' ";
  const std::string script =
      "printf 'key ring' | gnome-keyring-daemon --unlock --components=secrets >&2\n"
      "printf 'open sesame\n' | " +
      command + "--login --user host || exit 10\n" + command + "; echo tried\n" + command +
      "--logout || exit 11\n" + command + "\nexit 0\n";
  ProcessOptions options = Options();
  for (const char* const name : {"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
    options.environment[name] = (folder() / "desktop").string();
  fs::create_directory(folder() / "desktop");
  fs::permissions(folder() / "desktop", fs::perms::owner_all);

  const ProcessOutcome done = RunProcess({"dbus-run-session", "--", "/bin/sh", "-c", script}, options);

  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.out, "tried\n");
  const std::size_t kept = done.err.find("Kept for https://localhost:1, in the desktop's key ring.");
  const std::size_t used = done.err.find("localhost can't be reached", kept);
  const std::size_t forgotten = done.err.find("Forgotten for https://localhost:1.", used);
  const std::size_t missing = done.err.find("There is no user and password", forgotten);
  EXPECT_NE(missing, std::string::npos) << done.err;
  EXPECT_FALSE(fs::exists(data() / "sync" / "logins.json"));
  for (const auto& entry : fs::recursive_directory_iterator(folder())) {
    if (entry.is_regular_file()) {
      EXPECT_THAT(ReadBytes(entry.path()), Not(HasSubstr("open sesame"))) << entry.path();
    }
  }
}

TEST_F(Sync, WatchesUntilItIsEnded) {
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "open sesame").status, 0);
  ProcessOptions options = Options();
  options.environment["DBUS_SESSION_BUS_ADDRESS"] = "";
  std::vector<std::string> arguments = With({"--watch"});
  arguments.insert(arguments.begin(), "sync");
  Process watching(Command(arguments), options);
  EXPECT_EQ(watching.ReadLine(), "new there     Ada Example");
  EXPECT_THAT(watching.ReadLine().value_or(""), HasSubstr("Say hello"));
  EXPECT_EQ(kill(watching.pid(), 0), 0);
  watching.Kill(SIGTERM);
  const ProcessOutcome ended = watching.Wait();
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(CardsThere(), 1);
}

TEST_F(Sync, PutsBackWhomTheServerDeleted) {
  ASSERT_EQ(Kith(With({"--login", "--user", "host"}), "open sesame").status, 0);
  ASSERT_EQ(Kith(Servers()).status, 0);
  for (const auto& entry : fs::directory_iterator(server_.collections() / "host" / "kith")) {
    if (entry.path().extension() == ".vcf") fs::remove(entry.path());
  }
  EXPECT_THAT(Kith(Servers()).out, HasSubstr("removed here  Ada Example"));
  EXPECT_EQ(Run({"contacts"}).out, "");
  const std::string file = (folder() / "everybody.vcf").string();
  EXPECT_EQ(Run({"export", "--format", "vcard", "-o", file}).status, 0);
  EXPECT_EQ(ReadBytes(file), "") << "who is put aside is in no export";

  const std::string removed = Kith({"--removed"}).out;
  EXPECT_THAT(removed, HasSubstr("Ada Example"));
  EXPECT_EQ(Kith({"--put-back", "nobody"}).status, 1);
  EXPECT_EQ(Kith({"--put-back", removed.substr(0, removed.find(' '))}).status, 0);
  EXPECT_EQ(Kith({"--removed"}).out, "");
  EXPECT_THAT(Run({"contacts"}).out, HasSubstr("Ada Example"));
  EXPECT_THAT(Kith(Servers()).out, HasSubstr("new there     Ada Example"));
  EXPECT_EQ(CardsThere(), 1);
}

}  // namespace
}  // namespace kith::test
