// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <tesseract/baseapi.h>

namespace kith::test {

/// What somebody could read on a screen, folded (FoldText).
class ScreenReader {
 public:
  ScreenReader();

  /// `display`: of X. `folder`: for a picture of it.
  std::string Read(const std::string& display, const std::filesystem::path& folder);

 private:
  tesseract::TessBaseAPI tesseract_;
};

}  // namespace kith::test
