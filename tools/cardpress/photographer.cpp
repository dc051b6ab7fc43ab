// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/photographer.h"

#include <cmath>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"
#include "tools/cardpress/camera.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/fingers.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/table.h"

namespace kith::tools {

Picture PhotographCard(const Composition& card, Rng& rng, bool hard, bool camouflaged) {
  const cv::Size size = PickPictureSize(rng);
  const cv::Size2d card_mm(card.design.width, card.design.height);
  const cv::Matx33d picture_from_mm = PictureFromMm(PickPose(rng, card_mm, size, hard), card_mm, size);
  const Quad corners = CornersInPicture(picture_from_mm, card_mm);
  const double pixels_per_mm =
      std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y) / card_mm.width;

  cv::Mat picture = camouflaged ? DrawTableLike(size, rng, Bgr(card.design.background.base), hard)
                                : DrawTable(size, rng, MeanGrey(imaging::ViewAsMat(card.print.image)), hard);
  if (rng.Chance(0.85)) DropShadow(picture, corners, rng);
  const double bulge = rng.Chance(hard ? 0.5 : 0.25) ? rng.Bell(0, 0.008) : 0;
  LayCard(AsFarAway(card.print, pixels_per_mm), picture_from_mm, bulge, picture);
  cv::Mat covered = cv::Mat::zeros(size, CV_8U);
  if (rng.Chance(hard ? 0.35 : 0.2))
    covered = HoldWithFingers(picture, picture_from_mm, card_mm, card.print.runs, rng);
  LightUnevenly(picture, rng, hard);
  Glare glare = PickGlare(rng, corners, hard);
  if (!rng.Chance(hard ? 0.3 : 0.15)) glare.strength = 0;
  if (glare.strength > 0) {
    AddGlare(picture, glare);
    MarkWashedOut(covered, glare);
  }
  ExposeAndStore(picture, PickLens(rng, pixels_per_mm, hard), rng, hard);

  const auto hidden = HiddenValues(
      card.print.runs, [&](const PrintedRun& run) { return IsCovered(run, picture_from_mm, covered); });
  CardTruth truth = WithoutHidden(card.design.truth, hidden);
  truth.corners = corners;
  truth.rotation = QuarterTurn(corners);
  return {imaging::ToImage(picture), truth};
}

}  // namespace kith::tools
