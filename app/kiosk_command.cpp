// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <spdlog/spdlog.h>

#include "app/capture_thread.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/open_store.h"
#include "app/paths.h"
#include "app/recovery.h"
#include "app/running_config.h"
#include "app/tour.h"
#include "app/workbench.h"
#include "core/language.h"
#include "flow/program.h"
#include "flow/thread_executor.h"
#include "flow/update.h"
#include "ui/shell.h"
#include "ui/window.h"

namespace kith::app {
namespace {

struct Prepared {
  RetentionReport erased;
  std::optional<Event> event;
};

/// The one that the command line names, which chooses it; else what was chosen last; else the configured one.
Result<std::optional<Event>> TodaysEvent(EventStore& events, const std::string& named,
                                         const std::string& configured) {
  if (named.empty()) {
    const Result<EventChoice> choice = events.Chosen();
    if (!choice) return choice.error();
    if (choice->made || configured.empty()) return choice->event;
  }
  const Result<Event> event = events.FindOrCreate(named.empty() ? configured : named);
  if (!event) return event.error();
  if (!named.empty()) {
    if (auto chosen = events.Choose(event->id); !chosen) return chosen.error();
  }
  return std::optional<Event>(*event);
}

/// Before anything else: the store opens, forgets what has expired, is backed up once a day (and looked
/// through for damage), and knows the event.
Result<Prepared> PrepareStore(const Config& config, const std::string& event_name, OpenedStore& opened) {
  // First, so that the backup of today doesn't hold what must not be kept any longer.
  const auto erased = opened.store->retention().EraseDue(opened.clock->Today());
  if (!erased) return erased.error();
  if (*erased != RetentionReport())
    spdlog::warn("Erased because their time had come: {}.", flow::ErasedText(*erased));
  const auto backup = opened.store->BackUpDaily(config.data_folder / "backups", opened.clock->Today());
  if (!backup && backup.error().code == ErrorCode::kDamaged) return backup.error();
  if (!backup) spdlog::warn("There is no backup of today: {}", backup.error().message);
  const auto event = TodaysEvent(opened.store->events(), event_name, config.event);
  if (!event) return event.error();
  return Prepared{*erased, *event};
}

struct ReadyStore {
  std::unique_ptr<OpenedStore> opened;
  Prepared prepared;
};

Result<ReadyStore> OpenReady(const Config& config, const std::string& event_name) {
  auto opened = OpenStore(config);
  if (!opened) return opened.error();
  auto prepared = PrepareStore(config, event_name, **opened);
  if (!prepared) return prepared.error();
  return ReadyStore{*std::move(opened), *std::move(prepared)};
}

/// The first picture comes before the threads that load readers and cameras want the processor, too.
void ShowAtOnce(ui::Window& window, const flow::Settings& settings, const Clock& clock) {
  const flow::AppState state = flow::InitialState(settings, clock.Now(), clock.Today());
  flow::Actions ignored;
  constexpr int kUntilItStands = 2;  // frames: Dear ImGui shows a new window in the second
  for (int i = 0; i < kUntilItStands; ++i)
    window.Draw(state, ignored);
}

}  // namespace

Result<int> RunKiosk(const KioskOptions& options, const Config& config) {
  if (!options.tour.empty()) {
    const Result<int> pictures = RunTour({options.tour, options.tour_only});
    if (!pictures) return pictures.error();
    std::cerr << "Wrote " << *pictures << " pictures to " << options.tour.string() << ".\n";
    return kSuccess;
  }
  UseLanguage(WindowLanguage(config), LanguagesFolder());
  auto window =
      ui::Window::Open({.full_screen = !options.windowed, .kiosk = !options.windowed, .look = config.look});
  if (!window) return window.error();
  Result<ReadyStore> ready = OpenReady(config, options.event);
  while (!ready && ready.error().code == ErrorCode::kDamaged) {
    if (!OfferRecovery(**window, config)) return ready.error();
    ready = OpenReady(config, options.event);
  }
  if (!ready) return ready.error();

  flow::Settings settings;
  settings.kiosk = config.kiosk && HostPin(config).IsSet();
  if (config.kiosk && !settings.kiosk)
    spdlog::warn("There is no PIN, so guests see all that you see. Set one with \"kith pin\".");
  settings.region = config.region;
  settings.event = ready->prepared.event;
  settings.mirror_preview = config.mirror_preview;
  settings.look = config.look;
  settings.sound = config.sound;
  settings.export_folder = DefaultExportFolder();
  ShowAtOnce(**window, settings, *ready->opened->clock);

  // In this order, so that they end in the other: first nothing new is captured, then what must be kept is
  // kept.
  flow::Inlets inlets(ui::Window::Wake);
  inlets.mailbox.Post(flow::DayCaredFor{ready->prepared.erased});
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto running = std::make_shared<RunningConfig>(config);
  flow::ThreadExecutor executor({.workers = std::max(1, cores - 1)}, MakeWorkbenchFactory(running));
  flow::Program program(std::move(settings), inlets, executor, *ready->opened->clock);
  const CaptureThread capture(running->camera(), inlets);
  ui::Run(**window, program);
  return kSuccess;
}

}  // namespace kith::app
