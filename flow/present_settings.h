// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "flow/state.h"

/// What is shown of settings. Pure.
namespace kith::flow {

bool IsSetByFlag(const SettingsOffer& offer, FlagSetting setting);

/// The camera that a source is: "0" is "/dev/video0", none is the first one; nullptr: no camera of this
/// machine, or none that is known.
const CameraChoice* CameraOf(const SettingsOffer& offer, const std::string& source);
/// Whether it is an address, a file or a folder.
bool IsTypedSource(const SettingsOffer& offer, const std::string& source);

/// What that camera can be asked for, the largest first, every size once: with most pictures a second.
std::vector<CameraModeChoice> SizesOf(const CameraChoice& camera);
/// "1920 × 1080, 30 a second"
std::string SizeText(const CameraModeChoice& mode);
bool IsAskedFor(const CameraWish& wish, const CameraModeChoice& mode);

/// "English, German", "automatic"
std::string ReadingLanguagesText(const HostSettings& settings, const SettingsOffer& offer);
/// "eng+deu" with one more or one less; "auto" if none is left.
std::string WithLanguage(const std::string& languages, const std::string& one, bool wanted);
bool HasLanguage(const std::string& languages, const std::string& one);

std::string RegionText(const std::string& region, const SettingsOffer& offer);
/// Those whose name or letters begin with the words of a person.
std::vector<NamedChoice> RegionsLike(const SettingsOffer& offer, const std::string& query);

/// When the newest encrypted backup was made, and where it is.
std::string SealedBackupText(const SettingsOffer& offer, Instant now);
std::string DailyBackupText(const SettingsOffer& offer, Day today);

}  // namespace kith::flow
