// SPDX-License-Identifier: Apache-2.0
#include "app/tour.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <utility>

#include "app/camera.h"
#include "app/capture_thread.h"
#include "app/paths.h"
#include "app/running_config.h"
#include "app/workbench.h"
#include "core/language.h"
#include "flow/program.h"
#include "flow/thread_executor.h"
#include "followup/system_clock.h"
#include "imaging/codec.h"
#include "ui/window.h"

namespace kith::app {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr std::array kLanguages = {"en", "de"};
constexpr std::array kThemes = {std::pair("light", flow::Theme::kLight),
                                std::pair("dark", flow::Theme::kDark)};
constexpr std::array kSizes = {std::pair(1280, 800), std::pair(1920, 1080), std::pair(1080, 1920)};
/// For a screen to come up; a reader may have to be loaded on a slow machine.
constexpr std::chrono::seconds kPatience{120};
/// Enough for sizes to settle, and the most for letters to be fetched.
constexpr int kSettlingFrames = 5, kMostFrames = 20;

/// Stands still while pictures are taken, so that nobody on the screen is idle meanwhile.
class TourClock final : public Clock {
 public:
  explicit TourClock(followup::SystemClock real) : real_(real) {}
  Instant Now() const override { return (stopped_ ? *stopped_ : real_.Now()) - behind_; }
  Day Today() const override { return DayAt(Now()); }
  Day DayAt(Instant instant) const override { return real_.DayAt(instant); }
  void Stop() { stopped_ = real_.Now(); }
  void GoOn() {
    behind_ += real_.Now() - *stopped_;
    stopped_.reset();
  }

 private:
  followup::SystemClock real_;
  std::optional<Instant> stopped_;
  Instant::duration behind_{};
};

/// A new folder for the program's data, gone with this.
class OwnFolder {
 public:
  static Result<std::unique_ptr<OwnFolder>> Make() {
    std::string path = (std::filesystem::temp_directory_path() / "kith-tour-XXXXXX").string();
    if (!mkdtemp(path.data()))
      return Error{ErrorCode::kStorage, "There is no room for the tour's own data.", path};
    return std::unique_ptr<OwnFolder>(new OwnFolder(path));
  }
  ~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  explicit OwnFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

Result<void> WritePng(const Image& picture, const std::filesystem::path& path) {
  const auto png = imaging::EncodePng(picture);
  if (!png) return png.error();
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(png->bytes.data()),
             static_cast<std::streamsize>(png->bytes.size()));
  file.close();
  if (!file) return Error{ErrorCode::kStorage, "The picture can't be written: " + path.string(), ""};
  return {};
}

/// A visit in one language.
class Tour {
 public:
  Tour(const TourOptions& options, std::string language, ui::Window& window, flow::Program& program,
       TourClock& clock)
      : options_(options),
        language_(std::move(language)),
        window_(window),
        program_(program),
        clock_(clock) {}

  /// Gives how many pictures were taken.
  Result<int> Go() {
    program_.Start();
    for (const TourStop& stop : TourStops()) {
      program_.Dispatch(stop.go(program_.state(), memory_));
      if (Result<void> come = WaitFor(stop); !come) return come.error();
      if (!stop.name) continue;
      clock_.Stop();
      Result<void> taken = TakePictures(stop);
      clock_.GoOn();
      if (!taken) return taken.error();
    }
    return pictures_;
  }

 private:
  Result<void> WaitFor(const TourStop& stop) {
    const auto end = SteadyClock::now() + kPatience;
    while (!stop.reached(program_.state())) {
      if (SteadyClock::now() > end)
        return Error{
            ErrorCode::kUnavailable,
            std::string("The tour came no further than before \"") + (stop.name ? stop.name : "") + "\".",
            ""};
      window_.Wait(milliseconds(10));
      program_.Dispatch({flow::PersonIsThere{}});  // nobody is idle while a slow machine reads
      program_.Step();
      flow::Actions ignored;
      window_.Draw(program_.state(), ignored);
    }
    return {};
  }

  Result<void> TakePictures(const TourStop& stop) {
    for (const auto& [width, height] : kSizes) {
      for (const auto& [theme_name, theme] : kThemes) {
        const std::string look =
            language_ + "-" + theme_name + "-" + std::to_string(width) + "x" + std::to_string(height);
        if (!options_.only.empty() && options_.only != look) continue;
        if (Result<void> sized = window_.Resize(width, height); !sized) return sized.error();
        flow::AppState shown = program_.state();
        shown.settings.look.theme = theme;
        shown.notices.clear();
        if (stop.show) stop.show(shown);
        if (Result<void> taken = TakePicture(stop, shown, options_.folder / look); !taken) return taken;
      }
    }
    return {};
  }

  Result<void> TakePicture(const TourStop& stop, const flow::AppState& shown,
                           const std::filesystem::path& folder) {
    flow::Actions ignored;
    for (int frame = 0; frame < kMostFrames; ++frame) {
      if (frame >= kSettlingFrames && !window_.LacksLetters()) break;
      window_.Draw(shown, ignored);
      if (frame == 0 && stop.open) stop.open(shown, memory_, window_.forms());
    }
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    ++pictures_;
    Result<void> written = WritePng(window_.Screenshot(), folder / (std::string(stop.name) + ".png"));
    if (written && options_.after_picture) options_.after_picture(stop, shown, window_);
    return written;
  }

  const TourOptions& options_;
  std::string language_;
  ui::Window& window_;
  flow::Program& program_;
  TourClock& clock_;
  TourMemory memory_;
  int pictures_ = 0;
};

Config ConfigFor(const std::filesystem::path& data, const std::string& language) {
  Config config;
  config.region = "US";
  config.camera = "demo";
  config.kiosk = true;
  config.look.language = language;
  config.data_folder = data;
  return config;
}

Result<int> VisitIn(const std::string& language, const TourOptions& options, ui::Window& window) {
  UseLanguage(language, LanguagesFolder());
  const auto data = OwnFolder::Make();
  if (!data) return data.error();
  const Config config = ConfigFor((*data)->path(), language);
  const Result<Event> event = FillForTour(config, language == "de");
  if (!event) return event.error();
  if (options.fill) {
    if (Result<void> filled = options.fill(config); !filled) return filled.error();
  }
  const auto real = followup::SystemClock::InZone(config.time_zone);
  if (!real) return real.error();
  TourClock clock(*real);

  flow::Settings settings;
  settings.kiosk = true;
  settings.region = config.region;
  settings.event = *event;
  settings.look = config.look;
  settings.export_folder = "/home/ada/Documents";
  flow::Inlets inlets(ui::Window::Wake);
  const auto running = std::make_shared<RunningConfig>(config);
  flow::ThreadExecutor executor({.workers = 1}, MakeWorkbenchFactory(running));
  flow::Program program(std::move(settings), inlets, executor, clock);
  const CaptureThread capture(running->camera(), inlets);
  window.forms() = {};
  return Tour(options, language, window, program, clock).Go();
}

}  // namespace

Result<int> RunTour(const TourOptions& options) {
  ui::WindowOptions kiosk;  // named: GCC 12 at -O3 takes a temporary one for uninitialized
  kiosk.kiosk = true;
  auto window = ui::Window::Open(kiosk);
  if (!window) return window.error();
  int pictures = 0;
  for (const std::string language : kLanguages) {
    if (!options.only.empty() && !options.only.starts_with(language + "-")) continue;
    const Result<int> taken = VisitIn(language, options, **window);
    if (!taken) return taken.error();
    pictures += *taken;
  }
  if (pictures == 0)
    return Error{ErrorCode::kInvalidInput,
                 "There are no such pictures: \"" + options.only + "\". Say it as \"en-light-1280x800\".",
                 ""};
  return pictures;
}

}  // namespace kith::app
