// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class RetentionTest : public testing::Test {
 protected:
  void SetUp() override {
    NewCapture capture = test::SampleCapture();
    capture.event = event_.id;
    ada_.event = event_.id;
    ada_.capture = store_->captures().Add(capture).value();
    ASSERT_TRUE(store_->contacts().Confirm(ada_, {}));
    unreviewed_ = store_->captures().Add(capture).value();
    ASSERT_TRUE(store_->contacts().Confirm(grace_, {}));
  }

  RetentionReport EraseIn(int days) { return retention_.EraseDue(AddDays(clock_.Today(), days)).value(); }
  bool IsThere(ContactId id) { return store_->contacts().Get(id).has_value(); }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
  RetentionStore& retention_ = store_->retention();
  Event event_ = store_->events().FindOrCreate("Looms and Logic").value();
  Contact ada_ = test::FullContact();
  Contact grace_ = test::NamedContact("Grace Sample");
  CaptureId unreviewed_;
};

TEST_F(RetentionTest, KeepsEverythingUnlessTold) {
  EXPECT_EQ(retention_.GetEventRetention(event_.id).value(), EventRetention());
  EXPECT_EQ(EraseIn(100'000), RetentionReport());
  EXPECT_TRUE(IsThere(ada_.id));
}

TEST_F(RetentionTest, ErasesWhatWasCapturedAtAnEventWhenItExpires) {
  const EventRetention retention{"To send the slides", AddDays(clock_.Today(), 30), std::nullopt};
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, retention));
  EXPECT_EQ(retention_.GetEventRetention(event_.id).value(), retention);

  EXPECT_EQ(EraseIn(29), RetentionReport());
  EXPECT_EQ(EraseIn(30), (RetentionReport{.contacts = 1, .captures = 1}));
  EXPECT_FALSE(IsThere(ada_.id));
  EXPECT_FALSE(store_->captures().Get(unreviewed_));
  EXPECT_TRUE(IsThere(grace_.id)) << "of no event";
  EXPECT_EQ(EraseIn(31), RetentionReport());
}

TEST_F(RetentionTest, ErasesCardImagesSomeDaysAfterReviewAndKeepsTheContact) {
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, {.card_image_days = 7}));
  EXPECT_EQ(EraseIn(6), RetentionReport());
  EXPECT_EQ(EraseIn(7), (RetentionReport{.card_images = 1}));
  EXPECT_EQ(store_->captures().CardImage(*ada_.capture, CardSide::kFront).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(IsThere(ada_.id));
  EXPECT_TRUE(store_->captures().CardImage(unreviewed_, CardSide::kFront)) << "nobody has reviewed it";
}

TEST_F(RetentionTest, ErasesAContactOnItsOwnDay) {
  ASSERT_TRUE(retention_.SetEraseOn(grace_.id, AddDays(clock_.Today(), 5)));
  EXPECT_EQ(EraseIn(5), (RetentionReport{.contacts = 1}));
  EXPECT_FALSE(IsThere(grace_.id));
  EXPECT_TRUE(retention_.WasErased(grace_.id).value());
}

TEST_F(RetentionTest, PutsTheContactsOwnDayBeforeTheEventsDay) {
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, {.expires = AddDays(clock_.Today(), 30)}));
  ASSERT_TRUE(retention_.SetEraseOn(ada_.id, AddDays(clock_.Today(), 300)));
  EXPECT_EQ(EraseIn(30).contacts, 0);
  ASSERT_TRUE(retention_.SetEraseOn(ada_.id, std::nullopt));
  EXPECT_EQ(EraseIn(30).contacts, 1);
}

TEST_F(RetentionTest, SaysWhatMakesNoSense) {
  EXPECT_EQ(retention_.SetEventRetention(event_.id, {.card_image_days = -1}).error().code,
            ErrorCode::kInvalidInput);
  EXPECT_EQ(retention_.SetEventRetention(EventId(), {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(retention_.SetEraseOn(ContactId(), std::nullopt).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::storage
