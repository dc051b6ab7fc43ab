// SPDX-License-Identifier: Apache-2.0
// A program that does everything at once is killed at random moments, KITH_KILLS times (12 if that isn't
// set).
#include <array>
#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/child_process.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

constexpr std::size_t kMessage = 37;  // what was done, and an id

/// Captures, reads, confirms, merges, imports, undoes and erases for ever; tells what it has done, and what
/// it is about to erase.
class Busy {
 public:
  Busy(const std::filesystem::path& file, const Clock& clock, unsigned seed, int out)
      : store_(OpenStore(file, clock)), random_(seed), out_(out) {}

  [[noreturn]] void Run() {
    Must(store_->queue().ResumeInterrupted());
    for (;;) {
      const CaptureId id = Must(store_->captures().Add(test::SampleCapture(std::string(15'000, 'x'))));
      Tell('C', id.ToString());
      Must(store_->queue().ClaimCapture(id));
      Must(store_->queue().Finish(id, test::SampleDraft()));
      Contact contact = test::FullContact("Person " + std::to_string(random_() % 100));
      contact.capture = id;
      Must(store_->contacts().Confirm(contact, {}));
      Tell('K', contact.id.ToString());
      if (last_.is_nil()) {
        last_ = contact.id;
      } else {
        MergeOrErase(contact);
      }
    }
  }

 private:
  void MergeOrErase(const Contact& contact) {
    switch (random_() % 3) {
      case 0: {
        Tell('m', contact.id.ToString());
        const auto revision = Must(store_->duplicates().Merge(last_, contact.id, Actor::kHost));
        if (random_() % 2 == 0) Must(store_->history().Undo(last_, revision));
        break;
      }
      case 1:
        Tell('e', contact.id.ToString());
        Tell('e', contact.capture->ToString());
        Must(store_->contacts().Erase(contact.id));
        Tell('E', contact.id.ToString());
        break;
      default: {
        const std::array imported = {test::FullContact("Import One"), test::FullContact("Import Two")};
        Must(store_->contact_import().Import(imported));
        for (const Contact& person : imported)
          Tell('K', person.id.ToString());
        last_ = contact.id;
      }
    }
  }

  template <typename T>
  T Must(Result<T> result) {
    if (!result) _exit(4);
    return *std::move(result);
  }
  void Must(const Result<void>& result) {
    if (!result) _exit(4);
  }
  void Tell(char what, const std::string& id) { test::WriteAll(out_, what + id); }

  std::unique_ptr<Store> store_;
  std::mt19937 random_;
  int out_;
  ContactId last_;
};

int Kills() {
  const char* const text = std::getenv("KITH_KILLS");
  return text == nullptr ? 12 : std::atoi(text);
}

/// What the killed programs said, by id.
using Said = std::map<std::string, std::set<char>>;

void ExpectSound(const std::filesystem::path& file) {
  Database database(file, Database::Mode::kReadWrite);
  database.Each("PRAGMA integrity_check", {}, [](const Row& row) { ASSERT_EQ(row.Text(0), "ok"); });
  EXPECT_EQ(database.Number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_EQ(database.Number("SELECT count(*) FROM captures WHERE state = 'waiting'"
                            " AND id NOT IN (SELECT capture FROM jobs)"),
            0)
      << "every card that waits has its job";
  EXPECT_EQ(database.Number("SELECT count(*) FROM captures WHERE state IN ('drafted', 'confirmed')"
                            " AND id NOT IN (SELECT capture FROM drafts)"),
            0);
  EXPECT_EQ(
      database.Number("SELECT count(*) FROM captures WHERE id NOT IN (SELECT capture FROM card_images)"), 0);
  EXPECT_EQ(database.Number("SELECT count(*) FROM contacts WHERE merged_into IS NULL"
                            " AND row NOT IN (SELECT rowid FROM contact_search)"),
            0)
      << "everybody is found";
}

void ExpectKept(Store& store, const Said& said) {
  for (const auto& [id, acts] : said) {
    if (acts.contains('e')) {
      if (acts.contains('E')) {
        EXPECT_FALSE(store.contacts().Get(*ContactId::Parse(id))) << "erased means erased";
      }
    } else if (acts.contains('C')) {
      EXPECT_TRUE(store.captures().CardImage(*CaptureId::Parse(id), CardSide::kFront)) << id;
    } else if (!acts.contains('m')) {
      EXPECT_TRUE(store.contacts().Get(*ContactId::Parse(id))) << id;
    }
  }
}

TEST(Killed, LosesNothingThatWasSaidAndStaysSound) {
  const test::ManualClock clock;
  const test::TempFolder folder;
  const std::filesystem::path file = folder / "kith.db";
  std::mt19937 random(static_cast<unsigned>(Kills()) + 7);
  Said said;
  const auto listen = [&](test::ChildProcess& child) {
    const std::string message = child.Read(kMessage);
    if (message.size() != kMessage) return false;
    said[message.substr(1)].insert(message[0]);
    return true;
  };
  for (int kill = 0; kill < Kills(); ++kill) {
    const auto seed = static_cast<unsigned>(random());
    test::ChildProcess child([&](int out) { Busy(file, clock, seed, out).Run(); });
    for (auto heard = random() % 6 + 1; heard > 0; --heard)
      ASSERT_TRUE(listen(child)) << "it ended by itself";
    // Not to wait for anything: this only chooses where in the next acts the child is killed.
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
    child.Kill();
    while (listen(child)) {
    }
    ExpectSound(file);
    if (testing::Test::HasFailure()) FAIL() << "after kill " << kill;
  }
  ExpectKept(*OpenStore(file, clock), said);
}

}  // namespace
}  // namespace kith::storage
