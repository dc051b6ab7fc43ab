// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// A picture, or the mean of several, to compare others with. Has pixels of its own.
struct Remembered {
  cv::Mat picture;  ///< 8UC3
  cv::Mat coarse;   ///< 32FC3, half as large
};

/// `mean`: 8UC3 or 32FC3, two pixels wide and tall at least.
Remembered Remember(const cv::Mat& mean);

/// How much a picture differs from one before, in squared grey levels of all channels together. That the
/// camera made all of it brighter or darker, as it does when something white comes into its sight, doesn't
/// count, if a third of the picture at least shows the same as before.
struct Change {
  cv::Mat
      fine;  ///< 16UC1: around each pixel. What covers a grain shows, though its colour is the grain's mean
  cv::Mat coarse;  ///< 32FC1, half as large: of the mean colours around each, in which noise hardly counts
};

/// `picture`: 8UC3, as large as what is remembered.
Change ChangeSince(const Remembered& before, const cv::Mat& picture);

}  // namespace kith::capture
