// SPDX-License-Identifier: Apache-2.0
#include "core/visual_text.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(VisualText, KnowsWhatIsWrittenFromRightToLeft) {
  EXPECT_TRUE(HasRightToLeft("Dr. سمير"));
  EXPECT_TRUE(HasRightToLeft("שרה"));
  for (const char* const text : {"", "Ada Example", "Zoë Übung", "山田 太郎", "Маша"})
    EXPECT_FALSE(HasRightToLeft(text)) << text;
}

TEST(VisualText, JoinsArabicLettersAndPutsTheFirstOneRightmost) {
  // seen, meem, yeh, reh: initial, medial, medial, final
  EXPECT_EQ(InVisualOrder("سمير"), "\uFEAE\uFEF4\uFEE4\uFEB3");
  EXPECT_EQ(InVisualOrder("لا"), "\uFEFB") << "two letters that are written as one";
}

TEST(VisualText, LeavesWhatIsWrittenFromLeftToRightInItsOrder) {
  EXPECT_EQ(InVisualOrder("Wish שרה a good day, 35"), "Wish הרש a good day, 35");
  EXPECT_EQ(InVisualOrder("Ada Example"), "Ada Example");
}

TEST(VisualText, OrdersEachLineByItself) {
  EXPECT_EQ(InVisualOrder("שרה\nAda\n"), "הרש\nAda\n");
}

}  // namespace
}  // namespace kith
