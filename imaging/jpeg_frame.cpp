// SPDX-License-Identifier: Apache-2.0
#include "imaging/jpeg_frame.h"

#include <csetjmp>
#include <cstddef>
#include <cstdio>  // jpeglib.h needs FILE
#include <utility>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include "imaging/codec.h"

namespace kith::imaging {
namespace {

/// One picture being decoded. libjpeg reports errors by calling back, and must not be returned to: its own
/// manual says longjmp. So nothing with a destructor is made between setjmp and the end of Decode.
class Decoder {
 public:
  Decoder() {
    info_.err = jpeg_std_error(&errors_);
    errors_.error_exit = [](j_common_ptr info) { std::longjmp(Of(info).escape_, 1); };
    errors_.emit_message = [](j_common_ptr info, int level) {
      if (level < 0 && !IsHarmless(info->err->msg_code)) Of(info).damaged_ = true;
    };
    info_.client_data = this;
    jpeg_create_decompress(&info_);
  }
  ~Decoder() { jpeg_destroy_decompress(&info_); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// Fills `pixels`; false for a picture that is bad in any way.
  bool Decode(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& pixels) {
    if (setjmp(escape_) != 0) return false;
    SetInput(bytes);
    if (jpeg_read_header(&info_, TRUE) != JPEG_HEADER_OK) return false;
    if (info_.image_height > kMostPixels / info_.image_width) return false;
    info_.out_color_space = JCS_EXT_BGR;
    jpeg_start_decompress(&info_);
    const std::size_t row_bytes = std::size_t{info_.output_width} * 3;
    pixels.resize(row_bytes * info_.output_height);
    while (info_.output_scanline < info_.output_height) {
      JSAMPROW row = pixels.data() + info_.output_scanline * row_bytes;
      jpeg_read_scanlines(&info_, &row, 1);
    }
    return !damaged_;
  }
  int width() const { return static_cast<int>(info_.output_width); }
  int height() const { return static_cast<int>(info_.output_height); }

 private:
  static Decoder& Of(j_common_ptr info) { return *static_cast<Decoder*>(info->client_data); }

  /// What cameras do although the picture is whole: padding, unusual headers.
  static bool IsHarmless(int code) {
    return code == JWRN_EXTRANEOUS_DATA || code == JWRN_JFIF_MAJOR || code == JWRN_ADOBE_XFORM;
  }

  void SetInput(std::span<const std::uint8_t> bytes) {
    source_.next_input_byte = bytes.data();
    source_.bytes_in_buffer = bytes.size();
    source_.init_source = [](j_decompress_ptr) {};
    source_.term_source = [](j_decompress_ptr) {};
    source_.resync_to_restart = jpeg_resync_to_restart;
    // Behind the last byte: the end marker that some cameras leave out. Where pixels are missing, the decoder
    // warns by itself.
    source_.fill_input_buffer = [](j_decompress_ptr info) -> boolean {
      static const JOCTET end[] = {0xFF, JPEG_EOI};
      info->src->next_input_byte = end;
      info->src->bytes_in_buffer = sizeof end;
      return TRUE;
    };
    source_.skip_input_data = [](j_decompress_ptr info, long count) {
      if (count <= 0) return;
      if (static_cast<std::size_t>(count) > info->src->bytes_in_buffer) {
        info->src->fill_input_buffer(info);
        return;
      }
      info->src->next_input_byte += count;
      info->src->bytes_in_buffer -= static_cast<std::size_t>(count);
    };
    info_.src = &source_;
  }

  jpeg_decompress_struct info_{};
  jpeg_error_mgr errors_{};
  jpeg_source_mgr source_{};
  std::jmp_buf escape_{};
  bool damaged_ = false;
};

}  // namespace

std::optional<Image> DecodeJpegFrame(std::span<const std::uint8_t> bytes) {
  Decoder decoder;
  std::vector<std::uint8_t> pixels;
  if (!decoder.Decode(bytes, pixels)) return std::nullopt;
  return Image(decoder.width(), decoder.height(), PixelFormat::kBgr24, std::move(pixels));
}

}  // namespace kith::imaging
