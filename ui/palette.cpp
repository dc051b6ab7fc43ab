// SPDX-License-Identifier: Apache-2.0
#include "ui/palette.h"

namespace kith::ui {

const Palette& Colors() {
  return kLightColors;
}

}  // namespace kith::ui
