// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/draft.h"
#include "parse/layout.h"

namespace kith::parse {

/// A phone number, e-mail address, URL or handle on the card: what its passes agree on.
struct ContactValue {
  FieldKind kind = FieldKind::kPhone;
  std::string value;       ///< phone: E.164 or the digits as printed
  Phone phone;             ///< kPhone only
  Box box;                 ///< the value and its label
  Box value_box;           ///< the value alone
  std::size_t group = 0;   ///< index of its line
  double quality = 0;      ///< 0 to 1: how the validators like it
  double support = 0;      ///< 0 to 1: share of the passes that saw something there and read just this
  double confidence = 0;   ///< 0 to 1: mean confidence of the words it was read from
  bool labelled = false;   ///< phones: something on the card tells the type
  bool confirmed = false;  ///< another value on the card has the same domain
};

/// All of them in reading order. Values that passes read differently are voted on; domains of e-mail
/// addresses and URLs that nearly agree are made to agree with the better supported one.
std::vector<ContactValue> FindContactValues(const std::vector<LineGroup>& groups,
                                            const std::vector<std::string>& regions);

}  // namespace kith::parse
