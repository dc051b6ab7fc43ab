// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "core/frame_source.h"
#include "core/geometry.h"

namespace kith::capture {

/// One card takes this many frames of the demo: brought in, held still, taken away, a pause.
inline constexpr std::int64_t kDemoFramesPerCard = 120;

/// What the demo camera sees at a frame, 1280x720: the cards one after the other over a table, for ever. A
/// pure function; `cards` holds at least one card image.
Image DrawDemoFrame(std::span<const Image> cards, std::int64_t frame_index);

/// Where that card's corners are in the frame (they may be outside of it): the truth, for tests.
Quad DemoCardCorners(const Image& card, std::int64_t frame_index);

/// Whether the card is being held still at that frame.
bool DemoCardIsHeld(std::int64_t frame_index);

/// The pictures of `folder` as a camera that gives `fps` frames a second. kNotFound if it holds no picture.
Result<std::unique_ptr<FrameSource>> OpenDemo(const std::filesystem::path& folder, double fps);

}  // namespace kith::capture
