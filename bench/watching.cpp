// SPDX-License-Identifier: Apache-2.0
// How well the gate captures: over clips with their truth beside them, as `cardpress videos` makes.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include "capture/card_watcher.h"
#include "capture/print_quality.h"
#include "capture/quad.h"
#include "capture/rectify.h"
#include "imaging/mat.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

struct Side {
  int first = 0;  ///< frames in which it is held
  int last = 0;
  Quad corners;
  std::string name;
};

/// What came out of the gate, and at which frame.
struct Got {
  int frame = 0;
  bool is_back = false;
  double sharpness = 0;
  Quad corners;
};

Side SideOf(const nlohmann::json& truth, const char* name) {
  Side side{truth.at("held").at(0), truth.at("held").at(1), {}, name};
  for (std::size_t i = 0; i < 4; ++i)
    side.corners[i] = {truth.at("corners").at(i).at(0), truth.at("corners").at(i).at(1)};
  return side;
}

double SharpnessAt(const Image& frame, const Quad& corners) {
  return capture::Sharpness(imaging::ToGray(capture::Rectify(frame, corners)));
}

double Quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

struct Tally {
  int clips = 0, once = 0, missed = 0, more = 0, two_sided = 0, two_sided_right = 0, blurred = 0, early = 0,
      cut_wrong = 0;
  std::vector<double> delays;        ///< milliseconds from being held to captured
  std::vector<double> sharpnesses;   ///< of the captured image over that of the best held frame
  std::vector<double> milliseconds;  ///< processor time a frame

  void Print() const {
    std::cout << clips << " clips: captured exactly once " << once << ", missed " << missed << ", more often "
              << more << "; before it was held " << early << '\n';
    if (two_sided > 0)
      std::cout << "two sides in one capture: " << two_sided_right << " of " << two_sided << '\n';
    std::cout << "delay: median " << Quantile(delays, 0.5) << " ms, p95 " << Quantile(delays, 0.95)
              << " ms, longest " << Quantile(delays, 1) << " ms\n"
              << "sharpness over that of the best held frame: median " << Quantile(sharpnesses, 0.5)
              << ", least " << Quantile(sharpnesses, 0) << "; blurred (below 0.75): " << blurred << '\n'
              << "cut out wrongly, of those captured while they were held: " << cut_wrong << '\n'
              << "processor time a frame: median " << Quantile(milliseconds, 0.5) << " ms, p95 "
              << Quantile(milliseconds, 0.95) << " ms, longest " << Quantile(milliseconds, 1) << " ms\n";
  }
};

/// The sharpness of the best frames of a held side, a middle value of which the corners are known.
double BestSharpness(const std::vector<std::pair<int, double>>& held, const Side& side) {
  double best = 0;
  for (const auto& [frame, sharpness] : held) {
    if (frame >= side.first && frame <= side.last) best = std::max(best, sharpness);
  }
  return best;
}

class Watching {
 public:
  Watching(const fs::path& file, const nlohmann::json& truth, Tally& tally, bool trace)
      : file_(file), fps_(truth.at("fps")), script_(truth.at("script").dump()), tally_(tally), trace_(trace) {
    sides_.push_back(SideOf(truth, "front"));
    if (truth.contains("back")) sides_.push_back(SideOf(truth.at("back"), "back"));
  }

  void Run() {
    cv::VideoCapture clip(file_.string(), cv::CAP_OPENCV_MJPEG);
    if (!clip.isOpened()) throw std::runtime_error("can't open " + file_.string());
    capture::CardWatcher watcher;
    cv::Mat picture;
    std::optional<capture::Hint> shown;
    for (int frame = 0; clip.read(picture); ++frame) {
      const Image image = imaging::ToImage(picture);
      const std::clock_t begun = std::clock();
      const capture::Observation seen = watcher.Observe(image, At(frame));
      tally_.milliseconds.push_back(1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
      MeasureHeld(image, seen, frame);
      if (trace_ && seen.hint != shown) {
        std::cout << "  " << frame << " hint " << static_cast<int>(seen.hint) << '\n';
        shown = seen.hint;
      }
      if (seen.card)
        got_.push_back({frame, seen.card->is_back, capture::Sharpness(imaging::ToGray(seen.card->image)),
                        seen.card->corners});
    }
    Judge();
  }

 private:
  Instant At(int frame) const {
    return Instant(std::chrono::milliseconds(static_cast<std::int64_t>(1000.0 * frame / fps_)));
  }

  void MeasureHeld(const Image& image, const capture::Observation& seen, int frame) {
    for (const Side& side : sides_) {
      // The card trembles by less than its corners may be off and still be cut out well enough to compare.
      if (frame < side.first || frame > side.last || !seen.corners) continue;
      if (capture::CornerError(*seen.corners, side.corners) < 0.03)
        held_.emplace_back(frame, SharpnessAt(image, *seen.corners));
    }
  }

  void Judge() {
    ++tally_.clips;
    const bool flips = sides_.size() == 2;
    const auto fronts = std::ranges::count_if(got_, [](const Got& got) { return !got.is_back; });
    const bool right = fronts == 1 && got_.size() == sides_.size();
    tally_.once += fronts == 1 && (!flips || right) ? 1 : 0;
    tally_.missed += got_.size() < sides_.size() ? 1 : 0;
    tally_.more += fronts > 1 || got_.size() > sides_.size() ? 1 : 0;
    if (flips) {
      ++tally_.two_sided;
      tally_.two_sided_right += right && got_.back().is_back ? 1 : 0;
    }
    bool odd = !right;
    for (std::size_t i = 0; i < std::min(got_.size(), sides_.size()); ++i)
      odd = Measure(got_[i], sides_[i]) || odd;
    if (odd || trace_) Describe();
  }

  /// Whether there is something to look at.
  bool Measure(const Got& got, const Side& side) {
    const double delay = 1000.0 * (got.frame - side.first) / fps_;
    tally_.delays.push_back(std::max(0.0, delay));
    tally_.early += delay < 0 ? 1 : 0;
    const double best = BestSharpness(held_, side);
    const double share = best > 0 ? got.sharpness / best : 1;
    tally_.sharpnesses.push_back(share);
    tally_.blurred += share < 0.75 ? 1 : 0;
    const bool cut_wrong = IsCutWrong(got, side);
    tally_.cut_wrong += cut_wrong ? 1 : 0;
    return delay < 0 || delay > 900 || share < 0.75 || cut_wrong;
  }

  /// A hand trembles, and what was captured may have been seen a third of a second before.
  bool IsCutWrong(const Got& got, const Side& side) const {
    constexpr double kMostOff = 0.04;  // mean distance of the corners, of the diagonal
    const bool was_held = got.frame - fps_ / 3 >= side.first;
    return was_held && capture::CornerError(got.corners, side.corners) > kMostOff;
  }

  void Describe() const {
    std::cout << file_.filename().string() << ' ' << script_;
    for (const Side& side : sides_)
      std::cout << ' ' << side.name << " held " << side.first << '-' << side.last;
    for (const Got& got : got_)
      std::cout << (got.is_back ? " back" : " front") << " at " << got.frame << " (" << got.sharpness << ')';
    std::cout << std::endl;
  }

  fs::path file_;
  double fps_;
  std::string script_;
  Tally& tally_;
  bool trace_;
  std::vector<Side> sides_;
  std::vector<Got> got_;
  std::vector<std::pair<int, double>> held_;
};

/// A still picture with the noise of a sensor, shown to a watcher.
class StillCamera {
 public:
  /// Whether something was captured.
  bool Show(const cv::Mat& still, int frames) {
    constexpr double kNoise = 3;  // deviation, grey levels
    bool took = false;
    for (int i = 0; i < frames && !took; ++i, ++shown_) {
      cv::Mat noise(still.size(), CV_16SC3), noisy;
      random_.fill(noise, cv::RNG::NORMAL, 0, kNoise);
      cv::add(still, noise, noisy, cv::noArray(), CV_8UC3);
      const Instant at(std::chrono::milliseconds(shown_ * 1000 / 15));
      took = watcher_.Observe(imaging::ToImage(noisy), at).card.has_value();
    }
    return took;
  }

 private:
  cv::RNG random_{1};
  capture::CardWatcher watcher_;
  int shown_ = 0;
};

/// How many of the pictures without a card are captured, each shown still for two seconds; before it for half
/// a second the same without what came there, if there is such a picture.
void WatchStrangers(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".jpg") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  int captured = 0;
  for (const fs::path& file : files) {
    const cv::Mat still = cv::imread(file.string()),
                  before = cv::imread((folder / "before" / file.filename()).string());
    if (still.empty()) throw std::runtime_error("can't read " + file.string());
    StillCamera camera;
    const bool took = (!before.empty() && camera.Show(before, 8)) || camera.Show(still, 30);
    captured += took ? 1 : 0;
    if (took) std::cout << "captured: " << file.filename().string() << std::endl;
  }
  std::cout << files.size() << " pictures without a card, captured: " << captured << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  cv::setNumThreads(1);
  if (argc < 2) {
    std::cerr << "usage: kith_watching FOLDER [CLIP]\n       kith_watching --strangers FOLDER\n";
    return 2;
  }
  if (std::string(argv[1]) == "--strangers" && argc > 2) {
    WatchStrangers(argv[2]);
    return 0;
  }
  const fs::path folder = argv[1];
  std::ifstream in(folder / "truth.json");
  const auto truths = nlohmann::json::parse(in);
  Tally tally;
  for (const auto& [name, truth] : truths.items()) {
    if (argc > 2 && name != argv[2]) continue;
    Watching(folder / name, truth, tally, argc > 2).Run();
  }
  tally.Print();
  return 0;
}
