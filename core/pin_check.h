// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"

namespace kith {

/// Port: the host's PIN, behind which is everything but a guest's own card. Any thread may ask, one at a
/// time.
class PinCheck {
 public:
  virtual ~PinCheck() = default;
  /// Slow on purpose: guessing shall cost something. kNotFound if there is no PIN.
  virtual Result<bool> IsRight(const std::string& pin) = 0;
};

}  // namespace kith
