// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"

namespace kith {

enum class PixelFormat : std::uint8_t { kGray8, kBgr24, kRgba32 };

constexpr int BytesPerPixel(PixelFormat format) {
  return format == PixelFormat::kGray8 ? 1 : format == PixelFormat::kBgr24 ? 3 : 4;
}

/// A picture in memory: rows from the top, no padding between them. The pixels never change once it is made
/// and copies share them, so passing an Image by value is cheap and safe between threads.
class Image {
 public:
  Image() = default;
  /// `pixels` holds exactly width * height * BytesPerPixel(format) bytes.
  Image(int width, int height, PixelFormat format, std::vector<std::uint8_t> pixels)
      : width_(width),
        height_(height),
        format_(format),
        pixels_(std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))) {
    assert(pixels_->size() == row_bytes() * static_cast<std::size_t>(height));
  }

  bool empty() const { return width_ == 0 || height_ == 0; }
  int width() const { return width_; }
  int height() const { return height_; }
  PixelFormat format() const { return format_; }
  std::size_t row_bytes() const {
    return static_cast<std::size_t>(width_) * static_cast<std::size_t>(BytesPerPixel(format_));
  }
  std::span<const std::uint8_t> pixels() const {
    return pixels_ ? std::span<const std::uint8_t>(*pixels_) : std::span<const std::uint8_t>();
  }

 private:
  int width_ = 0;
  int height_ = 0;
  PixelFormat format_ = PixelFormat::kBgr24;
  std::shared_ptr<const std::vector<std::uint8_t>> pixels_;
};

/// A picture as it is stored: the bytes of a file and their media type ("image/jpeg", "image/png").
struct EncodedImage {
  std::vector<std::uint8_t> bytes;
  std::string media_type;

  friend bool operator==(const EncodedImage&, const EncodedImage&) = default;
};

/// Port: between the two. Safe to call from every thread.
class ImageCodec {
 public:
  virtual ~ImageCodec() = default;
  /// As a card image is kept: small enough to store by the thousand, good enough to be read again.
  virtual Result<EncodedImage> Encode(const Image& image) const = 0;
  virtual Result<Image> Decode(const EncodedImage& encoded) const = 0;
};

}  // namespace kith
