// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keyboard.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/language.h"
#include "core/text.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kKeyHeight = 64;
constexpr float kKeyGap = 7;
constexpr float kBoardPadding = 14;
constexpr float kWidestBoard = 1200;

enum class Press { kText, kErase, kShift, kLetters, kAccents, kDigits, kDone };

struct Key {
  std::string label;
  Press press = Press::kText;
  float width = 1;  ///< in keys
};
using Rows = std::vector<std::vector<Key>>;

void AddLetters(std::vector<Key>& row, std::string_view letters) {
  for (const char32_t letter : DecodeUtf8(letters))
    row.push_back({EncodeUtf8({&letter, 1})});
}

std::vector<Key> Letters(std::string_view letters) {
  std::vector<Key> row;
  AddLetters(row, letters);
  return row;
}

/// The third row of letters, between what changes them and what takes them back.
std::vector<Key> LastLetters(std::string_view letters) {
  std::vector<Key> row = {{std::string(Tr("Shift")), Press::kShift, 1.5F}};
  AddLetters(row, letters);
  row.push_back({icon::kArrowLeft, Press::kErase, 1.5F});
  return row;
}

Key Done() {
  return {std::string(Tr("Done")), Press::kDone, 2};
}

/// What stands below the letters.
std::vector<Key> BottomRow(const Keyboard& keyboard) {
  const bool letters = keyboard.layer == Keyboard::Layer::kLetters;
  std::vector<Key> row;
  row.push_back(letters ? Key{"123", Press::kDigits, 1.5F} : Key{"abc", Press::kLetters, 1.5F});
  if (keyboard.layout == KeyLayout::kEmail) {
    for (const char* text : {"@", ".", "-", "_"})
      row.push_back({text});
    row.push_back({".com", Press::kText, 2});
  } else {
    row.push_back({"\u00E4\u00E9\u00F8", Press::kAccents, 1.5F});
    row.push_back({"-"});
    row.push_back({" ", Press::kText, 4});
    row.push_back({"."});
  }
  row.push_back(Done());
  return row;
}

Rows TextRows(const Keyboard& keyboard) {
  Rows rows;
  switch (keyboard.layer) {
    case Keyboard::Layer::kLetters:
      rows = {Letters(TrIn("keyboard", "qwertyuiop")), Letters(TrIn("keyboard", "asdfghjkl")),
              LastLetters(TrIn("keyboard", "zxcvbnm"))};
      break;
    case Keyboard::Layer::kAccents:
      rows = {Letters("\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u0105\u00E7\u0107\u010D"),
              Letters("\u00E8\u00E9\u00EA\u00EB\u0119\u00ED\u00EE\u00EF\u0142\u00F1\u0144"),
              LastLetters("\u00F3\u00F4\u00F6\u00F8\u0161\u00DF\u00FA\u00FC\u017E")};
      break;
    case Keyboard::Layer::kDigits:
      rows = {Letters("1234567890"), Letters("@/:;()&+#*"), LastLetters("_,'!?%\"")};
      break;
  }
  rows.push_back(BottomRow(keyboard));
  return rows;
}

Rows RowsOf(const Keyboard& keyboard) {
  switch (keyboard.layout) {
    case KeyLayout::kText:
    case KeyLayout::kEmail:
      break;
    case KeyLayout::kPhone:
      return {{{"1"}, {"2"}, {"3"}, {icon::kArrowLeft, Press::kErase}},
              {{"4"}, {"5"}, {"6"}, {"+"}},
              {{"7"}, {"8"}, {"9"}, {"-"}},
              {{"("}, {"0"}, {")"}, {std::string(Tr("Done")), Press::kDone}}};
    case KeyLayout::kCode:
      return {Letters("0123456789"),
              Letters("ABCDEFGHJK"),
              Letters("MNPQRSTVWXYZ"),
              {{icon::kArrowLeft, Press::kErase, 2}, Done()}};
  }
  return TextRows(keyboard);
}

/// Where the finger is and what it does, hidden from the fields: to them the press doesn't happen.
bool TakePress(const ImRect& box) {
  ImGuiIO& io = ImGui::GetIO();
  if (!io.MouseClicked[0] || !box.Contains(io.MousePos)) return false;
  io.MouseClicked[0] = io.MouseDoubleClicked[0] = false;
  ImGui::GetCurrentContext()->InputTextState.SelectedAllMouseLock = true;  // nor is it a drag
  return true;
}

void Do(Keyboard& keyboard, const Key& key) {
  ImGuiIO& io = ImGui::GetIO();
  using Layer = Keyboard::Layer;
  switch (key.press) {
    case Press::kText:
      io.AddInputCharactersUTF8((keyboard.upper ? UpperCase(key.label) : key.label).c_str());
      keyboard.upper = false;
      return;
    case Press::kErase:
      io.KeysDownDuration[io.KeyMap[ImGuiKey_Backspace]] = 0;  // as if pressed in this frame
      return;
    case Press::kShift:
      keyboard.upper = !keyboard.upper;
      return;
    case Press::kLetters:
      keyboard.layer = Layer::kLetters;
      return;
    case Press::kAccents:
      keyboard.layer = keyboard.layer == Layer::kAccents ? Layer::kLetters : Layer::kAccents;
      return;
    case Press::kDigits:
      keyboard.layer = Layer::kDigits;
      return;
    case Press::kDone:
      ImGui::ClearActiveID();
      keyboard.shown = false;
      return;
  }
}

/// For tests; every key has its own.
std::string IdOf(const Key& key) {
  switch (key.press) {
    case Press::kText:
      return "key-" + (key.label == " " ? std::string("space") : key.label);
    case Press::kErase:
      return "key-erase";
    case Press::kShift:
      return "key-shift";
    case Press::kLetters:
      return "key-letters";
    case Press::kAccents:
      return "key-accents";
    case Press::kDigits:
      return "key-digits";
    case Press::kDone:
      return "key-done";
  }
  return {};
}

/// `box` reaches to the middle of the gaps around the key.
void DrawKey(Kit& kit, Keyboard& keyboard, const Key& key, const ImRect& box) {
  ImGui::ItemAdd(box, ImGui::GetCurrentWindow()->GetID(IdOf(key).c_str()), nullptr,
                 ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop);
  const ImGuiIO& io = ImGui::GetIO();
  const bool held = io.MouseDown[0] && box.Contains(io.MousePos) && box.Contains(io.MouseClickedPos[0]);
  const bool lit = held || (key.press == Press::kShift && keyboard.upper);
  const bool primary = key.press == Press::kDone;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const Color ground = primary ? Colors().accent : lit ? Colors().accent_tint : Colors().sheet;
  ImRect seen = box;
  seen.Expand(-kit.Px(kKeyGap) / 2);
  draw->AddRectFilled(seen.Min, seen.Max, ground, kit.Px(radius::kInput));
  draw->AddRect(seen.Min, seen.Max, lit ? Colors().accent : Colors().line, kit.Px(radius::kInput), 0,
                kit.Px(1));
  const bool upper = key.press == Press::kText && keyboard.upper;
  const std::string label = upper ? UpperCase(key.label) : key.label;
  kit.fonts.Want(label);
  const ImFont* font = kit.fonts.Get(Face::kHeading);
  const float width = TextWidth(kit, Face::kHeading, label);
  draw->AddText(font, font->FontSize, {box.GetCenter().x - width / 2, box.GetCenter().y - font->FontSize / 2},
                primary ? Colors().on_accent : Colors().ink, label.c_str());
  if (TakePress(box)) Do(keyboard, key);
}

void DrawRow(Kit& kit, Keyboard& keyboard, const std::vector<Key>& row, const ImRect& room) {
  float keys = 0;
  for (const Key& key : row)
    keys += key.width;
  // As wide as a row of ten at most.
  const float most = room.GetWidth() / (keyboard.layout == KeyLayout::kPhone ? 6.0F : 10.0F);
  const float width = std::min(most, room.GetWidth() / keys);
  float x = room.GetCenter().x - width * keys / 2;
  for (const Key& key : row) {
    DrawKey(kit, keyboard, key, {{x, room.Min.y}, {x + width * key.width, room.Max.y}});
    x += width * key.width;
  }
}

}  // namespace

float DrawKeyboard(Kit& kit, Keyboard& keyboard) {
  keyboard.is_needed = false;
  if (!keyboard.shown) return 0;
  const ImVec2 at = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const Rows rows = RowsOf(keyboard);
  // A key reaches to the middle of the gaps around it; as wide as ten of them may be.
  const float row_height = std::max({kit.touch, (kKeyHeight + kKeyGap) * kit.sizes.plain_scale,
                                     LineHeight(kit, Face::kHeading) + kit.Px(14)});
  const float height = row_height * static_cast<float>(rows.size()) + 2 * kit.Px(kBoardPadding);
  const ImRect ground({at.x, at.y + size.y - height}, {at.x + size.x, at.y + size.y});
  ImGui::GetWindowDrawList()->AddRectFilled(ground.Min, ground.Max, Colors().shade);
  const float width = std::min(size.x - 2 * kit.Px(kBoardPadding), kit.Px(kWidestBoard));
  const float left = ground.GetCenter().x - width / 2;
  float y = ground.Min.y + kit.Px(kBoardPadding);
  for (const std::vector<Key>& row : rows) {
    DrawRow(kit, keyboard, row, {{left, y}, {left + width, y + row_height}});
    y += row_height;
  }
  TakePress(ground);  // between the keys, too
  return height;
}

void KeyboardFor(Keyboard& keyboard, KeyLayout layout) {
  if (!ImGui::IsItemActive()) return;
  keyboard.is_needed = true;
  if (ImGui::IsItemActivated()) keyboard.layer = Keyboard::Layer::kLetters;
  keyboard.layout = layout;
}

void SettleKeyboard(Keyboard& keyboard) {
  // What is being pressed must not move away from under the finger.
  keyboard.shown = keyboard.is_needed || (keyboard.shown && ImGui::GetIO().MouseDown[0]);
  if (!keyboard.shown) keyboard = {};
}

}  // namespace kith::ui
