// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/merge_tasks.h"

#include <algorithm>
#include <set>

#include "core/text.h"

namespace kith::exchange::dav {
namespace {

std::string ValueOf(const Task& task, const std::string& name) {
  const auto found = task.more.find(name);
  return found == task.more.end() ? std::string() : found->second;
}

void SetValue(Task& task, const std::string& name, const std::string& value) {
  if (value.empty()) {
    task.more.erase(name);
  } else {
    task.more[name] = value;
  }
}

void AddLine(std::string& text, const std::string& line) {
  const std::vector<std::string> lines = SplitText(text, "\n");
  if (line.empty() || std::ranges::find(lines, line) != lines.end()) return;
  text += (text.empty() ? "" : "\n") + line;
}

class TaskMerge {
 public:
  explicit TaskMerge(const TasksToMerge& tasks) : tasks_(tasks), merged_{tasks.seen, tasks.remote} {}

  MergedTasks Run() {
    Value(
        [](auto& task) -> auto& { return task.entry.summary; }, [](const std::string& text) { return text; });
    Value(
        [](auto& task) -> auto& { return task.entry.day; },
        [](const std::optional<Day>& day) { return day ? FormatDay(*day) : std::string(); });
    Value(
        [](auto& task) -> auto& { return task.entry.kind; }, [](const auto&) { return std::string(); });
    Value(
        [](auto& task) -> auto& { return task.entry.contact; }, [](const auto&) { return std::string(); });
    State();
    std::set<std::string> names;
    for (const Task* const task : {&tasks_.seen, &tasks_.ours, &tasks_.remote, &tasks_.theirs}) {
      for (const auto& [name, value] : task->more)
        names.insert(name);
    }
    names.erase(kNote);
    for (const std::string& name : names)
      More(name);
    Note();
    Description();
    return merged_;
  }

 private:
  template <typename Get, typename Say>
  void Value(Get get, Say say) {
    const bool changed_here = get(tasks_.seen) != get(tasks_.ours);
    const bool changed_there = get(tasks_.remote) != get(tasks_.theirs);
    if (changed_here) get(merged_.there) = get(tasks_.seen);
    if (changed_there && !changed_here) get(merged_.here) = get(tasks_.remote);
    if (!changed_here || !changed_there || get(tasks_.seen) == get(tasks_.remote)) return;
    if (const std::string lost = say(get(tasks_.remote)); !lost.empty()) lost_.push_back("Also: " + lost);
  }

  /// With the day that it ended on.
  void State() {
    const auto same = [](const Task& a, const Task& b) {
      return a.entry.state == b.entry.state && a.entry.done_on == b.entry.done_on;
    };
    const auto copy = [](const Task& from, Task& to) {
      to.entry.state = from.entry.state;
      to.entry.done_on = from.entry.done_on;
      SetValue(to, kFollowedUp, ValueOf(from, kFollowedUp));
    };
    const bool changed_here = !same(tasks_.seen, tasks_.ours);
    const bool changed_there = !same(tasks_.remote, tasks_.theirs);
    const bool open_here = tasks_.seen.entry.state == CalendarState::kOpen;
    if (changed_there && (!changed_here || open_here)) {
      copy(tasks_.remote, merged_.here);
    } else if (changed_here) {
      copy(tasks_.seen, merged_.there);
    }
  }

  void More(const std::string& name) {
    if (name == kFollowedUp) return;
    const bool changed_here = ValueOf(tasks_.seen, name) != ValueOf(tasks_.ours, name);
    const bool changed_there = ValueOf(tasks_.remote, name) != ValueOf(tasks_.theirs, name);
    if (changed_here) {
      SetValue(merged_.there, name, ValueOf(tasks_.seen, name));
    } else if (changed_there) {
      SetValue(merged_.here, name, ValueOf(tasks_.remote, name));
    }
  }

  void Note() {
    std::string note = ValueOf(tasks_.seen, kNote);
    const std::string there = ValueOf(tasks_.remote, kNote);
    const bool changed_here = note != ValueOf(tasks_.ours, kNote);
    const bool changed_there = there != ValueOf(tasks_.theirs, kNote);
    if (changed_there && !changed_here) note = there;
    if (changed_there && changed_here) {
      for (const std::string& line : SplitText(there, "\n"))
        AddLine(note, line);
    }
    const std::vector<std::string> known = SplitText(tasks_.theirs.entry.description, "\n");
    const std::vector<std::string> own = SplitText(tasks_.seen.entry.description, "\n");
    for (const std::string& line : SplitText(tasks_.remote.entry.description, "\n")) {
      const bool is_new =
          std::ranges::find(known, line) == known.end() && std::ranges::find(own, line) == own.end();
      if (is_new) AddLine(note, line);
    }
    for (const std::string& line : lost_)
      AddLine(note, line);
    SetValue(merged_.here, kNote, note);
    SetValue(merged_.there, kNote, note);
  }

  /// There what others added stays; what Kith says of the contact is renewed if they changed nothing.
  void Description() {
    merged_.here.entry.description = tasks_.seen.entry.description;
    if (tasks_.remote.entry.description == tasks_.theirs.entry.description &&
        tasks_.seen.entry.description != tasks_.ours.entry.description)
      merged_.there.entry.description = tasks_.seen.entry.description;
  }

  const TasksToMerge& tasks_;
  MergedTasks merged_;
  std::vector<std::string> lost_;
};

}  // namespace

MergedTasks MergeTasks(const TasksToMerge& tasks) {
  return TaskMerge(tasks).Run();
}

}  // namespace kith::exchange::dav
