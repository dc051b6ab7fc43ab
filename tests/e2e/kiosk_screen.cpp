// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/kiosk_screen.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <signal.h>

namespace kith::test {

KioskScreen::KioskScreen(std::vector<std::string> command, ProcessOptions options)
    : xvfb_({"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}),
      display_(":" + xvfb_.ReadLine().value_or("")) {
  options.environment["DISPLAY"] = display_;
  options.environment["WAYLAND_DISPLAY"] = "";
  kiosk_ = std::make_unique<Process>(command, options);
  listener_ = std::jthread([this] { Listen(); });
}

KioskScreen::~KioskScreen() {
  kiosk_->Kill(SIGKILL);
}

void KioskScreen::Listen() {
  std::vector<Item> items;
  Hands hands;
  while (const std::optional<std::string> line = kiosk_->ReadLine()) {
    std::istringstream in(*line);
    std::string kind;
    in >> kind;
    if (Item item{}; kind == "item" && in >> item.x >> item.y) {
      std::getline(in >> std::ws, item.label);
      items.push_back(item);
    } else if (kind == "hands") {
      in >> hands.x >> hands.y >> hands.button >> hands.keys;
    } else if (kind == "shown") {
      const std::lock_guard lock(mutex_);
      items_ = std::exchange(items, {});
      hands_ = hands;
      shown_.notify_all();
    }
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  shown_.notify_all();
}

std::vector<KioskScreen::Item> KioskScreen::Find(const std::string& label) const {
  std::vector<Item> found;
  for (const Item& item : items_) {
    if (item.label == label) found.push_back(item);
  }
  std::stable_sort(found.begin(), found.end(), [](const Item& a, const Item& b) { return a.y < b.y; });
  return found;
}

template <typename Condition>
void KioskScreen::WaitUntil(const std::string& what, Condition condition) {
  std::unique_lock lock(mutex_);
  const bool came = shown_.wait_for(lock, std::chrono::minutes(1), [&] { return condition() || ended_; });
  if (came && condition()) return;
  std::string seen;
  for (const Item& item : items_)
    seen += " " + item.label;
  throw std::runtime_error((ended_ ? "the kiosk ended before: " : "waited in vain for: ") + what +
                           "; seen:" + seen);
}

std::size_t KioskScreen::WaitFor(const std::string& label, std::size_t count) {
  std::size_t found = 0;
  WaitUntil(label, [&] { return (found = Find(label).size()) >= count; });
  return found;
}

void KioskScreen::WaitUntilGone(const std::string& label) {
  WaitUntil("no " + label, [&] { return Find(label).empty(); });
}

bool KioskScreen::Shows(const std::string& label) {
  const std::lock_guard lock(mutex_);
  return !Find(label).empty();
}

void KioskScreen::Click(const std::string& label, std::size_t index) {
  Item item;
  WaitUntil(label, [&] {
    const std::vector<Item> found = Find(label);
    if (found.size() <= index) return false;
    item = found[index];
    return true;
  });
  const int x = static_cast<int>(item.x), y = static_cast<int>(item.y);
  XDoTool({"mousemove", std::to_string(x), std::to_string(y)});
  WaitUntil("the mouse over " + label,
            [&] { return static_cast<int>(hands_.x) == x && static_cast<int>(hands_.y) == y; });
  XDoTool({"mousedown", "1"});
  WaitUntil("a press on " + label, [&] { return hands_.button; });
  XDoTool({"mouseup", "1"});
  WaitUntil("the end of a press on " + label, [&] { return !hands_.button; });
}

void KioskScreen::Type(const std::string& text) {
  XDoTool({"type", "--delay", "40", text});
  // A frame that sees the mouse elsewhere has seen the letters, too: a Ctrl that came with the last one would
  // eat it.
  const int x = static_cast<int>(hands_.x) == 1 ? 2 : 1;
  XDoTool({"mousemove", std::to_string(x), "1"});
  WaitUntil("the letters",
            [&] { return static_cast<int>(hands_.x) == x && static_cast<int>(hands_.y) == 1; });
}

void KioskScreen::Press(const std::string& key) {
  const int keys = 1 + static_cast<int>(std::ranges::count(key, '+'));
  XDoTool({"keydown", key});
  WaitUntil("key " + key, [&] { return hands_.keys == keys; });
  XDoTool({"keyup", key});
  WaitUntil("the end of key " + key, [&] { return hands_.keys == 0; });
}

void KioskScreen::PassFiftySeconds() {
  kiosk_->Kill(SIGUSR1);
}

void KioskScreen::XDoTool(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "xdotool");
  const ProcessOutcome outcome = RunProcess(arguments, {.environment = {{"DISPLAY", display_}}});
  if (outcome.status != 0) throw std::runtime_error("xdotool: " + outcome.err);
}

ProcessOutcome KioskScreen::Close() {
  XDoTool({"keydown", "ctrl+q"});
  WaitUntil("key ctrl+q", [&] { return hands_.keys == 2 || ended_; });
  XDoTool({"keyup", "ctrl+q"});
  listener_.join();
  return kiosk_->Wait();
}

}  // namespace kith::test
