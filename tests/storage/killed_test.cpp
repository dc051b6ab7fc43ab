// SPDX-License-Identifier: Apache-2.0
// A program that does everything at once is killed at random moments, KITH_KILLS times (12 if that isn't
// set).
#include <array>
#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/child_process.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/small_disk.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

constexpr std::size_t kMessage = 37;  // what was done, and an id

/// Captures, reads, confirms, merges, imports, undoes and erases for ever; tells what it has done, what it is
/// about to erase, and that the disk refused something, after which it goes on.
class Busy {
 public:
  /// `disk`: fails now and then, in every way that a disk can; nullptr: it doesn't.
  Busy(const std::filesystem::path& file, const Clock& clock, unsigned seed, int out, test::FaultyDisk* disk)
      : store_(OpenStore(file, clock)), random_(seed), out_(out), disk_(disk) {}

  [[noreturn]] void Run() {
    Did(store_->queue().ResumeInterrupted());
    for (;;) {
      if (disk_ != nullptr) {
        using Fault = test::FaultyDisk::Fault;
        disk_->FailAfter(static_cast<int>(random_() % 60),
                         random_() % 2 == 0 ? Fault::kIoError : Fault::kFull);
      }
      Act();
    }
  }

 private:
  void Act() {
    const auto id = store_->captures().Add(test::SampleCapture(std::string(15'000, 'x')));
    if (!Did(id)) return;
    Tell('C', id->ToString());
    if (!Did(store_->queue().ClaimCapture(*id)) || !Did(store_->queue().Finish(*id, test::SampleDraft())))
      return;
    Contact contact = test::FullContact("Person " + std::to_string(random_() % 100));
    contact.capture = *id;
    if (!Did(store_->contacts().Confirm(contact, {}))) return;
    Tell('K', contact.id.ToString());
    if (last_.is_nil()) {
      last_ = contact.id;
    } else {
      MergeOrErase(contact);
    }
  }

  void MergeOrErase(const Contact& contact) {
    switch (random_() % 3) {
      case 0: {
        Tell('m', contact.id.ToString());
        const auto revision = store_->duplicates().Merge(last_, contact.id, Actor::kHost);
        if (Did(revision) && random_() % 2 == 0) Did(store_->history().Undo(last_, *revision));
        break;
      }
      case 1:
        Tell('e', contact.id.ToString());
        Tell('e', contact.capture->ToString());
        if (Did(store_->contacts().Erase(contact.id))) Tell('E', contact.id.ToString());
        break;
      default: {
        const std::array imported = {test::FullContact("Import One"), test::FullContact("Import Two")};
        if (!Did(store_->contact_import().Import(imported))) return;
        for (const Contact& person : imported)
          Tell('K', person.id.ToString());
        last_ = contact.id;
      }
    }
  }

  /// False if the disk refused it and the message says so; every other error ends the program.
  template <typename T>
  bool Did(const Result<T>& result) {
    if (result) return true;
    const Error& error = result.error();
    const bool is_clear = (error.code == ErrorCode::kStorageFull || error.code == ErrorCode::kStorage) &&
                          error.message.find("disk") != std::string::npos;
    if (!is_clear) _exit(4);
    if (disk_ != nullptr) disk_->Repair();
    Tell('F', ContactId().ToString());
    return false;
  }
  void Tell(char what, const std::string& id) { test::WriteAll(out_, what + id); }

  std::unique_ptr<Store> store_;
  std::mt19937 random_;
  int out_;
  test::FaultyDisk* disk_;
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

class Killed : public testing::Test {
 protected:
  enum class Disk { kGood, kBroken, kFull };

  /// How often the disk refused something.
  int Kill(int times, Disk disk, const test::SmallDisk* small = nullptr) {
    for (int kill = 0; kill < times; ++kill) {
      const auto seed = static_cast<unsigned>(random_());
      test::ChildProcess child([&](int out) {
        std::optional<test::FaultyDisk> broken;
        if (disk == Disk::kBroken) broken.emplace();
        Busy(file_, clock_, seed, out, broken ? &*broken : nullptr).Run();
      });
      if (!Hear(child, static_cast<int>(random_() % 6) + 1)) break;
      if (small != nullptr) small->FillUp();
      if (small != nullptr && !Hear(child, static_cast<int>(random_() % 3) + 1)) break;
      // Not to wait for anything: this only chooses where in the next acts the child is killed.
      std::this_thread::sleep_for(std::chrono::microseconds(random_() % 30'000));
      child.Kill();
      while (Listen(child)) {
      }
      if (small != nullptr) small->MakeRoom();
      ExpectSound(file_);
      if (HasFailure()) {
        ADD_FAILURE() << "after kill " << kill;
        break;
      }
    }
    ExpectKept(*OpenStore(file_, clock_), said_);
    return refused_;
  }

  test::TempFolder folder_;

 private:
  bool Hear(test::ChildProcess& child, int messages) {
    for (; messages > 0; --messages) {
      if (Listen(child)) continue;
      ADD_FAILURE() << "it ended by itself";
      return false;
    }
    return true;
  }
  bool Listen(test::ChildProcess& child) {
    const std::string message = child.Read(kMessage);
    if (message.size() != kMessage) return false;
    if (message[0] == 'F') {
      ++refused_;
    } else {
      said_[message.substr(1)].insert(message[0]);
    }
    return true;
  }

  test::ManualClock clock_;
  const std::filesystem::path file_ = folder_ / "kith.db";
  std::mt19937 random_{static_cast<unsigned>(Kills()) + 7};
  Said said_;
  int refused_ = 0;
};

TEST_F(Killed, LosesNothingThatWasSaidAndStaysSound) {
  EXPECT_EQ(Kill(Kills(), Disk::kGood), 0);
}

TEST_F(Killed, LosesNothingOnADiskThatFailsNowAndThen) {
  EXPECT_GT(Kill(Kills(), Disk::kBroken), 0);
}

TEST_F(Killed, LosesNothingOnADiskThatBecomesFull) {
  const test::SmallDisk disk(folder_.path(), 64);
  if (!disk.mounted()) GTEST_SKIP() << "This system lets tests mount no disk.";
  EXPECT_GT(Kill(Kills(), Disk::kFull, &disk), 0);
}

}  // namespace
}  // namespace kith::storage
