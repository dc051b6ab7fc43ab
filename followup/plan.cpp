// SPDX-License-Identifier: Apache-2.0
#include "followup/plan.h"

#include <string_view>

namespace kith::followup {
namespace {

constexpr std::string_view kNamePlaceholder = "{name}";

std::string WithName(std::string_view text, const std::string& name) {
  std::string result;
  while (true) {
    const std::size_t at = text.find(kNamePlaceholder);
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += name;
    text.remove_prefix(at + kNamePlaceholder.size());
  }
}

}  // namespace

Plan DefaultPlan() {
  return {
      {1, FollowUpKind::kSayHello, "Tell {name} it was nice to meet", std::nullopt},
      {7, FollowUpKind::kCheckIn, "Ask {name} how things are, and pick up what you talked about",
       std::nullopt},
      {90, FollowUpKind::kCheckIn, "Check in with {name}", 90},
  };
}

std::string NameInText(const Contact& contact) {
  const ContactDetails& details = contact.details;
  for (const std::string* name : {&details.name.given, &details.name.full, &details.organization}) {
    if (!name->empty()) return *name;
  }
  return "them";
}

std::vector<FollowUp> FollowUpsFor(const Plan& plan, const Contact& contact, Day met_on, Instant now) {
  const std::string name = NameInText(contact);
  std::vector<FollowUp> follow_ups;
  follow_ups.reserve(plan.size());
  for (const PlanStep& step : plan) {
    follow_ups.push_back({.id = MakeId<FollowUpId>(now),
                          .contact = contact.id,
                          .kind = step.kind,
                          .due = AddDays(met_on, step.after_days),
                          .text = WithName(step.text, name),
                          .repeat_days = step.repeat_days,
                          .done_on = std::nullopt});
  }
  return follow_ups;
}

std::optional<FollowUp> NextAfter(const FollowUp& done, Day done_on, Instant now) {
  if (!done.repeat_days || *done.repeat_days <= 0) return std::nullopt;
  FollowUp next = done;
  next.id = MakeId<FollowUpId>(now);
  next.due = AddDays(done_on, *done.repeat_days);
  next.done_on.reset();
  return next;
}

}  // namespace kith::followup
