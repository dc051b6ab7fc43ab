// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "core/contact_file.h"
#include "core/result.h"
#include "exchange/csv/table.h"

namespace kith::exchange {

/// Reads the rows as contacts, with the columns as the table says. What docs/exchange.md says of CSV is done
/// here. `region` (ISO 3166) is for numbers without a country code in rows that name no country. kCancelled
/// if asked to stop.
void ReadCsvContacts(std::istream& in, const CsvTable& table, const std::string& region,
                     const std::function<void(FoundContact)>& take,
                     const std::function<void(RefusedContact)>& refuse);

}  // namespace kith::exchange
