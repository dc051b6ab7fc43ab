// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace kith::capture {

/// What a feature adds to log odds: a parabola over how many deviations it is from the mean, 3 at most.
struct Parabola {
  double mean = 0, deviation = 1, linear = 0, square = 0;

  double Relative(double value) const { return std::clamp((value - mean) / deviation, -3.0, 3.0); }
  double Odds(double value) const {
    const double relative = Relative(value);
    return linear * relative + square * relative * relative;
  }
};

}  // namespace kith::capture
