// SPDX-License-Identifier: Apache-2.0
#include "followup/introduction_steps.h"

#include <algorithm>
#include <utility>

#include "core/language.h"
#include "core/text.h"

namespace kith::followup {
namespace {

constexpr int kDaysForAnswer = 7;

const Introduction* IntroductionWith(const Book& book, IntroductionId id) {
  const auto& all = book.following.introductions;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Introduction& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::string NameOf(const Book& book, ContactId id) {
  const Contact* contact = ContactWith(book, id);
  return contact == nullptr ? "them" : NameInText(*contact);
}

FollowUp StepOf(const Introduction& introduction, ContactId contact, IntroductionStep step, std::string text,
                Day due, Instant now) {
  return {.id = MakeId<FollowUpId>(now),
          .contact = contact,
          .kind = FollowUpKind::kIntroduce,
          .due = due,
          .text = std::move(text),
          .repeat_days = std::nullopt,
          .done_on = std::nullopt,
          .step = step,
          .introduction = introduction.id};
}

std::array<ContactId, 2> Ordered(ContactId one, ContactId other) {
  return one < other ? std::array{one, other} : std::array{other, one};
}

/// Ends the open steps of `contact`; of both if nil.
void EndSteps(const Book& book, const Introduction& introduction, ContactId contact, bool skipped, Day today,
              FollowingChange& change) {
  for (const FollowUp& follow_up : book.follow_ups) {
    if (follow_up.introduction != introduction.id || follow_up.done_on) continue;
    if (!contact.is_nil() && follow_up.contact != contact) continue;
    FollowUp ended = follow_up;
    ended.done_on = today;
    ended.skipped = skipped;
    change.follow_ups.push_back({follow_up, std::move(ended)});
  }
}

Error Gone() {
  return {ErrorCode::kNotFound,
          std::string(Tr("The introduction or the contact isn't in the store any more."))};
}

bool SameOrganization(const Contact& one, const Contact& other) {
  const std::string organization = FoldToAlnum(one.details.organization);
  return !organization.empty() && organization == FoldToAlnum(other.details.organization);
}

}  // namespace

const Introduction* IntroductionOf(const Book& book, ContactId one, ContactId other) {
  const std::array<ContactId, 2> pair = Ordered(one, other);
  for (const Introduction& introduction : book.following.introductions) {
    if (introduction.contacts == pair) return &introduction;
  }
  return nullptr;
}

Result<FollowingChange> BeginIntroduction(const Book& book, const Rules& rules, ContactId one,
                                          ContactId other, const std::string& reason, Moment moment) {
  const Contact* first = ContactWith(book, one);
  const Contact* second = ContactWith(book, other);
  if (first == nullptr || second == nullptr) return Gone();
  if (one == other)
    return Error{ErrorCode::kNotAllowed, std::string(Tr("An introduction needs two different people."))};
  if (SameOrganization(*first, *second)) {
    return Error{ErrorCode::kNotAllowed,
                 Filled(Tr("Both are at {0}: they can meet there."), {first->details.organization})};
  }
  if (const Introduction* known = IntroductionOf(book, one, other)) {
    return Error{ErrorCode::kNotAllowed,
                 std::string(known->made_on      ? Tr("The two were introduced already.")
                             : known->declined() ? Tr("One of the two said no before.")
                                                 : Tr("The two are being asked already."))};
  }
  const Introduction introduction{.id = MakeId<IntroductionId>(moment.now),
                                  .contacts = Ordered(one, other),
                                  .reason = reason,
                                  .begun = moment.today};
  const std::string first_name = NameInText(*first);
  const std::string second_name = NameInText(*second);
  FollowingChange change{.what = Filled(Tr("Introduce {0} and {1}"), {first_name, second_name})};
  change.introductions.push_back({std::nullopt, introduction});
  DayLoad load = LoadOf(book);
  const Day tomorrow = AddDays(moment.today, 1);
  for (const auto& [contact, text] :
       {std::pair{one, Filled(Tr("Ask {0} about meeting {1}"), {first_name, second_name})},
        std::pair{other, Filled(Tr("Ask {0} about meeting {1}"), {second_name, first_name})}}) {
    change.follow_ups.push_back({std::nullopt, StepOf(introduction, contact, kAsk, text,
                                                      load.Place(rules.calendar, tomorrow), moment.now)});
  }
  return change;
}

Result<FollowingChange> RecordAnswer(const Book& book, const Rules& rules, IntroductionId id,
                                     ContactId contact, Answer answer, Moment moment) {
  const Introduction* before = IntroductionWith(book, id);
  if (before == nullptr) return Gone();
  if (before->made_on || before->declined()) {
    return Error{ErrorCode::kNotAllowed,
                 std::string(Tr("This introduction is over: it was made, or one of the two said no."))};
  }
  const auto which = std::find(before->contacts.begin(), before->contacts.end(), contact);
  if (which == before->contacts.end()) return Gone();
  Introduction after = *before;
  after.answers[static_cast<std::size_t>(which - before->contacts.begin())] = answer;
  FollowingChange change{.what = Filled(answer == Answer::kNo ? Tr("{0} said no") : Tr("{0} said yes"),
                                        {NameOf(book, contact)})};
  change.introductions.push_back({*before, after});
  if (answer == Answer::kNo) {
    EndSteps(book, after, {}, /*skipped=*/true, moment.today, change);
  } else if (answer == Answer::kYes) {
    EndSteps(book, after, contact, /*skipped=*/false, moment.today, change);
    if (after.answers == std::array{Answer::kYes, Answer::kYes}) {
      const std::string text = Filled(Tr("Introduce {0} and {1} to each other"),
                                      {NameOf(book, after.contacts[0]), NameOf(book, after.contacts[1])});
      const Day due = NextDay(rules.calendar, AddDays(moment.today, 1));
      change.follow_ups.push_back(
          {std::nullopt, StepOf(after, after.contacts[0], kBringTogether, text, due, moment.now)});
    }
  }
  return change;
}

Result<FollowingChange> RecordIntroduced(const Book& book, ContactId one, ContactId other, Moment moment) {
  if (ContactWith(book, one) == nullptr || ContactWith(book, other) == nullptr) return Gone();
  if (one == other)
    return Error{ErrorCode::kNotAllowed, std::string(Tr("An introduction needs two different people."))};
  const Introduction* before = IntroductionOf(book, one, other);
  if (before != nullptr && before->made_on) {
    return Error{ErrorCode::kNotAllowed, std::string(Tr("The two were introduced already."))};
  }
  Introduction after = before != nullptr ? *before
                                         : Introduction{.id = MakeId<IntroductionId>(moment.now),
                                                        .contacts = Ordered(one, other),
                                                        .begun = moment.today};
  after.answers = {Answer::kYes, Answer::kYes};
  after.made_on = moment.today;
  FollowingChange change{
      .what = Filled(Tr("You introduced {0} and {1}"), {NameOf(book, one), NameOf(book, other)})};
  change.introductions.push_back({before != nullptr ? std::optional(*before) : std::nullopt, after});
  if (before != nullptr) EndSteps(book, *before, {}, /*skipped=*/false, moment.today, change);
  return change;
}

void AddNextIntroductionStep(const Book& book, const Rules& rules, const FollowUp& done, Moment moment,
                             FollowingChange& change) {
  const Introduction* introduction = IntroductionWith(book, *done.introduction);
  if (introduction == nullptr) return;
  if (done.step == kBringTogether) {
    Introduction made = *introduction;
    made.made_on = moment.today;
    change.introductions.push_back({*introduction, std::move(made)});
    return;
  }
  const Day due = NextDay(rules.calendar, AddDays(moment.today, kDaysForAnswer));
  change.follow_ups.push_back(
      {std::nullopt, StepOf(*introduction, done.contact, kAwaitAnswer,
                            Filled(Tr("See what {0} says to the introduction"), {NameOf(book, done.contact)}),
                            due, moment.now)});
}

}  // namespace kith::followup
