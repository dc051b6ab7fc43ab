// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace kith {

/// Bytes of the named character set ("ISO-8859-1", "windows-1252", "Shift_JIS") as UTF-8, with U+FFFD for
/// what isn't in it; nullopt if nobody knows that name.
std::optional<std::string> Utf8From(std::string_view bytes, const std::string& charset);

/// Whether the bytes are valid UTF-8.
bool IsUtf8(std::string_view bytes);

/// What a text is written in that doesn't say so, judged by all of it: a byte order mark, else UTF-8 if it is
/// valid, else UTF-16 by its zero bytes, else what ICU's detector thinks of the first bytes that aren't ASCII
/// and what is around them. Windows-1252 if nothing is likelier.
class CharsetDetector {
 public:
  /// The next bytes; in pieces of any size.
  void Add(std::string_view bytes);
  /// A name that Utf8From knows: "UTF-8", "UTF-16LE", "windows-1251".
  std::string Charset() const;
  /// How many bytes of a byte order mark the text begins with.
  std::size_t MarkBytes() const;

 private:
  std::string begin_;   ///< the first bytes
  std::string sample_;  ///< bytes around those that aren't ASCII
  std::string tail_;    ///< the end of the last piece that isn't ASCII
  std::size_t even_zeros_ = 0;
  std::size_t odd_zeros_ = 0;
  std::size_t size_ = 0;
  bool utf8_ = true;
};

/// Bytes of a character set as UTF-8, piece by piece; U+FFFD for what isn't in it.
class Utf8Decoder {
 public:
  /// nullopt if nobody knows that name.
  static std::optional<Utf8Decoder> For(const std::string& charset);
  /// The next bytes; `last`: there are no more. A character that isn't whole waits for the next piece.
  std::string Decode(std::string_view bytes, bool last);

 private:
  struct Close {
    void operator()(UConverter* converter) const;
  };
  explicit Utf8Decoder(UConverter* converter) : converter_(converter) {}
  std::unique_ptr<UConverter, Close> converter_;
};

}  // namespace kith
