// SPDX-License-Identifier: Apache-2.0
#include "app/checks.h"

#include <filesystem>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "app/open_store.h"
#include "app/paths.h"
#include "core/language.h"
#include "followup/system_clock.h"
#include "ocr/card_reader.h"

namespace kith::app {
namespace {

constexpr std::uintmax_t kMegabyte = 1024 * 1024;
/// A card with both sides takes about 0.5 MB, and the day's backup once more what there is.
constexpr std::uintmax_t kTooLittle = 500 * kMegabyte;

/// A clock that stood still while the machine was off is behind what was written last.
bool IsBehind(const std::filesystem::path& file) {
  std::error_code error;
  const auto written = std::filesystem::last_write_time(file, error);
  return !error && written > std::filesystem::file_time_type::clock::now() + std::chrono::minutes(5);
}

}  // namespace

Finding CheckLanguageData(const Config& config) {
  const auto reader = ocr::CardReader::Open({.languages = config.languages});
  if (!reader) return Problem(reader.error());
  return {Finding::Grade::kGood, Filled(Tr("Language data: {0}."), {config.languages})};
}

Finding CheckSecondReader() {
  const Result<void> usable = ocr::CheckSecondReader(ModelsFolder());
  if (usable)
    return {Finding::Grade::kGood,
            Filled(Tr("Second reader: its models are in {0}."), {ModelsFolder().string()})};
  return {Finding::Grade::kNote,
          std::string(Tr("No second reader: cards are read with Tesseract alone, less well.")),
          usable.error().message};
}

Finding CheckStore(const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return Problem(opened.error());
  const std::filesystem::path file = config.data_folder / "kith.db";
  if (access(file.c_str(), W_OK) != 0 || access(config.data_folder.c_str(), W_OK) != 0) {
    return {
        Finding::Grade::kProblem, Filled(Tr("The store {0} can't be written."), {file.string()}),
        std::string(Tr("Nothing new can be kept. Look at who owns it, and whether the disk is read-only."))};
  }
  constexpr int kMany = 100000;
  CaptureStore& captures = (*opened)->store->captures();
  const auto waiting = captures.List(CaptureState::kWaiting, kMany);
  if (!waiting) return Problem(waiting.error());
  const auto drafted = captures.List(CaptureState::kDrafted, kMany);
  if (!drafted) return Problem(drafted.error());
  return {Finding::Grade::kGood,
          Filled(Tr("Store: {0}; {1} cards wait to be read, {2} to be checked by a person."),
                 {file.string(), std::to_string(waiting->size()), std::to_string(drafted->size())})};
}

Finding CheckDiskSpace(const Config& config) {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(config.data_folder, error);
  if (error)
    return {Finding::Grade::kProblem, std::string(Tr("The disk can't be looked at.")), error.message()};
  const std::string free =
      fmt::format("{:.1f} GB", static_cast<double>(space.available) / (1024.0 * kMegabyte));
  if (space.available < kTooLittle) {
    return {Finding::Grade::kProblem, Filled(Tr("Only {0} are free on the disk."), {free}),
            Filled(Tr("Make room, or cards can't be kept: {0}"), {config.data_folder.string()})};
  }
  return {Finding::Grade::kGood, Filled(Tr("Room on the disk: {0}."), {free})};
}

Finding CheckBackup(const Config& config, Day today) {
  const std::filesystem::path file = config.data_folder / "backups" / ("kith-" + FormatDay(today) + ".db");
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored))
    return {Finding::Grade::kGood, Filled(Tr("Backup of today: {0}."), {file.string()})};
  return {Finding::Grade::kNote, std::string(Tr("There is no backup of today.")),
          std::string(Tr("The kiosk makes one when it starts. To make one elsewhere: kith backup FILE"))};
}

Finding CheckPin(const Config& config) {
  if (HostPin(config).IsSet())
    return {Finding::Grade::kGood,
            std::string(Tr("There is a PIN: the kiosk shows guests nothing but their own card."))};
  return {Finding::Grade::kNote,
          std::string(Tr("There is no PIN: whoever stands before the kiosk sees everything.")),
          std::string(Tr("To set one: kith pin"))};
}

Finding CheckClock(const Config& config) {
  const auto clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return Problem(clock.error());
  const Instant now = clock->Now();
  const auto time = clock->TimeOfDay(now);
  const std::string shown =
      fmt::format("{} {:02}:{:02}", FormatDay(clock->DayAt(now)), time.count() / 60, time.count() % 60);
  if (IsBehind(config.data_folder / "kith.db")) {
    return {Finding::Grade::kProblem, Filled(Tr("The machine's clock is behind: {0}."), {shown}),
            std::string(Tr("Something was kept later than that. Set the clock."))};
  }
  const bool is_utc = now - std::chrono::floor<std::chrono::days>(now) - time < std::chrono::minutes(1) &&
                      clock->DayAt(now) == Day(std::chrono::floor<std::chrono::days>(now));
  if (is_utc && config.time_zone.empty()) {
    return {Finding::Grade::kNote, Filled(Tr("The clock shows world time (UTC): {0}."), {shown}),
            std::string(Tr("If yours differs, set the machine's time zone, or time_zone in kith.toml."))};
  }
  return {Finding::Grade::kGood, Filled(Tr("The clock shows {0}."), {shown})};
}

}  // namespace kith::app
