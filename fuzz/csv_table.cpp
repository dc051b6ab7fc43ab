// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table of contacts.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "exchange/csv/contacts.h"
#include "exchange/csv/table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  const Result<exchange::CsvTable> table = exchange::InspectCsv(in);
  if (!table) return 0;
  exchange::ReadCsvContacts(
      in, *table, "US", [](const FoundContact&) {}, [](const RefusedContact&) {});
  return 0;
}
