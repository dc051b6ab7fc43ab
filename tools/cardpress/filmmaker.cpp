// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/filmmaker.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <opencv2/videoio.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"
#include "tools/cardpress/camera.h"
#include "tools/cardpress/film_frame.h"
#include "tools/cardpress/film_script.h"
#include "tools/cardpress/fingers.h"
#include "tools/cardpress/hidden_values.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/table.h"

namespace kith::tools {
namespace {

const cv::Size kFrame(1280, 720);

FilmedSide SideOf(const Composition& card, double largest_share, std::uint64_t hand) {
  const cv::Size2d card_mm(card.design.width, card.design.height);
  const double diagonal_px = largest_share * kFrame.height;
  return {AsFarAway(card.print, diagonal_px / std::hypot(card_mm.width, card_mm.height)), card_mm, hand};
}

double LargestShare(const FilmScript& script) {
  double largest = 0;
  for (const Moment& key : script.keys)
    largest = std::max(largest, key.pose.share);
  return largest;
}

HeldSpan InFrames(const Seconds& held, const FilmScript& script, int fps) {
  return {static_cast<int>(std::ceil(held.begin * fps)), static_cast<int>(std::floor(held.end * fps)),
          static_cast<int>(std::ceil(script.length * fps)), fps};
}

/// The truth of a side as it can be read in the middle of its span.
CardTruth SeenTruth(const CardTruth& printed, const FilmedSide& side, const FilmScript& script,
                    const Seconds& held) {
  const std::optional<Moment> middle = MomentAt(script, (held.begin + held.end) / 2);
  const auto picture_from_mm = middle ? PictureFromMm(*middle, side.card_mm, kFrame) : std::nullopt;
  if (!picture_from_mm) return printed;
  cv::Mat unused = cv::Mat::zeros(kFrame, CV_8UC3);
  const cv::Mat covered = DrawHand(side, *picture_from_mm, unused);
  const auto hidden = HiddenValues(
      side.print.runs, [&](const PrintedRun& run) { return IsCovered(run, *picture_from_mm, covered); });
  CardTruth truth = WithoutHidden(printed, hidden);
  truth.corners = CornersInPicture(*picture_from_mm, side.card_mm);
  truth.rotation = QuarterTurn(*truth.corners);
  return truth;
}

FilmSet PickSet(const Composition& front, Rng& rng, int fps, bool camouflaged) {
  const bool hard = rng.Chance(0.3);
  const cv::Mat table = camouflaged
                            ? DrawTableLike(kFrame, rng, Bgr(front.design.background.base), hard)
                            : DrawTable(kFrame, rng, MeanGrey(imaging::ViewAsMat(front.print.image)), hard);
  const double gain = rng.Chance(0.25) ? rng.Real(0.5, 0.75) : rng.Real(0.8, 1);
  // Cameras make up for dim light by longer exposure, and by amplifying the noise.
  const double shutter = std::min(1.0 / fps, rng.Real(0.008, 0.016) / gain);
  return {table, rng, shutter, gain, rng.Real(1.5, 3) / gain};
}

}  // namespace

Result<Clip> FilmCard(const Composition& front, const Composition* back, int fps, Rng& rng,
                      const std::string& path, bool camouflaged) {
  const cv::Size2d card_mm(front.design.width, front.design.height);
  const FilmScript script = WriteScript(rng, card_mm, kFrame, back != nullptr);
  const FilmSet set = PickSet(front, rng, fps, camouflaged);
  const std::uint64_t hand = rng.Bits();
  const FilmedSide front_side = SideOf(front, LargestShare(script), hand);
  const std::optional<FilmedSide> back_side =
      back ? std::optional(SideOf(*back, LargestShare(script), hand)) : std::nullopt;
  cv::VideoWriter film(path, cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), fps, kFrame);
  if (!film.isOpened()) return Error{ErrorCode::kStorage, "Can't write " + path + ". Is the disk full?"};
  film.set(cv::VIDEOWRITER_PROP_QUALITY, 88);
  const HeldSpan held = InFrames(script.held[0], script, fps);
  for (int frame = 0; frame < held.frames; ++frame)
    film << set.Draw(script, static_cast<double>(frame) / fps, front_side, back_side ? &*back_side : nullptr,
                     frame);
  Clip clip{SeenTruth(front.design.truth, front_side, script, script.held[0]),
            {held, script.parts, std::nullopt}};
  if (back) {
    clip.clip.back = BackTruth{SeenTruth(back->design.truth, *back_side, script, script.held[1]),
                               InFrames(script.held[1], script, fps)};
  }
  return clip;
}

}  // namespace kith::tools
