// SPDX-License-Identifier: Apache-2.0
#include "core/ids.h"

#include <random>

#include "core/mutex.h"

namespace kith {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

/// Hyphens stand before these bytes.
constexpr bool StartsGroup(std::size_t byte) {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

std::optional<std::uint8_t> HexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

/// The time and counter of the last id, so that ids made in one process rise.
struct Sequence {
  Mutex mutex;
  std::uint64_t millisecond KITH_GUARDED_BY(mutex) = 0;
  std::uint32_t counter KITH_GUARDED_BY(mutex) = 0;
  std::random_device random KITH_GUARDED_BY(mutex);
};

Sequence& TheSequence() {
  static Sequence sequence;
  return sequence;
}

}  // namespace

std::string FormatUuid(const UuidBytes& bytes) {
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (StartsGroup(i)) text += '-';
    text += kHex[bytes[i] >> 4];
    text += kHex[bytes[i] & 0xF];
  }
  return text;
}

std::optional<UuidBytes> ParseUuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  UuidBytes bytes{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (StartsGroup(i) && text[at++] != '-') return std::nullopt;
    const auto high = HexDigit(text[at++]);
    const auto low = HexDigit(text[at++]);
    if (!high || !low) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(*high << 4 | *low);
  }
  return bytes;
}

UuidBytes MakeUuidV7(Instant now) {
  constexpr std::uint32_t kCounterLimit = 1U << 12;
  Sequence& sequence = TheSequence();
  const MutexLock lock(sequence.mutex);

  const auto millisecond = static_cast<std::uint64_t>(now.time_since_epoch().count());
  if (millisecond > sequence.millisecond) {
    sequence.millisecond = millisecond;
    sequence.counter =
        sequence.random() % (kCounterLimit / 2);  // room to rise, as RFC 9562 section 6.2 advises
  } else if (++sequence.counter == kCounterLimit) {
    ++sequence.millisecond;
    sequence.counter = 0;
  }

  UuidBytes bytes{};
  for (std::size_t i = 0; i < 6; ++i) {
    bytes[i] = static_cast<std::uint8_t>(sequence.millisecond >> (40 - 8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>(0x70 | sequence.counter >> 8);
  bytes[7] = static_cast<std::uint8_t>(sequence.counter);
  for (std::size_t i = 8; i < 16; i += 4) {
    const std::uint32_t random = sequence.random();
    for (std::size_t j = 0; j < 4; ++j)
      bytes[i + j] = static_cast<std::uint8_t>(random >> (8 * j));
  }
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  return bytes;
}

}  // namespace kith
