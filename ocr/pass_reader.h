// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/image.h"
#include "core/reading.h"
#include "core/result.h"
#include "ocr/preparation.h"

/// Private to ocr/.
namespace kith::ocr {

/// A card on its way to the readers, each of which reads one of these pictures. The image must outlive it.
struct CardToRead {
  const Image& image;
  PreparedPicture level;  ///< as large as is read best, with lines that run straight across
  cv::Mat contrast;       ///< DifferenceFromBackground of it
};

/// About 20 ms.
CardToRead ToRead(const Image& card);

/// What one reader saw on a card, in pixels of the card image.
struct Seen {
  Pass pass;
  /// Where text stands at all; unset by readers that don't look for it apart from reading.
  std::optional<std::vector<Box>> text_places = std::nullopt;
};

/// One way of reading a card. What readers see differently at one place are the alternatives among which the
/// parser's validators choose. One object a thread.
class PassReader {
 public:
  virtual ~PassReader() = default;

  /// Lines of words with their boxes on the card and confidences. `before` is what the readers before it saw:
  /// a costly one looks only where those leave a doubt, and takes over what they agree on. kCancelled soon
  /// after `stop` is requested.
  virtual Result<Seen> Read(const CardToRead& card, const std::vector<Pass>& before,
                            const std::stop_token& stop) = 0;
};

}  // namespace kith::ocr
