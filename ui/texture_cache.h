// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/textures.h"

namespace kith::ui {

/// Pictures as OpenGL textures. A picture is uploaded when it is first shown and its texture reused by
/// another of that size once it isn't shown any more, so a camera's frames go round between two or three.
/// Needs a current OpenGL 3.3 context from the first call until it is destroyed.
class TextureCache final : public Textures {
 public:
  TextureCache() = default;
  ~TextureCache() override;
  TextureCache(const TextureCache&) = delete;
  TextureCache& operator=(const TextureCache&) = delete;

  void* Of(const Image& image, PictureKind kind) override;
  /// At the start of each frame.
  void BeginFrame();

 private:
  struct Entry {
    Image image;  ///< kept, so that no other picture can get the same address while its texture is here
    PictureKind kind = PictureKind::kStill;
    unsigned texture = 0;
    int unused_frames = 0;
  };
  Entry& Place(const Image& image, PictureKind kind);

  std::vector<Entry> entries_;
};

}  // namespace kith::ui
