// SPDX-License-Identifier: Apache-2.0
// What the kiosk costs as a program of its own, on a screen of its own (Xvfb), with the demo camera: from its
// start to the first picture, and the processor time that it takes while nobody does anything.
//   kith_kiosk_economy [CONTACTS]     100000 if left out; needs Xvfb and xdotool
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <unistd.h>

#include "app/open_store.h"
#include "bench/stored_book.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace kith;
using std::chrono::milliseconds;
using std::chrono::seconds;
using SteadyClock = std::chrono::steady_clock;

constexpr int kStarts = 11;

class Screen {
 public:
  Screen()
      : server_({"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}),
        name_(":" + server_.ReadLine().value_or("")),
        display_(XOpenDisplay(name_.c_str()), &XCloseDisplay) {
    if (!display_) throw std::runtime_error("There is no Xvfb.");
  }

  const std::string& name() const { return name_; }

  /// The colours of the middle row.
  std::vector<unsigned long> MiddleRow() const {
    const int screen = DefaultScreen(display_.get());
    XImage* const row = XGetImage(
        display_.get(), DefaultRootWindow(display_.get()), 0, DisplayHeight(display_.get(), screen) / 2,
        static_cast<unsigned>(DisplayWidth(display_.get(), screen)), 1, AllPlanes, ZPixmap);
    if (row == nullptr) return {};
    std::vector<unsigned long> colours;
    for (int x = 0; x < row->width; ++x)
      colours.push_back(XGetPixel(row, x, 0) & 0xFFFFFF);
    XDestroyImage(row);
    return colours;
  }

  /// A window without a picture yet is black.
  bool ShowsSomething() const {
    return std::ranges::any_of(MiddleRow(), [](unsigned long colour) { return colour != 0; });
  }

 private:
  test::Process server_;
  std::string name_;
  std::unique_ptr<Display, int (*)(Display*)> display_;
};

/// Processor time of a process so far.
double SecondsUsed(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string stat;
  std::getline(file, stat);
  stat.erase(0, stat.rfind(')') + 1);
  unsigned long user = 0, system = 0;
  std::sscanf(stat.c_str(), " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void PrintShare(const char* what, pid_t pid, seconds length) {
  const double before = SecondsUsed(pid);
  std::this_thread::sleep_for(length);
  std::printf("%-34s %5.1f %% of a core\n", what,
              100 * (SecondsUsed(pid) - before) / static_cast<double>(length.count()));
  std::fflush(stdout);
}

class Kiosk {
 public:
  explicit Kiosk(const std::filesystem::path& data) : data_(data) {}

  /// Milliseconds to the first picture.
  double Start() {
    screen_ = std::make_unique<Screen>();
    const auto begin = SteadyClock::now();
    program_ = std::make_unique<test::Process>(
        std::vector<std::string>{KITH_PROGRAM, "--data", data_.string(), "kiosk", "--windowed", "--camera",
                                 "demo"},
        test::ProcessOptions{.environment = {{"DISPLAY", screen_->name()}, {"WAYLAND_DISPLAY", ""}}});
    while (!screen_->ShowsSomething())
      LookAgain(begin, milliseconds(1));
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
  }
  void End() {
    program_.reset();
    screen_.reset();
  }
  /// Holds the key down until the picture stands still for longer than the demo camera shows one card.
  void HoldUntilStill(const std::string& key) const {
    const auto begin = SteadyClock::now();
    XDoTool("keydown", key);
    std::vector<unsigned long> row;
    for (auto since = begin; SteadyClock::now() - since < seconds(6); LookAgain(begin, milliseconds(20))) {
      const std::vector<unsigned long> now = screen_->MiddleRow();
      if (std::exchange(row, now) != now) since = SteadyClock::now();
    }
    XDoTool("keyup", key);
  }
  pid_t pid() const { return program_->pid(); }

 private:
  static void LookAgain(SteadyClock::time_point begin, milliseconds pause) {
    if (SteadyClock::now() - begin > std::chrono::minutes(1))
      throw std::runtime_error("Kith didn't come so far within a minute.");
    std::this_thread::sleep_for(pause);
  }
  void XDoTool(const std::string& what, const std::string& key) const {
    const test::ProcessOutcome outcome =
        test::RunProcess({"xdotool", what, key}, {.environment = {{"DISPLAY", screen_->name()}}});
    if (outcome.status != 0) throw std::runtime_error("xdotool: " + outcome.err);
  }

  std::filesystem::path data_;
  std::unique_ptr<Screen> screen_;
  std::unique_ptr<test::Process> program_;
};

void Measure(const std::filesystem::path& data) {
  Kiosk kiosk(data);
  std::printf("%-34s %5.0f ms\n", "first start of a day, with backup", kiosk.Start());
  kiosk.End();
  std::vector<double> ms;
  for (int i = 0; i < kStarts; ++i) {
    kiosk.End();
    ms.push_back(kiosk.Start());
  }
  std::ranges::sort(ms);
  std::printf("%-34s %5.0f ms (median of %d; %.0f to %.0f)\n", "start to the first picture",
              ms[ms.size() / 2], kStarts, ms.front(), ms.back());
  std::this_thread::sleep_for(seconds(5));  // the readers load behind the picture: not of what is measured
  PrintShare("looking for cards, with the picture", kiosk.pid(), seconds(20));
  kiosk.HoldUntilStill("ctrl+2");
  PrintShare("contacts, nobody does anything", kiosk.pid(), seconds(30));
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const test::TempFolder data;
  app::Config config;
  config.data_folder = data.path();
  {
    auto opened = app::OpenStore(config);
    const auto stored = opened ? bench::StoreBook(*(*opened)->store, count) : Result<void>(opened.error());
    if (!stored) {
      std::fprintf(stderr, "%s\n", stored.error().message.c_str());
      return EXIT_FAILURE;
    }
  }
  std::printf("%d contacts, 1280x800\n", count);
  try {
    Measure(data.path());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return EXIT_FAILURE;
  }
}
