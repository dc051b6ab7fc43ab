// SPDX-License-Identifier: Apache-2.0
// The real window: the host checks what was captured, with the keyboard alone.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "storage/store.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

constexpr int kCards = 20;

class ReviewByKeyboard : public KithProgram {
 protected:
  static bool IsMisread(int card) { return card % 4 == 3; }

  /// Cards that wait; of every fourth one, the name was misread and is doubtful.
  void SetUp() override {
    ManualClock clock;
    const auto store = storage::Store::Open(data() / "kith.db", clock);
    ASSERT_TRUE(store);
    for (int i = 0; i < kCards; ++i) {
      NewCapture capture = SampleCapture("", clock.Now());
      capture.front = {JpegBytes(), "image/jpeg"};
      const auto id = (*store)->captures().Add(capture);
      ASSERT_TRUE(id);
      ASSERT_TRUE((*store)->queue().ClaimCapture(*id));
      Draft draft = SampleDraft(IsMisread(i) ? "Gu est" : "Guest " + std::to_string(i));
      draft.fields = {
          {FieldKind::kName, draft.details.name.full, IsMisread(i) ? 0.4 : 0.97, {10, 20, 300, 40}}};
      ASSERT_TRUE((*store)->queue().Finish(*id, draft));
      clock.Advance(std::chrono::seconds(1));
    }
  }

  static std::vector<std::uint8_t> JpegBytes() {
    const std::string bytes = ReadBytes(Sample("03.jpg"));
    return {bytes.begin(), bytes.end()};
  }

  /// A key that is pressed, and counted.
  void Press(KioskScreen& screen, const std::string& key) {
    screen.Press(key);
    ++keys_;
  }

  int keys_ = 0;
};

TEST_F(ReviewByKeyboard, TwentyCardsTakeAKeyEachAndTwoMoreWhereSomethingIsWrong) {
  KioskScreen screen(WindowCommand(NoCamera()), WindowOptions());
  screen.WaitFor("check-next");
  screen.Press("Return");
  int right_keys = 0, wrong_keys = 0;
  for (int i = 0; i < kCards; ++i) {
    screen.WaitFor("save");
    keys_ = 0;
    if (IsMisread(i)) {
      Press(screen, "Tab");  // into the doubtful field, all of it chosen
      screen.Type("Guest " + std::to_string(i));
      Press(screen, "ctrl+Return");
    } else {
      Press(screen, "Return");
    }
    (IsMisread(i) ? wrong_keys : right_keys) = std::max(keys_, IsMisread(i) ? wrong_keys : right_keys);
  }
  screen.WaitUntilGone("save");
  EXPECT_EQ(screen.Close().status, 0);
  std::cout << "keys a card: " << right_keys << " where all is right, " << wrong_keys
            << " and the letters where one field is wrong\n";
  EXPECT_LE(right_keys, 1);
  EXPECT_LE(wrong_keys, 4);

  SQLite::Database database((data() / "kith.db").string(), SQLite::OPEN_READONLY);
  SQLite::Statement names(database, "SELECT full_name FROM contacts ORDER BY row");
  for (int i = 0; i < kCards; ++i) {
    ASSERT_TRUE(names.executeStep());
    EXPECT_EQ(names.getColumn(0).getString(), "Guest " + std::to_string(i));
  }
}

}  // namespace
}  // namespace kith::test
