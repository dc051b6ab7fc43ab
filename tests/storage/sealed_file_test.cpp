// SPDX-License-Identifier: Apache-2.0
#include "storage/sealed_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class SealedFileTest : public testing::Test {
 protected:
  void Seal(const std::string& bytes) {
    test::WriteBytes(plain_, bytes);
    std::filesystem::remove(sealed_);
    const auto done = SealFile(plain_, sealed_, "correct horse");
    ASSERT_TRUE(done) << done.error().message;
    std::filesystem::remove(plain_);
  }
  ErrorCode CodeOfUnsealing(const std::string& bytes, const std::string& passphrase = "correct horse") {
    test::WriteBytes(sealed_, bytes);
    const auto opened = UnsealFile(sealed_, plain_, passphrase);
    EXPECT_FALSE(std::filesystem::exists(plain_)) << "no part of it stays";
    return opened ? ErrorCode::kInternal : opened.error().code;
  }

  test::TempFolder folder_;
  std::filesystem::path plain_ = folder_ / "plain";
  std::filesystem::path sealed_ = folder_ / "sealed";
};

TEST_F(SealedFileTest, GivesBackWhatWasSealed) {
  for (const std::size_t size : {0U, 1U, 65536U, 65537U, 200'000U}) {
    const std::string bytes(size, 'k');
    Seal(bytes);
    EXPECT_TRUE(IsSealed(sealed_));
    EXPECT_EQ(test::ReadBytes(sealed_).find("kkkkkkkk"), std::string::npos);
    ASSERT_TRUE(UnsealFile(sealed_, plain_, "correct horse")) << size;
    EXPECT_EQ(test::ReadBytes(plain_), bytes);
    struct stat status {};
    ASSERT_EQ(stat(plain_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
  }
}

TEST_F(SealedFileTest, OpensForItsPassphraseOnly) {
  Seal("secret");
  EXPECT_EQ(CodeOfUnsealing(test::ReadBytes(sealed_), "wrong horse"), ErrorCode::kNotAllowed);
}

TEST_F(SealedFileTest, NoticesWhatWasChangedOrCutOff) {
  Seal(std::string(150'000, 'k'));
  const std::string whole = test::ReadBytes(sealed_);
  std::string changed = whole;
  changed[100'000] ^= 1;
  EXPECT_EQ(CodeOfUnsealing(changed), ErrorCode::kUnreadable);
  EXPECT_EQ(CodeOfUnsealing(whole.substr(0, whole.size() - 1)), ErrorCode::kUnreadable);
  EXPECT_EQ(CodeOfUnsealing(whole.substr(0, 64 + 65536 + 17)), ErrorCode::kUnreadable)
      << "at the end of a piece";
  EXPECT_EQ(CodeOfUnsealing(whole.substr(0, 30)), ErrorCode::kUnreadable);
}

TEST(SealedBackup, IsRestoredWithItsPassphrase) {
  const test::ManualClock clock;
  const test::TempFolder folder;
  const test::TempFolder stick;
  const auto store = OpenStore(folder / "kith.db", clock);
  const Contact ada = test::FullContact();
  ASSERT_TRUE(store->contacts().Confirm(ada, {}));
  const auto backup = stick / "kith.sealed";
  ASSERT_TRUE(store->BackUp(backup, "correct horse"));
  EXPECT_EQ(test::ReadBytes(backup).find("Example"), std::string::npos);
  Contact changed = ada;
  changed.details.notes = "later";
  ASSERT_TRUE(store->contacts().Update(changed));

  EXPECT_EQ(store->Restore(backup).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(store->Restore(backup, "wrong").error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(store->contacts().Get(ada.id).value().details.notes, "later");
  const auto restored = store->Restore(backup, "correct horse");
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(store->contacts().Get(ada.id).value().details, ada.details);
  for (const auto& place : {folder.path() / "backups", stick.path()}) {
    for (const auto& entry : std::filesystem::directory_iterator(place))
      EXPECT_NE(entry.path().extension(), ".part") << entry.path();
  }
}

}  // namespace
}  // namespace kith::storage
