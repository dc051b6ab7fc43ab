// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/random.h"

namespace kith::tools {

// What optics, sensors and compression do to a picture. All work on BGR, 8 bits.

/// Gaussian noise of `sigma` grey levels; `grain` > 1 gives the coarse noise of small, dark sensors.
void AddNoise(cv::Mat& picture, Rng& rng, double sigma, double grain = 1);

/// A straight smear of `length` pixels.
void SmearMotion(cv::Mat& picture, double length, double degrees);

/// Pulls black up and white down: `black` and `white` are the grey levels that they end at.
void CompressLevels(cv::Mat& picture, double black, double white);

/// Multiplies the channels, as wrong white balance does.
void Tint(cv::Mat& picture, cv::Scalar bgr_gain);

void Sharpen(cv::Mat& picture, double radius, double amount);

/// Encodes and decodes as JPEG: leaves its artefacts in the pixels.
void PassThroughJpeg(cv::Mat& picture, int quality);

}  // namespace kith::tools
