// SPDX-License-Identifier: Apache-2.0
#include "flow/present_settings.h"

#include <algorithm>
#include <cmath>

#include "core/language.h"
#include "core/text.h"
#include "flow/day_names.h"
#include "flow/present_sync.h"

namespace kith::flow {
namespace {

std::string FpsText(double fps) {
  const auto whole = static_cast<int>(std::lround(fps));
  if (std::abs(fps - whole) < 0.05) return std::to_string(whole);
  std::string text = std::to_string(std::lround(fps * 10));
  return text.insert(text.size() - 1, ".");
}

bool IsBetter(const CameraModeChoice& mode, const CameraModeChoice& than) {
  return mode.fps > than.fps || (mode.fps == than.fps && mode.format == "MJPG" && than.format != "MJPG");
}

std::string NameIn(const std::vector<NamedChoice>& choices, const std::string& value) {
  const auto choice = std::ranges::find(choices, value, &NamedChoice::value);
  return choice == choices.end() ? value : choice->name;
}

}  // namespace

bool IsSetByFlag(const SettingsOffer& offer, FlagSetting setting) {
  return std::ranges::find(offer.set_by_flag, setting) != offer.set_by_flag.end();
}

const CameraChoice* CameraOf(const SettingsOffer& offer, const std::string& source) {
  if (source.empty()) return offer.cameras.empty() ? nullptr : &offer.cameras.front();
  const bool is_number = std::ranges::all_of(source, [](char c) { return c >= '0' && c <= '9'; });
  const std::string device = is_number ? "/dev/video" + source : source;
  const auto camera = std::ranges::find(offer.cameras, device, &CameraChoice::device);
  return camera == offer.cameras.end() ? nullptr : &*camera;
}

bool IsTypedSource(const SettingsOffer& offer, const std::string& source) {
  return !source.empty() && source != "demo" && CameraOf(offer, source) == nullptr;
}

std::vector<CameraModeChoice> SizesOf(const CameraChoice& camera) {
  std::vector<CameraModeChoice> sizes;
  for (const CameraModeChoice& mode : camera.modes) {
    const auto same = std::ranges::find_if(sizes, [&](const CameraModeChoice& one) {
      return one.width == mode.width && one.height == mode.height;
    });
    if (same == sizes.end()) {
      sizes.push_back(mode);
    } else if (IsBetter(mode, *same)) {
      *same = mode;
    }
  }
  std::ranges::stable_sort(sizes, std::ranges::greater(), [](const CameraModeChoice& mode) {
    return static_cast<long>(mode.width) * mode.height;
  });
  return sizes;
}

std::string SizeText(const CameraModeChoice& mode) {
  const std::string width = std::to_string(mode.width);
  const std::string height = std::to_string(mode.height);
  if (mode.fps <= 0) return Filled(Tr("{0} \u00d7 {1}"), {width, height});
  return Filled(Tr("{0} \u00d7 {1}, {2} a second"), {width, height, FpsText(mode.fps)});
}

bool IsAskedFor(const CameraWish& wish, const CameraModeChoice& mode) {
  return wish.width == mode.width && wish.height == mode.height;
}

bool HasLanguage(const std::string& languages, const std::string& one) {
  return std::ranges::count(SplitText(languages, "+"), one) > 0;
}

std::string WithLanguage(const std::string& languages, const std::string& one, bool wanted) {
  std::vector<std::string> all = SplitText(languages == "auto" ? "" : languages, "+");
  std::erase(all, one);
  if (wanted) all.push_back(one);
  std::string joined;
  for (const std::string& language : all)
    joined += (joined.empty() ? "" : "+") + language;
  return joined.empty() ? "auto" : joined;
}

std::string ReadingLanguagesText(const HostSettings& settings, const SettingsOffer& offer) {
  if (settings.reading_languages == "auto") return std::string(Tr("automatic"));
  std::vector<std::string> names;
  for (const std::string& language : SplitText(settings.reading_languages, "+"))
    names.push_back(NameIn(offer.reading_languages, language));
  return Joined(names);
}

std::string RegionText(const std::string& region, const SettingsOffer& offer) {
  const std::string name = NameIn(offer.regions, region);
  return name == region ? region : name + " (" + region + ")";
}

std::vector<NamedChoice> RegionsLike(const SettingsOffer& offer, const std::string& query) {
  const std::string wanted = FoldToAlnum(query);
  std::vector<NamedChoice> like;
  std::ranges::copy_if(offer.regions, std::back_inserter(like), [&](const NamedChoice& region) {
    return FoldToAlnum(region.name).find(wanted) != std::string::npos || LowerCase(region.value) == wanted;
  });
  return like;
}

std::string SealedBackupText(const SettingsOffer& offer, Instant now) {
  if (!offer.sealed_backup) return std::string(Tr("No encrypted backup was made yet."));
  return Filled(Tr("The last one was made {0}: {1}"),
                {Ago(offer.sealed_backup->made, now), offer.sealed_backup->file.string()});
}

std::string DailyBackupText(const SettingsOffer& offer, Day today) {
  if (!offer.daily_backup) return std::string(Tr("There is no daily one yet."));
  return Filled(Tr("The newest daily one, which is not encrypted: {0}"),
                {DayName(*offer.daily_backup, today)});
}

}  // namespace kith::flow
