// SPDX-License-Identifier: Apache-2.0
// A batch scan that is killed at any moment loses nothing that it acknowledged.
#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <signal.h>

#include "tests/e2e/kith_program.h"

namespace kith::test {
namespace {

class KilledScan : public KithProgram {
 protected:
  /// Ids that the program said it kept.
  static std::set<std::string> Acknowledged(const std::string& err) {
    std::set<std::string> ids;
    std::istringstream in(err);
    for (std::string line; std::getline(in, line);) {
      const std::size_t as = line.rfind(" as ");
      if (line.starts_with("kept ") && as != std::string::npos && line.size() == as + 4 + 36) {
        ids.insert(line.substr(as + 4));
      }
    }
    return ids;
  }

  /// How often the scan is killed; KITH_KILLS=50 is for doing it thoroughly by hand.
  static int Kills() {
    const char* const wanted = std::getenv("KITH_KILLS");
    return wanted == nullptr ? 4 : std::stoi(wanted);
  }

  int Count(const std::string& query) const {
    SQLite::Database database((data() / "kith.db").string(), SQLite::OPEN_READONLY);
    return database.execAndGet(query).getInt();
  }

  /// Kills one scan after the other at moments of chance, lets the next one finish, and checks that all that
  /// was acknowledged on the way is there, once.
  void KillAndResume(int kills, std::mt19937& random) {
    const std::vector<std::string> command = Command({"scan", "--save", "--jobs", "2", Samples().string()});
    std::set<std::string> acknowledged;
    for (int i = 0; i < kills; ++i) {
      Process scan(command, Options());
      const auto limit = std::chrono::milliseconds(std::uniform_int_distribution(50, 2500)(random));
      acknowledged.merge(Acknowledged(scan.Wait(limit).err));
    }
    const ProcessOutcome last = RunProcess(command, Options());
    ASSERT_EQ(last.status, 0) << last.err;
    acknowledged.merge(Acknowledged(last.err));

    EXPECT_EQ(acknowledged.size(), 8);
    EXPECT_EQ(Count("SELECT count(*) FROM captures"), 8);
    EXPECT_EQ(Count("SELECT count(*) FROM drafts"), 8);
    EXPECT_EQ(Count("SELECT count(*) FROM card_images WHERE length(bytes) > 1000"), 8);
    EXPECT_EQ(Count("SELECT count(*) FROM jobs"), 0);
  }
};

TEST_F(KilledScan, ResumesAtTheNextStart) {
  // A card that was being read at three kills is set aside. So begin again with nothing.
  constexpr int kKillsInARow = 2;
  std::mt19937 random(20261123);
  for (int left = Kills(); left > 0 && !HasFailure(); left -= kKillsInARow) {
    std::filesystem::remove_all(data());
    KillAndResume(std::min(left, kKillsInARow), random);
  }
}

}  // namespace
}  // namespace kith::test
