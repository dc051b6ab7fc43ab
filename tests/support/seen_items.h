// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kith::test {

/// Something on the screen that can be pressed or typed into.
struct SeenItem {
  std::string label;  ///< its id: what stands behind "##" or "###", else the label
  float left, top, right, bottom;
  bool visible;  ///< at least its middle isn't clipped away
  bool disabled;
  bool reachable;  ///< visible, or by scrolling; and not cut off at its sides, if there is room for all of it

  friend bool operator==(const SeenItem&, const SeenItem&) = default;
};

/// What ImGui has been told to show since the last ForgetSeenItems. Learned by listening to its own
/// book-keeping: a program that links this is linked with --wrap (see kith_listen_to_imgui in
/// tests/support/CMakeLists.txt), and the program under test knows nothing of it.
const std::vector<SeenItem>& SeenItems();
void ForgetSeenItems();
void ForgetLabels();

}  // namespace kith::test
