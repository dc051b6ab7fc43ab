// SPDX-License-Identifier: Apache-2.0
#include "parse/region.h"

#include <algorithm>
#include <map>

#include "core/country.h"
#include "core/text.h"
#include "parse/addresses.h"
#include "parse/phones.h"
#include "parse/web.h"

namespace kith::parse {
namespace {

// How sure each sign is. A number's own country code says nothing about the others as surely as the address
// does.
constexpr double kAddress = 3;
constexpr double kCountryCode = 2;
constexpr double kHost = 2;
constexpr double kPlace = 1.2;  // a city may be anywhere else, or a word

/// The country whose script a line is in, if that is the only one.
std::string RegionOfScript(std::string_view line) {
  for (const char32_t c : DecodeUtf8(line)) {
    if (c >= 0x3041 && c <= 0x30FF) return "JP";  // kana
    if (c >= 0xAC00 && c <= 0xD7A3) return "KR";  // hangul
  }
  return {};
}

}  // namespace

std::vector<std::string> RegionsOfCard(const std::vector<std::string>& lines, std::string_view fallback) {
  std::map<std::string, double> votes;
  for (const std::string& line : lines) {
    if (const std::string region = RegionOfScript(line); !region.empty()) votes[region] += kPlace;
    for (const std::string& region : RegionsOfAddress(line))
      votes[region] += kAddress;
    for (const std::string& region : RegionsOfPlaces(line))
      votes[region] += kPlace;
    for (const FoundPhone& phone : FindPhones(line, {})) {
      if (!phone.region.empty()) votes[phone.region] += kCountryCode;
    }
    std::vector<WebMatch> matches = FindEmails(line);
    const std::vector<WebMatch> urls = FindUrls(line, matches);
    matches.insert(matches.end(), urls.begin(), urls.end());
    for (const WebMatch& match : matches) {
      if (const auto region = RegionOfHost(DomainOf(match.value))) votes[*region] += kHost;
    }
  }
  std::vector<std::pair<double, std::string>> order;
  for (const auto& [region, weight] : votes)
    order.emplace_back(-weight, region);
  std::sort(order.begin(), order.end());
  std::vector<std::string> regions;
  for (const auto& [weight, region] : order)
    regions.push_back(region);
  if (!fallback.empty() && !votes.contains(std::string(fallback))) regions.emplace_back(fallback);
  return regions;
}

}  // namespace kith::parse
