// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/contact.h"
#include "exchange/contact_text.h"
#include "exchange/csv/table.h"

namespace kith::exchange {

/// The name that a row of a table gives: of its parts, or the whole one. Part of contacts.cpp: nothing else
/// includes this.
class RowName {
 public:
  explicit RowName(CsvProgram program) : is_kiths_(program == CsvProgram::kKith) {}

  /// False for a column that has no part of the name.
  bool Take(ColumnField field, const std::string& text);
  /// Puts the name into what else the row said. Gives the names that are left out of it: they go to the
  /// notes.
  std::vector<std::string> Finish(ContactDetails& details);

 private:
  std::string WholeName();

  bool is_kiths_;
  NameParts parts_;
  std::string whole_;
  std::vector<std::string> unsaid_;
};

}  // namespace kith::exchange
