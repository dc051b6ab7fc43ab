// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <GLFW/glfw3.h>
#include <gmock/gmock.h>

#include "ui/window.h"

namespace kith::ui {
namespace {

// Faking a drag of another program takes a second X11 client; what GLFW does at its end is calling what the
// window registered, and that is what happens here, in a real window.
TEST(DroppedFiles, ReachTheWindowOnce) {
  const Result<std::unique_ptr<Window>> window = Window::Open({});
  ASSERT_TRUE(window) << window.error().message;
  GLFWwindow* const glfw_window = glfwGetCurrentContext();
  const GLFWdropfun dropped = glfwSetDropCallback(glfw_window, nullptr);
  ASSERT_NE(dropped, nullptr);
  std::array<const char*, 2> paths = {"/home/ada/page 1.pdf", "/home/ada/Fotos/M\u00fcller.jpg"};
  dropped(glfw_window, static_cast<int>(paths.size()), paths.data());
  EXPECT_TRUE((*window)->TakeInput()) << "who drops files is there";
  EXPECT_THAT((*window)->TakeDroppedFiles(),
              testing::ElementsAre("/home/ada/page 1.pdf", "/home/ada/Fotos/M\u00fcller.jpg"));
  EXPECT_TRUE((*window)->TakeDroppedFiles().empty());
}

}  // namespace
}  // namespace kith::ui
