// SPDX-License-Identifier: Apache-2.0
#include "storage/recovery.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class RecoveryTest : public testing::Test {
 protected:
  /// `count` people, each with a card, a follow-up and notes that fill a page.
  void Keep(int first, int count) {
    const auto store = OpenStore(file_, clock_);
    for (int i = first; i < first + count; ++i) {
      Contact contact = test::FullContact("Person " + std::to_string(i));
      contact.capture = store->captures().Add(test::SampleCapture(std::string(9000, 'x'))).value();
      contact.details.notes = std::string(3000, 'n');
      ids_.push_back(contact.id);
      const FollowUp follow_up = test::SampleFollowUp(contact.id, clock_.Today());
      ASSERT_TRUE(store->contacts().Confirm(contact, std::array{follow_up}));
      clock_.Advance(std::chrono::seconds(1));
    }
  }
  void BackUp() { ASSERT_TRUE(OpenStore(file_, clock_)->BackUpDaily(folder_ / "backups", clock_.Today())); }

  /// Overwrites every `step`th page from `first` on.
  void Damage(std::size_t first, std::size_t step) {
    std::string bytes = test::ReadBytes(file_);
    constexpr std::size_t kPage = 4096;
    for (std::size_t page = first; (page + 1) * kPage <= bytes.size(); page += step)
      bytes.replace(page * kPage, kPage, kPage, '\x5A');
    test::WriteBytes(file_, bytes);
  }

  /// Only where nothing but card images is.
  void DamageImages() {
    std::string bytes = test::ReadBytes(file_);
    for (std::size_t page = 0; page + 4096 <= bytes.size(); page += 4096) {
      if (bytes[page + 100] == 'x' && bytes[page + 3000] == 'x') bytes.replace(page, 4096, 4096, '\x5A');
    }
    test::WriteBytes(file_, bytes);
  }

  int CountKept() {
    const auto store = OpenStore(file_, clock_);
    int kept = 0;
    for (const ContactId id : ids_)
      kept += store->contacts().Get(id) ? 1 : 0;
    return kept;
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
  std::filesystem::path daily_ = folder_ / "backups" / "kith-2026-11-23.db";
  std::vector<ContactId> ids_;
};

TEST_F(RecoveryTest, OffersTheNewestGoodBackupOfADamagedDatabase) {
  Keep(0, 3);
  BackUp();
  std::filesystem::copy_file(daily_, folder_ / "backups" / "kith-2026-11-22.db");
  std::filesystem::last_write_time(folder_ / "backups" / "kith-2026-11-22.db",
                                   std::filesystem::last_write_time(daily_) - std::chrono::hours(24));
  Damage(0, 1);
  const auto opened = Store::Open(file_, clock_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kDamaged) << opened.error().message << opened.error().detail;
  EXPECT_NE(opened.error().message.find(daily_.string()), std::string::npos) << opened.error().message;

  test::WriteBytes(daily_, test::ReadBytes(daily_).substr(0, 20'000));
  const auto backups = FindBackups(file_);
  ASSERT_EQ(backups.size(), 2U);
  EXPECT_FALSE(backups[0].good) << "it was cut off";
  EXPECT_TRUE(backups[1].good);
  EXPECT_EQ(NewestGoodBackup(file_)->file.filename(), "kith-2026-11-22.db");
}

TEST_F(RecoveryTest, NoticesDamageInTheDailyBackup) {
  Keep(0, 5);
  DamageImages();
  const auto store = Store::Open(file_, clock_);
  ASSERT_TRUE(store) << "the pages that opening needs are whole";
  const auto backed_up = (*store)->BackUpDaily(folder_ / "backups", clock_.Today());
  ASSERT_FALSE(backed_up);
  EXPECT_EQ(backed_up.error().code, ErrorCode::kDamaged) << backed_up.error().message;
}

TEST_F(RecoveryTest, PutsABackupInPlaceAndKeepsTheDamagedFile) {
  Keep(0, 3);
  BackUp();
  Damage(0, 1);
  const std::string damaged = test::ReadBytes(file_);
  const auto replaced = ReplaceDamaged(file_, daily_, clock_);
  ASSERT_TRUE(replaced) << replaced.error().message << replaced.error().detail;
  EXPECT_EQ(test::ReadBytes(replaced->kept_aside), damaged);
  EXPECT_EQ(replaced->salvaged, SalvageReport()) << "there was nothing to be read";
  EXPECT_EQ(CountKept(), 3);
}

TEST_F(RecoveryTest, BringsOverWhatCanStillBeReadOfTheDamagedDatabase) {
  constexpr std::array<std::size_t, 4> kChanged = {0, 5, 10, 15};
  Keep(0, 20);
  BackUp();
  Keep(20, 40);
  {
    const auto store = OpenStore(file_, clock_);
    for (const std::size_t i : kChanged) {
      Contact changed = store->contacts().Get(ids_[i]).value();
      changed.details.organization = "Changed since";
      ASSERT_TRUE(store->contacts().Update(changed));
    }
    ASSERT_TRUE(store->contacts().Erase(ids_[1]));
  }
  Damage(40, 23);
  const auto replaced = ReplaceDamaged(file_, daily_, clock_);
  ASSERT_TRUE(replaced) << replaced.error().message << replaced.error().detail;
  const SalvageReport& salvaged = replaced->salvaged;
  EXPECT_GE(salvaged.contacts, 20);
  EXPECT_GT(salvaged.unreadable, 0) << "the damage did reach something";
  EXPECT_GE(salvaged.captures, 20);
  EXPECT_EQ(CountKept(), 19 + salvaged.contacts);
  const auto store = OpenStore(file_, clock_);
  EXPECT_GE(salvaged.changed_contacts, 2);
  int changed = 0;
  for (const std::size_t i : kChanged)
    changed += store->contacts().Get(ids_[i]).value().details.organization == "Changed since" ? 1 : 0;
  EXPECT_EQ(changed, salvaged.changed_contacts);
  EXPECT_FALSE(store->contacts().Get(ids_[1])) << "erased stays erased";
  EXPECT_TRUE(store->BackUp(folder_ / "check.db")) << "and the result is whole";
}

TEST_F(RecoveryTest, ChangesNothingWithoutAGoodBackup) {
  Keep(0, 1);
  const std::string before = test::ReadBytes(file_);
  test::WriteBytes(folder_ / "letter.txt", std::string(5000, '.'));
  EXPECT_FALSE(ReplaceDamaged(file_, folder_ / "letter.txt", clock_));
  EXPECT_FALSE(ReplaceDamaged(file_, folder_ / "missing.db", clock_));
  EXPECT_EQ(test::ReadBytes(file_), before);
}

TEST_F(RecoveryTest, DoesNotBringBackWhatWasErasedSinceTheBackup) {
  Keep(0, 2);
  BackUp();
  const auto store = OpenStore(file_, clock_);
  ASSERT_TRUE(store->contacts().Erase(ids_[0]));
  const auto aside = store->Restore(daily_);
  ASSERT_TRUE(aside) << aside.error().message;
  EXPECT_TRUE(std::filesystem::exists(*aside));
  EXPECT_EQ(CountKept(), 1);
  EXPECT_FALSE(store->contacts().Get(ids_[0]));
}

TEST_F(RecoveryTest, BeginsAnewWithWhatCanBeReadWhereThereIsNoBackup) {
  Keep(0, 20);
  DamageImages();
  const auto replaced = ReplaceDamaged(file_, std::nullopt, clock_);
  ASSERT_TRUE(replaced) << replaced.error().message << replaced.error().detail;
  EXPECT_EQ(replaced->salvaged.contacts, 20);
  EXPECT_EQ(CountKept(), 20);
  EXPECT_TRUE(std::filesystem::exists(replaced->kept_aside));
}

TEST_F(RecoveryTest, BringsOverWhatElseWasKeptOfPeople) {
  Keep(0, 2);
  BackUp();
  const Day today = clock_.Today();
  const std::array consents = {
      Consent{ConsentKind::kKeepInTouch, true, "Write to me", clock_.Now()},
      Consent{ConsentKind::kIntroduce, false, "Introduce me", clock_.Now()},
  };
  const ContactId early = ids_[0];
  Contact guest = test::NamedContact("Grace Sample");
  Introduction introduction{.id = MakeId<IntroductionId>(clock_.Now()), .contacts = {early, guest.id}};
  std::ranges::sort(introduction.contacts);
  introduction.reason = "Both build looms";
  introduction.begun = today;
  const Relationship relationship{
      .contact = early, .circle = "monthly", .tags = {"choir"}, .quiet_until = today};
  const Encounter encounter{MakeId<EncounterId>(clock_.Now()), guest.id, today, EncounterKind::kCalled,
                            "About looms"};
  FollowUp planned = test::SampleFollowUp(guest.id, today, "Introduce them");
  planned.plan = "Introductions";
  planned.step = 2;
  planned.wanted = today;
  planned.introduction = introduction.id;
  const ExportRecord exported{clock_.Now(), "vcard", "/home/grace/people.vcf", {early, guest.id}};
  std::string receipt;
  {
    const auto store = OpenStore(file_, clock_);
    receipt = store->guests().Keep(guest, {}, consents).value();
    FollowingChange change;
    change.follow_ups.push_back({std::nullopt, planned});
    change.relationships.push_back({std::nullopt, relationship});
    change.encounters.push_back({std::nullopt, encounter});
    change.introductions.push_back({std::nullopt, introduction});
    ASSERT_TRUE(store->following().Apply(change));
    ASSERT_TRUE(store->retention().RecordExport(exported));
  }
  DamageImages();

  const auto replaced = ReplaceDamaged(file_, daily_, clock_);
  ASSERT_TRUE(replaced) << replaced.error().message << replaced.error().detail;

  const auto store = OpenStore(file_, clock_);
  const Following following = store->following().Load().value();
  EXPECT_EQ(following.relationships, std::vector{relationship});
  EXPECT_TRUE(std::ranges::count(following.encounters, encounter));
  EXPECT_EQ(following.introductions, std::vector{introduction});
  FollowUpQuery of_guest;
  of_guest.contact = guest.id;
  EXPECT_EQ(store->follow_ups().List(of_guest).value(), std::vector{planned});
  EXPECT_EQ(store->guests().Find(receipt).value(), guest.id);
  const std::vector<Consent> kept = store->guests().ConsentsOf(guest.id).value();
  EXPECT_TRUE(std::ranges::is_permutation(kept, consents));
  for (const ContactId id : {early, guest.id}) {
    const std::vector<ExportRecord> exports = store->retention().ExportsWith(id).value();
    ASSERT_EQ(exports.size(), 1U);
    EXPECT_EQ(exports[0].path, exported.path);
  }
}

}  // namespace
}  // namespace kith::storage
