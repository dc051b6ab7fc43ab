// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"

namespace kith::test {

/// A screen of its own (Xvfb) with the kiosk on it, and a hand for the mouse and the keyboard (xdotool).
/// Looks for things by the labels that tests/e2e/telling_kith.cpp tells. A click or a key is done when a
/// frame has seen each part of it, so a slow machine loses none. Every wait ends after a minute with an
/// exception that says what was waited for.
class KioskScreen {
 public:
  KioskScreen(std::vector<std::string> command, ProcessOptions options);
  ~KioskScreen();
  KioskScreen(const KioskScreen&) = delete;
  KioskScreen& operator=(const KioskScreen&) = delete;

  /// Waits until at least `count` things with that label can be pressed; tells how many there are.
  std::size_t WaitFor(const std::string& label, std::size_t count = 1);
  void WaitUntilGone(const std::string& label);
  bool Shows(const std::string& label);
  void Click(const std::string& label, std::size_t index = 0);
  /// ASCII only: xdotool loses other letters.
  void Type(const std::string& text);
  /// As xdotool names it: "ctrl+a", "Return".
  void Press(const std::string& key);

  /// 50 seconds go by at once: more than until the kiosk asks, less than until it goes on.
  void PassFiftySeconds();

  const std::string& display() const { return display_; }

  /// Leaves by Ctrl+Q and waits for the end of the program.
  ProcessOutcome Close();

 private:
  struct Item {
    std::string label;
    double x, y;
  };

  /// What the program knows of them.
  struct Hands {
    double x = 0, y = 0;
    bool button = false;
    int keys = 0;  ///< held down
  };

  void Listen();
  std::vector<Item> Find(const std::string& label) const;
  void XDoTool(std::vector<std::string> arguments) const;
  template <typename Condition>
  void WaitUntil(const std::string& what, Condition condition);

  Process xvfb_;
  std::string display_;
  std::unique_ptr<Process> kiosk_;
  std::mutex mutex_;
  std::condition_variable shown_;
  std::vector<Item> items_;
  Hands hands_;
  bool ended_ = false;
  std::jthread listener_;
};

}  // namespace kith::test
