// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "core/contact_file.h"
#include "core/result.h"
#include "exchange/csv/dates.h"
#include "exchange/csv/headers.h"
#include "exchange/csv/reader.h"

namespace kith::exchange {

struct CsvColumn {
  TableColumn shown;
  std::string group = {};  ///< see HeaderMeaning
  DateOrder dates = DateOrder::kUnknown;
};

/// A CSV file with contacts: how to read it, and what its columns seem to be.
struct CsvTable {
  CsvForm form;
  HeaderProgram program;
  bool has_header = true;  ///< else its first row is a contact, and the columns are numbered
  int rows = 0;
  std::vector<CsvColumn> columns;
};

/// Reads the whole file: a column is what its name says in the language of CsvHeaders, else what its cells
/// look like: e-mail addresses, phone numbers, web addresses; without a header also names and birthdays.
/// kUnreadable if there is nothing in it that a contact could be made of.
Result<CsvTable> InspectCsv(std::istream& in);

}  // namespace kith::exchange
