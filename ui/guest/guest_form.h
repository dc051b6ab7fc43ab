// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "flow/review_rows.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/picture.h"

namespace kith::ui {

/// What one guest types and ticks. Gone with the visit.
struct GuestForm {
  std::uint64_t visit = 0;  ///< whose it is; 0: nobody's
  int page = 0;             ///< the one that was drawn last
  bool filled = false;
  int revision = 0;  ///< of the state's rows that are in it
  std::vector<flow::ReviewRow> rows = {};
  std::vector<flow::ReviewRow> begun_with = {};
  bool asks_discard = false;
  std::set<std::string> topics = {};
  std::string talk = {};
  int birth_month = 0;  ///< 0: not said
  int birth_day = 0;
  bool keep_in_touch = false;
  bool introduce = false;
  std::string receipt = {};
  bool asks_erase = false;
  Keyboard keyboard = {};
  bool follows_focus = false;  ///< the field that is edited is to be scrolled into view
  Area card_seen = {};         ///< where on the screen the camera saw the card last
};

}  // namespace kith::ui
