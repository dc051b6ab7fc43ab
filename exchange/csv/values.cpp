// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/values.h"

#include <algorithm>

#include "core/text.h"
#include "exchange/csv/dates.h"

namespace kith::exchange {

PhoneType TypeOfKind(const std::string& kind) {
  const std::string folded = FoldText(kind);
  const auto says = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (says("fax")) return PhoneType::kFax;
  if (says("mobile") || says("cell") || says("iphone") || says("mobil") || says("handy"))
    return PhoneType::kMobile;
  if (says("work") || says("main") || says("business") || says("arbeit") || says("geschaft"))
    return PhoneType::kWork;
  if (says("home") || says("privat")) return PhoneType::kHome;
  return folded.empty() ? PhoneType::kWork : PhoneType::kOther;
}

bool IsSalutation(std::string_view text) {
  static constexpr std::string_view kWords =
      " mr mrs ms miss mx herr frau hr fr monsieur madame mademoiselle m mme mlle senor senora senorita sr "
      "sra srta "
      "signor signora sig dhr mevr heer mevrouw pan pani ";
  return kWords.find(" " + FoldToAlnum(text) + " ") != std::string_view::npos;
}

bool IsNoDay(std::string_view text) {
  constexpr std::size_t kShortest = 6;
  return text.size() >= kShortest && ReadDayCell(text, DateOrder::kUnknown).kind == DateKind::kNone;
}

bool IsUniqueId(std::string_view id) {
  constexpr std::size_t kShortest = 12;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() >= kShortest && std::any_of(id.begin(), id.end(), is_digit) &&
         !std::all_of(id.begin(), id.end(), is_digit);
}

bool IsSystemLabel(std::string_view label) {
  return label.starts_with("* ") || label == "myContacts" || label == "starred";
}

}  // namespace kith::exchange
