// SPDX-License-Identifier: Apache-2.0
#include "capture/table_model.h"

#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

const cv::Rect kShaded(240, 140, 160, 80);

/// What an sRGB value becomes with so much of the light (IEC 61966-2-1).
std::uint8_t Dimmed(std::uint8_t value, double light) {
  const double v = value / 255.0;
  const double linear = light * (v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
  const double seen = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
  return cv::saturate_cast<std::uint8_t>(255 * seen);
}

/// A table with a thing of another colour on it, and a white one, so that nothing has to be made brighter.
WorkPicture TableWith(const cv::Vec3b& thing, const cv::Vec3b& table) {
  cv::Mat picture(360, 640, CV_8UC3, table);
  picture(kShaded) = thing;
  picture(cv::Rect(80, 80, 60, 60)) = cv::Scalar::all(250);
  return MakeWorkPicture(imaging::ToImage(picture));
}

/// Only so much of the light falls on part of the table.
WorkPicture PartlyShaded(const cv::Vec3b& table, double light) {
  return TableWith({Dimmed(table[0], light), Dimmed(table[1], light), Dimmed(table[2], light)}, table);
}

double ShareWithin(const cv::Mat& marked) {
  const cv::Rect within(kShaded.x + 6, kShaded.y + 6, kShaded.width - 12, kShaded.height - 12);
  return cv::countNonZero(marked(within)) / double(within.area());
}

TEST(TableModel, TakesAShadowForShadeOnTablesOfAnyColour) {
  for (const cv::Vec3b& table : {cv::Vec3b(150, 150, 150), cv::Vec3b(60, 120, 190), cv::Vec3b(60, 40, 180),
                                 cv::Vec3b(170, 90, 40), cv::Vec3b(70, 140, 60)}) {
    for (const double light : {0.7, 0.5, 0.35}) {
      const WorkPicture work = PartlyShaded(table, light);
      EXPECT_GT(ShareWithin(work.shade), 0.99) << table << " in " << light;
      EXPECT_GT(ShareWithin(work.off_table > 4 * kPerDeviation), 0.99) << table << " in " << light;
    }
  }
}

TEST(TableModel, TakesADarkThingOfAnotherHueForNoShade) {
  EXPECT_LT(ShareWithin(TableWith({110, 90, 70}, {60, 120, 190}).shade), 0.01);
}

}  // namespace
}  // namespace kith::capture
