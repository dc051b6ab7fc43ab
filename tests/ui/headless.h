// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "flow/look.h"
#include "tests/support/seen_items.h"
#include "ui/kit.h"
#include "ui/sizes.h"

namespace kith::ui::test {

using kith::test::SeenItem;

/// Keys as GLFW counts them.
enum class Key { kEscape = 256, kEnter = 257, kTab = 258, kBackspace = 259, kA = 'A', k2 = '2' };

/// Draws views without a window and presses what they show, as a person would with a mouse and a keyboard.
class Headless {
 public:
  explicit Headless(float width = 1280, float height = 800, flow::Theme theme = flow::Theme::kLight);
  explicit Headless(const ScreenSize& screen, flow::Theme theme = flow::Theme::kLight);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  /// From now on every frame draws this. Draws until it settles.
  void Show(std::function<void(Kit&)> draw);
  /// The same for a view that needs a window around it.
  void ShowInWindow(const std::function<void(Kit&)>& view);
  void Frame();

  /// The items of the last frame with that label, from the top.
  std::vector<SeenItem> Items(std::string_view label) const;
  bool Sees(std::string_view label) const;
  /// Moves there, presses, releases. Throws std::out_of_range if it isn't visible.
  void Click(std::string_view label, std::size_t index = 0);
  void Type(const std::string& text);
  void Press(Key key, bool ctrl = false);

  const std::vector<SeenItem>& items() const;
  Fonts& fonts() { return *fonts_; }

 private:
  class NoTextures final : public Textures {
   public:
    void* Of(const Image&, PictureKind) override { return this; }
  };

  Sizes sizes_;
  std::unique_ptr<Fonts> fonts_;
  NoTextures textures_;
  std::function<void(Kit&)> draw_;
};

}  // namespace kith::ui::test
