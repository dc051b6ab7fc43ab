// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {

double Margin(const CardDesign& design, Rng& rng) {
  return rng.Real(0.045, 0.075) * design.width;
}

void Put(CardDesign& design, Area area, Align across, Align down, const Lines& lines, double leading) {
  if (!lines.empty()) design.text.push_back({area, across, down, lines, leading});
}

Lines OneLine(const Lines& lines, const std::string& joint) {
  Line joined;
  for (const Line& line : lines) {
    if (!joined.runs.empty()) {
      Run separator = joined.runs.back();
      separator.text = joint;
      separator.value = {};
      joined.runs.push_back(separator);
    }
    joined.runs.insert(joined.runs.end(), line.runs.begin(), line.runs.end());
  }
  return joined.runs.empty() ? Lines{} : Lines{joined};
}

Lines OrgAndAddress(CardWriter& writer) {
  Lines lines;
  const bool said = !writer.truth().org.empty();
  if (!said || writer.rng().Chance(0.55)) lines = writer.Organization();
  Append(lines, writer.Address());
  return lines;
}

}  // namespace kith::tools
