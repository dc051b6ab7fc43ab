// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

class RetentionStoreContract : public StoreContract {
 protected:
  void SetUp() override {
    NewCapture capture = SampleCapture();
    capture.event = event_.id;
    ada_.event = event_.id;
    ada_.capture = captures().Add(capture).value();
    ASSERT_TRUE(contacts().Confirm(ada_, {}));
    unreviewed_ = captures().Add(capture).value();
    ASSERT_TRUE(contacts().Confirm(grace_, {}));
  }

  RetentionReport EraseIn(int days) { return retention_.EraseDue(AddDays(clock_.Today(), days)).value(); }
  bool IsThere(ContactId id) { return contacts().Get(id).has_value(); }

  RetentionStore& retention_ = retention();
  Event event_ = events().FindOrCreate("Looms and Logic").value();
  Contact ada_ = FullContact();
  Contact grace_ = NamedContact("Grace Sample");
  CaptureId unreviewed_;
};

TEST_P(RetentionStoreContract, KeepsEverythingUnlessTold) {
  EXPECT_EQ(retention_.GetEventRetention(event_.id).value(), EventRetention());
  EXPECT_EQ(EraseIn(100'000), RetentionReport());
  EXPECT_TRUE(IsThere(ada_.id));
}

TEST_P(RetentionStoreContract, ErasesWhatWasCapturedAtAnEventWhenItExpires) {
  const EventRetention retention{"To send the slides", AddDays(clock_.Today(), 30), std::nullopt};
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, retention));
  EXPECT_EQ(retention_.GetEventRetention(event_.id).value(), retention);

  EXPECT_EQ(EraseIn(29), RetentionReport());
  EXPECT_EQ(EraseIn(30), (RetentionReport{.contacts = 1, .captures = 1}));
  EXPECT_FALSE(IsThere(ada_.id));
  EXPECT_FALSE(captures().Get(unreviewed_));
  EXPECT_TRUE(IsThere(grace_.id)) << "of no event";
  EXPECT_EQ(EraseIn(31), RetentionReport());
}

TEST_P(RetentionStoreContract, ErasesCardImagesSomeDaysAfterReviewAndKeepsTheContact) {
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, {.card_image_days = 7}));
  EXPECT_EQ(EraseIn(6), RetentionReport());
  EXPECT_EQ(EraseIn(7), (RetentionReport{.card_images = 1}));
  EXPECT_EQ(captures().CardImage(*ada_.capture, CardSide::kFront).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(IsThere(ada_.id));
  EXPECT_TRUE(captures().CardImage(unreviewed_, CardSide::kFront)) << "nobody has reviewed it";
}

TEST_P(RetentionStoreContract, ErasesAContactOnItsOwnDay) {
  ASSERT_TRUE(retention_.SetEraseOn(grace_.id, AddDays(clock_.Today(), 5)));
  EXPECT_EQ(EraseIn(5), (RetentionReport{.contacts = 1}));
  EXPECT_FALSE(IsThere(grace_.id));
  EXPECT_TRUE(retention_.WasErased(grace_.id).value());
}

TEST_P(RetentionStoreContract, PutsTheContactsOwnDayBeforeTheEventsDay) {
  ASSERT_TRUE(retention_.SetEventRetention(event_.id, {.expires = AddDays(clock_.Today(), 30)}));
  ASSERT_TRUE(retention_.SetEraseOn(ada_.id, AddDays(clock_.Today(), 300)));
  EXPECT_EQ(EraseIn(30).contacts, 0);
  ASSERT_TRUE(retention_.SetEraseOn(ada_.id, std::nullopt));
  EXPECT_EQ(EraseIn(30).contacts, 1);
}

TEST_P(RetentionStoreContract, SaysWhatMakesNoSense) {
  EXPECT_EQ(retention_.SetEventRetention(event_.id, {.card_image_days = -1}).error().code,
            ErrorCode::kInvalidInput);
  EXPECT_EQ(retention_.SetEventRetention(EventId(), {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(retention_.SetEraseOn(ContactId(), std::nullopt).error().code, ErrorCode::kNotFound);
}

KITH_ON_EVERY_STORE(RetentionStoreContract);

}  // namespace
}  // namespace kith::test
