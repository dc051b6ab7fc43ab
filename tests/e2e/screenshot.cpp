// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/screenshot.h"

#include <memory>
#include <stdexcept>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include "tests/support/temp_folder.h"

namespace kith::test {

void SaveScreenshot(const std::string& display_name, const std::filesystem::path& path) {
  const std::unique_ptr<Display, int (*)(Display*)> display(XOpenDisplay(display_name.c_str()),
                                                            &XCloseDisplay);
  if (!display) throw std::runtime_error("no display " + display_name);
  const Window root = DefaultRootWindow(display.get());
  XWindowAttributes attributes{};
  XGetWindowAttributes(display.get(), root, &attributes);
  const int width = attributes.width;
  const int height = attributes.height;
  XImage* const image = XGetImage(display.get(), root, 0, 0, static_cast<unsigned>(width),
                                  static_cast<unsigned>(height), AllPlanes, ZPixmap);
  if (image == nullptr) throw std::runtime_error("no picture of " + display_name);
  std::string pgm = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      pgm += static_cast<char>(XGetPixel(image, x, y) >> 8 & 0xFF);  // green
  }
  XDestroyImage(image);
  WriteBytes(path, pgm);
}

}  // namespace kith::test
