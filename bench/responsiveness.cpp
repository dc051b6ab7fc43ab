// SPDX-License-Identifier: Apache-2.0
// Whether the window stays responsive while its camera fails: the real window, program and capture thread
// look at a network camera that is killed, hangs, is cut off in the middle of a picture or freezes, again and
// again.
//   kith_responsiveness [TIMES]     20 if left out; needs a display (xvfb-run)
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <time.h>

#include "app/capture_thread.h"
#include "app/config.h"
#include "app/open_store.h"
#include "app/workbench.h"
#include "capture/demo_source.h"
#include "flow/program.h"
#include "flow/thread_executor.h"
#include "imaging/codec.h"
#include "tests/support/mjpeg_server.h"
#include "tests/support/temp_folder.h"
#include "ui/shell.h"
#include "ui/window.h"

namespace {

using kith::test::MjpegServer;
using Ending = MjpegServer::Ending;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// What was shown, told by the UI thread to the one that breaks the camera.
class Shown {
 public:
  void Tell(bool working) {
    const std::lock_guard lock(mutex_);
    if (working != working_) ++changes_;
    working_ = working;
    changed_.notify_all();
  }
  /// False if that isn't shown within a minute.
  bool Await(bool working) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::minutes(1), [&] { return working_ == working; });
  }
  int changes() const { return changes_; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool working_ = false;
  int changes_ = 0;
};

double MegabytesInMemory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmRSS:") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes / 1024;
    }
  }
  return 0;
}

double ProcessorMs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * double(time.tv_sec) + 1e-6 * double(time.tv_nsec);
}

void Report(std::vector<double> ms, const char* what) {
  if (ms.empty()) return;
  std::ranges::sort(ms);
  const auto at = [&](double share) { return ms[static_cast<std::size_t>(share * double(ms.size() - 1))]; };
  std::printf("%s: %zu frames, median %.1f ms, 99 %% %.1f ms, longest %.1f ms\n", what, ms.size(), at(0.5),
              at(0.99), ms.back());
}

std::vector<std::vector<std::uint8_t>> Pictures() {
  const auto card = kith::imaging::LoadPicture(std::string(KITH_SOURCE_DIR) + "/assets/samples/01.jpg");
  if (!card) std::abort();
  std::vector<std::vector<std::uint8_t>> jpegs;
  // A card on its way, then the empty table, which stays: a card that were held would open the review.
  for (int i = 0; i < 20; ++i) {
    const auto at = i < 19 ? i : kith::capture::kDemoFramesPerCard - 1;
    jpegs.push_back(
        kith::imaging::JpegCodec().Encode(kith::capture::DrawDemoFrame(std::span(&*card, 1), at))->bytes);
  }
  return jpegs;
}

/// Breaks the camera that often and waits each time until the screen said so, and showed pictures again.
int Break(std::optional<MjpegServer>& camera, Shown& shown, int times) {
  constexpr std::array kEndings = {Ending::kNever,       Ending::kStall,  Ending::kCutAndStall,
                                   Ending::kCutAndClose, Ending::kFreeze, Ending::kClose};
  const auto pictures = Pictures();
  const int port = camera->port();
  int recovered = 0;
  for (int i = 0; i < times; ++i) {
    const Ending ending = kEndings[static_cast<std::size_t>(i) % kEndings.size()];
    camera.reset();
    if (!shown.Await(false)) break;
    camera.emplace(pictures, ending, port, std::chrono::milliseconds(33));
    if (!shown.Await(true)) break;
    ++recovered;
    if (ending != Ending::kNever && !shown.Await(false)) break;
  }
  return recovered;
}

}  // namespace

int main(int argc, char** argv) {
  const int times = argc > 1 ? std::atoi(argv[1]) : 20;
  const kith::test::TempFolder folder;
  kith::app::Config config;
  config.data_folder = folder.path();
  const auto opened = kith::app::OpenStore(config);
  const kith::ui::WindowOptions look;  // named: GCC 12 at -O3 takes a temporary one for uninitialized
  auto window = kith::ui::Window::Open(look);
  if (!opened || !window) {
    std::fprintf(stderr, "%s\n", (window ? opened.error() : window.error()).message.c_str());
    return 1;
  }
  kith::flow::Inlets inlets(kith::ui::Window::Wake);
  kith::flow::ThreadExecutor executor(
      {.workers = 1}, kith::app::MakeWorkbenchFactory(std::make_shared<kith::app::RunningConfig>(config)));
  kith::flow::Program program({}, inlets, executor, *(*opened)->clock);
  std::optional<MjpegServer> camera(std::in_place, Pictures(), Ending::kNever);
  kith::app::CaptureOptions options;
  options.camera = camera->Url();
  options.languages = "eng";
  const kith::app::CameraSwitch looked_through(options);
  const kith::app::CaptureThread capture(looked_through, inlets);
  Shown shown;
  int recovered = 0;
  double memory_before = 0;
  std::vector<double> frames, frames_while_it_works, processor;
  std::atomic<bool> breaking = false;
  std::jthread breaker([&] {
    if (shown.Await(true)) {
      std::this_thread::sleep_for(std::chrono::seconds(5));  // frames of a camera that works, to compare with
      memory_before = MegabytesInMemory();
      breaking = true;
      recovered = Break(camera, shown, times);
    }
    inlets.mailbox.Post(kith::flow::CloseProgram{});
  });
  double processor_before = ProcessorMs();
  kith::ui::Run(**window, program, [&](std::chrono::nanoseconds time) {
    (breaking ? frames : frames_while_it_works).push_back(Milliseconds(time).count());
    const double now = ProcessorMs();
    if (breaking) processor.push_back(now - processor_before);
    processor_before = now;
    const auto& scan = program.state().scan;
    shown.Tell(!scan.camera_error && !scan.preview.frame.empty());
  });
  breaker.join();
  Report(frames_while_it_works, "update and draw, the camera works");
  Report(frames, "update and draw, the camera fails");
  Report(processor, "processor time of that thread a frame");
  std::printf("the camera came back %d of %d times; memory %.0f MB before, %.0f MB after\n", recovered, times,
              memory_before, MegabytesInMemory());
  return recovered == times ? 0 : 1;
}
