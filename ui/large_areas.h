// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "ui/tokens.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace kith::ui {

/// Has large areas drawn in the cheapest way that looks the same. A renderer without a graphics card spends
/// most of a frame on them: ImGui takes even a colour from a texture, and mixes all with what lies below.
/// Needs a current OpenGL 3.3 context from the first call until it is destroyed. UI thread only.
class LargeAreas {
 public:
  LargeAreas() = default;
  ~LargeAreas();
  LargeAreas(const LargeAreas&) = delete;
  LargeAreas& operator=(const LargeAreas&) = delete;

  /// Once for each frame that ImGui rendered, before it is painted; it may be painted often then. Gives the
  /// colour that it is to be painted on in place of `paper`.
  Color Prepare(const ImDrawData& frame, Color paper);

  /// How something is drawn.
  struct Way {
    bool plain = false;   ///< of colours alone, without a texture
    bool opaque = false;  ///< nothing shines through
    bool operator==(const Way&) const = default;
  };

 private:
  struct Change {
    LargeAreas* areas = nullptr;
    Way way;
  };
  void SeparateList(ImDrawList& list);
  ImDrawCmd ChangeTo(const Way& way);
  void Take(const Way& way);

  std::deque<Change> changes_;      ///< in the frame; its commands point to them
  float width_ = 0, height_ = 0;    ///< of the frame
  unsigned plain_ = 0, usual_ = 0;  ///< programs
};

}  // namespace kith::ui
