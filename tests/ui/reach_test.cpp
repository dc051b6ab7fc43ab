// SPDX-License-Identifier: Apache-2.0
// What can be pressed, on every sample screen: large enough for a finger, and to be reached.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "tests/ui/sample_forms.h"
#include "tests/ui/sample_state.h"
#include "tests/ui/view_test.h"
#include "ui/face.h"

namespace kith::ui {
namespace {

std::string NameOf(const ScreenSize& screen) {
  return std::to_string(screen.width) + "x" + std::to_string(screen.height) + " at " +
         std::to_string(static_cast<int>(screen.dpi)) + " dpi, text of " +
         std::to_string(screen.text_percent) + " %";
}

/// Items without a person behind them: ImGui's own.
bool IsOurs(const test::SeenItem& item) {
  return !item.label.starts_with('#') && !item.label.empty() && item.right > item.left;
}

class Reach : public testing::Test {
 protected:
  /// Draws the screen and looks at each of its items.
  template <typename Look>
  void LookAt(const std::string& name, const ScreenSize& size, Look look) {
    test::Headless screen(size);
    flow::AppState state = *test::SampleState(name, {});
    Forms forms;
    test::OpenPart(name, state, forms);
    flow::Actions actions;
    screen.Show([&](Kit& kit) { DrawFace(kit, state, forms, actions); });
    int seen = 0;
    for (const test::SeenItem& item : screen.items()) {
      if (!IsOurs(item)) continue;
      ++seen;
      look(state, item);
    }
    EXPECT_GT(seen, 0) << name;
  }
};

constexpr float kRounding = 0.5F;

TEST_F(Reach, WhatIsPressedIsAsHighAsAFingerNeeds) {
  const ScreenSize screens[] = {
      {.use = Use::kKiosk, .width = 1280, .height = 800, .dpi = 96},
      {.use = Use::kKiosk, .width = 1280, .height = 800, .dpi = 149},
      {.use = Use::kKiosk, .width = 1080, .height = 1920, .dpi = 102},
      {.use = Use::kDesk, .width = 1920, .height = 1080, .dpi = 141},
  };
  for (const ScreenSize& size : screens) {
    for (const std::string& name : test::SampleNames()) {
      LookAt(name, size, [&](const flow::AppState& state, const test::SeenItem& item) {
        const float wanted = (state.lock.locked ? kGuestTouch : kHostTouch) * size.dpi / 25.4F;
        EXPECT_GE(item.bottom - item.top + kRounding, wanted)
            << item.label << " on " << name << ", " << NameOf(size);
      });
    }
  }
}

TEST_F(Reach, WhatIsPressedCanBeReachedWhateverTheSizeOfTheText) {
  const ScreenSize screens[] = {
      {.use = Use::kKiosk, .width = 1280, .height = 800, .text_percent = 200},
      {.use = Use::kKiosk, .width = 1080, .height = 1920, .text_percent = 200},
      {.use = Use::kDesk, .width = 1920, .height = 1080, .text_percent = 200},
      {.use = Use::kDesk, .width = 1280, .height = 800, .text_percent = 150},
  };
  for (const ScreenSize& size : screens) {
    for (const std::string& name : test::SampleNames()) {
      LookAt(name, size, [&](const flow::AppState&, const test::SeenItem& item) {
        EXPECT_TRUE(item.reachable) << item.label << " on " << name << ", " << NameOf(size);
      });
    }
  }
}

/// Whether an area named so, or one in it, has more than fits across. Not fields of text: ImGui gives one
/// that scrolls the room of its padding once more.
bool ScrollsSideways(const std::string& area) {
  const ImVector<ImGuiWindow*>& windows = ImGui::GetCurrentContext()->Windows;
  return std::any_of(windows.begin(), windows.end(), [&](const ImGuiWindow* window) {
    const std::string name = window->Name;
    return name.find("/" + area + "_") != std::string::npos && name.find("/##") == std::string::npos &&
           window->ScrollMax.x > 0;
  });
}

TEST_F(Reach, NoScreenOfTheHostScrollsSidewaysAtTwiceTheSizeOfTheText) {
  const ScreenSize screens[] = {
      {.use = Use::kDesk, .width = 1280, .height = 800, .text_percent = 200},
      {.use = Use::kDesk, .width = 1920, .height = 1080, .text_percent = 200},
      {.use = Use::kKiosk, .width = 1080, .height = 1920, .text_percent = 200},
  };
  for (const ScreenSize& size : screens) {
    for (const std::string& name : test::SampleNames()) {
      bool sideways = false;
      LookAt(name, size, [&](const flow::AppState& state, const test::SeenItem&) {
        sideways = sideways || (!state.lock.locked && ScrollsSideways("room"));
      });
      EXPECT_FALSE(sideways) << name << ", " << NameOf(size);
    }
  }
}

}  // namespace
}  // namespace kith::ui
