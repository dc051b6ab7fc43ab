// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/phone_format.h"

#include <algorithm>

namespace kith::tools {
namespace {

std::string Joined(const std::string& groups, std::size_t from, const std::string& joint) {
  std::string out;
  for (std::size_t i = from; i < groups.size(); ++i) {
    if (groups[i] == ' ') {
      out += joint;
    } else {
      out += groups[i];
    }
  }
  return out;
}

std::string FilledIn(Rng& rng, std::string range) {
  for (char& c : range) {
    if (c == '#') c = static_cast<char>('0' + rng.Int(0, 9));
  }
  return range;
}

struct PhoneStyle {
  std::string fixed;
  std::string mobile;
};

PhoneStyle PickStyle(Rng& rng, const Country& country) {
  const bool english_speaking = country.region == "US" || country.region == "CA";
  const bool international = rng.Chance(english_speaking ? 0.2 : 0.55);
  PhoneStyle style;
  style.fixed = rng.Pick(country.facts.All(international ? "international" : "national"));
  const bool own_mobile_format = !international && country.facts.Has("mobile_national");
  style.mobile = own_mobile_format ? rng.Pick(country.facts.All("mobile_national")) : style.fixed;
  return style;
}

const std::vector<std::string>& Ranges(const Country& country, bool mobile, Domains domains) {
  if (!mobile) return country.facts.All("fixed");
  const bool measuring = domains == Domains::kRealistic && country.facts.Has("mobile_measuring");
  return country.facts.All(measuring ? "mobile_measuring" : "mobile");
}

FictionalPhone MakePhone(Rng& rng, const Country& country, Domains domains, const PhoneStyle& style,
                         PhoneType type) {
  FictionalPhone phone;
  phone.type = type;
  phone.in_mobile_range = type == PhoneType::kMobile;
  const std::string range = FilledIn(rng, rng.Pick(Ranges(country, phone.in_mobile_range, domains)));
  phone.number = FormatGroups(phone.in_mobile_range ? style.mobile : style.fixed, range);
  return phone;
}

std::vector<PhoneType> PickTypes(Rng& rng) {
  using enum PhoneType;
  const double kind = rng.Real(0, 1);
  if (kind < 0.05) return {};
  if (kind < 0.17) return {kWork};
  if (kind < 0.30) return {kMobile};
  if (kind < 0.55) return {kWork, kMobile};
  if (kind < 0.70) return {kWork, kFax};
  if (kind < 0.86) return {kWork, kFax, kMobile};
  if (kind < 0.90) return {kWork, kWork, kMobile};
  if (kind < 0.94) return {kMobile, kMobile};
  if (kind < 0.97) return {kWork, kMobile, kHome};
  return {kWork, kWork, kFax, kMobile};
}

}  // namespace

std::string FormatGroups(const std::string& format, const std::string& groups) {
  const std::size_t first_end = std::min(groups.find(' '), groups.size());
  const std::size_t rest = std::min(first_end + 1, groups.size());
  std::string out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '{') {
      out += format[i];
      continue;
    }
    const std::size_t end = format.find('}', i);
    const std::string inside = format.substr(i + 1, end - i - 1);
    out += inside == "1" ? groups.substr(0, first_end) : Joined(groups, rest, inside);
    i = end;
  }
  return out;
}

std::vector<FictionalPhone> MakePhones(Rng& rng, const Country& country, Domains domains) {
  std::vector<PhoneType> types = PickTypes(rng);
  if (rng.Chance(0.2)) rng.Shuffle(types);
  const PhoneStyle style = PickStyle(rng, country);
  std::vector<FictionalPhone> phones;
  for (const PhoneType type : types) {
    FictionalPhone phone = MakePhone(rng, country, domains, style, type);
    for (int tries = 0;
         tries < 8 && std::any_of(phones.begin(), phones.end(),
                                  [&](const FictionalPhone& other) { return other.number == phone.number; });
         ++tries) {
      phone = MakePhone(rng, country, domains, style, type);
    }
    if (phone.type == PhoneType::kWork && rng.Chance(0.04)) {
      phone.number += rng.PickOf<std::string>({" ext. ", " x", " ext "}) + std::to_string(rng.Int(10, 999));
    }
    phones.push_back(phone);
  }
  return phones;
}

}  // namespace kith::tools
