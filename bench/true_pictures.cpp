// SPDX-License-Identifier: Apache-2.0
#include "bench/true_pictures.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <stdexcept>

#include "capture/rectify.h"
#include "imaging/codec.h"

namespace kith::bench {

std::vector<TruePicture> PicturesIn(const std::filesystem::path& folder) {
  std::ifstream in(folder / "truth.json");
  if (!in) throw std::runtime_error("There is no truth.json in " + folder.string() + ".");
  std::vector<TruePicture> pictures;
  const auto truths = nlohmann::json::parse(in);
  for (const auto& [name, truth] : truths.items()) {
    if (truth.contains("skip")) continue;
    TruePicture& picture = pictures.emplace_back(folder / name, truth, std::nullopt);
    if (!truth.contains("corners")) continue;
    Quad& corners = picture.corners.emplace();
    for (std::size_t i = 0; i < corners.size(); ++i)
      corners[i] = {truth.at("corners").at(i).at(0), truth.at("corners").at(i).at(1)};
  }
  return pictures;
}

Image TrueCard(const TruePicture& picture) {
  const Result<Image> image = imaging::LoadPicture(picture.file);
  if (!image) throw std::runtime_error(image.error().message);
  return picture.corners ? capture::Rectify(*image, *picture.corners) : *image;
}

double ProcessorMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double Quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

}  // namespace kith::bench
