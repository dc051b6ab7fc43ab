// SPDX-License-Identifier: Apache-2.0
#include "ocr/code_reader.h"

#include <algorithm>

#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include "core/text.h"
#include "imaging/mat.h"

namespace kith::ocr {
namespace {

Box BoxOf(const ZXing::Position& position, int scale) {
  int left = position[0].x, right = left, top = position[0].y, bottom = top;
  for (const ZXing::PointI& corner : position) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  return {left / scale, top / scale, (right - left) / scale, (bottom - top) / scale};
}

std::vector<Code> ReadAtScale(const cv::Mat& gray, int scale) {
  cv::Mat scaled = gray;
  if (scale != 1) cv::resize(gray, scaled, {}, scale, scale, cv::INTER_CUBIC);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
  const ZXing::ImageView view(scaled.data, scaled.cols, scaled.rows, ZXing::ImageFormat::Lum,
                              static_cast<int>(scaled.step));
  std::vector<Code> codes;
  for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
    if (result.isValid()) codes.push_back({result.text(), BoxOf(result.position(), scale)});
  }
  return codes;
}

}  // namespace

std::vector<Code> ReadCodes(const Image& card) {
  // Codes need about 2.6 pixels a module (measured); small card images are tried again at twice the size.
  constexpr int kSmall = 1400;
  const cv::Mat gray = imaging::ToGray(card);
  if (gray.empty()) return {};
  std::vector<Code> codes = ReadAtScale(gray, 1);
  if (codes.empty() && std::max(gray.cols, gray.rows) < kSmall) codes = ReadAtScale(gray, 2);
  return codes;
}

}  // namespace kith::ocr
