// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

namespace kith::flow {

enum class Theme { kLight, kDark };

inline constexpr std::array kTextSizes = {100, 125, 150, 200};

/// How the window looks; can be changed while the program runs.
struct Look {
  Theme theme = Theme::kLight;
  int text_percent = 100;  ///< one of kTextSizes
  std::string language;    ///< "de"; empty: that of the machine
  bool animations = true;

  friend bool operator==(const Look&, const Look&) = default;
};

}  // namespace kith::flow
