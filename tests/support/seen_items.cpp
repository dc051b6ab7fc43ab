// SPDX-License-Identifier: Apache-2.0
#include "tests/support/seen_items.h"

#include <algorithm>
#include <map>

#include <imgui.h>
#include <imgui_internal.h>

namespace kith::test {
namespace {

std::map<ImGuiID, std::string> labels;
std::vector<SeenItem> seen;

std::string IdPart(const std::string& label) {
  const std::size_t hash = label.rfind("##");
  return hash == std::string::npos ? label : label.substr(hash + 2);
}

/// How far a window has to be scrolled so that the range is seen, within what it can be.
float Scrolled(float from, float to, float seen_from, float seen_to, float scroll, float most) {
  const float wanted = to > seen_to ? to - seen_to : from < seen_from ? from - seen_from : 0;
  return std::clamp(wanted, -scroll, std::max(0.0F, most - scroll));
}

bool IsReachable(ImRect box) {
  constexpr float kHair = 1.5F;
  for (const ImGuiWindow* window = ImGui::GetCurrentWindow(); window != nullptr;
       window = window->ParentWindow) {
    const ImRect& inner = window->InnerRect;
    box.Translate(
        {-Scrolled(box.Min.x, box.Max.x, inner.Min.x, inner.Max.x, window->Scroll.x, window->ScrollMax.x),
         -Scrolled(box.Min.y, box.Max.y, inner.Min.y, inner.Max.y, window->Scroll.y, window->ScrollMax.y)});
    const float middle = box.GetCenter().y;
    const bool as_wide = box.GetWidth() >= inner.GetWidth();  // then it fills the window
    if ((!as_wide && (box.Min.x < inner.Min.x - kHair || box.Max.x > inner.Max.x + kHair)) ||
        middle < inner.Min.y || middle > inner.Max.y)
      return false;
    if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) return true;
  }
  return true;
}

void Note(const ImRect& box, ImGuiID id) {
  const auto label = labels.find(id);
  if (id == 0 || label == labels.end()) return;
  const ImVec2 middle = box.GetCenter();
  seen.push_back({label->second, box.Min.x, box.Min.y, box.Max.x, box.Max.y,
                  ImGui::GetCurrentWindow()->ClipRect.Contains(middle),
                  (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0, IsReachable(box)});
}

void NoteLabel(ImGuiID id, const char* text, const char* end) {
  labels[id] = IdPart(end != nullptr ? std::string(text, end) : std::string(text));
}

}  // namespace

const std::vector<SeenItem>& SeenItems() {
  return seen;
}

void ForgetSeenItems() {
  seen.clear();
}

void ForgetLabels() {
  labels.clear();
}

}  // namespace kith::test

// The linker leads ImGui's calls of ItemAdd and GetID through these; the names are theirs, mangled.
extern "C" {
// NOLINTBEGIN(readability-identifier-naming, bugprone-reserved-identifier)
bool __real__ZN5ImGui7ItemAddERK6ImRectjPS1_i(const ImRect& box, ImGuiID id, const ImRect* nav_box,
                                              int flags);
bool __wrap__ZN5ImGui7ItemAddERK6ImRectjPS1_i(const ImRect& box, ImGuiID id, const ImRect* nav_box,
                                              int flags) {
  kith::test::Note(box, id);
  return __real__ZN5ImGui7ItemAddERK6ImRectjPS1_i(box, id, nav_box, flags);
}
ImGuiID __real__ZN11ImGuiWindow5GetIDEPKcS1_(ImGuiWindow* window, const char* text, const char* end);
ImGuiID __wrap__ZN11ImGuiWindow5GetIDEPKcS1_(ImGuiWindow* window, const char* text, const char* end) {
  const ImGuiID id = __real__ZN11ImGuiWindow5GetIDEPKcS1_(window, text, end);
  kith::test::NoteLabel(id, text, end);
  return id;
}
// NOLINTEND(readability-identifier-naming, bugprone-reserved-identifier)
}
