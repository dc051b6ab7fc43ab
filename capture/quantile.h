// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include <opencv2/core/mat.hpp>

/// Quantiles by counting: many times as quick as sorting. Pure.
namespace kith::capture {

/// `counts`: how often each value occurs, `total` times in all. That share of them, 0 to 1, is less.
std::size_t ValueAt(std::span<const int> counts, double share, std::size_t total);

/// The same of an 8UC1 picture.
double Quantile(const cv::Mat& levels, double share);

}  // namespace kith::capture
