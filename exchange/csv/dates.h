// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/contact.h"

namespace kith::exchange {

/// What "03/04/1990" means in a column: the other days of it tell.
enum class DateOrder {
  kUnknown,  ///< no other day tells, or they disagree
  kDayFirst,
  kMonthFirst,
};

/// Sees every cell of a column.
class DateColumn {
 public:
  /// Without white space at its begin.
  void Add(std::string_view cell);
  DateOrder order() const;

 private:
  int day_first_ = 0;
  int month_first_ = 0;
};

enum class DateKind {
  kDay,
  kNone,       ///< empty, or what programs write for no day: "0/0/00", 4501
  kAmbiguous,  ///< two days, and nothing tells which
  kOther,      ///< no day that Kith understands
};

struct ReadDay {
  DateKind kind = DateKind::kOther;
  Birthday day = {};  ///< kDay only; "12 June" and "--06-12" have no year

  friend bool operator==(const ReadDay&, const ReadDay&) = default;
};

/// Days as programs and people write them: "1984-06-12", "19840612", "12.06.1984", "6/12/1984", "12 June
/// 1984", "Jun 12", "--06-12", "XXXX-06-12", in the month names of seven languages; a time behind is dropped.
/// Two digits of a year are those up to 2029 (as in spreadsheets), 1604 is Apple's for none.
ReadDay ReadDayCell(std::string_view cell, DateOrder order);

}  // namespace kith::exchange
