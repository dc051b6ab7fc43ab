// SPDX-License-Identifier: Apache-2.0
#include "core/following_store.h"

#include <algorithm>

namespace kith {
namespace {

template <typename T>
void Reverse(std::vector<Edit<T>>& edits) {
  std::reverse(edits.begin(), edits.end());
  for (Edit<T>& edit : edits)
    std::swap(edit.before, edit.after);
}

}  // namespace

FollowingChange Reversed(FollowingChange change) {
  Reverse(change.follow_ups);
  Reverse(change.relationships);
  Reverse(change.encounters);
  Reverse(change.introductions);
  return change;
}

}  // namespace kith
