// SPDX-License-Identifier: Apache-2.0
#include "followup/changes.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "followup/introduction_steps.h"
#include "followup/messages.h"
#include "followup/plan_change.h"
#include "followup/reminders.h"
#include "tests/followup/people.h"

namespace kith::followup {
namespace {

using namespace test;
using Texts = std::vector<std::string>;

class ChangesTest : public testing::Test {
 protected:
  ChangesTest() {
    book_.contacts = {PersonNamed("Ada"), PersonNamed("Ben")};
    for (Contact& contact : book_.contacts)
      contact.met_on = kToday;
    book_.contacts[0].details.emails = {"ada@example.com"};
    book_.contacts[0].interests = {"old boats"};
  }
  void Do(const Result<FollowingChange>& change) {
    ASSERT_TRUE(change) << change.error().message;
    ASSERT_TRUE(ApplyTo(book_, *change));
  }
  const Contact& ada() const { return book_.contacts[0]; }
  const Contact& ben() const { return book_.contacts[1]; }
  void GivePlan(const Plan& plan) {
    DayLoad load;
    book_.follow_ups = FollowUpsFor(plan, ada(), {.met = kToday}, rules_.calendar, load, kNow);
  }
  std::vector<FollowUp> Open() const {
    std::vector<FollowUp> open;
    for (const FollowUp& follow_up : book_.follow_ups) {
      if (!follow_up.done_on) open.push_back(follow_up);
    }
    return open;
  }
  Texts OpenTexts() const {
    Texts texts;
    for (const FollowUp& follow_up : Open())
      texts.push_back(follow_up.text);
    return texts;
  }

  Book book_;
  Rules rules_;
};

TEST_F(ChangesTest, DoneKeepsWhatHappenedAndRestartsWhatRepeats) {
  GivePlan(DefaultPlan());
  const Moment later{AddDays(kToday, 8), kNow};
  Do(MarkDone(book_, rules_, ItemOf(book_.follow_ups[1]), "moved to Berlin", later));
  EXPECT_EQ(book_.follow_ups[1].note, "moved to Berlin");
  EXPECT_EQ(book_.follow_ups[1].done_on, later.today);
  EXPECT_EQ(book_.follow_ups[2].due, AddDays(later.today, 90)) << "counts from the last contact";
}

TEST_F(ChangesTest, DoneTwiceIsRefused) {
  GivePlan(DefaultPlan());
  const QueueItem item = ItemOf(book_.follow_ups[0]);
  Do(MarkDone(book_, rules_, item, "", kMoment));
  EXPECT_EQ(MarkDone(book_, rules_, item, "", kMoment).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(Skip(book_, rules_, item, kMoment).error().code, ErrorCode::kNotAllowed);
}

TEST_F(ChangesTest, PuttingOffIsForDaysAfterToday) {
  GivePlan(DefaultPlan());
  const QueueItem item = ItemOf(book_.follow_ups[0]);
  EXPECT_EQ(Snooze(book_, rules_, item, kToday, kMoment).error().code, ErrorCode::kInvalidInput);
  rules_.calendar.holidays = {AddDays(kToday, 10)};
  Do(Snooze(book_, rules_, item, AddDays(kToday, 10), kMoment));
  EXPECT_EQ(book_.follow_ups[0].due, AddDays(kToday, 11));
}

TEST_F(ChangesTest, ACheckInThatIsPutOffComesThen) {
  book_.following.relationships = {{.contact = ada().id, .circle = "close"}};
  const Moment later{AddDays(kToday, 30), kNow};
  const QueueItem item = QueueOf(book_, rules_, later.today, 0).at(0);
  Do(Snooze(book_, rules_, item, AddDays(later.today, 5), later));
  EXPECT_TRUE(QueueOf(book_, rules_, later.today, 4).empty());
  EXPECT_EQ(QueueOf(book_, rules_, later.today, 5).at(0).day, AddDays(later.today, 5));
}

TEST_F(ChangesTest, ALoggedContactOfThePastDoesNotBringAnythingNearer) {
  GivePlan(DefaultPlan());
  const Day before = book_.follow_ups[2].due;
  Do(Log(book_, rules_, {.id = MakeId<EncounterId>(kNow), .contact = ada().id, .on = AddDays(kToday, -60)}));
  EXPECT_EQ(book_.follow_ups[2].due, before);
}

TEST_F(ChangesTest, SensibleMomentsAreDaysOfTheCalendarEachOnce) {
  Calendar calendar;
  calendar.skipped_weekdays.set(0).set(6);
  const Day friday = 2026y / 11 / 27;
  const std::vector<SnoozeChoice> choices = SnoozeChoices(calendar, friday);
  EXPECT_EQ(choices[0].day, 2026y / 11 / 30) << "tomorrow is Monday";
  for (std::size_t i = 1; i < choices.size(); ++i)
    EXPECT_LT(choices[i - 1].day, choices[i].day);
  const SnoozeChoice month = SnoozeChoices({}, 2027y / 1 / 31).at(3);
  EXPECT_EQ(month.name, "month") << "tomorrow is the Monday after the weekend, too";
  EXPECT_EQ(month.day, 2027y / 2 / 28);
}

TEST_F(ChangesTest, AChangedPlanMovesWhatIsNotDoneYet) {
  GivePlan(DefaultPlan());
  Do(MarkDone(book_, rules_, ItemOf(book_.follow_ups[0]), "", kMoment));
  Plan& plan = rules_.plans[0];
  plan.steps[0].after_days = 3;   // done: stays
  plan.steps[1].after_days = 10;  // moves
  plan.steps.pop_back();          // goes
  plan.steps.push_back({20, FollowUpKind::kOther, "Think of {name}", std::nullopt, Anchor::kMet, 7});
  const PlanPreview preview = PreviewPlans(book_, rules_, kMoment);
  ASSERT_EQ(preview.moves.size(), 3U);
  EXPECT_EQ(preview.moves[0].after->due, AddDays(kToday, 10));
  EXPECT_FALSE(preview.moves[1].after);
  EXPECT_FALSE(preview.moves[2].before);
  Do(preview.change);
  EXPECT_EQ(OpenTexts(),
            (Texts{"Ask Ada how things are, and pick up what you talked about", "Think of Ada"}));
  EXPECT_TRUE(PreviewPlans(book_, rules_, kMoment).moves.empty());
}

TEST_F(ChangesTest, ADayThatAPersonChoseStaysWhenThePlanChanges) {
  GivePlan(DefaultPlan());
  Do(Snooze(book_, rules_, ItemOf(book_.follow_ups[1]), AddDays(kToday, 33), kMoment));
  rules_.plans[0].steps[1].after_days = 10;
  Do(PreviewPlans(book_, rules_, kMoment).change);
  EXPECT_EQ(book_.follow_ups[1].due, AddDays(kToday, 33));
}

TEST_F(ChangesTest, StepsCountFromTheEndOfTheEventOrTheLastContact) {
  const PlanStep from_end{2, FollowUpKind::kOther, "x", std::nullopt, Anchor::kEventEnd, 1};
  EXPECT_EQ(WantedDay(from_end, {.met = kToday, .event_end = AddDays(kToday, 1)}), AddDays(kToday, 3));
  EXPECT_EQ(WantedDay(from_end, {.met = kToday}), AddDays(kToday, 2));
  rules_.plans[0].steps = {{5, FollowUpKind::kCheckIn, "Ask {name}", std::nullopt, Anchor::kLastContact, 1}};
  GivePlan(rules_.plans[0]);
  Do(Log(book_, rules_, {.id = MakeId<EncounterId>(kNow), .contact = ada().id, .on = AddDays(kToday, 4)}));
  EXPECT_EQ(book_.follow_ups[0].due, AddDays(kToday, 9));
}

TEST_F(ChangesTest, AnIntroductionAsksEachAloneAndThenBringsTogether) {
  Do(BeginIntroduction(book_, rules_, ada().id, ben().id, "both like old boats", kMoment));
  EXPECT_EQ(OpenTexts(), (Texts{"Ask Ada about meeting Ben", "Ask Ben about meeting Ada"}));
  const std::optional<Message> asked = WriteMessage(book_, rules_, ItemOf(Open()[0]));
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->mail.to.size(), 1U);
  EXPECT_EQ(asked->mail.body.find("Ben"), std::string::npos) << "nobody is named before both agreed";
  EXPECT_NE(asked->mail.body.find("both like old boats"), std::string::npos);

  Do(MarkDone(book_, rules_, ItemOf(Open()[0]), "", kMoment));
  EXPECT_EQ(OpenTexts(), (Texts{"Ask Ben about meeting Ada", "See what Ada says to the introduction"}));
  const IntroductionId id = book_.following.introductions[0].id;
  Do(RecordAnswer(book_, rules_, id, ada().id, Answer::kYes, kMoment));
  EXPECT_EQ(OpenTexts(), Texts{"Ask Ben about meeting Ada"});
  Do(RecordAnswer(book_, rules_, id, ben().id, Answer::kYes, kMoment));
  ASSERT_EQ(Open().size(), 1U);
  const std::optional<Message> together = WriteMessage(book_, rules_, ItemOf(Open()[0]));
  EXPECT_NE(together->mail.body.find("Ada"), std::string::npos);
  EXPECT_NE(together->mail.body.find("Ben"), std::string::npos);
  ASSERT_EQ(together->mail.to.size(), 2U) << "it goes to both";
  EXPECT_EQ(together->mail.to[0].contact, ada().id);
  EXPECT_EQ(together->mail.to[1].contact, ben().id);
  Do(MarkDone(book_, rules_, ItemOf(Open()[0]), "", kMoment));
  EXPECT_EQ(book_.following.introductions[0].made_on, kToday);
  EXPECT_TRUE(Open().empty());
  EXPECT_EQ(BeginIntroduction(book_, rules_, ben().id, ada().id, "", kMoment).error().code,
            ErrorCode::kNotAllowed);
}

TEST_F(ChangesTest, AReasonThatNamesTheOtherIsLeftOutOfTheQuestion) {
  Do(BeginIntroduction(book_, rules_, ada().id, ben().id, "Ada looks for a drummer, and Ben offers it",
                       kMoment));
  const std::optional<Message> asked = WriteMessage(book_, rules_, ItemOf(Open()[0]));
  EXPECT_EQ(asked->mail.body.find("Ben"), std::string::npos) << asked->mail.body;
  EXPECT_EQ(asked->mail.body.find("drummer"), std::string::npos) << asked->mail.body;
}

TEST_F(ChangesTest, ANoEndsAnIntroductionQuietly) {
  Do(BeginIntroduction(book_, rules_, ada().id, ben().id, "", kMoment));
  const IntroductionId id = book_.following.introductions[0].id;
  Do(RecordAnswer(book_, rules_, id, ben().id, Answer::kNo, kMoment));
  EXPECT_TRUE(Open().empty());
  EXPECT_EQ(RecordAnswer(book_, rules_, id, ada().id, Answer::kYes, kMoment).error().code,
            ErrorCode::kNotAllowed);
}

TEST_F(ChangesTest, TwoOfOneOrganizationAreNotIntroduced) {
  book_.contacts[0].details.organization = "Example Ltd.";
  book_.contacts[1].details.organization = "EXAMPLE LTD";
  EXPECT_EQ(BeginIntroduction(book_, rules_, ada().id, ben().id, "", kMoment).error().code,
            ErrorCode::kNotAllowed);
  EXPECT_EQ(BeginIntroduction(book_, rules_, ada().id, ada().id, "", kMoment).error().code,
            ErrorCode::kNotAllowed);
}

TEST_F(ChangesTest, IntroducingTwoByHandEndsWhatWasBegun) {
  Do(BeginIntroduction(book_, rules_, ada().id, ben().id, "", kMoment));
  Do(RecordIntroduced(book_, ben().id, ada().id, kMoment));
  EXPECT_TRUE(Open().empty());
  EXPECT_EQ(book_.following.introductions.size(), 1U);
  EXPECT_EQ(book_.following.introductions[0].made_on, kToday);
}

TEST_F(ChangesTest, MessagesAreInThePersonsLanguageWhereThereIsATemplate) {
  GivePlan(DefaultPlan());
  const QueueItem hello = ItemOf(book_.follow_ups[0]);
  const auto event = MakeId<EventId>(kNow);
  book_.events[event] = {.name = "Autumn Meetup"};
  book_.contacts[0].event = event;
  std::optional<Message> message = WriteMessage(book_, rules_, hello);
  EXPECT_EQ(message->mail.to,
            (std::vector<Recipient>{{ada().id, ada().details.name.full, "ada@example.com"}}));
  EXPECT_EQ(message->mail.subject, "Nice to meet you at Autumn Meetup");
  EXPECT_EQ(message->mail.body,
            "Hello Ada,\n\nit was nice to meet you at Autumn Meetup. I enjoyed talking about old boats.\n\n"
            "All the best\n");
  book_.following.relationships = {{.contact = ada().id, .languages = {"fi", "de"}}};
  EXPECT_EQ(WriteMessage(book_, rules_, hello)->language, "de");
  rules_.messages = {{FollowUpKind::kSayHello, 0, "fi", "Hei", "Hei {given}! {promise}[ {promise}]"}};
  message = WriteMessage(book_, rules_, hello);
  EXPECT_EQ(message->mail.body, "Hei Ada! \xE2\x80\xA6") << "the host's own go first; a gap is shown";
  EXPECT_EQ(WriteMessage(book_, rules_, hello, "en")->language, "en");
}

TEST_F(ChangesTest, EveryKindThatWritesHasATemplateInBothLanguages) {
  for (const MessageTemplate& one : OwnTemplates()) {
    const auto same =
        std::count_if(OwnTemplates().begin(), OwnTemplates().end(), [&](const MessageTemplate& other) {
          return other.kind == one.kind && other.step == one.step && other.language != one.language;
        });
    EXPECT_EQ(same, 1) << one.subject;
  }
  GivePlan(FoundCardPlan());
  EXPECT_FALSE(WriteMessage(book_, rules_, ItemOf(book_.follow_ups[0]))) << "nobody is written to";
  const std::optional<Message> reopening = WriteMessage(book_, rules_, ItemOf(book_.follow_ups[2]));
  EXPECT_EQ(reopening->mail.body.find("nice to meet"), std::string::npos);
}

TEST(Reminders, AreShownAtTheHostsTimesAndNoMoreThanWanted) {
  const std::vector<std::chrono::minutes> times = {9h, 12h, 18h};
  Reminded reminded;
  const auto look = [&](Day day, std::chrono::minutes at, bool due) {
    const ReminderDecision decision = DecideReminder(reminded, times, 2, day, at, due);
    reminded = decision.after;
    return decision.show;
  };
  EXPECT_FALSE(look(kToday, 8h, true));
  EXPECT_TRUE(look(kToday, 9h, true));
  EXPECT_FALSE(look(kToday, 9h + 30min, true));
  EXPECT_FALSE(look(kToday, 12h, false)) << "nothing due: the time passes in peace";
  EXPECT_FALSE(look(kToday, 13h, true));
  EXPECT_TRUE(look(kToday, 18h, true));
  EXPECT_TRUE(look(AddDays(kToday, 1), 19h, true)) << "three times passed unseen are one";
  EXPECT_FALSE(look(AddDays(kToday, 1), 20h, true));
}

TEST(Reminders, NameThreeAtMost) {
  std::vector<QueueItem> items(5);
  for (QueueItem& item : items)
    item.text = "Ask";
  EXPECT_EQ(TextOfReminder(items).title, "5 people to think of today");
  EXPECT_EQ(TextOfReminder(items).lines, (Texts{"Ask", "Ask", "Ask \xE2\x80\xA6"}));
  EXPECT_EQ(TextOfReminder({items.data(), 1}).title, "Somebody to think of today");
}

}  // namespace
}  // namespace kith::followup
