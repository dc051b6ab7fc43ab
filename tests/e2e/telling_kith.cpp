// SPDX-License-Identifier: Apache-2.0
// The program as people run it, with one addition: it says on stdout where the things on its screen are, and
// what it knows of mouse and keyboard, whenever that changes, so that a test can click on things. And 50
// seconds pass at once when SIGUSR1 comes. Everything else is the real thing.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <iterator>
#include <thread>
#include <vector>

#include <imgui.h>
#include <signal.h>

#include "app/command_line.h"
#include "tests/support/seen_items.h"
#include "ui/window.h"

namespace {

struct Hands {
  float x = 0, y = 0;
  bool button = false;
  std::ptrdiff_t keys = 0;  ///< held down

  friend bool operator==(const Hands&, const Hands&) = default;
};

Hands HandsNow() {
  const ImGuiIO& io = ImGui::GetIO();
  return {io.MousePos.x, io.MousePos.y, io.MouseDown[0],
          std::count(std::begin(io.KeysDown), std::end(io.KeysDown), true)};
}

std::atomic<int> seconds_passed = 0;

std::vector<kith::test::SeenItem> told;
Hands told_hands;

void Tell() {
  const Hands hands = HandsNow();
  if (kith::test::SeenItems() != told || hands != told_hands) {
    told = kith::test::SeenItems();
    told_hands = hands;
    std::cout << "hands " << hands.x << ' ' << hands.y << ' ' << hands.button << ' ' << hands.keys << '\n';
    for (const kith::test::SeenItem& item : told) {
      if (!item.visible || item.disabled) continue;
      std::cout << "item " << (item.left + item.right) / 2 << ' ' << (item.top + item.bottom) / 2 << ' '
                << item.label << '\n';
    }
    std::cout << "shown\n" << std::flush;
  }
  kith::test::ForgetSeenItems();
}

/// A thread waits for the signals, which may wake the window where a handler must not.
void LetTimePass() {
  sigset_t passing;
  sigemptyset(&passing);
  sigaddset(&passing, SIGUSR1);
  pthread_sigmask(SIG_BLOCK, &passing, nullptr);
  std::thread([passing] {
    for (int signal = 0; sigwait(&passing, &signal) == 0;) {
      seconds_passed += 50;
      kith::ui::Window::Wake();
    }
  }).detach();
}

}  // namespace

// The linker leads ImGui::Render and the clock through these (--wrap): real and wrapped, by their mangled
// names.
using SystemTime = std::chrono::system_clock::time_point;
SystemTime RealNow() __asm__("__real__ZNSt6chrono3_V212system_clock3nowEv");
SystemTime NowWithWhatPassed() __asm__("__wrap__ZNSt6chrono3_V212system_clock3nowEv");
void RealRender() __asm__("__real__ZN5ImGui6RenderEv");
void RenderAndTell() __asm__("__wrap__ZN5ImGui6RenderEv");

SystemTime NowWithWhatPassed() {
  return RealNow() + std::chrono::seconds(seconds_passed);
}

void RenderAndTell() {
  RealRender();
  Tell();
}

#if defined(__SANITIZE_ADDRESS__)
// Mesa unloads its driver before LeakSanitizer looks, which then can't tell whose the driver's memory is:
// keep it.
extern "C" int dlclose(void*) {
  return 0;
}
#endif

int main(int argc, char** argv) {
  LetTimePass();
  return kith::app::RunCommandLine(argc, argv);
}
