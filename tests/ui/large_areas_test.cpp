// SPDX-License-Identifier: Apache-2.0
#include "ui/large_areas.h"

#include <cmath>
#include <functional>
#include <map>

#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/ui/headless.h"
#include "ui/palette.h"

namespace kith::ui {
namespace {

constexpr Color kSheet = Rgb(0xFFFFFF);

/// How much is covered with each colour, in pixels, and how often the way of drawing changes.
struct Painted {
  std::map<Color, double> areas;
  int changes = 0;
};

double AreaOf(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
  return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

Painted PaintedOf(const ImDrawData& frame) {
  Painted painted;
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImDrawList& list = *frame.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback) ++painted.changes;
      for (unsigned k = 0; k < command.ElemCount; k += 3) {
        const auto corner = [&](unsigned at) {
          return list.VtxBuffer[static_cast<int>(command.VtxOffset) +
                                list.IdxBuffer[static_cast<int>(command.IdxOffset + k + at)]];
        };
        painted.areas[corner(0).col] += AreaOf(corner(0).pos, corner(1).pos, corner(2).pos);
      }
    }
  }
  return painted;
}

class LargeAreasTest : public testing::Test {
 protected:
  void Draw(const std::function<void(ImDrawList&)>& draw) {
    headless_.Show([&](Kit&) { draw(*ImGui::GetForegroundDrawList()); });
  }
  test::Headless headless_;
  LargeAreas areas_;
};

TEST_F(LargeAreasTest, CoverAsMuchAsBefore) {
  Draw([](ImDrawList& draw) {
    draw.AddRectFilled({100, 100}, {900, 700}, kSheet, 20);
    draw.AddCircleFilled({500, 400}, 151, Colors().accent, 47);  // an odd number of corners
    draw.AddText({200, 200}, Colors().ink, "Ada Example");
  });
  const std::map<Color, double> before = PaintedOf(*ImGui::GetDrawData()).areas;
  areas_.Prepare(*ImGui::GetDrawData(), Colors().paper);
  const std::map<Color, double> after = PaintedOf(*ImGui::GetDrawData()).areas;
  ASSERT_EQ(after.size(), before.size());
  for (const auto& [color, area] : before)
    EXPECT_NEAR(after.at(color), area, 0.5) << std::hex << color;
}

TEST_F(LargeAreasTest, AreDrawnInAWayOfTheirOwn) {
  Draw([](ImDrawList& draw) { draw.AddRectFilled({100, 100}, {900, 700}, kSheet, 20); });
  areas_.Prepare(*ImGui::GetDrawData(), Colors().paper);
  EXPECT_EQ(PaintedOf(*ImGui::GetDrawData()).changes, 3) << "there, to mix in the soft edge, and back";
}

TEST_F(LargeAreasTest, LeaveSmallOnesMixedInButWithoutATexture) {
  Draw([](ImDrawList& draw) { draw.AddRectFilled({100, 100}, {120, 120}, kSheet, 4); });
  areas_.Prepare(*ImGui::GetDrawData(), Colors().paper);
  EXPECT_EQ(PaintedOf(*ImGui::GetDrawData()).changes, 2) << "there, and back";
  Draw([](ImDrawList& draw) { draw.AddText({100, 100}, Colors().ink, "Ada Example"); });
  areas_.Prepare(*ImGui::GetDrawData(), Colors().paper);
  EXPECT_EQ(PaintedOf(*ImGui::GetDrawData()).changes, 0) << "letters are in the texture";
}

TEST_F(LargeAreasTest, TakeTheColoursThatTheyHaveBehindTheVeilOfASheet) {
  headless_.ShowInWindow([](Kit&) {
    ImGui::GetWindowDrawList()->AddRectFilled({100, 100}, {200, 200}, kSheet);
    if (!ImGui::IsPopupOpen("sheet")) ImGui::OpenPopup("sheet");
    if (!ImGui::BeginPopupModal("sheet")) return;
    ImGui::GetWindowDrawList()->AddRectFilled({300, 300}, {400, 400}, Colors().brick);
    ImGui::EndPopup();
  });
  const Color ground = areas_.Prepare(*ImGui::GetDrawData(), kSheet);
  EXPECT_NE(ground, kSheet);
  const std::map<Color, double> areas = PaintedOf(*ImGui::GetDrawData()).areas;
  EXPECT_TRUE(areas.contains(ground)) << "what was as white as the ground before";
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  for (const auto& [color, area] : areas)
    EXPECT_LT(area, screen.x * screen.y) << "the veil is still there: " << std::hex << color;
  EXPECT_TRUE(areas.contains(Colors().brick)) << "what lies on the veil stays as it is";
}

}  // namespace
}  // namespace kith::ui
