// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/dav/task_text.h"

namespace kith::exchange::dav {

/// One follow-up at both ends and as both last agreed on it; each end is compared with its own past only.
struct TasksToMerge {
  Task seen;    ///< what is kept here, as its text is read
  Task ours;    ///< `seen` of the last time; an empty one: never synchronised
  Task remote;  ///< what stands there
  Task theirs;  ///< what stood there the last time; an empty one: never synchronised
};

struct MergedTasks {
  Task here;
  Task there;
};

/// What changed at one end goes to the other. Where both changed the same, this end wins, but done is done at
/// whichever; the other text or day is kept in the note. What is added to the description there goes into the
/// note, too: here it is made of the contact.
MergedTasks MergeTasks(const TasksToMerge& tasks);

}  // namespace kith::exchange::dav
