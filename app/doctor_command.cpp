// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "app/camera.h"
#include "app/checks.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/finding.h"
#include "app/paths.h"
#include "capture/pdf_file.h"

namespace kith::app {
namespace {

Finding CheckConfiguration(const Config& config) {
  const std::filesystem::path file = DefaultConfigFile();
  std::error_code ignored;
  const std::string origin =
      std::filesystem::exists(file, ignored) ? file.string() : "the defaults (no " + file.string() + ")";
  return {Finding::Grade::kGood, "Configuration: " + origin +
                                     "; numbers without a country code are read as those of " +
                                     config.region + "."};
}

Finding CheckPrivacy(const Config& config) {
  using std::filesystem::perms;
  std::error_code error;
  const perms mode = std::filesystem::status(config.data_folder, error).permissions();
  if (error || (mode & (perms::group_all | perms::others_all)) == perms::none)
    return {Finding::Grade::kGood, "The data folder is open to you only."};
  return {Finding::Grade::kNote, "Others may look into the data folder " + config.data_folder.string() + ".",
          "The files in it are closed to them; to close the folder, too: chmod 700 " +
              config.data_folder.string()};
}

Finding CheckPdf() {
  const Result<void> readable = capture::CheckPdfPrograms();
  if (readable) return {Finding::Grade::kGood, "PDF files can be read."};
  return {Finding::Grade::kNote, "PDF files can't be read.", readable.error().message};
}

Finding CheckDisplay() {
  for (const char* const variable : {"WAYLAND_DISPLAY", "DISPLAY"}) {
    const char* const value = std::getenv(variable);
    if (value != nullptr && *value != '\0')
      return {Finding::Grade::kGood, std::string("Display: ") + value + "."};
  }
  return {Finding::Grade::kNote, "No display.", "The kiosk needs one; scan, contacts, due and export don't."};
}

Finding CheckSamples() {
  const std::filesystem::path samples = AssetsFolder() / "samples";
  if (!PictureFiles({samples}).empty() && std::filesystem::is_directory(samples)) {
    return {Finding::Grade::kGood, "Sample cards: " + samples.string() + "."};
  }
  return {Finding::Grade::kProblem, "There are no sample cards in " + samples.string() + ".",
          "Install Kith again, or set KITH_ASSETS to the folder that holds them."};
}

}  // namespace

Result<int> RunDoctor(const Config& config) {
  std::vector<Finding> findings = {
      CheckConfiguration(config), CheckLanguageData(config), CheckSecondReader(), CheckStore(config),
      CheckDiskSpace(config),     CheckPrivacy(config),      CheckPin(config),    CheckClock(config)};
  for (Finding& finding : CheckCameras(config))
    findings.push_back(std::move(finding));
  findings.push_back(CheckPdf());
  findings.push_back(CheckDisplay());
  findings.push_back(CheckSamples());

  bool healthy = true;
  for (const Finding& finding : findings) {
    const bool problem = finding.grade == Finding::Grade::kProblem;
    healthy = healthy && !problem;
    std::cout << (problem                                  ? "[!!] "
                  : finding.grade == Finding::Grade::kNote ? "[--] "
                                                           : "[ok] ")
              << finding.what << '\n';
    std::istringstream advice(finding.advice);
    for (std::string line; std::getline(advice, line);)
      std::cout << "     " << line << '\n';
  }
  return healthy ? kSuccess : kFailure;
}

}  // namespace kith::app
