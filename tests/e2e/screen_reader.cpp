// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/screen_reader.h"

#include <memory>

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "core/text.h"
#include "tests/e2e/screenshot.h"

namespace kith::test {

ScreenReader::ScreenReader() {
  EXPECT_EQ(tesseract_.Init(nullptr, "eng"), 0);
}

std::string ScreenReader::Read(const std::string& display, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "screen.pgm";
  SaveScreenshot(display, file);
  const std::unique_ptr<Pix, void (*)(Pix*)> picture(pixRead(file.c_str()),
                                                     [](Pix* pix) { pixDestroy(&pix); });
  tesseract_.SetPageSegMode(tesseract::PSM_SPARSE_TEXT);
  tesseract_.SetImage(picture.get());
  tesseract_.SetSourceResolution(96);
  const std::unique_ptr<char[]> text(tesseract_.GetUTF8Text());
  return FoldText(text.get());
}

}  // namespace kith::test
