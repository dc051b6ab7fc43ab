// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using ContactStoreContract = StoreContract;
KITH_ON_EVERY_STORE(ContactStoreContract);

using std::chrono::minutes;

constexpr Day kDue{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

/// As the store stamps it.
Contact Stamped(Contact contact, Instant created, Instant updated) {
  contact.created = created;
  contact.updated = updated;
  return contact;
}

TEST_P(ContactStoreContract, KeepsEveryValueOfAContact) {
  Contact contact = FullContact();
  contact.event = events().FindOrCreate("Spring Meetup").value().id;
  contact.capture = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  EXPECT_EQ(contacts().Get(contact.id).value(), Stamped(contact, clock_.Now(), clock_.Now()));
}

TEST_P(ContactStoreContract, KeepsAContactThatHasAlmostNothing) {
  Contact contact = NamedContact("");
  contact.birthday = Birthday{std::chrono::February / 29, std::nullopt};
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  EXPECT_EQ(contacts().Get(contact.id).value(), Stamped(contact, clock_.Now(), clock_.Now()));
}

TEST_P(ContactStoreContract, ConfirmsContactFollowUpsAndCaptureTogether) {
  const CaptureId capture = captures().Add(SampleCapture()).value();
  Contact contact = FullContact();
  contact.capture = capture;
  const FollowUp follow_up = SampleFollowUp(contact.id, kDue);
  ASSERT_TRUE(contacts().Confirm(contact, std::array{follow_up}));
  EXPECT_EQ(captures().Get(capture).value().state, CaptureState::kConfirmed);
  EXPECT_EQ(follow_ups().Get(follow_up.id).value(), follow_up);
}

TEST_P(ContactStoreContract, ConfirmsAllOrNothing) {
  const CaptureId capture = captures().Add(SampleCapture()).value();
  Contact contact = FullContact();
  contact.capture = capture;
  const FollowUp follow_up = SampleFollowUp(contact.id, kDue);

  EXPECT_EQ(CodeOf(contacts().Confirm(contact, std::array{follow_up, follow_up})), ErrorCode::kNotAllowed);

  EXPECT_EQ(CodeOf(contacts().Get(contact.id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(follow_ups().Get(follow_up.id)), ErrorCode::kNotFound);
  EXPECT_EQ(captures().Get(capture).value().state, CaptureState::kWaiting);
  EXPECT_TRUE(contacts().Search({.text = "ada", .event = {}}).value().empty());
}

TEST_P(ContactStoreContract, RefusesWhatMakesNoSense) {
  Contact contact = NamedContact("Ada Example");
  contact.event = MakeId<EventId>(clock_.Now());
  EXPECT_EQ(CodeOf(contacts().Confirm(contact, {})), ErrorCode::kNotFound);
  contact.event.reset();
  contact.capture = MakeId<CaptureId>(clock_.Now());
  EXPECT_EQ(CodeOf(contacts().Confirm(contact, {})), ErrorCode::kNotFound);
  contact.capture.reset();
  const FollowUp stranger = SampleFollowUp(MakeId<ContactId>(clock_.Now()), kDue);
  EXPECT_EQ(CodeOf(contacts().Confirm(contact, std::array{stranger})), ErrorCode::kInvalidInput);
  EXPECT_EQ(CodeOf(contacts().Update(contact)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(contacts().Get(contact.id)), ErrorCode::kNotFound);
  contact.id = ContactId();
  EXPECT_EQ(CodeOf(contacts().Confirm(contact, {})), ErrorCode::kInvalidInput);
  EXPECT_TRUE(contacts().Search({}).value().empty());
}

TEST_P(ContactStoreContract, MakesOneContactOfACapture) {
  Contact contact = NamedContact("Ada Example");
  contact.capture = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  Contact other = NamedContact("Grace Sample");
  other.capture = contact.capture;
  EXPECT_EQ(CodeOf(contacts().Confirm(other, {})), ErrorCode::kNotAllowed);
  other.capture.reset();
  ASSERT_TRUE(contacts().Confirm(other, {}));
  other.capture = contact.capture;
  EXPECT_EQ(CodeOf(contacts().Update(other)), ErrorCode::kNotAllowed);
}

TEST_P(ContactStoreContract, ConfirmsTheSameContactAgainWithoutHarm) {
  Contact contact = FullContact();
  contact.capture = captures().Add(SampleCapture()).value();
  const FollowUp follow_up = SampleFollowUp(contact.id, kDue);
  ASSERT_TRUE(contacts().Confirm(contact, std::array{follow_up}));
  EXPECT_TRUE(contacts().Confirm(contact, std::array{follow_up}));
  EXPECT_EQ(contacts().History(contact.id).value().size(), 1U);

  contact.details.organization = "Sample Inc";
  EXPECT_EQ(CodeOf(contacts().Confirm(contact, {})), ErrorCode::kNotAllowed);
}

TEST_P(ContactStoreContract, UpdatesEveryValue) {
  Contact contact = FullContact();
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  const Instant created = clock_.Now();
  clock_.Advance(minutes(1));

  Contact changed = NamedContact("Grace Sample");
  changed.id = contact.id;
  changed.details.phones = {{"+14155550199", "415-555-0199", "", PhoneType::kHome}};
  changed.interests = {"compilers"};
  ASSERT_TRUE(contacts().Update(changed));

  EXPECT_EQ(contacts().Get(contact.id).value(), Stamped(changed, created, clock_.Now()));
  EXPECT_TRUE(contacts().Search({.text = "ada", .event = {}}).value().empty());
  EXPECT_EQ(contacts().Search({.text = "compil", .event = {}}).value().size(), 1U);
}

TEST_P(ContactStoreContract, RecordsEveryChangeNewestFirst) {
  Contact contact = FullContact();
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  const Instant created = clock_.Now();
  clock_.Advance(minutes(1));
  contact.details.organization = "Sample Inc";
  ASSERT_TRUE(contacts().Update(contact));
  clock_.Advance(minutes(1));
  ASSERT_TRUE(contacts().Update(contact)) << "nothing changed: nothing is recorded";
  contact.interests.pop_back();
  contact.birthday->year.reset();
  ASSERT_TRUE(contacts().Update(contact));

  const std::vector<ContactChange> history = contacts().History(contact.id).value();
  const Instant now = clock_.Now();
  EXPECT_EQ(history, (std::vector<ContactChange>{
                         {now, "interests", "looms\nsea bathing", "looms"},
                         {now, "birthday", "1985-12-10", "--12-10"},
                         {created + minutes(1), "organization", "Analytical Engines Ltd", "Sample Inc"},
                         {created, "created", "", "Ada Example"}}));
}

TEST_P(ContactStoreContract, ErasesAContactAndEverythingOfIt) {
  const CaptureId capture = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(queue().Finish(capture, SampleDraft()));
  Contact contact = FullContact();
  contact.capture = capture;
  const FollowUp follow_up = SampleFollowUp(contact.id, kDue);
  ASSERT_TRUE(contacts().Confirm(contact, std::array{follow_up}));
  const Contact other = NamedContact("Ada Other");
  ASSERT_TRUE(contacts().Confirm(other, {}));

  ASSERT_TRUE(contacts().Erase(contact.id));

  EXPECT_EQ(CodeOf(contacts().Get(contact.id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(contacts().History(contact.id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(contacts().Erase(contact.id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().Get(capture)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().GetDraft(capture)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(follow_ups().Get(follow_up.id)), ErrorCode::kNotFound);
  const std::vector<Contact> left = contacts().Search({.text = "ada", .event = {}}).value();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].id, other.id);
}

}  // namespace
}  // namespace kith::test
