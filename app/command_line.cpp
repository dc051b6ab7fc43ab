// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <csignal>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <tuple>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/commands.h"
#include "app/config.h"
#include "app/contact_text.h"
#include "app/following_cli.h"
#include "app/host_card_command.h"
#include "app/paths.h"
#include "app/store_commands.h"
#include "app/sync_cli.h"
#include "core/text.h"

namespace kith::app {
namespace {

/// What the command line may say beside the commands' own options; empty: as configured.
struct Overrides {
  std::string config_file = DefaultConfigFile().string();
  std::string data_folder;
  std::string region;
  std::string languages;
  std::string event;
  std::string camera;
  std::string camera_size;
  double camera_fps = 0;
  bool mirror_preview = false;
  bool kiosk = false;
  bool verbose = false;
};

std::string NormalizedRegion(std::string& region) {
  if (region.size() != 2) return "a region is two letters, such as US or DE";
  for (char& c : region)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return {};
}

std::function<std::string(std::string&)> DayInto(std::optional<Day>& day) {
  return [&day](std::string& text) -> std::string {
    day = ParseDay(text);
    return day ? "" : "a day is written like 2026-11-23";
  };
}

void AddEventOption(CLI::App& command, std::string& event, const char* help) {
  command.add_option("--event", event, help)->type_name("NAME");
}

void AddScan(CLI::App& app, Overrides& overrides, ScanOptions& options, Command& chosen) {
  CLI::App* const scan = app.add_subcommand("scan", "Read cards from pictures and PDF files");
  scan->add_option("inputs", options.inputs, "Pictures, PDF files, and folders of them")
      ->required()
      ->type_name("FILE|DIR");
  auto* const form = scan->add_option_group("form", "What is printed (default: text for people)");
  form->add_flag_callback(
      "--json", [&] { options.form = OutputForm::kJson; }, "One JSON object a line for every card");
  form->add_flag_callback(
      "--vcard", [&] { options.form = OutputForm::kVcard; }, "vCard 3.0");
  form->add_flag_callback(
      "--csv", [&] { options.form = OutputForm::kCsv; }, "CSV for spreadsheets");
  auto* const explain = form->add_flag_callback(
      "--explain", [&] { options.form = OutputForm::kExplanation; },
      "A web page: the cards, every hypothesis, and why each field got its value");
  form->require_option(0, 1);
  CLI::Option* const save = scan->add_flag("--save", options.save, "Keep the cards, to be reviewed later");
  save->excludes(explain);
  scan->add_option("--event", overrides.event, "The meetup that kept cards belong to")
      ->type_name("NAME")
      ->needs(save);
  scan->add_option("--region", overrides.region, "Country of numbers without a country code")
      ->type_name("CC")
      ->transform(CLI::Validator(NormalizedRegion, "", "region"));
  scan->add_option("--lang", overrides.languages,
                   "Languages of the cards, as Tesseract names them; auto: every one in Latin letters")
      ->type_name("eng+deu|auto");
  scan->add_option("--jobs", options.jobs, "How many pictures are read at a time (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  scan->callback([&] { chosen = [&options](const Config& config) { return RunScan(options, config); }; });
}

void AddBatch(CLI::App& app, Overrides& overrides, BatchOptions& options, Command& chosen) {
  CLI::App* const batch = app.add_subcommand(
      "batch", "Read cards, print the contacts, write contacts and a follow-up list to a folder");
  batch->add_option("inputs", options.inputs, "Pictures, PDF files, and folders of them")
      ->required()
      ->type_name("FILE|DIR");
  batch->add_option("--output", options.output, "The folder to write to (default: out)")->type_name("DIR");
  batch->add_option("--region", overrides.region, "Country of numbers without a country code")
      ->type_name("CC")
      ->transform(CLI::Validator(NormalizedRegion, "", "region"));
  batch->add_option("--jobs", options.jobs, "How many pictures are read at a time (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  batch->callback([&] { chosen = [&options](const Config& config) { return RunBatch(options, config); }; });
}

void AddContacts(CLI::App& app, ContactsOptions& options, Command& chosen) {
  CLI::App* const contacts = app.add_subcommand("contacts", "List or search the contacts");
  contacts->add_option("query", options.query, "Words or their beginnings, digits of a phone number");
  AddEventOption(*contacts, options.event, "Only those met there");
  contacts->add_flag("--json", options.json, "One JSON object a line");
  contacts->callback(
      [&] { chosen = [&options](const Config& config) { return RunContacts(options, config); }; });
}

void AddDue(CLI::App& app, DueOptions& options, Command& chosen) {
  CLI::App* const due = app.add_subcommand("due", "Whom to follow up with");
  due->add_option("--on", "The day (default: today)")->type_name("DATE")->each([&options](std::string text) {
    const std::string problem = DayInto(options.on)(text);
    if (!problem.empty()) throw CLI::ValidationError("--on", problem);
  });
  due->add_flag("--week", options.week, "The coming week, too");
  due->add_flag("--all", options.all, "The whole coming year");
  due->add_flag("--json", options.json, "One JSON object a line");
  due->callback([&] { chosen = [&options](const Config& config) { return RunDue(options, config); }; });
}

void AddExport(CLI::App& app, ExportOptions& options, Command& chosen) {
  CLI::App* const command = app.add_subcommand("export", "Write contacts or follow-ups for other tools");
  command
      ->add_option("--format",
                   "vcard, vcard4, csv, google, outlook, hubspot, salesforce (contacts); ics, todo, "
                   "followups-csv (follow-ups); drafts (a folder of mails); page, markdown (people with what "
                   "to do for them)")
      ->required()
      ->type_name("FORMAT")
      ->each([&options](const std::string& text) {
        const auto format = ParseExportFormat(LowerCase(text));
        if (!format) throw CLI::ValidationError("--format", "\"" + text + "\" is none of the formats");
        options.format = *format;
      });
  AddEventOption(*command, options.event, "Only contacts met there");
  command->add_option("--due-before", "Only follow-ups due before that day")
      ->type_name("DATE")
      ->each([&options](std::string text) {
        const std::string problem = DayInto(options.due_before)(text);
        if (!problem.empty()) throw CLI::ValidationError("--due-before", problem);
      });
  command->add_flag("--without-pictures", options.without_pictures, "vCards without pictures of the people");
  command
      ->add_option("-o,--output", options.output,
                   "The file to write; for vCards also a folder, which gets a file for each person; for "
                   "drafts a new folder")
      ->required()
      ->type_name("FILE");
  command->callback(
      [&] { chosen = [&options](const Config& config) { return RunExport(options, config); }; });
}

void AddCameraOptions(CLI::App& command, Overrides& overrides) {
  command
      .add_option("--camera", overrides.camera,
                  "A device (0, /dev/video2), a URL, a video, a folder of pictures, or demo")
      ->type_name("SPEC");
  command.add_option("--camera-size", overrides.camera_size, "What a webcam is asked for, such as 1280x720")
      ->type_name("WxH")
      ->check([](const std::string& text) {
        return ParseSize(text) ? std::string() : std::string("a size is written like 1280x720");
      });
  command.add_option("--camera-fps", overrides.camera_fps, "How many pictures a second it is asked for")
      ->type_name("N")
      ->check(CLI::Range(1, 240));
}

void AddDoctor(CLI::App& app, Overrides& overrides, Command& chosen) {
  CLI::App* const doctor =
      app.add_subcommand("doctor", "Check camera, language data, store and configuration; say what to do");
  AddCameraOptions(*doctor, overrides);
  doctor->callback([&chosen] { chosen = RunDoctor; });
}

void AddKiosk(CLI::App& app, Overrides& overrides, KioskOptions& options, Command& chosen) {
  CLI::App* const kiosk = app.add_subcommand("kiosk", "Start the kiosk");
  AddCameraOptions(*kiosk, overrides);
  kiosk->add_flag("--mirror", overrides.mirror_preview,
                  "Show the camera's picture as a mirror does; cards are read as ever");
  AddEventOption(*kiosk, options.event, "The meetup that captures belong to from now on");
  kiosk->add_flag("--windowed", options.windowed, "A window instead of the whole screen");
  CLI::Option* const tour =
      kiosk
          ->add_option("--tour", options.tour,
                       "Show a visit of fictional people by itself, with data of its own, and write a "
                       "picture of every screen into the folder")
          ->type_name("FOLDER");
  kiosk->add_option("--tour-only", options.tour_only, "Only these pictures, as en-light-1280x800")
      ->type_name("LOOK")
      ->needs(tour);
  kiosk->callback([&] {
    overrides.kiosk = true;
    chosen = [&options](const Config& config) { return RunKiosk(options, config); };
  });
}

Result<Config> Configure(const Overrides& overrides) {
  Result<Config> config = LoadConfig(overrides.config_file);
  if (!config) return config;
  const auto apply = [](const std::string& value, auto& setting) {
    if (!value.empty()) setting = value;
  };
  apply(overrides.data_folder, config->data_folder);
  apply(overrides.region, config->region);
  apply(overrides.languages, config->languages);
  apply(overrides.event, config->event);
  apply(overrides.camera, config->camera);
  capture::CameraSettings& camera = config->camera_settings;
  if (const auto size = ParseSize(overrides.camera_size)) std::tie(camera.width, camera.height) = *size;
  if (overrides.camera_fps > 0) camera.fps = overrides.camera_fps;
  const auto note = [&](bool said, flow::FlagSetting setting) {
    if (said) config->by_flag.push_back(setting);
  };
  note(!overrides.camera.empty(), flow::FlagSetting::kCamera);
  note(!overrides.camera_size.empty(), flow::FlagSetting::kCameraSize);
  note(overrides.camera_fps > 0, flow::FlagSetting::kCameraFps);
  note(overrides.mirror_preview, flow::FlagSetting::kMirror);
  config->kiosk = config->kiosk || overrides.kiosk;
  config->mirror_preview = config->mirror_preview || overrides.mirror_preview;
  return config;
}

int Run(int argc, char** argv) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("kith"));

  CLI::App app("Kith reads business cards into contacts and sees to it that meetings are followed up.",
               "kith");
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.set_version_flag("--version", "kith " KITH_VERSION);

  Overrides overrides;
  app.add_option("--config", overrides.config_file, "The configuration file")->type_name("FILE");
  app.add_option("--data", overrides.data_folder, "The folder that everything is kept in")->type_name("DIR");
  app.add_flag("--verbose", overrides.verbose, "Say more on stderr");

  ScanOptions scan;
  BatchOptions batch;
  ContactsOptions contacts;
  DueOptions due;
  ExportOptions export_options;
  KioskOptions kiosk;
  Command chosen = [&kiosk](const Config& config) { return RunKiosk(kiosk, config); };
  AddKiosk(app, overrides, kiosk, chosen);
  AddScan(app, overrides, scan, chosen);
  AddContacts(app, contacts, chosen);
  AddDue(app, due, chosen);
  AddFollowing(app, chosen);
  AddExport(app, export_options, chosen);
  AddSync(app, chosen);
  AddBatch(app, overrides, batch, chosen);
  AddHostCard(app, chosen);
  AddDoctor(app, overrides, chosen);
  StoreCommands store_commands;
  store_commands.AddTo(app, chosen);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kSuccess : kUsage;
  }
  spdlog::set_level(overrides.verbose ? spdlog::level::debug : spdlog::level::warn);

  const Result<Config> config = Configure(overrides);
  if (!config) {
    PrintError(config.error());
    return kFailure;
  }
  const Result<int> status = chosen(*config);
  if (!status) PrintError(status.error());
  if (!std::cout.flush()) {
    PrintError({ErrorCode::kStorageFull, "The output could not be written. Is the disk full?"});
    return kFailure;
  }
  return status ? *status : kFailure;
}

}  // namespace

int RunCommandLine(int argc, char** argv) {
  // A file that may not grow (ulimit -f) is an error to report, as a full disk is, not a reason to be killed.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    PrintError({ErrorCode::kInternal, "Something went wrong that should not have.", error.what()});
    return kFailure;
  }
}

}  // namespace kith::app
