// SPDX-License-Identifier: Apache-2.0
#include "storage/pin_file.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using test::ReadBytes;
using test::WriteBytes;

class PinFileTest : public testing::Test {
 protected:
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_.path() / "data" / "pin";
  PinFile pin_{file_};
};

TEST_F(PinFileTest, OnlyTheRightPinIsRight) {
  ASSERT_TRUE(pin_.Set("2468"));
  EXPECT_TRUE(pin_.IsRight("2468").value());
  EXPECT_FALSE(pin_.IsRight("2469").value());
  EXPECT_FALSE(pin_.IsRight("").value());
}

TEST_F(PinFileTest, ThePinIsNotInTheFileAndNobodyElseReadsTheFile) {
  ASSERT_TRUE(pin_.Set("97531864"));
  EXPECT_THAT(ReadBytes(file_), testing::Not(testing::HasSubstr("97531864")));
  EXPECT_THAT(ReadBytes(file_), testing::StartsWith("$argon2id$"));
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(std::filesystem::status(file_.parent_path()).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(PinFileTest, ANewPinTakesThePlaceOfTheOldOne) {
  ASSERT_TRUE(pin_.Set("2468"));
  ASSERT_TRUE(pin_.Set("1357"));
  EXPECT_FALSE(pin_.IsRight("2468").value());
  EXPECT_TRUE(pin_.IsRight("1357").value());
}

TEST_F(PinFileTest, TheSamePinIsNeverKeptAsTheSameBytes) {
  ASSERT_TRUE(pin_.Set("2468"));
  const std::string first = ReadBytes(file_);
  ASSERT_TRUE(pin_.Set("2468"));
  EXPECT_NE(ReadBytes(file_), first);
}

TEST_F(PinFileTest, RefusesWhatCannotBeTypedAtTheKiosk) {
  for (const char* pin : {"", "123", "1234567890123", "12a4", "12 34"})
    EXPECT_EQ(pin_.Set(pin).error().code, ErrorCode::kInvalidInput) << pin;
  EXPECT_FALSE(pin_.IsSet());
}

TEST_F(PinFileTest, WithoutAPinNothingIsRight) {
  EXPECT_EQ(pin_.IsRight("").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(pin_.Set("2468"));
  ASSERT_TRUE(pin_.Remove());
  EXPECT_FALSE(pin_.IsSet());
  EXPECT_EQ(pin_.IsRight("2468").error().code, ErrorCode::kNotFound);
}

TEST_F(PinFileTest, AFileWithSomethingElseInItUnlocksNothing) {
  ASSERT_TRUE(pin_.Set("2468"));
  for (const std::string& bytes : {std::string(), std::string("2468\n"), std::string(500, '$')}) {
    WriteBytes(file_, bytes);
    EXPECT_EQ(pin_.IsRight("2468").error().code, ErrorCode::kUnreadable);
  }
}

}  // namespace
}  // namespace kith::storage
