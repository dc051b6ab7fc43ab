// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Private to ocr/.
namespace kith::ocr {

/// Makes two layers known to OpenCV's dnn module, before a model that has them is loaded;
/// tools/ppocr/convert.py puts them in the place of what OpenCV 4.6 computes slowly. Does nothing the second
/// time; any thread.
///  * KithDepthwiseConvolution takes every channel by itself; what is outside of the picture has the value of
///  the
///    attribute `outside`. OpenCV has code of its own for those of 3x3 only.
///  * KithHardSwish is x * clip(x + 3, 0, 6) / 6, computed while it is being written by the layer before.
void RegisterLayers();

}  // namespace kith::ocr
