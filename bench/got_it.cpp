// SPDX-License-Identifier: Apache-2.0
// How long a guest who holds a card up waits for "Got it": the real window of a locked kiosk, its program,
// capture thread and store, before the demo camera.
//   kith_got_it [CAPTURES]     15 if left out, four seconds each; needs a display (xvfb-run)
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "app/capture_thread.h"
#include "app/open_store.h"
#include "app/running_config.h"
#include "app/workbench.h"
#include "capture/card_watcher.h"
#include "flow/program.h"
#include "flow/thread_executor.h"
#include "tests/support/temp_folder.h"
#include "ui/palette.h"
#include "ui/shell.h"
#include "ui/window.h"

namespace {

using kith::capture::CardWatcher;
using kith::capture::Observation;
using SteadyClock = std::chrono::steady_clock;

/// Of the last card that the gate took: when it began to look at the frame, and when it was done.
std::atomic<SteadyClock::time_point> last_seen, last_taken;

/// Tells of each capture the time to the frame that shows it, in milliseconds.
class Waits {
 public:
  explicit Waits(kith::flow::Inlets& inlets) : inlets_(inlets) {}

  /// After each frame: leaves for the next guest once "Got it" is there.
  void Look(const kith::flow::AppState& state, const kith::ui::Window& window) {
    const SteadyClock::time_point now = SteadyClock::now();
    const auto& visit = state.guest.visit;
    if (!visit || visit->ticket == ticket_) return;
    if (!in_window_) in_window_ = now;
    if (!visit->got_at) return;
    if (!ShowsGotIt(window)) {
      ++blind_;
      return;
    }
    ticket_ = visit->ticket;
    const SteadyClock::time_point seen = last_seen, taken = last_taken;
    // The first card also waits for what a program does once, such as loading the readers.
    if (std::exchange(warm_, true)) {
      from_frame_.push_back(Ms(now - seen));
      from_gate_.push_back(Ms(now - taken));
      to_window_.push_back(Ms(*in_window_ - taken));
    } else {
      std::printf("the first card, from the gate to \"Got it\": %.1f ms\n", Ms(now - taken));
    }
    in_window_.reset();
    inlets_.mailbox.Post(kith::flow::EndVisit{});
  }

  std::size_t count() const { return from_gate_.size(); }
  void Print() const {
    Print("from the frame that is kept to \"Got it\"", from_frame_);
    Print("from the gate to \"Got it\"", from_gate_);
    Print("of it, until the card is upright and in the window", to_window_);
    std::printf("frames that should have shown it and did not: %d\n", blind_);
  }

 private:
  static double Ms(SteadyClock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
  }
  /// The screen is all green then, up to its corners.
  static bool ShowsGotIt(const kith::ui::Window& window) {
    const kith::Image shown = window.Screenshot();
    const auto* const pixel = shown.pixels().data();
    const kith::ui::Color green = kith::ui::Colors().accent;
    return pixel[0] == (green & 0xFF) && pixel[1] == ((green >> 8) & 0xFF) &&
           pixel[2] == ((green >> 16) & 0xFF);
  }
  static void Print(const char* what, std::vector<double> ms) {
    if (ms.empty()) return;
    std::ranges::sort(ms);
    std::printf("%-52s %5.1f ms (median of %zu; %.1f to %.1f)\n", what, ms[ms.size() / 2], ms.size(),
                ms.front(), ms.back());
  }

  kith::flow::Inlets& inlets_;
  std::uint64_t ticket_ = 0;
  bool warm_ = false;
  int blind_ = 0;
  std::optional<SteadyClock::time_point> in_window_;
  std::vector<double> from_frame_, from_gate_, to_window_;
};

}  // namespace

// The linker leads CardWatcher::Observe through these (--wrap): what is real and what is wrapped, by their
// mangled names.
Observation RealObserve(CardWatcher* watcher, const kith::Image& frame, kith::Instant at,
                        CardWatcher::Wanted wanted) __asm__("__real_" KITH_OBSERVE);
Observation ObserveAndNote(CardWatcher* watcher, const kith::Image& frame, kith::Instant at,
                           CardWatcher::Wanted wanted) __asm__("__wrap_" KITH_OBSERVE);

Observation ObserveAndNote(CardWatcher* watcher, const kith::Image& frame, kith::Instant at,
                           CardWatcher::Wanted wanted) {
  const SteadyClock::time_point seen = SteadyClock::now();
  Observation observation = RealObserve(watcher, frame, at, wanted);
  if (observation.card) {
    last_seen = seen;
    last_taken = SteadyClock::now();
  }
  return observation;
}

int main(int argc, char** argv) {
  const auto captures = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 15);
  const kith::test::TempFolder folder;
  kith::app::Config config;
  config.data_folder = folder.path();
  config.camera = "demo";
  const auto opened = kith::app::OpenStore(config);
  const kith::ui::WindowOptions look;  // named: GCC 12 at -O3 takes a temporary one for uninitialized
  auto window = kith::ui::Window::Open(look);
  if (!opened || !window) {
    std::fprintf(stderr, "%s\n", (window ? opened.error() : window.error()).message.c_str());
    return EXIT_FAILURE;
  }
  kith::flow::Inlets inlets(kith::ui::Window::Wake);
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto running = std::make_shared<kith::app::RunningConfig>(config);
  kith::flow::ThreadExecutor executor({.workers = std::max(1, cores - 1)},
                                      kith::app::MakeWorkbenchFactory(running));
  kith::flow::Settings settings;
  settings.kiosk = true;
  kith::flow::Program program(settings, inlets, executor, *(*opened)->clock);
  const kith::app::CaptureThread capture(running->camera(), inlets);
  Waits waits(inlets);
  struct Done {};
  try {
    kith::ui::Run(**window, program, [&](std::chrono::nanoseconds) {
      waits.Look(program.state(), **window);
      if (waits.count() == captures) throw Done();  // a locked kiosk can't be closed
    });
  } catch (const Done&) {
    waits.Print();
  }
  return EXIT_SUCCESS;
}
