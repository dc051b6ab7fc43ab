// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"

/// Private to ocr/.
namespace kith::ocr {

/// Tesseract's data in `file` (*.traineddata) without its list of words, which is most of it: 89 of 90 MB of
/// that of the Latin script. Cards are names and addresses; with the list they are read no better.
/// kUnavailable if the file can't be read or isn't such a file.
Result<std::string> LoadWithoutWords(const std::filesystem::path& file);

}  // namespace kith::ocr
