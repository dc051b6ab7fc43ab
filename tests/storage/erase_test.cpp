// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

/// Words that stand nowhere else and begin like nothing else, so that no compression can hide a part of them.
/// Lower case: the search index holds them as they are.
constexpr std::array kSecrets = {"zqname",    "zvorganization", "zxnotes",      "zwinterest",
                                 "zkimage",   "zjdraft",        "zhfollowup",   "zgold",
                                 "zqpicture", "zqproperty",     "zqoldpicture", "14155550777"};

class EraseTest : public testing::Test {
 protected:
  void SetUp() override {
    for (int i = 0; i < 50; ++i) {
      ASSERT_TRUE(store_->contacts().Confirm(test::FullContact("Bystander " + std::to_string(i)), {}));
    }
    contact_ = test::FullContact("Zqname zqname");
    contact_.details.name.full = "zqname";
    contact_.details.organization = "zvorganization";
    contact_.details.notes = "zgold";
    contact_.details.phones = {{"+14155550777", "+14155550777", "", PhoneType::kMobile}};
    contact_.interests = {"zwinterest"};
    NewCapture capture = test::SampleCapture("zkimage" + std::string(30'000, 'x') + "zkimage");
    contact_.capture = store_->captures().Add(capture).value();
    Draft draft = test::SampleDraft("zjdraft");
    ASSERT_TRUE(store_->queue().Finish(*contact_.capture, draft));
    const FollowUp follow_up = test::SampleFollowUp(contact_.id, clock_.Today(), "zhfollowup");
    ASSERT_TRUE(store_->contacts().Confirm(contact_, std::array{follow_up}));
    contact_.details.notes = "zxnotes";
    ASSERT_TRUE(store_->contacts().Update(contact_));
    PutExtras("zqoldpicture");
    PutExtras("zqpicture");
  }

  void PutExtras(const std::string& picture) {
    const std::string bytes = picture + std::string(20'000, 'y');
    ContactExtras extras{{{{bytes.begin(), bytes.end()}, "image/jpeg"}}, {}};
    extras.properties = {{"", "X-A", {}, "zqproperty", ""}};
    ASSERT_TRUE(store_->extras().Put(contact_.id, extras, Actor::kHost));
  }

  /// Which of the secrets stand in any file of the folder.
  std::vector<std::string> Traces() {
    std::vector<std::string> traces;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      const std::string bytes = test::ReadBytes(entry.path());
      for (const char* secret : kSecrets) {
        if (bytes.find(secret) != std::string::npos) {
          traces.push_back(entry.path().filename().string() + ": " + secret);
        }
      }
    }
    return traces;
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
  Contact contact_;
};

TEST_F(EraseTest, LeavesNoTraceInAnyFile) {
  ASSERT_GE(Traces().size(), kSecrets.size()) << "before, each of them is found";
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
  EXPECT_EQ(store_->contacts().Search({.text = "bystander", .event = {}}).value().size(), 50U);
}

TEST_F(EraseTest, LeavesNoTraceOfWhatWasWrittenIntoTheFileLongBefore) {
  store_.reset();  // the last connection writes the log into the file
  store_ = OpenStore(folder_ / "kith.db", clock_);
  ASSERT_GE(Traces().size(), kSecrets.size());
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
}

TEST_F(EraseTest, LeavesNoTraceWhileOthersHaveTheStoreOpen) {
  const auto other = OpenStore(folder_ / "kith.db", clock_);
  ASSERT_TRUE(other->contacts().Get(contact_.id));
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
  EXPECT_FALSE(other->contacts().Get(contact_.id));
}

TEST_F(EraseTest, ErasesTheImageOfACaptureWithoutATrace) {
  ASSERT_TRUE(store_->captures().Erase(*contact_.capture));
  for (const std::string& trace : Traces()) {
    EXPECT_EQ(trace.find("zkimage"), std::string::npos) << trace;
    EXPECT_EQ(trace.find("zjdraft"), std::string::npos) << trace;
  }
}

TEST_F(EraseTest, LeavesNoTraceInBackupsThatAreMadeLater) {
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  ASSERT_TRUE(store_->BackUp(folder_ / "later.db"));
  EXPECT_EQ(Traces(), std::vector<std::string>());
}

TEST_F(EraseTest, ErasesBothHalvesOfAMergedContact) {
  const Contact kept = test::FullContact("Bystander again");
  ASSERT_TRUE(store_->contacts().Confirm(kept, {}));
  ASSERT_TRUE(store_->duplicates().Merge(kept.id, contact_.id, Actor::kHost));
  ASSERT_TRUE(store_->contacts().Erase(kept.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
  EXPECT_TRUE(store_->retention().WasErased(contact_.id).value());
  EXPECT_TRUE(store_->retention().WasErased(kept.id).value());
}

TEST_F(EraseTest, LeavesNoTraceInTheHistoryOfSomebodyItWasMergedIntoByMistake) {
  const Contact kept = test::FullContact("Bystander again");
  ASSERT_TRUE(store_->contacts().Confirm(kept, {}));
  const auto merge = store_->duplicates().Merge(kept.id, contact_.id, Actor::kHost).value();
  ASSERT_TRUE(store_->history().Undo(kept.id, merge));
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
  EXPECT_EQ(store_->contacts().Get(kept.id).value().details, kept.details);
}

TEST_F(EraseTest, LeavesNoTraceOfSuggestions) {
  Contact read = contact_;
  read.details.organization = "zqname zvorganization";
  ASSERT_EQ(store_->history().Suggest(read, Actor::kReader).value().size(), 1U);
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_EQ(Traces(), std::vector<std::string>());
}

TEST_F(EraseTest, LeavesAnIdAndTheExportsThatHeldThePerson) {
  const ContactId other = store_->contacts().Search({.text = "bystander", .event = {}}).value()[0].id;
  RetentionStore& retention = store_->retention();
  ASSERT_TRUE(retention.RecordExport({clock_.Now(), "vcard", "/media/stick/all.vcf", {contact_.id, other}}));
  ASSERT_TRUE(retention.RecordExport({clock_.Now(), "csv", "others.csv", {other}}));
  EXPECT_FALSE(retention.WasErased(contact_.id).value());
  ASSERT_TRUE(store_->contacts().Erase(contact_.id));
  EXPECT_TRUE(retention.WasErased(contact_.id).value());
  EXPECT_EQ(retention.ExportsWith(contact_.id).value(),
            (std::vector<ExportRecord>{{clock_.Now(), "vcard", "/media/stick/all.vcf", {}}}));
}

}  // namespace
}  // namespace kith::storage
