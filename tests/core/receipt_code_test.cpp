// SPDX-License-Identifier: Apache-2.0
#include "core/receipt_code.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(ReceiptCode, HasEightLettersAndDigitsThatCannotBeMistaken) {
  EXPECT_EQ(ReceiptCode({0, 0, 0, 0, 0}), "0000-0000");
  EXPECT_EQ(ReceiptCode({0xFF, 0xFF, 0xFF, 0xFF, 0xFF}), "ZZZZ-ZZZZ");
  EXPECT_EQ(ReceiptCode({0x08, 0x86, 0x42, 0x98, 0xE8}), "1234-5678");
}

TEST(ReceiptCode, IsReadHoweverAPersonTypesIt) {
  EXPECT_EQ(ReadReceiptCode("7k3m 9qxt"), "7K3M-9QXT");
  EXPECT_EQ(ReadReceiptCode("7K3M9QXT"), "7K3M-9QXT");
  EXPECT_EQ(ReadReceiptCode("oOiI-lL00"), "0011-1100");
}

TEST(ReceiptCode, IsNothingElse) {
  for (const char* typed : {"", "7K3M-9QX", "7K3M-9QXTA", "7K3M-9QXU", "7K3M-9QX\xC3\xA4"})
    EXPECT_EQ(ReadReceiptCode(typed), std::nullopt) << typed;
}

}  // namespace
}  // namespace kith
