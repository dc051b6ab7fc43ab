// SPDX-License-Identifier: Apache-2.0
#include "core/reading_check.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/text.h"

namespace kith {
namespace {

using Values = std::vector<std::string>;

std::array<Values, 11> ValuesOf(const ContactDetails& details) {
  const auto one = [](const std::string& value) { return value.empty() ? Values() : Values{value}; };
  Values phones;
  for (const Phone& phone : details.phones)
    phones.push_back(phone.number);
  return {one(details.name.full),
          one(details.organization),
          one(details.department),
          details.titles,
          phones,
          details.emails,
          details.urls,
          details.addresses,
          details.handles,
          details.other_names,
          SplitText(details.notes, "\n")};
}

int CountMissing(Values from, Values in) {
  std::ranges::sort(from);
  std::ranges::sort(in);
  Values missing;
  std::ranges::set_difference(from, in, std::back_inserter(missing));
  return static_cast<int>(missing.size());
}

}  // namespace

ReadingCheck CheckReading(const Draft& draft, const ContactDetails& confirmed) {
  ReadingCheck check;
  check.fields = static_cast<int>(draft.fields.size());
  check.sure = static_cast<int>(
      std::ranges::count_if(draft.fields, [](const Field& f) { return f.confidence >= kDoubtful; }));
  const auto read = ValuesOf(draft.details);
  const auto kept = ValuesOf(confirmed);
  for (std::size_t i = 0; i < read.size(); ++i)
    check.corrected += std::max(CountMissing(read[i], kept[i]), CountMissing(kept[i], read[i]));
  return check;
}

}  // namespace kith
