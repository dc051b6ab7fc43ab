// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "flow/state.h"

/// Fictional people on every screen, for tests, for looking at the screens and for pictures in documents.
namespace kith::ui::test {

/// Pictures that the states show; empty ones are fine for tests.
struct SamplePictures {
  Image camera;  ///< a frame of 1280x720
  std::optional<Quad> outline;
  Image ada, bo, yamada;  ///< card images of 1050x600
};

flow::Settings DeskSettings();
flow::Settings KioskSettings();

/// The state whose name it is ("scan", "review", "review-hard" …), or nullopt.
std::optional<flow::AppState> SampleState(const std::string& name, const SamplePictures& pictures);
/// All names.
const std::vector<std::string>& SampleNames();

}  // namespace kith::ui::test
