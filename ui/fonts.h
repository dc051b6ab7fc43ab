// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ui/tokens.h"

struct ImFont;
namespace boost::interprocess {
class mapped_region;
}

namespace kith::ui {

/// For letters that Inter lacks. What isn't installed is empty: such letters are shown as "?".
struct RareFont {
  std::filesystem::path regular;
  std::filesystem::path bold;
  float enlarged = 1;  ///< by so much its letters are as big as Inter's: its lines are taller
  bool (*has)(char32_t letter) = nullptr;
};

struct FontFiles {
  std::filesystem::path regular;
  std::filesystem::path medium;
  std::filesystem::path semibold;
  std::filesystem::path icons;
  std::vector<RareFont> rare;
};

/// Looks for Inter, Fork Awesome and Noto Sans where Debian and other distributions put them below `roots`
/// ("/usr/share/fonts"). kUnavailable says which package to install.
Result<FontFiles> FindFonts(std::span<const std::filesystem::path> roots);

/// The fonts of the current ImGui context, in one atlas: Latin from the start, every other letter when it is
/// first shown, as an atlas of all letters would take half a second and 32 MB. UI thread only.
class Fonts {
 public:
  ~Fonts();
  static Result<std::unique_ptr<Fonts>> Load(FontFiles files);

  /// Makes the atlas for that scale, with all letters wanted so far. Between frames only; afterwards the
  /// texture has to be uploaded again.
  void Build(float scale);
  float scale() const { return scale_; }

  ImFont* Get(Face face) const { return fonts_[static_cast<std::size_t>(face)]; }

  /// Says that `text` is shown. Letters that the atlas doesn't have yet are there after the next Build.
  void Want(std::string_view text);
  /// Whether Build would bring new letters.
  bool HasWishes() const { return has_wishes_; }

 private:
  /// A file that is mapped, not read: of Noto Sans CJK's 19 megabytes FreeType looks at a few, and all
  /// programs share them. Null if it isn't there.
  using Bytes = std::unique_ptr<boost::interprocess::mapped_region>;
  explicit Fonts(FontFiles files);
  void AddFace(Face face, float scale);
  void LoadRareFontsIfWanted();

  FontFiles files_;
  Bytes regular_, medium_, semibold_, icons_;
  struct RareBytes {
    Bytes regular, bold;
  };
  std::vector<RareBytes> rare_;  ///< of files_.rare
  std::array<ImFont*, kFaces> fonts_{};
  float scale_ = 0;
  std::set<char32_t> wanted_;  ///< beyond the letters that are always there
  bool has_wishes_ = false;
  std::vector<std::uint16_t> letter_ranges_;  ///< the atlas points into these
  std::vector<std::uint16_t> icon_ranges_;
};

}  // namespace kith::ui
