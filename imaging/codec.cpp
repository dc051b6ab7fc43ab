// SPDX-License-Identifier: Apache-2.0
#include "imaging/codec.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <unistd.h>

#include "core/language.h"
#include "imaging/mat.h"
#include "imaging/opencv_io.h"
#include "imaging/picture_header.h"

namespace kith::imaging {
namespace {

constexpr int kJpegQuality = 95;
constexpr int kSmallJpegQuality = 80;
/// No picture of kMostPixels is larger, whatever its format (8-bit RGBA, uncompressed).
constexpr std::uintmax_t kMostBytes = 4ULL * kMostPixels;

Error Unreadable(const std::string& what, std::string_view why, std::string detail = {}) {
  return {ErrorCode::kUnreadable, fmt::format("{}: {}", what, why), std::move(detail)};
}

Result<std::vector<std::uint8_t>> ReadFile(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code status_error;
  const auto status = std::filesystem::status(path, status_error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return Error{ErrorCode::kNotFound, Filled(Tr("{0}: there is no such file. Check the name."), {name})};
  }
  if (status.type() == std::filesystem::file_type::directory) {
    if (access(name.c_str(), R_OK | X_OK) != 0) {
      return Error{
          ErrorCode::kPermissionDenied,
          Filled(Tr("{0}: you aren't allowed to read this folder. Change its permissions."), {name})};
    }
    return Unreadable(name, Tr("this is a folder, not a picture. Name a picture inside it."));
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rb"), &std::fclose);
  if (!file) {
    const int reason = errno;
    const auto code =
        reason == EACCES || reason == EPERM ? ErrorCode::kPermissionDenied : ErrorCode::kUnreadable;
    return Error{code,
                 Filled(Tr("{0}: you aren't allowed to read this file. Change its permissions."), {name}),
                 std::strerror(reason)};
  }
  std::error_code size_error;
  const std::uintmax_t size = std::filesystem::file_size(path, size_error);
  if (size_error)
    return Unreadable(name, Tr("this isn't a regular file. Name a picture file."), size_error.message());
  if (size > kMostBytes) return Unreadable(name, Tr("the file is too large for a picture of a card."));
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  return bytes;
}

/// Everything that can be told about the bytes before they are decoded.
Result<PictureHeader> CheckHeader(const std::vector<std::uint8_t>& bytes, const std::string& what) {
  if (bytes.empty()) return Unreadable(what, Tr("the file is empty. Copy or take the picture again."));
  const auto header = ReadPictureHeader(bytes);
  if (!header) {
    return Unreadable(what, Tr("this isn't a picture that Kith can read. Use JPEG, PNG, WebP, BMP or TIFF."));
  }
  if (header->format == PictureFormat::kHeif) {
    return Unreadable(what, Tr("Kith can't read HEIC or AVIF pictures. Save it as JPEG and try again."));
  }
  if (IsCutOff(bytes, header->format)) {
    return Unreadable(what, Tr("the file is cut off: part of the picture is missing. Copy it again."));
  }
  if (header->height > 0 && header->width > kMostPixels / header->height) {
    return Unreadable(what,
                      Filled(Tr("the picture has {0}x{1} pixels, more than {2} megapixels. Scale it down."),
                             {std::to_string(header->width), std::to_string(header->height),
                              std::to_string(kMostPixels / 1'000'000)}));
  }
  return *header;
}

/// 8-bit BGR of whatever the decoder gave; what is transparent becomes white paper.
cv::Mat ToOpaqueBgr(cv::Mat mat) {
  if (mat.depth() == CV_16U) mat.convertTo(mat, CV_8U, 1.0 / 257.0);
  if (mat.depth() != CV_8U) mat.convertTo(mat, CV_8U, 255.0);
  cv::Mat bgr;
  if (mat.channels() == 1) {
    cv::cvtColor(mat, bgr, cv::COLOR_GRAY2BGR);
  } else if (mat.channels() == 4) {
    cv::Mat alpha, transparency;
    cv::extractChannel(mat, alpha, 3);
    cv::cvtColor(mat, bgr, cv::COLOR_BGRA2BGR);
    cv::cvtColor(alpha, alpha, cv::COLOR_GRAY2BGR);
    cv::multiply(bgr, alpha, bgr, 1.0 / 255.0);
    cv::bitwise_not(alpha, transparency);
    cv::add(bgr, transparency, bgr);
  } else {
    bgr = mat;
  }
  return bgr;
}

Result<Image> DecodeBytes(const std::vector<std::uint8_t>& bytes, const std::string& what) {
  const Result<PictureHeader> header = CheckHeader(bytes, what);
  if (!header) return header.error();
  const Result<const OpenCvIo*> io = LoadOpenCvIo();
  if (!io) return io.error();
  SilenceOpenCv();
  // Only IMREAD_COLOR applies the EXIF orientation, only IMREAD_UNCHANGED keeps what is transparent.
  const bool may_be_transparent =
      header->format == PictureFormat::kPng || header->format == PictureFormat::kWebp;
  try {
    const cv::Mat decoded =
        (*io)->Decode(bytes, may_be_transparent ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR);
    if (decoded.empty()) {
      return Unreadable(what, Tr("the picture is damaged and can't be decoded. Copy or take it again."));
    }
    return ToImage(may_be_transparent ? ToOpaqueBgr(decoded) : decoded);
  } catch (const cv::Exception& error) {
    return Unreadable(what, Tr("the picture is damaged or too large and can't be decoded."), error.what());
  } catch (const std::bad_alloc&) {
    return Unreadable(what, Tr("there isn't enough memory to decode the picture. Scale it down."));
  }
}

Result<EncodedImage> EncodedAs(const char* media_type, const char* ending, const Image& image,
                               const std::vector<int>& parameters) {
  if (image.empty())
    return Error{ErrorCode::kInvalidInput, std::string(Tr("An empty picture can't be stored."))};
  const Result<const OpenCvIo*> io = LoadOpenCvIo();
  if (!io) return io.error();
  SilenceOpenCv();
  try {
    cv::Mat mat = ViewAsMat(image);
    cv::Mat bgr;
    if (mat.channels() == 4) cv::cvtColor(mat, bgr, cv::COLOR_RGBA2BGR);
    return EncodedImage{(*io)->Encode(ending, bgr.empty() ? mat : bgr, parameters), media_type};
  } catch (const cv::Exception& error) {
    return Error{ErrorCode::kInternal, Filled(Tr("The picture can't be encoded as {0}."), {media_type}),
                 error.what()};
  }
}

}  // namespace

Result<EncodedImage> JpegCodec::Encode(const Image& image) const {
  return EncodedAs("image/jpeg", ".jpg", image, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality});
}

Result<EncodedImage> EncodePng(const Image& image) {
  return EncodedAs("image/png", ".png", image, {});
}

Result<EncodedImage> Downscaled(const EncodedImage& encoded, int longest_side) {
  const Result<Image> image = JpegCodec().Decode(encoded);
  if (!image) return image.error();
  const double scale =
      std::min(1.0, static_cast<double>(longest_side) / std::max(image->width(), image->height()));
  cv::Mat small;
  cv::resize(ViewAsMat(*image), small, {}, scale, scale, cv::INTER_AREA);
  return EncodedAs("image/jpeg", ".jpg", ToImage(small), {cv::IMWRITE_JPEG_QUALITY, kSmallJpegQuality});
}

Result<Image> JpegCodec::Decode(const EncodedImage& encoded) const {
  return DecodeBytes(encoded.bytes, std::string(Tr("Stored picture")));
}

Result<Image> LoadPicture(const std::filesystem::path& path) {
  const Result<std::vector<std::uint8_t>> bytes = ReadFile(path);
  if (!bytes) return bytes.error();
  Result<Image> picture = DecodeBytes(*bytes, path.string());
  if (picture && std::min(picture->width(), picture->height()) < kSmallestSide) {
    return Unreadable(path.string(),
                      Filled(Tr("the picture has only {0}x{1} pixels, too small to hold a card that can be "
                                "read. Take it from nearer or at a higher resolution."),
                             {std::to_string(picture->width()), std::to_string(picture->height())}));
  }
  return picture;
}

bool HasPictureName(const std::filesystem::path& path) {
  static constexpr std::array<const char*, 10> kExtensions = {".jpg", ".jpeg", ".jpe",  ".png",  ".webp",
                                                              ".bmp", ".tif",  ".tiff", ".heic", ".heif"};
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

void SilenceOpenCv() {
  cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

}  // namespace kith::imaging
