// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tools/cardpress/card_design.h"
#include "tools/cardpress/people.h"
#include "tools/cardpress/style.h"

namespace kith::tools {

/// A way to arrange a card. `draw` gets a design whose size and background are set and fills in the rest.
struct Layout {
  std::string name;
  Ground ground = Ground::kLight;
  bool portrait = false;
  double weight = 1;  ///< how often it is picked, relative to the others
  void (*draw)(CardDesign& design, class CardWriter& writer) = nullptr;
};

const std::vector<Layout>& Layouts();

// Groups of layouts, by file.
std::vector<Layout> PlainLayouts();
std::vector<Layout> PanelLayouts();
std::vector<Layout> PictureLayouts();
std::vector<Layout> PortraitLayouts();
/// With a name and how to reach them, and little else. They are no part of Layouts.
std::vector<Layout> SpareLayouts();

}  // namespace kith::tools
