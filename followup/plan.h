// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/time.h"
#include "followup/calendar.h"

namespace kith::followup {

/// The day that a step counts from.
enum class Anchor {
  kMet,          ///< the day that the person was met (or their card found)
  kEventEnd,     ///< the last day of the event; the day of meeting if that isn't known
  kLastContact,  ///< the last time of being in touch: restarts with each
};

/// One thing to do some days after meeting a person.
struct PlanStep {
  int after_days = 0;
  FollowUpKind kind = FollowUpKind::kOther;
  std::string text;                ///< "{name}" stands for the person: "Check in with {name}"
  std::optional<int> repeat_days;  ///< see FollowUp::repeat_days
  Anchor anchor = Anchor::kMet;
  int number = 0;  ///< which step it is; stays the same when the plan is edited

  friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// What an event or a contact gets.
struct Plan {
  std::string name = {};
  std::vector<PlanStep> steps = {};

  friend bool operator==(const Plan&, const Plan&) = default;
};

/// Next day: say that it was nice to meet. After a week: ask how things are. Then every 90 days: check in.
Plan DefaultPlan();

/// For an old card from a drawer: where it is from, whether it is still true, then a first message that
/// doesn't pretend a recent meeting.
Plan FoundCardPlan();

/// The days that the steps of a plan count from.
struct Anchors {
  Day met{};
  std::optional<Day> event_end = {};
  std::optional<Day> last_contact = {};  ///< nullopt: the day of meeting
};

/// The day that a step asks for, whatever the calendar says.
Day WantedDay(const PlanStep& step, const Anchors& anchors);

/// One follow-up for each step, in the order of the plan, on the next day from the wanted one on that the
/// calendar allows and that has room in `load`, which they are added to. "{name}" becomes the given name,
/// else the full name, else the organization, else "them": so a step's text has it where English wants an
/// object. `now` goes into the new ids.
std::vector<FollowUp> FollowUpsFor(const Plan& plan, const Contact& contact, const Anchors& anchors,
                                   const Calendar& calendar, DayLoad& load, Instant now);

/// One step of the above.
FollowUp FollowUpOf(const Plan& plan, const PlanStep& step, const Contact& contact, Day wanted, Instant now);

/// What follows on a repeating one: the same again, `repeat_days` after the day it was done (not after the
/// day it was due, so being late never piles anything up). nullopt for one that doesn't repeat.
std::optional<FollowUp> NextAfter(const FollowUp& done, Day done_on, Instant now);

/// How a text addresses a person: see FollowUpsFor.
std::string NameInText(const Contact& contact);

/// `text` with the name in the place of every "{name}".
std::string WithName(std::string_view text, const std::string& name);

}  // namespace kith::followup
