// SPDX-License-Identifier: Apache-2.0
#include "followup/plan_change.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/language.h"

namespace kith::followup {
namespace {

const PlanStep* StepWith(const Plan& plan, int number) {
  const auto found = std::find_if(plan.steps.begin(), plan.steps.end(),
                                  [&](const PlanStep& step) { return step.number == number; });
  return found == plan.steps.end() ? nullptr : &*found;
}

class Previewer {
 public:
  Previewer(const Book& book, const Rules& rules, Moment moment)
      : book_(book), rules_(rules), moment_(moment), people_(book), load_(LoadOf(book)) {}

  PlanPreview Preview() {
    std::vector<const FollowUp*> open;
    for (const FollowUp& follow_up : book_.follow_ups) {
      if (follow_up.plan.empty()) continue;
      known_.insert({follow_up.contact, follow_up.plan, follow_up.step});
      if (!follow_up.done_on) open.push_back(&follow_up);
    }
    std::sort(open.begin(), open.end(), [](const FollowUp* a, const FollowUp* b) {
      return std::tie(a->due, a->id) < std::tie(b->due, b->id);
    });
    for (const FollowUp* follow_up : open)
      Move(*follow_up);
    AddNewSteps();
    preview_.change.what = Tr("Changed plans");
    for (const PlanMove& move : preview_.moves)
      preview_.change.follow_ups.push_back({move.before, move.after});
    return std::move(preview_);
  }

 private:
  void Move(const FollowUp& before) {
    const Plan* plan = rules_.PlanNamed(before.plan);
    const Person* person = people_.Find(before.contact);
    if (plan == nullptr || person == nullptr) return;
    const PlanStep* step = StepWith(*plan, before.step);
    if (step == nullptr) {
      preview_.moves.push_back({before, std::nullopt});
      return;
    }
    FollowUp after = before;
    after.kind = step->kind;
    after.text = WithName(step->text, NameInText(*person->contact));
    after.repeat_days = step->repeat_days;
    const Day wanted = Wanted(*step, *person, before);
    if (!before.moved && (wanted != before.wanted || rules_.calendar.Skips(before.due))) {
      after.wanted = wanted;
      load_.Add(before.due, -1);
      after.due = load_.Place(rules_.calendar, std::max(wanted, moment_.today));
    }
    if (after != before) preview_.moves.push_back({before, std::move(after)});
  }

  Day Wanted(const PlanStep& step, const Person& person, const FollowUp& before) const {
    // A repetition, or one that a contact restarted, counts from that one and not from the meeting.
    if (before.wanted && before.repeat_days && step.repeat_days) {
      const bool restarted =
          person.last_contact && *before.wanted == AddDays(*person.last_contact, *before.repeat_days);
      if (restarted || done_.Has(before))
        return AddDays(*before.wanted, *step.repeat_days - *before.repeat_days);
    }
    return WantedDay(step, AnchorsOf(book_, person));
  }

  void AddNewSteps() {
    std::set<std::pair<ContactId, std::string>> with_plan;
    for (const auto& [contact, plan, step] : known_)
      with_plan.insert({contact, plan});
    for (const auto& [contact, name] : with_plan) {
      const Plan* plan = rules_.PlanNamed(name);
      const Person* person = people_.Find(contact);
      if (plan == nullptr || person == nullptr || person->let_go()) continue;
      for (const PlanStep& step : plan->steps) {
        const Day wanted = WantedDay(step, AnchorsOf(book_, *person));
        if (known_.contains({contact, name, step.number}) || wanted < moment_.today) continue;
        FollowUp added = FollowUpOf(*plan, step, *person->contact, wanted, moment_.now);
        added.due = load_.Place(rules_.calendar, wanted);
        preview_.moves.push_back({std::nullopt, std::move(added)});
      }
    }
  }

  /// The steps of which one was done before: what is open of them repeats it.
  class DoneSteps {
   public:
    explicit DoneSteps(const Book& book) {
      for (const FollowUp& follow_up : book.follow_ups) {
        if (follow_up.done_on && !follow_up.plan.empty())
          done_.insert({follow_up.contact, follow_up.plan, follow_up.step});
      }
    }
    bool Has(const FollowUp& follow_up) const {
      return done_.contains({follow_up.contact, follow_up.plan, follow_up.step});
    }

   private:
    std::set<std::tuple<ContactId, std::string, int>> done_;
  };

  const Book& book_;
  const Rules& rules_;
  Moment moment_;
  People people_;
  DayLoad load_;
  DoneSteps done_{book_};
  std::set<std::tuple<ContactId, std::string, int>> known_;
  PlanPreview preview_;
};

}  // namespace

PlanPreview PreviewPlans(const Book& book, const Rules& rules, Moment moment) {
  return Previewer(book, rules, moment).Preview();
}

}  // namespace kith::followup
