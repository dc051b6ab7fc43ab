// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/image.h"

namespace kith::ui {

enum class PictureKind {
  kStill,   ///< may be drawn much smaller than it is: filtered well
  kMoving,  ///< another one comes in a moment: filtered quickly
};

/// Port of the views: pictures for the screen. UI thread only.
class Textures {
 public:
  virtual ~Textures() = default;
  /// What ImGui takes for the picture; valid for this frame. Cheap for a picture that was shown a moment ago.
  virtual void* Of(const Image& image, PictureKind kind) = 0;
};

}  // namespace kith::ui
