// SPDX-License-Identifier: Apache-2.0
#include "ui/fonts.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <imgui.h>
#include <imgui_freetype.h>

#include "core/text.h"
#include "core/visual_text.h"
#include "ui/icons.h"

namespace kith::ui {
namespace {

namespace fs = std::filesystem;
namespace ipc = boost::interprocess;

/// Always in the atlas: Latin with its extensions that European names need, and punctuation.
constexpr char32_t kLastStaple = 0x17F;
constexpr ImWchar kPunctuation[] = {0x2010, 0x2015, 0x2018, 0x201F, 0x2022, 0x2022,
                                    0x2026, 0x2026, 0x20AC, 0x20AC, 0};
/// Debian's ImGui has 16-bit characters.
constexpr char32_t kLastLetter = 0xFFFF;

bool IsArmenian(char32_t letter) {
  return letter >= 0x0530 && letter < 0x0590;
}

bool IsHebrew(char32_t letter) {
  return (letter >= 0x0590 && letter < 0x0600) || (letter >= 0xFB1D && letter < 0xFB50);
}

bool IsArabic(char32_t letter) {
  return IsRightToLeft(letter) && !IsHebrew(letter);
}

bool IsGeorgian(char32_t letter) {
  return (letter >= 0x10A0 && letter < 0x1100) || (letter >= 0x1C90 && letter < 0x1CC0);
}

/// Kana, ideographs, Hangul …
bool IsCjk(char32_t letter) {
  return letter >= 0x2E80 && !IsRightToLeft(letter);
}

fs::path FindFile(std::span<const fs::path> roots, std::string_view name,
                  std::initializer_list<const char*> folders) {
  for (const fs::path& root : roots) {
    for (const char* folder : folders) {
      const fs::path path = root / folder / name;
      std::error_code ignored;
      if (fs::is_regular_file(path, ignored)) return path;
    }
  }
  return {};
}

Error MissingFont(std::string_view font, std::string_view package) {
  return {ErrorCode::kUnavailable, "The font " + std::string(font) +
                                       " isn't installed. Install it: apt install " + std::string(package)};
}

Result<std::unique_ptr<ipc::mapped_region>> MapFont(const fs::path& path) try {
  const ipc::file_mapping file(path.c_str(), ipc::read_only);
  return std::make_unique<ipc::mapped_region>(file, ipc::read_only);
} catch (const ipc::interprocess_exception& error) {
  return Error{ErrorCode::kUnreadable, "The font " + path.string() + " can't be read.", error.what()};
}

void AddData(const ipc::mapped_region& bytes, float size, const std::vector<std::uint16_t>& ranges,
             bool merge, float shift_down = 0) {
  static_assert(sizeof(ImWchar) == sizeof(std::uint16_t));
  ImFontConfig config;
  config.MergeMode = merge;
  config.GlyphOffset.y = shift_down;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.AddFontFromMemoryTTF(bytes.get_address(), static_cast<int>(bytes.get_size()), size, &config,
                             ranges.data());
  // Said before adding, it would make the atlas copy all bytes of the font, for each face.
  atlas.ConfigData.back().FontDataOwnedByAtlas = false;
}

void BuildRanges(const ImFontGlyphRangesBuilder& letters, std::vector<std::uint16_t>& ranges) {
  ImFontGlyphRangesBuilder builder = letters;
  ImVector<ImWchar> built;
  builder.BuildRanges(&built);
  ranges.assign(built.begin(), built.end());
}

}  // namespace

Result<FontFiles> FindFonts(std::span<const fs::path> roots) {
  const std::initializer_list<const char*> inter = {"opentype/inter", "truetype/inter", "inter", ""};
  const std::initializer_list<const char*> noto = {"opentype/noto", "truetype/noto", "noto-cjk", "noto", ""};
  const auto rare = [&](const std::string& name, const char* type, float enlarged, bool (*has)(char32_t)) {
    const std::string noto_sans = "NotoSans" + name;
    return RareFont{FindFile(roots, noto_sans + "-Regular." + type, noto),
                    FindFile(roots, noto_sans + "-Bold." + type, noto), enlarged, has};
  };
  FontFiles files;
  files.regular = FindFile(roots, "Inter-Regular.otf", inter);
  files.medium = FindFile(roots, "Inter-Medium.otf", inter);
  files.semibold = FindFile(roots, "Inter-SemiBold.otf", inter);
  files.icons = FindFile(roots, "forkawesome-webfont.ttf", {"truetype/fork-awesome", "fork-awesome", ""});
  files.rare = {rare("CJK", "ttc", 1.17F, IsCjk), rare("Arabic", "ttf", 1.5F, IsArabic),
                rare("Hebrew", "ttf", 1.12F, IsHebrew), rare("Armenian", "ttf", 1.12F, IsArmenian),
                rare("Georgian", "ttf", 1.12F, IsGeorgian)};
  if (files.regular.empty() || files.medium.empty() || files.semibold.empty())
    return MissingFont("Inter", "fonts-inter");
  if (files.icons.empty()) return MissingFont("Fork Awesome", "fonts-fork-awesome");
  return files;
}

Fonts::Fonts(FontFiles files) : files_(std::move(files)), rare_(files_.rare.size()) {}
Fonts::~Fonts() = default;

Result<std::unique_ptr<Fonts>> Fonts::Load(FontFiles files) {
  std::unique_ptr<Fonts> fonts(new Fonts(std::move(files)));
  for (const auto& [path, bytes] : {std::pair{&fonts->files_.regular, &fonts->regular_},
                                    {&fonts->files_.medium, &fonts->medium_},
                                    {&fonts->files_.semibold, &fonts->semibold_},
                                    {&fonts->files_.icons, &fonts->icons_}}) {
    Result<Bytes> mapped = MapFont(*path);
    if (!mapped) return mapped.error();
    *bytes = *std::move(mapped);
  }
  return fonts;
}

void Fonts::LoadRareFontsIfWanted() {
  const auto load = [](const fs::path& path, Bytes& bytes) {
    if (bytes) return;
    if (Result<Bytes> mapped = MapFont(path)) bytes = *std::move(mapped);
  };
  for (std::size_t i = 0; i < rare_.size(); ++i) {
    if (std::ranges::none_of(wanted_, files_.rare[i].has)) continue;
    load(files_.rare[i].regular, rare_[i].regular);
    load(files_.rare[i].bold, rare_[i].bold);
  }
}

void Fonts::AddFace(Face face, float scale) {
  const float size = std::round(kTypeSizes[static_cast<std::size_t>(face)] * scale);
  const bool bold = face != Face::kBody && face != Face::kSmall;
  const Bytes& letters = face == Face::kBody ? regular_ : face == Face::kSmall ? medium_ : semibold_;
  AddData(*letters, size, letter_ranges_, false);
  AddData(*icons_, std::round(size * 0.95F), icon_ranges_, true, std::round(size * 0.02F));
  for (std::size_t i = 0; i < rare_.size(); ++i) {
    const Bytes& rare = bold && rare_[i].bold ? rare_[i].bold : rare_[i].regular;
    if (rare) AddData(*rare, std::round(size * files_.rare[i].enlarged), letter_ranges_, true);
  }
}

void Fonts::Build(float scale) {
  scale_ = scale;
  has_wishes_ = false;
  LoadRareFontsIfWanted();

  ImFontGlyphRangesBuilder letters;
  for (char32_t letter = 0x20; letter <= kLastStaple; ++letter)
    letters.AddChar(static_cast<ImWchar>(letter));
  letters.AddRanges(kPunctuation);
  for (const char32_t letter : wanted_)
    letters.AddChar(static_cast<ImWchar>(letter));
  BuildRanges(letters, letter_ranges_);
  ImFontGlyphRangesBuilder icons;
  for (const char* icon : icon::kAll)
    icons.AddText(icon);
  BuildRanges(icons, icon_ranges_);

  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  // Lines of the atlas want mixed pixels (ui/window.cpp).
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  for (std::size_t face = 0; face < kFaces; ++face)
    AddFace(static_cast<Face>(face), scale);
  atlas.Build();
  // Faces are the fonts that nothing was merged into; ImGui lists each once, in the order of adding.
  for (std::size_t face = 0; face < kFaces; ++face)
    fonts_[face] = atlas.Fonts[static_cast<int>(face)];
  ImGui::GetIO().FontDefault = Get(Face::kBody);
}

void Fonts::Want(std::string_view text) {
  for (const char c : text) {
    // Nearly all text is ASCII: decode only if it isn't.
    if (static_cast<unsigned char>(c) < 0x80) continue;
    for (const char32_t letter : DecodeUtf8(text)) {
      const bool is_icon = letter >= icon::kFirst && letter <= icon::kLast;
      if (letter <= kLastStaple || letter > kLastLetter || is_icon) continue;
      has_wishes_ |= wanted_.insert(letter).second;
    }
    return;
  }
}

}  // namespace kith::ui
