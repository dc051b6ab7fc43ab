// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/image.h"

namespace kith::ui {

/// Port of the views: pictures for the screen. UI thread only.
class Textures {
 public:
  virtual ~Textures() = default;
  /// What ImGui takes for the picture; valid for this frame. Cheap for a picture that was shown a moment ago.
  virtual void* Of(const Image& image) = 0;
};

}  // namespace kith::ui
