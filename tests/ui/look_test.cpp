// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/ui/headless.h"
#include "ui/fonts.h"
#include "ui/palette.h"
#include "ui/rare_letters.h"
#include "ui/theme.h"
#include "ui/widgets/text.h"
#include "ui/window.h"

namespace kith::ui {
namespace {

/// WCAG 2.2, "relative luminance" and "contrast ratio".
double Luminance(Color color) {
  const auto linear = [](std::uint32_t channel) {
    const double c = static_cast<double>(channel & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color >> 16);
}

double Contrast(Color a, Color b) {
  const double la = Luminance(a), lb = Luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Palette, ContrastOfAPublishedPairIsRight) {
  EXPECT_NEAR(Contrast(Rgb(0x000000), Rgb(0xFFFFFF)), 21, 0.01);
  EXPECT_NEAR(Contrast(Rgb(0x777777), Rgb(0xFFFFFF)), 4.48, 0.01);
}

/// What an ink of that alpha gives on a ground.
Color Over(Color ground, Color ink, std::uint32_t alpha) {
  Color mixed = 0xFF000000U;
  for (const int shift : {0, 8, 16}) {
    const std::uint32_t below = ground >> shift & 0xFF, above = ink >> shift & 0xFF;
    mixed |= ((below * (255 - alpha) + above * alpha) / 255) << shift;
  }
  return mixed;
}

class EveryPalette : public testing::TestWithParam<const Palette*> {};

INSTANTIATE_TEST_SUITE_P(Themes, EveryPalette, testing::Values(&kLightColors, &kDarkColors),
                         [](const auto& tested) { return tested.param == &kLightColors ? "Light" : "Dark"; });

TEST_P(EveryPalette, TextCanBeReadOnEveryGroundThatItStandsOn) {
  const Palette& colors = *GetParam();
  const std::pair<Color, Color> pairs[] = {
      {colors.ink, colors.paper},
      {colors.ink, colors.sheet},
      {colors.ink, colors.shade},
      {colors.ink, colors.line},
      {colors.ink, colors.amber_tint},
      {colors.ink, colors.brick_tint},
      {colors.ink, colors.accent_tint},
      {colors.ink, colors.selection},
      {colors.soft_ink, colors.paper},
      {colors.soft_ink, colors.sheet},
      {colors.soft_ink, colors.shade},
      {colors.soft_ink, colors.line},
      {colors.soft_ink, colors.accent_tint},
      {colors.on_accent, colors.accent},
      {colors.on_accent, colors.accent_dark},
      {colors.on_accent, Over(colors.night, colors.accent, 225)},  // "Got it", over the camera's picture
      {colors.on_night, colors.night},
      {colors.accent_dark, colors.accent_tint},
      {colors.accent_dark, colors.sheet},
      {colors.accent, colors.sheet},
      {colors.accent, colors.accent_tint},
      {colors.amber_ink, colors.sheet},
      {colors.amber_ink, colors.amber_tint},
      {colors.amber_ink, colors.shade},
      {colors.amber_ink, Over(colors.amber_tint, colors.amber, 60)},  // "please check"
      {colors.brick, colors.paper},
      {colors.brick, colors.sheet},
      {colors.brick, colors.brick_tint}};
  for (const auto& [ink, ground] : pairs)
    EXPECT_GE(Contrast(ink, ground), 4.5) << std::hex << ink << " on " << ground;
}

TEST_P(EveryPalette, InputsAndMarksCanBeTold) {
  const Palette& colors = *GetParam();
  EXPECT_GE(Contrast(colors.input_line, colors.sheet), 3);
  EXPECT_GE(Contrast(colors.input_line, colors.paper), 2.9);
  EXPECT_GE(Contrast(colors.accent, colors.paper), 3);
}

TEST(Theme, TheDarkOneIsShownWhenItIsChosen) {
  {
    const test::Headless screen(1280, 800, flow::Theme::kDark);
    EXPECT_EQ(Colors().paper, kDarkColors.paper);
  }
  const test::Headless screen;
  EXPECT_EQ(Colors().paper, kLightColors.paper);
}

TEST(RareLetters, ComeBackAfterAnEditElsewhere) {
  EXPECT_EQ(WithRareLetters("\uFFFD田 Taro", "𠮷田"), "𠮷田 Taro");
  EXPECT_EQ(WithRareLetters("Dr. \uFFFD\uFFFD", "𠮷😀"), "Dr. 𠮷😀");
  EXPECT_EQ(WithRareLetters("plain", "before"), "plain");
}

TEST(RareLetters, AreNotGuessedWhenSomeWereDeleted) {
  EXPECT_EQ(WithRareLetters("\uFFFD", "𠮷😀"), "\uFFFD");
  EXPECT_EQ(WithRareLetters("", "𠮷"), "");
}

TEST(Fonts, AMissingFontIsAnErrorThatSaysWhatToInstall) {
  const std::vector<std::filesystem::path> nowhere = {"/nonexistent"};
  const Result<FontFiles> files = FindFonts(nowhere);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(files.error().message.find("apt install fonts-inter"), std::string::npos);
}

TEST(Fonts, AnUnreadableFontIsAnError) {
  FontFiles files;
  files.regular = files.medium = files.semibold = files.icons = "/nonexistent/font.otf";
  const auto fonts = Fonts::Load(files);
  ASSERT_FALSE(fonts);
  EXPECT_EQ(fonts.error().code, ErrorCode::kUnreadable);
}

TEST(Fonts, FetchLettersOfOtherScriptsWhenTheyAreFirstShown) {
  test::Headless screen;
  Fonts& fonts = screen.fonts();
  const ImWchar yama = 0x5C71, hangul = 0xAE40, cyrillic = 0x0416;
  EXPECT_EQ(fonts.Get(Face::kBody)->FindGlyphNoFallback(yama), nullptr);
  const ImWchar joined_seen = 0xFEB3, alef = 0x05D0, armenian = 0x0531, georgian = 0x10D0;
  screen.ShowInWindow([](Kit& kit) { Text(kit, Face::kBody, Colors().ink, "山 김 Ж سمير א Ա ა"); });
  for (const Face face : {Face::kSmall, Face::kBody, Face::kTitle}) {
    for (const ImWchar letter : {yama, hangul, cyrillic, joined_seen, alef, armenian, georgian})
      EXPECT_NE(fonts.Get(face)->FindGlyphNoFallback(letter), nullptr) << std::hex << letter;
  }
}

TEST(Fonts, AskOnlyOnceForALetterThatNoFontHas) {
  test::Headless screen;
  screen.fonts().Want("\u0E01");  // Thai
  EXPECT_TRUE(screen.fonts().HasWishes());
  screen.fonts().Build(1);
  screen.fonts().Want("\u0E01");
  EXPECT_FALSE(screen.fonts().HasWishes());
}

TEST(Window, WithoutADisplayItSaysWhatToDo) {
  const char* const display = std::getenv("DISPLAY");
  const std::string before = display ? display : "";
  unsetenv("DISPLAY");
  const auto window = Window::Open({});
  if (display) setenv("DISPLAY", before.c_str(), 1);
  ASSERT_FALSE(window);
  EXPECT_EQ(window.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(window.error().message.find("no display"), std::string::npos);
}

TEST(Window, WakingNobodyDoesNothing) {
  Window::Wake();
}

}  // namespace
}  // namespace kith::ui
