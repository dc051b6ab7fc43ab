// SPDX-License-Identifier: Apache-2.0
#include "storage/edit_distance.h"

#include <algorithm>
#include <utility>

namespace kith::storage {
namespace {

std::size_t CommonPrefix(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

bool IsOneEditApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const std::size_t same = CommonPrefix(a, b);
  if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

bool BeginsAlmost(std::string_view text, std::string_view prefix) {
  if (text.starts_with(prefix)) return true;
  for (std::size_t length = prefix.size() - 1; length <= prefix.size() + 1 && length <= text.size();
       ++length) {
    if (IsOneEditApart(text.substr(0, length), prefix)) return true;
  }
  return false;
}

}  // namespace kith::storage
