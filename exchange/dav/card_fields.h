// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/vcard/reader.h"

namespace kith::exchange::dav {

/// A list of a contact as it is merged and written: how its values are told apart, and by which properties of
/// a vCard it is said.
struct ListField {
  std::string_view name;  ///< as core/contact_changes.h has it
  std::vector<std::string_view> properties;
  /// The list as texts. Values that mean the same have the same key.
  std::vector<std::string> ContactDetails::*details = nullptr;  ///< nullptr: interests
  std::string (*key)(const std::string& value) = nullptr;
};

/// All lists but phones.
const std::vector<ListField>& ListFields();

const std::vector<std::string>& ListOf(const Vcard& card, const ListField& field);
std::vector<std::string>& ListOf(Vcard& card, const ListField& field);

/// What two entries for one phone have in common.
std::string PhoneKey(const Phone& phone);

}  // namespace kith::exchange::dav
