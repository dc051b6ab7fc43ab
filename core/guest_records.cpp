// SPDX-License-Identifier: Apache-2.0
#include "core/guest_records.h"

#include <algorithm>

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<ConsentKind, 2> kNames = {
    {{ConsentKind::kKeepInTouch, "keep-in-touch"}, {ConsentKind::kIntroduce, "introduce"}}};

}  // namespace

std::string_view ConsentKindName(ConsentKind kind) {
  return NameOf(kNames, kind);
}

std::optional<ConsentKind> ParseConsentKind(std::string_view name) {
  return ValueOf(kNames, name);
}

const Consent* ConsentOf(std::span<const Consent> consents, ConsentKind kind) {
  const auto found = std::ranges::find(consents, kind, &Consent::kind);
  return found == consents.end() ? nullptr : &*found;
}

}  // namespace kith
