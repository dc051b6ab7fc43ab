// SPDX-License-Identifier: Apache-2.0
#include "ui/palette.h"

namespace kith::ui {
namespace {

const Palette* current = &kLightColors;

}  // namespace

const Palette& Colors() {
  return *current;
}

void UseColors(const Palette& colors) {
  current = &colors;
}

}  // namespace kith::ui
