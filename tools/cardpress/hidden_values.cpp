// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/hidden_values.h"

#include <algorithm>

namespace kith::tools {
namespace {

std::string Printed(const std::string& value) {
  return value;
}
std::string Printed(const PhoneTruth& value) {
  return value.number;
}

template <typename T>
void Move(std::vector<T>& values, ValueKind kind, const char* field, const std::vector<ValueRef>& hidden,
          CardTruth& truth) {
  std::vector<T> kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::find(hidden.begin(), hidden.end(), ValueRef{kind, i}) == hidden.end()) {
      kept.push_back(values[i]);
    } else {
      truth.cut[field].push_back(Printed(values[i]));
    }
  }
  values = kept;
}

}  // namespace

CardTruth WithoutHidden(const CardTruth& truth, const std::vector<ValueRef>& hidden) {
  CardTruth left = truth;
  // The alternatives of a name are one printed name, with and without a degree.
  const bool no_name = std::find(hidden.begin(), hidden.end(), ValueRef{ValueKind::kName, 0}) != hidden.end();
  if (no_name) left.cut["name"] = std::exchange(left.name, {});
  Move(left.org, ValueKind::kOrg, "org", hidden, left);
  Move(left.title, ValueKind::kTitle, "title", hidden, left);
  Move(left.department, ValueKind::kDepartment, "department", hidden, left);
  Move(left.phone, ValueKind::kPhone, "phone", hidden, left);
  Move(left.email, ValueKind::kEmail, "email", hidden, left);
  Move(left.url, ValueKind::kUrl, "url", hidden, left);
  Move(left.address, ValueKind::kAddress, "address", hidden, left);
  return left;
}

}  // namespace kith::tools
