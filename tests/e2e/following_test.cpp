// SPDX-License-Identifier: Apache-2.0
// A host who follows up from a shell, without the window.
#include <chrono>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "storage/store.h"
#include "tests/e2e/json_lines.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class FollowingFromAShell : public KithProgram {
 protected:
  void SetUp() override {
    auto store = storage::Store::Open(data() / "kith.db", clock_);
    ASSERT_TRUE(store);
    Contact ada = NamedContact("Ada Example");
    ada.met_on = Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    ada.interests = {"old boats"};
    Contact ben = NamedContact("Ben Sample");
    ben.interests = {"Old boats"};
    ASSERT_TRUE((*store)->contacts().Confirm(ada, {}));
    ASSERT_TRUE((*store)->contacts().Confirm(ben, {}));
  }

  /// What it prints; it must work.
  std::string Out(std::vector<std::string> arguments) const {
    const ProcessOutcome outcome = Run(std::move(arguments));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  std::vector<nlohmann::json> Due() const { return JsonLines(Out({"due", "--all", "--json"})); }
  void Configure(const std::string& toml) const {
    std::filesystem::create_directories(folder() / "config" / "kith");
    std::ofstream(folder() / "config" / "kith" / "kith.toml") << toml;
  }

  ManualClock clock_;
};

TEST_F(FollowingFromAShell, APromiseIsKeptDoneAndTakenBack) {
  Out({"promise", "Ada", "Send the link in two weeks"});
  ASSERT_EQ(Due().size(), 1U);
  const nlohmann::json promise = Due()[0];
  EXPECT_EQ(promise["text"], "Send the link in two weeks");
  EXPECT_EQ(promise["kind"], "send-link");
  EXPECT_EQ(promise["name"], "Ada Example");
  const std::string id = promise["id"];
  Out({"done", id.substr(id.size() - 8), "--note", "sent"});
  EXPECT_THAT(Due(), IsEmpty());
  Out({"undo"});
  EXPECT_EQ(Due()[0], promise);
  EXPECT_EQ(Run({"undo"}).status, 0) << "the promise itself";
  EXPECT_THAT(Due(), IsEmpty());
  EXPECT_EQ(Run({"undo"}).status, 1);
}

TEST_F(FollowingFromAShell, ACircleBringsACheckInThatAnyContactRestarts) {
  Out({"know", "Ben", "--circle", "close", "--language", "de"});
  ASSERT_EQ(Due().size(), 1U);
  EXPECT_EQ(Due()[0]["kind"], "check-in");
  EXPECT_THAT(Out({"message", Due()[0]["key"]}), HasSubstr("Wie geht es dir?"));
  EXPECT_THAT(Out({"message", Due()[0]["key"], "--mailto"}), HasSubstr("mailto:?subject=Wie%20geht"));
  const std::string before = Due()[0]["day"];
  Out({"log", "Ben", "called", "--note", "About boats. I'll send the slides"});
  ASSERT_EQ(Due().size(), 1U) << "the promise in the note: until it is kept, no check-in beside it";
  EXPECT_EQ(Due()[0]["kind"], "send-link");
  Out({"done", Due()[0]["key"]});
  ASSERT_EQ(Due().size(), 1U);
  EXPECT_EQ(Due()[0]["kind"], "check-in");
  EXPECT_GT(Due()[0]["day"], before);
  Out({"know", "Ben", "--let-go"});
  EXPECT_THAT(Due(), IsEmpty());
}

TEST_F(FollowingFromAShell, AnIntroductionIsSuggestedAskedAndMade) {
  EXPECT_THAT(Out({"introduce"}), HasSubstr("both like to talk about old boats"));
  Out({"introduce", "Ada", "Ben"});
  EXPECT_EQ(Due().size(), 2U);
  EXPECT_THAT(Out({"introduce"}), IsEmpty());
  EXPECT_THAT(Out({"message", Due()[0]["key"]}), Not(HasSubstr("Ben")));
  Out({"introduce", "Ada", "Ben", "--from", "Ada", "--answer", "yes"});
  Out({"introduce", "Ada", "Ben", "--from", "Ben", "--answer", "yes"});
  ASSERT_EQ(Due().size(), 1U);
  EXPECT_THAT(Due()[0]["text"].get<std::string>(), HasSubstr("to each other"));
  Out({"done", Due()[0]["key"]});
  EXPECT_EQ(Run({"introduce", "Ada", "Ben"}).status, 1);
}

TEST_F(FollowingFromAShell, APlanIsGivenAndMovedAfterItWasShown) {
  Configure(
      "[[plan]]\nname = \"mine\"\n[[plan.step]]\nafter_days = 3\nkind = \"check-in\"\ntext = \"Ask "
      "{name}\"\n");
  Out({"plan", "--contact", "Ada", "--give", "mine"});
  const std::string day = Due().at(0)["due"];
  Configure(
      "[[plan]]\nname = \"mine\"\n[[plan.step]]\nafter_days = 9\nkind = \"check-in\"\ntext = \"Ask {name} "
      "how it is\"\n");
  EXPECT_THAT(Out({"plan"}), HasSubstr("Ask Ada Example how it is"));
  EXPECT_EQ(Due().at(0)["due"], day) << "shown, not done";
  Out({"plan", "--apply"});
  EXPECT_NE(Due().at(0)["due"], day);
  EXPECT_EQ(Due().at(0)["text"], "Ask Ada Example how it is");
  EXPECT_THAT(Out({"plan"}), IsEmpty());
}

TEST_F(FollowingFromAShell, AFoundCardHasStepsOfItsOwn) {
  Configure("[[plan]]\nname = \"mine\"\n[[plan.step]]\nafter_days = 0\ntext = \"Ask {name}\"\n");
  Out({"plan", "--contact", "Ada", "--give", "mine"});
  EXPECT_EQ(Due().size(), 1U);
  Out({"plan", "--contact", "Ada", "--found"});
  EXPECT_EQ(Due().size(), 4U);
  EXPECT_THAT(Out({"plan"}), IsEmpty()) << "counted from the finding, not from the meeting";
}

TEST_F(FollowingFromAShell, PuttingOffTakesADayOrAName) {
  Out({"promise", "Ada", "Bring the book", "--by", "2026-11-30"});
  const std::string key = Due().at(0)["key"];
  Out({"snooze", key, "--until", "2031-02-03"});
  EXPECT_THAT(Due(), IsEmpty()) << "beyond a year";
  Out({"undo"});
  Out({"snooze", key, "--until", "month"});
  EXPECT_EQ(Run({"snooze", key, "--until", "someday"}).status, 1);
  EXPECT_EQ(Run({"snooze", "nothing", "--until", "week"}).status, 1);
}

TEST_F(FollowingFromAShell, NamesWhoHasNoNextStep) {
  EXPECT_THAT(Run({"next"}).err, HasSubstr("2 have no next step"));
  Out({"know", "Ada", "--circle", "close"});
  EXPECT_THAT(Out({"next", "--missing"}), testing::AllOf(HasSubstr("Ben"), Not(HasSubstr("Ada"))));
  Out({"plan", "--contact", "Ben", "--found"});
  EXPECT_THAT(Run({"next"}).err, HasSubstr("Everyone has a next step."));
}

TEST_F(FollowingFromAShell, SaysWhatIsWrongInTheConfiguration) {
  Configure("[calendar]\nskip = [\"caturday\"]\n");
  EXPECT_THAT(Run({"due"}).err, HasSubstr("a weekday is written like \"saturday\" (line 2)"));
  Configure("[remind]\ntimes = [\"25:00\"]\n");
  EXPECT_THAT(Run({"due"}).err, HasSubstr("a time is written like \"18:30\" (line 2)"));
}

TEST_F(FollowingFromAShell, ARemindingWithoutADesktopSaysSo) {
  Out({"promise", "Ada", "Bring the book", "--by", "2020-01-01"});
  Configure("[remind]\ntimes = [\"00:00\"]\n");
  ProcessOptions options = Options();
  options.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent";
  const ProcessOutcome outcome = RunProcess(Command({"remind", "--once"}), options);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("can't show a notification"));
}

/// On a bus of its own, with a real notification service that keeps a history.
TEST_F(FollowingFromAShell, RemindsOnTheDesktopAtMostAsOftenAsWanted) {
  ASSERT_TRUE(std::filesystem::exists("/usr/bin/dunst")) << "scripts/install-packages installs it";
  Out({"promise", "Ada", "Bring <b>the</b> book & tea", "--by", "2020-01-01"});
  Configure("[remind]\ntimes = [\"00:00\"]\nper_day = 2\n");
  const std::string script =
      "dunst >/dev/null 2>&1 & until dunstctl history >/dev/null 2>&1; do read -t 0.1 <> <(:) || true; done; "
      "\"$@\" && \"$@\"; status=$?; dunstctl close-all; dunstctl history; kill %1; exit $status";
  std::vector<std::string> command = {"xvfb-run", "-a",  "dbus-run-session", "--", "bash", "-c",
                                      script,     "kith"};
  const std::vector<std::string> kith = Command({"remind", "--once"});
  command.insert(command.end(), kith.begin(), kith.end());
  const ProcessOutcome outcome = RunProcess(command, Options());
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const nlohmann::json history = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(history["data"][0].size(), 1U) << "one time of the day passed, so the second look shows nothing";
  EXPECT_EQ(history["data"][0][0]["summary"]["data"], "Somebody to think of today");
  EXPECT_THAT(history["data"][0][0]["body"]["data"].get<std::string>(), HasSubstr("book"));
}

TEST_F(FollowingFromAShell, TheDaemonRemindsAndEndsWhenItIsTold) {
  ASSERT_TRUE(std::filesystem::exists("/usr/bin/dunst")) << "scripts/install-packages installs it";
  Out({"promise", "Ada", "Bring the book", "--by", "2020-01-01"});
  Configure("[remind]\ntimes = [\"00:00\"]\n");
  const std::string script =
      "pause() { read -t 0.1 <> <(:) || true; }; "
      "dunst >/dev/null 2>&1 & until dunstctl history >/dev/null 2>&1; do pause; done; "
      "\"$@\" & daemon=$!; until [ \"$(dunstctl count displayed)\" = 1 ]; do pause; done; "
      "kill -TERM $daemon; wait $daemon; status=$?; dunstctl close-all; dunstctl history; kill %1; exit "
      "$status";
  std::vector<std::string> command = {"xvfb-run", "-a",  "dbus-run-session", "--", "bash", "-c",
                                      script,     "kith"};
  const std::vector<std::string> kith = Command({"remind", "--daemon"});
  command.insert(command.end(), kith.begin(), kith.end());
  const ProcessOutcome outcome = RunProcess(command, Options());
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["data"][0].size(), 1U);
}

TEST_F(FollowingFromAShell, ABirthdayIsNotedAndComesUp) {
  const Day soon(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) +
                 std::chrono::days(3));
  const std::string month_and_day = FormatDay(soon).substr(5);
  Out({"know", "Ada", "--birthday", month_and_day});
  ASSERT_EQ(Due().size(), 1U);
  EXPECT_EQ(Due()[0]["kind"], "birthday");
  const ProcessOutcome wrong = Run({"know", "Ada", "--birthday", "31-31"});
  EXPECT_NE(wrong.status, 0);
  EXPECT_THAT(wrong.err, HasSubstr("03-14"));
  Out({"know", "Ada", "--birthday", ""});
  EXPECT_THAT(Due(), IsEmpty());
}

}  // namespace
}  // namespace kith::test
