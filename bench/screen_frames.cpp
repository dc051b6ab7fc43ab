// SPDX-License-Identifier: Apache-2.0
// What a frame of every screen costs with many contacts: the tour's visit, in software rendering under Xvfb.
//   xvfb-run -a -s "-screen 0 1920x1920x24" kith_screen_frames [CONTACTS] [LOOK]
// 100000 and "en-light-1920x1080" if left out. Wall time of a frame, drawn and shown; the first frames of a
// screen, which fetch letters and pictures, are not in it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "app/open_store.h"
#include "app/tour.h"
#include "bench/stored_book.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace kith;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kFrames = 100;

Result<void> AddPeople(const app::Config& config, int count) {
  auto opened = app::OpenStore(config);
  if (!opened) return opened.error();
  return bench::StoreBook(*(*opened)->store, count);
}

void TimeFrames(const app::TourStop& stop, const flow::AppState& shown, ui::Window& window) {
  std::vector<double> ms;
  flow::Actions ignored;
  for (int frame = 0; frame < kFrames; ++frame) {
    const auto begin = std::chrono::steady_clock::now();
    window.Draw(shown, ignored);
    ms.push_back(Milliseconds(std::chrono::steady_clock::now() - begin).count());
  }
  std::ranges::sort(ms);
  std::printf("%-16s median %5.1f ms, 95 %% %5.1f ms, longest %5.1f ms\n", stop.name, ms[ms.size() / 2],
              ms[ms.size() * 95 / 100], ms.back());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const test::TempFolder pictures;
  app::TourOptions options;
  options.folder = pictures.path();
  options.only = argc > 2 ? argv[2] : "en-light-1920x1080";
  options.fill = [count](const app::Config& config) { return AddPeople(config, count); };
  options.after_picture = TimeFrames;
  std::printf("%d contacts, %s\n", count, options.only.c_str());
  const Result<int> taken = app::RunTour(options);
  if (taken) return EXIT_SUCCESS;
  std::fprintf(stderr, "%s\n", taken.error().message.c_str());
  return EXIT_FAILURE;
}
