// SPDX-License-Identifier: Apache-2.0
#include "app/settings_offer.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "app/open_store.h"
#include "app/paths.h"
#include "capture/cameras.h"
#include "core/country.h"
#include "core/language.h"
#include "exchange/atomic_file.h"
#include "exchange/file_names.h"

namespace kith::app {
namespace {

constexpr const char* kLastBackup = "last-sealed-backup";

std::optional<flow::DialRange> RangeOf(const std::optional<capture::ControlRange>& range) {
  if (!range) return std::nullopt;
  return flow::DialRange{range->least, range->most};
}

std::vector<flow::CameraChoice> Cameras() {
  std::vector<flow::CameraChoice> choices;
  for (const capture::CameraInfo& camera : capture::ListCameras()) {
    flow::CameraChoice choice{.device = camera.device, .name = camera.name, .allowed = camera.allowed};
    for (const capture::CameraMode& mode : camera.modes)
      choice.modes.push_back({mode.format, mode.width, mode.height, mode.fps});
    choice.exposure_ms = RangeOf(camera.exposure_ms);
    choice.focus = RangeOf(camera.focus);
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<flow::NamedChoice> ReadingLanguages(const std::vector<std::string>& installed,
                                                const std::string& language) {
  std::vector<flow::NamedChoice> choices;
  for (const std::string& data : installed) {
    if (data == "osd" || data == "equ") continue;  // how a page lies, and formulas
    choices.push_back({data, NameOfLanguageData(data, language)});
  }
  std::ranges::sort(choices, {}, &flow::NamedChoice::name);
  return choices;
}

/// English, and those with a catalogue; each as its speakers call it.
std::vector<flow::NamedChoice> WindowLanguages() {
  std::vector<flow::NamedChoice> choices = {{"en", LanguageName("en", "en")}};
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(LanguagesFolder(), error)) {
    const std::string code = entry.path().filename().string();
    if (std::filesystem::exists(entry.path() / "LC_MESSAGES" / "kith.mo", error) && code != "en")
      choices.push_back({code, LanguageName(code, code)});
  }
  std::ranges::sort(choices, {}, &flow::NamedChoice::name);
  return choices;
}

/// The newest "kith-2026-11-23.db".
std::optional<Day> NewestDailyBackup(const std::filesystem::path& folder) {
  std::optional<Day> newest;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("kith-") || entry.path().extension() != ".db") continue;
    const std::optional<Day> day = ParseDay(std::string_view(name).substr(5, name.size() - 8));
    if (day && (!newest || *newest < *day)) newest = day;
  }
  return newest;
}

}  // namespace

std::string NameOfLanguageData(const std::string& data, const std::string& language) {
  const std::string name = data.substr(data.rfind('/') + 1);
  if (name.front() >= 'A' && name.front() <= 'Z') return Filled(Tr("all in {0} letters"), {name});
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kScripts = {
      {{"chi_sim", "zh_Hans"}, {"chi_tra", "zh_Hant"}}};
  const auto script =
      std::ranges::find_if(kScripts, [&](const auto& one) { return name.starts_with(one.first); });
  const std::string code =
      script == kScripts.end() ? name.substr(0, name.find('_')) : std::string(script->second);
  const std::string spoken = LanguageName(code, language);
  if (name.ends_with("_vert")) return Filled(Tr("{0}, in columns"), {spoken});
  if (name.find('_') == std::string::npos || script != kScripts.end()) return spoken;
  return spoken + " (" + name + ")";
}

std::optional<flow::SealedBackup> LastSealedBackup(const std::filesystem::path& data_folder) {
  std::ifstream in(data_folder / kLastBackup);
  std::string moment, path;
  if (!std::getline(in, moment) || !std::getline(in, path)) return std::nullopt;
  const std::optional<Instant> made = ParseInstant(moment);
  if (!made || path.empty()) return std::nullopt;
  return flow::SealedBackup{path, *made};
}

Result<void> RememberSealedBackup(const std::filesystem::path& data_folder,
                                  const flow::SealedBackup& backup) {
  return exchange::WriteFileAtomically(data_folder / kLastBackup,
                                       FormatInstant(backup.made) + "\n" + backup.file.string() + "\n");
}

flow::SettingsOffer OfferOf(const Config& config, const std::vector<std::string>& installed,
                            const Clock& clock) {
  const std::string language = WindowLanguage(config);
  flow::SettingsOffer offer{.file = config.file,
                            .set_by_flag = config.by_flag,
                            .cameras = Cameras(),
                            .reading_languages = ReadingLanguages(installed, language),
                            .window_languages = WindowLanguages(),
                            .for_guests = config.kiosk,
                            .has_pin = HostPin(config).IsSet(),
                            .backup_target = exchange::FreePath(
                                DefaultExportFolder(), "kith-" + FormatDay(clock.Today()), ".sealed"),
                            .sealed_backup = LastSealedBackup(config.data_folder),
                            .daily_backup = NewestDailyBackup(config.data_folder / "backups")};
  for (NamedRegion& region : RegionNames(language))
    offer.regions.push_back({std::move(region.region), std::move(region.name)});
  return offer;
}

}  // namespace kith::app
