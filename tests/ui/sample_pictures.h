// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/sample_state.h"

namespace kith::ui::test {

/// Cards of fictional people, printed with Cairo, and one of them in front of a camera.
SamplePictures DrawSamplePictures();

}  // namespace kith::ui::test
