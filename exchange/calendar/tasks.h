// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "core/contact.h"
#include "core/follow_up.h"
#include "core/result.h"
#include "exchange/calendar/entry.h"
#include "exchange/contact_text.h"
#include "followup/due.h"

/// Follow-ups as VTODOs, for programs that have tasks.
namespace kith::exchange {

/// UID is the follow-up's id ("birthday-" or "check-in-" and the contact's id for what isn't stored).
/// Sequence and last change are left to whoever writes it. `contact` may be nullptr.
CalendarEntry TaskOf(const followup::DueItem& item, const Contact* contact, const EventNames& event_names);
/// Skipped is cancelled.
CalendarEntry TaskOf(const FollowUp& follow_up, const Contact* contact, const EventNames& event_names);

/// One calendar with a VTODO for each task, all changed at this moment. Open ones have an alarm at nine in
/// the morning, as their last part. SEQUENCE rises from day to day, so that whoever imports a later file
/// again takes its entries for newer ones.
Result<std::string> WriteTasks(std::span<const CalendarEntry> tasks, const Clock& clock);

/// One task as a calendar of its own, which is how CalDAV keeps it, with the task's sequence and last change
/// (this moment if it has none). What `before` (the text that a server has) says of that task beyond the
/// fields of CalendarEntry is kept, its alarms too, and the time of a day that stays. kUnreadable if it is no
/// calendar, kNotFound if the task isn't in it.
Result<std::string> WriteTask(const CalendarEntry& task, const Clock& clock, std::string_view before);
Result<std::string> WriteTask(const CalendarEntry& task, const Clock& clock);

}  // namespace kith::exchange
