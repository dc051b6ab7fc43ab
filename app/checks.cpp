// SPDX-License-Identifier: Apache-2.0
#include "app/checks.h"

#include <filesystem>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "app/open_store.h"
#include "app/paths.h"
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
  return {Finding::Grade::kGood, "Language data: " + config.languages + "."};
}

Finding CheckSecondReader() {
  const Result<void> usable = ocr::CheckSecondReader(ModelsFolder());
  if (usable)
    return {Finding::Grade::kGood, "Second reader: its models are in " + ModelsFolder().string() + "."};
  return {Finding::Grade::kNote, "No second reader: cards are read with Tesseract alone, less well.",
          usable.error().message};
}

Finding CheckStore(const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return Problem(opened.error());
  const std::filesystem::path file = config.data_folder / "kith.db";
  if (access(file.c_str(), W_OK) != 0 || access(config.data_folder.c_str(), W_OK) != 0) {
    return {Finding::Grade::kProblem, "The store " + file.string() + " can't be written.",
            "Nothing new can be kept. Look at who owns it, and whether the disk is read-only."};
  }
  constexpr int kMany = 100000;
  CaptureStore& captures = (*opened)->store->captures();
  const auto waiting = captures.List(CaptureState::kWaiting, kMany);
  if (!waiting) return Problem(waiting.error());
  const auto drafted = captures.List(CaptureState::kDrafted, kMany);
  if (!drafted) return Problem(drafted.error());
  return {Finding::Grade::kGood, "Store: " + file.string() + "; " + std::to_string(waiting->size()) +
                                     " cards wait to be read, " + std::to_string(drafted->size()) +
                                     " to be checked by a person."};
}

Finding CheckDiskSpace(const Config& config) {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(config.data_folder, error);
  if (error) return {Finding::Grade::kProblem, "The disk can't be looked at.", error.message()};
  const std::string free =
      fmt::format("{:.1f} GB", static_cast<double>(space.available) / (1024.0 * kMegabyte));
  if (space.available < kTooLittle) {
    return {Finding::Grade::kProblem, "Only " + free + " are free on the disk.",
            "Make room, or cards can't be kept: " + config.data_folder.string()};
  }
  return {Finding::Grade::kGood, "Room on the disk: " + free + "."};
}

Finding CheckBackup(const Config& config, Day today) {
  const std::filesystem::path file = config.data_folder / "backups" / ("kith-" + FormatDay(today) + ".db");
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored))
    return {Finding::Grade::kGood, "Backup of today: " + file.string() + "."};
  return {Finding::Grade::kNote, "There is no backup of today.",
          "The kiosk makes one when it starts. To make one elsewhere: kith backup FILE"};
}

Finding CheckPin(const Config& config) {
  if (HostPin(config).IsSet())
    return {Finding::Grade::kGood, "There is a PIN: the kiosk shows guests nothing but their own card."};
  return {Finding::Grade::kNote, "There is no PIN: whoever stands before the kiosk sees everything.",
          "To set one: kith pin"};
}

Finding CheckClock(const Config& config) {
  const auto clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return Problem(clock.error());
  const Instant now = clock->Now();
  const auto time = clock->TimeOfDay(now);
  const std::string shown =
      fmt::format("{} {:02}:{:02}", FormatDay(clock->DayAt(now)), time.count() / 60, time.count() % 60);
  if (IsBehind(config.data_folder / "kith.db")) {
    return {Finding::Grade::kProblem, "The machine's clock is behind: " + shown + ".",
            "Something was kept later than that. Set the clock."};
  }
  const bool is_utc = now - std::chrono::floor<std::chrono::days>(now) - time < std::chrono::minutes(1) &&
                      clock->DayAt(now) == Day(std::chrono::floor<std::chrono::days>(now));
  if (is_utc && config.time_zone.empty()) {
    return {Finding::Grade::kNote, "The clock shows world time (UTC): " + shown + ".",
            "If yours differs, set the machine's time zone, or time_zone in kith.toml."};
  }
  return {Finding::Grade::kGood, "The clock shows " + shown + "."};
}

}  // namespace kith::app
