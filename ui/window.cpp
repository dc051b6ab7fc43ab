// SPDX-License-Identifier: Apache-2.0
#include "ui/window.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <utility>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "ui/face.h"
#include "ui/fonts.h"
#include "ui/large_areas.h"
#include "ui/palette.h"
#include "ui/sizes.h"
#include "ui/texture_cache.h"
#include "ui/theme.h"

namespace kith::ui {
namespace {

constexpr int kMinWidth = 960;
constexpr int kMinHeight = 600;

std::atomic<bool> window_is_there = false;

std::string LastGlfwError() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text ? text : "";
}

Result<GLFWwindow*> OpenGlfwWindow(const WindowOptions& options) {
  if (!glfwInit()) {
    return Error{
        ErrorCode::kUnavailable,
        "There is no display to open a window on. Start Kith in a desktop session, or use its commands "
        "(kith --help).",
        LastGlfwError()};
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  // With them a software renderer doesn't forget what is only painted over.
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  GLFWmonitor* monitor = options.full_screen ? glfwGetPrimaryMonitor() : nullptr;
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  GLFWwindow* window =
      glfwCreateWindow(mode ? mode->width : options.width, mode ? mode->height : options.height,
                       options.title.c_str(), monitor, nullptr);
  if (!window) {
    const Error error{ErrorCode::kUnavailable,
                      "The graphics driver offers no OpenGL 3.3. Install one (apt install libgl1-mesa-dri).",
                      LastGlfwError()};
    glfwTerminate();
    return error;
  }
  glfwSetWindowSizeLimits(window, kMinWidth, kMinHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return window;
}

/// The monitor that shows the middle of the window; without one a size that isn't known.
/// `place`: left, top, width, height.
MonitorSize MonitorOf(const std::array<int, 4>& place, float content_scale) {
  const int middle_x = place[0] + place[2] / 2, middle_y = place[1] + place[3] / 2;
  int count = 0;
  GLFWmonitor** const monitors = glfwGetMonitors(&count);
  MonitorSize size{.content_scale = content_scale};
  for (int i = 0; i < count; ++i) {
    int x = 0, y = 0;
    glfwGetMonitorPos(monitors[i], &x, &y);
    const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
    if (!mode) continue;
    const int across = middle_x - x, down = middle_y - y;
    if (across < 0 || across >= mode->width || down < 0 || down >= mode->height) continue;
    size.width = mode->width;
    size.height = mode->height;
    glfwGetMonitorPhysicalSize(monitors[i], &size.width_mm, &size.height_mm);
    return size;
  }
  return size;
}

/// Letters stand on whole pixels and are as large as they were drawn: nothing lies between. A software
/// renderer, which fills every area with a pixel of this texture, is much quicker without mixing four.
void TakeNearestPixels(ImTextureID atlas) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(atlas)));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

/// The frame in which what takes long for the first time is drawn; somebody has seen a picture by then.
constexpr int kRehearsal = 5;

/// A picture of a card, of which no more than a pixel is seen: a software renderer compiles for the first
/// one, and "Got it" shouldn't wait for that. Large and small ones are drawn in two ways (ui/large_areas.h).
void Rehearse(Kit& kit) {
  constexpr int kWidth = 85, kHeight = 53;  // as no power of two, which is compiled another way
  const std::size_t bytes = std::size_t{kWidth} * kHeight * 3;
  const Image card(kWidth, kHeight, PixelFormat::kBgr24, std::vector<std::uint8_t>(bytes));
  ImDrawList* draw = ImGui::GetBackgroundDrawList();
  draw->PushClipRect({0, 0}, {1, 1});
  for (const float scale : {1.0F, 10.0F})
    draw->AddImage(kit.textures.Of(card, PictureKind::kStill), {0, 0}, {kWidth * scale, kHeight * scale});
  draw->PopClipRect();
}

/// What the callbacks leave for the window; GLFW's user pointer leads to it.
struct Input {
  bool any = false;
  std::vector<std::filesystem::path> dropped;
};

}  // namespace

struct Window::Parts {
  GLFWwindow* window = nullptr;
  int frames = 0;  ///< begun until now
  bool kiosk = false;
  flow::Look look;
  flow::Theme shown_theme = flow::Theme::kLight;
  MonitorSize monitor;
  std::array<int, 4> monitor_asked_at{};  ///< where the window was, and how large
  Sizes sizes;
  std::unique_ptr<Fonts> fonts;
  std::unique_ptr<TextureCache> textures;
  std::unique_ptr<LargeAreas> areas;
  Color ground = 0;  ///< of the last frame
  Forms forms;
  Input input;

  /// Asking for the monitor takes a way to the display and back, so only after the window moved.
  void FindMonitor() {
    std::array<int, 4> place{};
    float scale_x = 1, scale_y = 1;
    glfwGetWindowPos(window, &place[0], &place[1]);
    glfwGetWindowSize(window, &place[2], &place[3]);
    glfwGetWindowContentScale(window, &scale_x, &scale_y);
    const float content_scale = std::max(scale_x, scale_y);
    if (place == monitor_asked_at && content_scale == monitor.content_scale) return;
    monitor_asked_at = place;
    monitor = MonitorOf(place, content_scale);
  }
  Sizes WantedSizes() {
    FindMonitor();
    ScreenSize screen{.use = kiosk ? Use::kKiosk : Use::kDesk, .text_percent = look.text_percent};
    screen.width = monitor_asked_at[2];
    screen.height = monitor_asked_at[3];
    screen.content_scale = monitor.content_scale;
    screen.dpi = DotsPerInch(monitor);
    return SizesFor(screen);
  }
  /// Another theme, scale or letters that are missing: a new style and atlas. Between frames only.
  void RefreshLook() {
    sizes = WantedSizes();
    const float scale = sizes.scale;
    const bool other_scale = scale != fonts->scale();
    if (other_scale || look.theme != shown_theme) ApplyTheme(look.theme, scale);
    shown_theme = look.theme;
    if (!other_scale && !fonts->HasWishes()) return;
    fonts->Build(scale);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    TakeNearestPixels(ImGui::GetIO().Fonts->TexID);
  }
  /// The last frame that ImGui made, into the back buffer.
  void Paint() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(ground);
    glClearColor(color.x, color.y, color.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }
};

namespace {

/// Any input. The callbacks of ImGui are installed later and call these first.
void NoteInput(GLFWwindow* window) {
  static_cast<Input*>(glfwGetWindowUserPointer(window))->any = true;
}

void NoteDrop(GLFWwindow* window, int count, const char** paths) {
  NoteInput(window);
  auto& dropped = static_cast<Input*>(glfwGetWindowUserPointer(window))->dropped;
  dropped.insert(dropped.end(), paths, paths + count);
}

void InstallCallbacks(GLFWwindow* window) {
  glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { NoteInput(w); });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { NoteInput(w); });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { NoteInput(w); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { NoteInput(w); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { NoteInput(w); });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { NoteInput(w); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { NoteInput(w); });
  glfwSetWindowRefreshCallback(window, NoteInput);
  glfwSetDropCallback(window, NoteDrop);
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { NoteInput(w); });
}

}  // namespace

Result<std::unique_ptr<Window>> Window::Open(const WindowOptions& options) {
  Result<FontFiles> files = FindFonts(options.font_folders);
  if (!files) return files.error();
  Result<std::unique_ptr<Fonts>> fonts = Fonts::Load(std::move(*files));
  if (!fonts) return fonts.error();
  const Result<GLFWwindow*> glfw_window = OpenGlfwWindow(options);
  if (!glfw_window) return glfw_window.error();

  auto parts = std::make_unique<Parts>();
  parts->window = *glfw_window;
  parts->kiosk = options.kiosk;
  parts->look = options.look;
  parts->fonts = std::move(*fonts);
  parts->textures = std::make_unique<TextureCache>();
  parts->areas = std::make_unique<LargeAreas>();
  glfwSetWindowUserPointer(parts->window, &parts->input);
  InstallCallbacks(parts->window);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // or it would be gone half of the time while nothing is drawn
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ImGui_ImplGlfw_InitForOpenGL(parts->window, true);
  ImGui_ImplOpenGL3_Init("#version 330 core");
  window_is_there = true;
  return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Window::~Window() {
  window_is_there = false;
  parts_->textures.reset();
  parts_->areas.reset();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(parts_->window);
  glfwTerminate();
}

void Window::Wake() {
  if (window_is_there) glfwPostEmptyEvent();
}

void Window::Wait(std::chrono::milliseconds timeout) {
  if (timeout <= std::chrono::milliseconds(0)) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(std::chrono::duration<double>(timeout).count());
  }
}

bool Window::TakeInput() {
  return std::exchange(parts_->input.any, false);
}

std::vector<std::filesystem::path> Window::TakeDroppedFiles() {
  return std::exchange(parts_->input.dropped, {});
}

void Window::Draw(const flow::AppState& state, flow::Actions& actions) {
  parts_->look = state.settings.look;
  Draw([&](Kit& kit) { DrawFace(kit, state, parts_->forms, actions); });
}

void Window::Draw(const std::function<void(Kit&)>& draw) {
  parts_->RefreshLook();
  parts_->textures->BeginFrame();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  Kit kit{*parts_->fonts, *parts_->textures, parts_->sizes};
  kit.touch = kit.Mm(kHostTouch);
  if (++parts_->frames == kRehearsal) Rehearse(kit);
  draw(kit);
  ImGui::Render();
  parts_->ground = parts_->areas->Prepare(*ImGui::GetDrawData(), Colors().paper);
  parts_->Paint();
  glfwSwapBuffers(parts_->window);
}

bool Window::LacksLetters() const {
  return parts_->fonts->HasWishes();
}

bool Window::TakeCloseRequest() {
  const bool asked = glfwWindowShouldClose(parts_->window) != 0;
  glfwSetWindowShouldClose(parts_->window, GLFW_FALSE);
  return asked;
}

Result<void> Window::Resize(int width, int height) {
  constexpr int kTries = 20;
  int has_width = 0, has_height = 0;
  for (int i = 0; i < kTries; ++i) {
    glfwGetFramebufferSize(parts_->window, &has_width, &has_height);
    if (has_width == width && has_height == height) return {};
    glfwSetWindowSize(parts_->window, width, height);
    glfwWaitEventsTimeout(0.05);
  }
  return Error{ErrorCode::kUnavailable,
               "The display has no room for a window of " + std::to_string(width) + "x" +
                   std::to_string(height) + ". Try one of its own: xvfb-run kith ...",
               ""};
}

Image Window::Screenshot() const {
  parts_->Paint();  // what was shown is not readable on every driver
  int width = 0, height = 0;
  glfwGetFramebufferSize(parts_->window, &width, &height);
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  std::vector<std::uint8_t> from_bottom(row * static_cast<std::size_t>(height));
  glReadBuffer(GL_BACK);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, from_bottom.data());
  std::vector<std::uint8_t> pixels;
  pixels.reserve(from_bottom.size());
  for (auto end = from_bottom.end(); end != from_bottom.begin(); end -= static_cast<std::ptrdiff_t>(row))
    pixels.insert(pixels.end(), end - static_cast<std::ptrdiff_t>(row), end);
  return Image(width, height, PixelFormat::kRgba32, std::move(pixels));
}

Forms& Window::forms() {
  return parts_->forms;
}

}  // namespace kith::ui
