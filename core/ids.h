// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.h"

namespace kith {

using UuidBytes = std::array<std::uint8_t, 16>;

/// "0192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5d", lower case. Parsing takes upper case too, and nothing else.
std::string FormatUuid(const UuidBytes& bytes);
std::optional<UuidBytes> ParseUuid(std::string_view text);

/// The id of one kind of thing; ids of different kinds don't mix. A default-made id is nil and names nothing.
template <typename Tag>
class Id {
 public:
  Id() = default;
  explicit Id(const UuidBytes& bytes) : bytes_(bytes) {}

  static std::optional<Id> Parse(std::string_view text) {
    const std::optional<UuidBytes> bytes = ParseUuid(text);
    return bytes ? std::optional<Id>(Id(*bytes)) : std::nullopt;
  }

  std::string ToString() const { return FormatUuid(bytes_); }
  const UuidBytes& bytes() const { return bytes_; }
  bool is_nil() const { return bytes_ == UuidBytes{}; }

  // clang-tidy 14 takes the 0 in the comparison that the compiler writes for a pointer.
  friend auto operator<=>(const Id&, const Id&) = default;  // NOLINT(modernize-use-nullptr)

 private:
  UuidBytes bytes_{};
};

using CaptureId = Id<struct CaptureTag>;
using ContactId = Id<struct ContactTag>;
using EncounterId = Id<struct EncounterTag>;
using EventId = Id<struct EventTag>;
using FollowUpId = Id<struct FollowUpTag>;
using IntroductionId = Id<struct IntroductionTag>;
using JobId = Id<struct JobTag>;

/// A new UUIDv7 (RFC 9562, section 5.7): sorts by the moment of its making. Ids made in one process rise even
/// within a millisecond (method 1 of section 6.2: a 12-bit counter in rand_a). Safe to call from every
/// thread.
UuidBytes MakeUuidV7(Instant now);

template <typename IdType>
IdType MakeId(Instant now) {
  return IdType(MakeUuidV7(now));
}

}  // namespace kith
