// SPDX-License-Identifier: Apache-2.0
// What looking through a camera costs: a network camera (a process of its own) sends 1280x720 at 30 pictures
// a second, and the processor time of this process is measured while its pictures are only received, decoded,
// and searched for cards by the real capture thread.
//   kith_preview_bench [SECONDS]     for each figure; 20 if left out
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/capture_thread.h"
#include "capture/demo_source.h"
#include "capture/frame_sources.h"
#include "imaging/codec.h"
#include "imaging/mat.h"
#include "tests/support/mjpeg_server.h"

namespace {

using namespace std::chrono_literals;
using Jpegs = std::vector<std::vector<std::uint8_t>>;

/// As a webcam sends it: with noise, at quality 85.
std::vector<std::uint8_t> AsSent(const kith::Image& frame, int seed) {
  const cv::Mat picture = kith::imaging::ViewAsMat(frame);
  cv::Mat noise(picture.size(), CV_16SC3), sum;
  cv::RNG(static_cast<std::uint64_t>(seed)).fill(noise, cv::RNG::NORMAL, 0, 3);
  picture.convertTo(sum, CV_16S);
  cv::Mat noisy;
  cv::Mat(sum + noise).convertTo(noisy, CV_8U);
  std::vector<std::uint8_t> jpeg;
  cv::imencode(".jpg", noisy, jpeg, {cv::IMWRITE_JPEG_QUALITY, 85});
  return jpeg;
}

/// A card that comes and goes, or an empty table, for that long.
Jpegs Scene(const kith::Image& card, bool empty, int seconds) {
  Jpegs once;
  for (int i = 0; i < static_cast<int>(kith::capture::kDemoFramesPerCard); ++i) {
    const auto at = empty ? kith::capture::kDemoFramesPerCard - 1 : i;
    once.push_back(AsSent(kith::capture::DrawDemoFrame(std::span(&card, 1), at), i));
  }
  std::printf("%zu kB a picture\n", once[60].size() / 1024);
  Jpegs all;
  for (int i = 0; i < 30 * seconds; ++i)
    all.push_back(once[static_cast<std::size_t>(i) % once.size()]);
  return all;
}

/// The camera, in a child process so that its time isn't ours.
class CameraProcess {
 public:
  explicit CameraProcess(const Jpegs& jpegs) {
    int ends[2];
    if (pipe(ends) != 0 || (child_ = fork()) < 0) std::abort();
    if (child_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      const kith::test::MjpegServer server(jpegs, kith::test::MjpegServer::Ending::kNever, 0, 33ms);
      const int port = server.port();
      if (write(ends[1], &port, sizeof port) != sizeof port) _exit(1);
      for (;;)
        pause();
    }
    if (read(ends[0], &port_, sizeof port_) != sizeof port_) std::abort();
    close(ends[0]);
    close(ends[1]);
  }
  ~CameraProcess() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  CameraProcess(const CameraProcess&) = delete;
  CameraProcess& operator=(const CameraProcess&) = delete;
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/video"; }

 private:
  pid_t child_ = -1;
  int port_ = 0;
};

double ProcessorSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) { return double(t.tv_sec) + double(t.tv_usec) * 1e-6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Runs `step` (which says whether a picture came) for that long and tells what it cost.
template <typename Step>
void Measure(const char* name, int seconds, Step step) {
  const double cost_before = ProcessorSeconds();
  const auto begin = std::chrono::steady_clock::now();
  int pictures = 0;
  while (std::chrono::steady_clock::now() - begin < std::chrono::seconds(seconds))
    pictures += step() ? 1 : 0;
  const double time = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double cost = ProcessorSeconds() - cost_before;
  std::printf("%-28s %5.1f pictures/s %6.1f %% of a core %6.2f ms a picture\n", name, pictures / time,
              100 * cost / time, pictures > 0 ? 1000 * cost / pictures : 0.0);
  std::fflush(stdout);
}

void MeasureScene(const char* scene, const Jpegs& jpegs, int seconds) {
  std::printf("%s\n", scene);
  {
    const CameraProcess camera(jpegs);
    const auto source = kith::capture::OpenFrameSource(camera.url(), {});
    if (!source || !(*source)->Next({})) std::abort();
    Measure("  received", seconds, [] {
      std::this_thread::sleep_for(100ms);
      return false;
    });
  }
  {
    const CameraProcess camera(jpegs);
    const auto source = kith::capture::OpenFrameSource(camera.url(), {});
    if (!source || !(*source)->Next({})) std::abort();
    Measure("  and decoded", seconds, [&] { return bool((*source)->Next({})); });
  }
  const CameraProcess camera(jpegs);
  kith::flow::Inlets inlets({});
  kith::app::CaptureOptions options;
  options.camera = camera.url();
  options.languages = "none";
  const kith::app::CameraSwitch looked_through(options);
  const kith::app::CaptureThread capture(looked_through, inlets);
  while (!inlets.preview.Take())
    std::this_thread::sleep_for(5ms);
  Measure("  and searched for cards", seconds, [&] {
    std::this_thread::sleep_for(5ms);
    return inlets.preview.Take().has_value();
  });
}

}  // namespace

int main(int argc, char** argv) {
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 20;
  const auto card = kith::imaging::LoadPicture(std::string(KITH_SOURCE_DIR) + "/assets/samples/01.jpg");
  if (!card || seconds <= 0) {
    std::fprintf(stderr, "kith_preview_bench [SECONDS]\n");
    return 1;
  }
  MeasureScene("a card that comes and goes", Scene(*card, false, seconds + 10), seconds);
  MeasureScene("an empty table", Scene(*card, true, seconds + 10), seconds);
}
