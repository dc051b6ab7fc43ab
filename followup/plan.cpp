// SPDX-License-Identifier: Apache-2.0
#include "followup/plan.h"

#include <utility>

#include "core/language.h"

namespace kith::followup {

Plan DefaultPlan() {
  return {"default",
          {{.after_days = 1,
            .kind = FollowUpKind::kSayHello,
            .text = TrLater("Tell {name} it was nice to meet"),
            .repeat_days = std::nullopt,
            .number = 1},
           {.after_days = 7,
            .kind = FollowUpKind::kCheckIn,
            .text = TrLater("Ask {name} how things are, and pick up what you talked about"),
            .repeat_days = std::nullopt,
            .number = 2},
           {.after_days = 90,
            .kind = FollowUpKind::kCheckIn,
            .text = TrLater("Check in with {name}"),
            .repeat_days = 90,
            .number = 3}}};
}

Plan FoundCardPlan() {
  return {"found card",
          {{.after_days = 1,
            .kind = FollowUpKind::kVerify,
            .text = TrLater("Note where the card of {name} is from, and what you remember"),
            .repeat_days = std::nullopt,
            .number = 1},
           {.after_days = 5,
            .kind = FollowUpKind::kVerify,
            .text = TrLater("Look up whether the card of {name} is still true"),
            .repeat_days = std::nullopt,
            .number = 2},
           {.after_days = 12,
            .kind = FollowUpKind::kReopen,
            .text = TrLater("Write to {name} again after a long time"),
            .repeat_days = std::nullopt,
            .number = 3}}};
}

std::string WithName(std::string_view text, const std::string& name) {
  constexpr std::string_view kNamePlaceholder = "{name}";
  std::string result;
  while (true) {
    const std::size_t at = text.find(kNamePlaceholder);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += name;
    text.remove_prefix(at + kNamePlaceholder.size());
  }
}

std::string NameInText(const Contact& contact) {
  const ContactDetails& details = contact.details;
  for (const std::string* name : {&details.name.given, &details.name.full, &details.organization}) {
    if (!name->empty()) return *name;
  }
  return std::string(Tr("them"));
}

Day WantedDay(const PlanStep& step, const Anchors& anchors) {
  Day from = anchors.met;
  if (step.anchor == Anchor::kEventEnd) from = anchors.event_end.value_or(anchors.met);
  if (step.anchor == Anchor::kLastContact) from = anchors.last_contact.value_or(anchors.met);
  return AddDays(from, step.after_days);
}

FollowUp FollowUpOf(const Plan& plan, const PlanStep& step, const Contact& contact, Day wanted, Instant now) {
  return {.id = MakeId<FollowUpId>(now),
          .contact = contact.id,
          .kind = step.kind,
          .due = wanted,
          .text = WithName(Tr(step.text.c_str()), NameInText(contact)),
          .repeat_days = step.repeat_days,
          .done_on = std::nullopt,
          .plan = plan.name,
          .step = step.number,
          .wanted = wanted};
}

std::vector<FollowUp> FollowUpsFor(const Plan& plan, const Contact& contact, const Anchors& anchors,
                                   const Calendar& calendar, DayLoad& load, Instant now) {
  std::vector<FollowUp> follow_ups;
  follow_ups.reserve(plan.steps.size());
  for (const PlanStep& step : plan.steps) {
    follow_ups.push_back(FollowUpOf(plan, step, contact, WantedDay(step, anchors), now));
    follow_ups.back().due = load.Place(calendar, follow_ups.back().due);
  }
  return follow_ups;
}

std::optional<FollowUp> NextAfter(const FollowUp& done, Day done_on, Instant now) {
  if (!done.repeat_days || *done.repeat_days <= 0) return std::nullopt;
  FollowUp next = done;
  next.id = MakeId<FollowUpId>(now);
  next.due = AddDays(done_on, *done.repeat_days);
  next.wanted = done.plan.empty() ? std::nullopt : std::optional(next.due);
  next.done_on.reset();
  next.skipped = false;
  next.moved = false;
  next.note.clear();
  return next;
}

}  // namespace kith::followup
