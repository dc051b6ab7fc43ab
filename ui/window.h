// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/image.h"
#include "core/result.h"
#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

namespace kith::ui {

struct WindowOptions {
  std::string title = "Kith";
  bool full_screen = false;
  bool kiosk = false;    ///< sizes follow the screen (ui/sizes.h)
  flow::Look look = {};  ///< until a state says otherwise
  int width = 1280;      ///< of a window
  int height = 800;
  std::vector<std::filesystem::path> font_folders = {"/usr/share/fonts", "/usr/local/share/fonts"};
};

/// A window that shows states. One at a time in a process; made, used and destroyed on the main thread.
class Window {
 public:
  /// kUnavailable without a display, OpenGL 3.3 or fonts; the message says what to do.
  static Result<std::unique_ptr<Window>> Open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// Ends the current or the next Wait. From every thread, while a Window exists; else it does nothing.
  static void Wake();

  /// Waits for input, Wake or the end of `timeout`, whatever comes first.
  void Wait(std::chrono::milliseconds timeout);
  /// Takes what a person did since the last call. True if anything did.
  bool TakeInput();
  /// The files and folders that were dragged into the window since the last call.
  std::vector<std::filesystem::path> TakeDroppedFiles();
  /// Draws one frame and shows it. What the person wants is added to `actions`.
  void Draw(const flow::AppState& state, flow::Actions& actions);
  /// A frame with something else in it than a state.
  void Draw(const std::function<void(Kit&)>& draw);
  /// Whether the last frame lacked letters that the next one will have.
  bool LacksLetters() const;
  /// A person asked the window manager to close it; asked once.
  bool TakeCloseRequest();
  /// kUnavailable if the display doesn't give the window that size.
  Result<void> Resize(int width, int height);
  /// What was drawn last.
  Image Screenshot() const;
  /// The text that is being edited.
  Forms& forms();

 private:
  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace kith::ui
