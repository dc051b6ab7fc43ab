// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/picture_files.h"
#include "app/scan_json.h"
#include "core/error.h"
#include "core/result.h"

namespace kith::app {

/// What came of one picture: the cards on it, or why there are none.
struct PictureOutcome {
  std::string picture;  ///< PictureRef::name()
  std::vector<ScanRecord> cards;
  std::optional<Error> error;  ///< may stand beside cards: one of two couldn't be read
};

struct BatchScanOptions {
  int jobs = 0;       ///< 0: one a core
  bool save = false;  ///< keep every card in the store before it is read
};

/// Reads every picture, several at a time, and hands the outcomes over in the order of the pictures, as soon
/// as they are there, on the calling thread. With `save` a card is acknowledged on stderr ("kept …") once its
/// capture is on disk; what an earlier run kept and didn't read is read too, and a picture that was kept
/// before isn't kept twice. Fails as a whole only if nothing can be read at all (no language data, no store).
Result<void> ScanPictures(const std::vector<ListedPicture>& pictures, const BatchScanOptions& options,
                          const Config& config, const std::function<void(const PictureOutcome&)>& report);

}  // namespace kith::app
