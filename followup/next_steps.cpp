// SPDX-License-Identifier: Apache-2.0
#include "followup/next_steps.h"

#include <algorithm>
#include <unordered_map>

#include "core/language.h"
#include "followup/occasions.h"
#include "followup/queue.h"

namespace kith::followup {
namespace {

void KeepEarlier(NextStep& step, Day day, const std::string& text) {
  if (step.day && *step.day <= day) return;
  step.fate = Fate::kPlanned;
  step.day = day;
  step.text = text;
}

}  // namespace

std::vector<NextStep> NextSteps(const Book& book, const People& people, const Rules& rules, Day today) {
  std::unordered_map<ContactId, const FollowUp*, IdHash> first;
  for (const FollowUp& follow_up : book.follow_ups) {
    if (follow_up.done_on) continue;
    const FollowUp*& known = first[follow_up.contact];
    if (known == nullptr || follow_up.due < known->due) known = &follow_up;
  }
  std::vector<NextStep> steps;
  steps.reserve(people.all().size());
  for (const Person& person : people.all()) {
    NextStep step{.contact = person.contact->id};
    if (person.let_go()) {
      step.fate = Fate::kLetGo;
      steps.push_back(std::move(step));
      continue;
    }
    if (const auto open = first.find(step.contact); open != first.end())
      KeepEarlier(step, open->second->due, open->second->text);
    if (const std::optional<CalmRange> range = CheckInRange(person, rules, today))
      KeepEarlier(step, std::max(range->from, today),
                  Filled(Tr("Check in with {0}"), {NameInText(*person.contact)}));
    if (person.contact->birthday) {
      if (const std::optional<Day> day = NextBirthday(*person.contact->birthday, today))
        KeepEarlier(step, *day, BirthdayText(*person.contact, *day));
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace kith::followup
