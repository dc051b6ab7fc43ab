// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/image.h"
#include "core/result.h"

namespace kith::imaging {

/// Card images are kept as JPEG of quality 95: a 1000 px card is about 200 kB and reads as well as the frame
/// that it was cut from. Has no state; safe to use from every thread.
class JpegCodec final : public ImageCodec {
 public:
  Result<EncodedImage> Encode(const Image& image) const override;
  /// Any format that LoadPicture reads, with the same checks but that of the smallest side. Gives kBgr24.
  Result<Image> Decode(const EncodedImage& encoded) const override;
};

/// Without loss: for pictures with sharp edges.
Result<EncodedImage> EncodePng(const Image& image);

/// A stored picture as a small JPEG for a document: its longer side at most `longest_side` pixels.
Result<EncodedImage> Downscaled(const EncodedImage& encoded, int longest_side);

/// A picture file as kBgr24, upright as the camera was held (EXIF orientation applied), what is transparent
/// on white. Reads JPEG, PNG, WebP, BMP and TIFF. kNotFound: no such file. kPermissionDenied: not allowed to
/// read it. kUnreadable: a folder, empty, not a picture, cut off (half a JPEG is refused, not guessed),
/// smaller than kSmallestSide, or of more than kMostPixels, which is found out before any memory is taken for
/// the pixels.
Result<Image> LoadPicture(const std::filesystem::path& path);

/// A card smaller than this has no legible letters.
inline constexpr int kSmallestSide = 64;
/// 120 megapixels: above every camera and flat-bed scan of a card; 360 MB decoded.
inline constexpr long long kMostPixels = 120'000'000;

/// Whether the name ends like a picture that LoadPicture reads (".jpg", ".PNG" …): for going through folders.
bool HasPictureName(const std::filesystem::path& path);

/// Stops OpenCV from writing to stderr: what we need to know comes back as an Error. Process-wide.
void SilenceOpenCv();

}  // namespace kith::imaging
