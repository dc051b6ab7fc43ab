// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/time.h"

namespace kith {

/// Port: the backup of the day. One object a thread.
class DailyBackup {
 public:
  virtual ~DailyBackup() = default;
  /// Does nothing if that day has one. kDamaged if the database is: the whole of it is looked at.
  virtual Result<void> BackUp(Day day) = 0;
};

}  // namespace kith
