// SPDX-License-Identifier: Apache-2.0
#include "app/host_settings.h"

#include <optional>
#include <string>

#include <fmt/format.h>

namespace kith::app {
namespace {

using flow::CameraDial;
using flow::CameraWish;
using flow::HostSettings;

CameraDial DialOf(const std::optional<capture::CameraControl>& control) {
  if (!control) return {};
  if (!control->value) return {CameraDial::Mode::kAutomatic, 0};
  return {CameraDial::Mode::kFixed, *control->value};
}

std::optional<capture::CameraControl> ControlOf(const CameraDial& dial) {
  if (dial.mode == CameraDial::Mode::kAsItIs) return std::nullopt;
  if (dial.mode == CameraDial::Mode::kAutomatic) return capture::CameraControl{};
  return capture::CameraControl{dial.value};
}

std::string DialToml(const CameraDial& dial) {
  switch (dial.mode) {
    case CameraDial::Mode::kAsItIs:
      return TomlText("unchanged");
    case CameraDial::Mode::kAutomatic:
      return TomlText("auto");
    case CameraDial::Mode::kFixed:
      break;
  }
  return fmt::format("{}", dial.value);
}

std::string YesOrNo(bool yes) {
  return yes ? "true" : "false";
}

/// Compares member by member.
class Differences {
 public:
  template <typename T>
  void Note(const T& before, const T& after, const char* table, const char* key, const std::string& value) {
    if (before != after) changes_.push_back({table, key, value});
  }
  std::vector<TomlChange> Take() { return std::move(changes_); }

 private:
  std::vector<TomlChange> changes_;
};

void NoteCamera(const CameraWish& before, const CameraWish& after, Differences& differences) {
  const auto note = [&](const auto& b, const auto& a, const char* key, const std::string& value) {
    differences.Note(b, a, "camera", key, value);
  };
  note(before.source, after.source, "source", TomlText(after.source));
  note(std::pair(before.width, before.height), std::pair(after.width, after.height), "size",
       TomlText(fmt::format("{}x{}", after.width, after.height)));
  note(before.fps, after.fps, "fps", fmt::format("{}", after.fps));
  note(before.format, after.format, "format", TomlText(after.format));
  note(before.exposure_ms, after.exposure_ms, "exposure", DialToml(after.exposure_ms));
  note(before.focus, after.focus, "focus", DialToml(after.focus));
  note(before.unmirror, after.unmirror, "unmirror", YesOrNo(after.unmirror));
}

template <typename T>
void Take(T& setting, const T& before, const T& after) {
  if (before != after) setting = after;
}

void TakeCamera(Config& config, const CameraWish& before, const CameraWish& after) {
  capture::CameraSettings& camera = config.camera_settings;
  Take(config.camera, before.source, after.source);
  Take(camera.width, before.width, after.width);
  Take(camera.height, before.height, after.height);
  Take(camera.fps, before.fps, after.fps);
  Take(camera.format, before.format, after.format);
  Take(config.unmirror, before.unmirror, after.unmirror);
  if (before.exposure_ms != after.exposure_ms) camera.controls.exposure_ms = ControlOf(after.exposure_ms);
  if (before.focus != after.focus) camera.controls.focus = ControlOf(after.focus);
}

}  // namespace

HostSettings HostSettingsOf(const Config& config) {
  const capture::CameraSettings& camera = config.camera_settings;
  return {.camera = {.source = config.camera,
                     .width = camera.width,
                     .height = camera.height,
                     .fps = camera.fps,
                     .format = camera.format,
                     .exposure_ms = DialOf(camera.controls.exposure_ms),
                     .focus = DialOf(camera.controls.focus),
                     .unmirror = config.unmirror},
          .mirror_preview = config.mirror_preview,
          .reading_languages = config.languages,
          .region = config.region,
          .look = config.look,
          .sound = config.sound};
}

Config WithSettings(Config config, const HostSettings& before, const HostSettings& after) {
  TakeCamera(config, before.camera, after.camera);
  Take(config.mirror_preview, before.mirror_preview, after.mirror_preview);
  Take(config.languages, before.reading_languages, after.reading_languages);
  Take(config.region, before.region, after.region);
  Take(config.look, before.look, after.look);
  Take(config.sound, before.sound, after.sound);
  return config;
}

std::vector<TomlChange> ChangesBetween(const HostSettings& before, const HostSettings& after) {
  Differences differences;
  const flow::Look& look = after.look;
  differences.Note(before.region, after.region, "", "region", TomlText(after.region));
  differences.Note(before.reading_languages, after.reading_languages, "", "languages",
                   TomlText(after.reading_languages));
  differences.Note(before.look.language, look.language, "", "language", TomlText(look.language));
  differences.Note(before.look.theme, look.theme, "", "theme",
                   TomlText(look.theme == flow::Theme::kDark ? "dark" : "light"));
  differences.Note(before.look.text_percent, look.text_percent, "", "text_size",
                   std::to_string(look.text_percent));
  differences.Note(before.look.animations, look.animations, "", "animations", YesOrNo(look.animations));
  differences.Note(before.sound, after.sound, "", "sound", YesOrNo(after.sound));
  NoteCamera(before.camera, after.camera, differences);
  differences.Note(before.mirror_preview, after.mirror_preview, "camera", "mirror_preview",
                   YesOrNo(after.mirror_preview));
  return differences.Take();
}

}  // namespace kith::app
