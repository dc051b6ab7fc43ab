// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/headless.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/theme.h"

namespace kith::ui::test {

Headless::Headless(float width, float height, flow::Theme theme)
    : Headless({.use = Use::kKiosk, .width = static_cast<int>(width), .height = static_cast<int>(height)},
               theme) {}

Headless::Headless(const ScreenSize& screen, flow::Theme theme) : sizes_(SizesFor(screen)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {static_cast<float>(screen.width), static_cast<float>(screen.height)};
  io.DeltaTime = 1.0F / 60;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  const std::pair<ImGuiKey, int> keys[] = {
      {ImGuiKey_Escape, 256},      {ImGuiKey_Enter, 257}, {ImGuiKey_Tab, 258},  {ImGuiKey_Backspace, 259},
      {ImGuiKey_KeyPadEnter, 335}, {ImGuiKey_A, 'A'},     {ImGuiKey_Space, ' '}};
  for (const auto& [key, index] : keys)
    io.KeyMap[key] = index;
  const std::vector<std::filesystem::path> roots = {"/usr/share/fonts"};
  const Result<FontFiles> files = FindFonts(roots);
  if (!files) throw std::runtime_error(files.error().message);
  fonts_ = *Fonts::Load(*files);
  fonts_->Build(sizes_.scale);
  ApplyTheme(theme, fonts_->scale());
}

Headless::~Headless() {
  ImGui::DestroyContext();
  kith::test::ForgetLabels();
  kith::test::ForgetSeenItems();
}

void Headless::Show(std::function<void(Kit&)> draw) {
  draw_ = std::move(draw);
  for (int i = 0; i < 4; ++i)
    Frame();
}

void Headless::ShowInWindow(const std::function<void(Kit&)>& view) {
  Show([view](Kit& kit) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("test", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    view(kit);
    ImGui::End();
  });
}

void Headless::Frame() {
  if (fonts_->HasWishes()) fonts_->Build(fonts_->scale());
  kith::test::ForgetSeenItems();
  ImGui::NewFrame();
  Kit kit{*fonts_, textures_, sizes_};
  kit.touch = kit.Mm(kHostTouch);
  draw_(kit);
  ImGui::Render();
}

const std::vector<SeenItem>& Headless::items() const {
  return kith::test::SeenItems();
}

std::vector<SeenItem> Headless::Items(std::string_view label) const {
  std::vector<SeenItem> found;
  for (const SeenItem& item : kith::test::SeenItems()) {
    if (item.label == label) found.push_back(item);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.top < b.top; });
  return found;
}

bool Headless::Sees(std::string_view label) const {
  const std::vector<SeenItem> items = Items(label);
  return std::any_of(items.begin(), items.end(), [](const SeenItem& item) { return item.visible; });
}

void Headless::Click(std::string_view label, std::size_t index) {
  const std::vector<SeenItem> items = Items(label);
  if (index >= items.size() || !items[index].visible)
    throw std::out_of_range("not to be seen: " + std::string(label));
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {(items[index].left + items[index].right) / 2, (items[index].top + items[index].bottom) / 2};
  Frame();
  Frame();
  io.MouseDown[0] = true;
  Frame();
  io.MouseDown[0] = false;
  Frame();
  Frame();
}

void Headless::Type(const std::string& text) {
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  Frame();
  Frame();
}

void Headless::Press(Key key, bool ctrl) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = ctrl;
  io.KeyMods = ctrl ? ImGuiKeyModFlags_Ctrl : ImGuiKeyModFlags_None;
  io.KeysDown[static_cast<int>(key)] = true;
  Frame();
  io.KeysDown[static_cast<int>(key)] = false;
  io.KeyCtrl = false;
  io.KeyMods = ImGuiKeyModFlags_None;
  Frame();
}

}  // namespace kith::ui::test
