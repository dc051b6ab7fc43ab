// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ui/kit.h"

/// What is shown instead of everything else while the database is damaged.
namespace kith::ui {

struct RecoveryState {
  std::string problem = {};  ///< what is damaged
  std::string offer = {};    ///< what would be put in its place
  bool running = false;      ///< it is being done
  std::string done = {};     ///< what was brought back; empty: not done yet
  std::string failed = {};   ///< why it couldn't be done; empty: it could
};

enum class RecoveryWish { kNone, kBringBack, kGoOn, kLeave };

/// The whole picture, in the current ImGui frame.
RecoveryWish DrawRecovery(Kit& kit, const RecoveryState& state);

}  // namespace kith::ui
