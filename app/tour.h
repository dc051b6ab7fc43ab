// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/config.h"
#include "core/event.h"
#include "core/result.h"
#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/window.h"

/// A visit by itself, of fictional people before the demo camera, that leaves a picture of every screen.
namespace kith::app {

struct TourStop;

struct TourOptions {
  std::filesystem::path folder;
  std::string only = {};  ///< "en-light-1280x800": the pictures of one folder; empty: all
  /// More in the store than FillForTour puts there.
  std::function<Result<void>(const Config&)> fill = {};
  /// Told what each picture shows, while the window still shows it.
  std::function<void(const TourStop&, const flow::AppState& shown, ui::Window&)> after_picture = {};
};

/// Writes FOLDER/<language>-<theme>-<width>x<height>/<screen>.png with a data folder of its own, which is
/// gone afterwards. kUnavailable without a display, and if the display is too small. Gives how many there
/// are.
Result<int> RunTour(const TourOptions& options);

inline constexpr const char* kTourPin = "2468";

/// What the tour has to know again later.
struct TourMemory {
  std::string receipt;
};

/// A screen of the tour.
struct TourStop {
  const char* name;  ///< of its picture; nullptr: there is none
  /// What leads there from the stop before.
  flow::Actions (*go)(const flow::AppState& state, TourMemory& memory);
  bool (*reached)(const flow::AppState& state);
  /// What a person has opened or typed there.
  void (*open)(const flow::AppState& state, const TourMemory& memory, ui::Forms& forms) = nullptr;
  /// What the picture shows, where the camera or the clock may have gone on already.
  void (*show)(flow::AppState& shown) = nullptr;
};

std::span<const TourStop> TourStops();

/// Fills the empty store of that configuration: an event, people, what is due, a host card and kTourPin.
Result<Event> FillForTour(const Config& config, bool german);

}  // namespace kith::app
