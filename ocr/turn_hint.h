// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::ocr {

/// What is known about which way up a card image is before anybody has looked at its text.
enum class TurnHint {
  kProbablyUpright,  ///< a scan: one look that finds readable text is enough
  kAnyWay,           ///< a photograph or a camera: all four ways are as likely
};

}  // namespace kith::ocr
