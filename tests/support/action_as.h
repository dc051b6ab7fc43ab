// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "flow/action.h"

namespace kith::test {

/// The action if it is a T, nullptr if it is something else.
template <typename T>
const T* ActionAs(const flow::Action& action) {
  const T* found = nullptr;
  flow::VisitAction(
      [&](const auto& one) {
        if constexpr (std::is_same_v<decltype(one), const T&>) found = &one;
      },
      action);
  return found;
}

}  // namespace kith::test
