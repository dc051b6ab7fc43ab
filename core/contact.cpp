// SPDX-License-Identifier: Apache-2.0
#include "core/contact.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<PhoneType, 5> kPhoneTypes = {{{PhoneType::kMobile, "mobile"},
                                                  {PhoneType::kWork, "work"},
                                                  {PhoneType::kFax, "fax"},
                                                  {PhoneType::kHome, "home"},
                                                  {PhoneType::kOther, "other"}}};

}  // namespace

std::string_view PhoneTypeName(PhoneType type) {
  return NameOf(kPhoneTypes, type);
}

std::optional<PhoneType> ParsePhoneType(std::string_view name) {
  return ValueOf(kPhoneTypes, name);
}

}  // namespace kith
