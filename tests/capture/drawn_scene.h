// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "core/image.h"

/// Cards and photographs of them, drawn, so that the truth is known. All people on them are made up.
namespace kith::capture::test {

struct CardLook {
  cv::Scalar paper{250, 250, 250};  // BGR
  cv::Scalar ink{40, 40, 40};
  bool panel = false;        ///< a dark panel with a sharp border over a third of the card
  bool only_sign = false;    ///< a firm's sign and nothing else
  bool few_letters = false;  ///< two words, as on the cover of a book
  int seed = 1;              ///< whose card
  cv::Size size{1020, 600};
};

cv::Mat DrawCard(const CardLook& look = {});
cv::Mat GrayCard(const CardLook& look = {});

/// An addressed envelope with a stamp on it, as large as a card.
cv::Mat DrawEnvelope();

/// By a Gaussian of this deviation, pixels.
cv::Mat Blurred(const cv::Mat& picture, double deviation);

struct TableLook {
  cv::Size size{1280, 720};
  cv::Scalar colour{90, 110, 120};
  double grain = 0;    ///< deviation of a wood-like texture, grey levels
  double noise = 1.5;  ///< deviation of the sensor's noise
  int seed = 1;
};

cv::Mat DrawTable(const TableLook& look = {});

/// The picture as a camera's sensor sees it, with noise of this deviation that `seed` decides.
cv::Mat WithNoise(const cv::Mat& picture, double deviation, int seed);

/// Dark wood, without noise, and a card of its colour, which has hardly an edge there.
cv::Mat DrawWood(int seed = 1, cv::Size size = {1280, 720});
CardLook WoodenCard();

/// How a card lies in the picture.
struct Placement {
  double x = 0.5, y = 0.5;  ///< centre, shares of the picture
  double width = 0.5;       ///< of the card, share of the picture's width
  double degrees = 0;       ///< clockwise
  double tilt = 0;          ///< perspective: how much longer the lower edge is than the upper one
  double shadow = 0;        ///< grey levels that a shadow beside two edges is darker
};

/// Draws the card over the scene and returns where its corners are, as a Quad from its top left.
Quad LayCard(const cv::Mat& card, const Placement& placement, cv::Mat& scene);

/// A finger-like shape over the middle of the side between two corners, a fifth of its length.
void CoverSide(const Quad& corners, int side, cv::Mat& scene);

/// A scene with a card, all of the above at random: plain or grained tables of any lightness, things lying
/// about.
struct RandomScene {
  Image frame;
  Quad corners;
};
RandomScene DrawRandomScene(std::uint64_t seed, cv::Size size = {1280, 720});

}  // namespace kith::capture::test
