// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "flow/action.h"
#include "tests/ui/headless.h"
#include "tests/ui/sample_state.h"
#include "ui/forms.h"

namespace kith::ui::test {

/// Shows one of the sample states and collects what a person asked for.
class ViewTest : public testing::Test {
 protected:
  /// `draw` takes (Kit&, AppState&, Forms&, Actions&).
  template <typename Draw>
  void Show(const std::string& name, Draw draw) {
    state_ = *SampleState(name, {});
    screen_.ShowInWindow([this, draw](Kit& kit) { draw(kit, state_, forms_, actions_); });
  }

  /// The only action of that type; fails if there is none or more than one.
  template <typename T>
  T Only() {
    std::vector<T> found = All<T>();
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? T{} : found.front();
  }
  template <typename T>
  std::vector<T> All() const {
    std::vector<T> found;
    for (const flow::Action& action : actions_) {
      if (const T* one = action.template As<T>()) found.push_back(*one);
    }
    return found;
  }

  Headless screen_;
  flow::AppState state_;
  Forms forms_;
  flow::Actions actions_;
};

}  // namespace kith::ui::test
