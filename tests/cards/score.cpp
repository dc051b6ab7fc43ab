// SPDX-License-Identifier: Apache-2.0
#include "tests/cards/score.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/text.h"

namespace kith::test {
namespace {

using Texts = std::vector<std::string>;
using Same = std::function<bool(const std::string& truth, const std::string& found)>;

bool SameText(const std::string& a, const std::string& b) {
  return !FoldToAlnum(a).empty() && FoldToAlnum(a) == FoldToAlnum(b);
}

/// In lower case, without spaces.
std::string Lower(std::string text) {
  std::erase(text, ' ');
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

/// "020794600ext.12" -> "020794600".
std::string WithoutExtension(const std::string& number) {
  for (const std::string mark : {"ext", "poste", "x", "#"}) {
    const std::size_t at = number.rfind(mark);
    if (at == std::string::npos) continue;
    const std::string behind = number.substr(std::min(at + mark.size(), number.size()));
    const std::string extension = behind.starts_with('.') ? behind.substr(1) : behind;
    if (!extension.empty() && std::all_of(extension.begin(), extension.end(), IsDigit)) {
      return number.substr(0, at);
    }
  }
  return number;
}

/// Without a trunk zero in brackets, an extension and zeros in front.
std::string Digits(const std::string& number) {
  std::string digits = WithoutExtension(Lower(number));
  if (const std::size_t zero = digits.find("(0)"); zero != std::string::npos) digits.erase(zero, 3);
  std::erase_if(digits, [](char c) { return !IsDigit(c); });
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

bool SamePhone(const std::string& a, const std::string& b) {
  std::string shorter = Digits(a);
  std::string longer = Digits(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() >= 6 && longer.ends_with(shorter) && longer.size() - shorter.size() <= 4;
}

bool SameEmail(const std::string& a, const std::string& b) {
  return Lower(a) == Lower(b);
}

bool SameUrl(const std::string& a, const std::string& b) {
  const auto bare = [](const std::string& url) {
    std::string text = Lower(url);
    for (const std::string prefix : {"http://", "https://", "www."}) {
      if (text.starts_with(prefix)) text.erase(0, prefix.size());
    }
    while (text.ends_with('/'))
      text.pop_back();
    return text;
  };
  return bare(a) == bare(b);
}

/// Pairs every wanted value with one that was found.
FieldScore Match(const Texts& wanted, Texts found, const Same& same) {
  FieldScore score;
  score.wanted = static_cast<int>(wanted.size());
  for (const std::string& value : wanted) {
    const auto hit =
        std::find_if(found.begin(), found.end(), [&](const std::string& text) { return same(value, text); });
    if (hit == found.end()) continue;
    found.erase(hit);
    ++score.right;
  }
  score.wrong = static_cast<int>(found.size());
  return score;
}

FieldScore MatchAny(const Texts& alternatives, const std::string& found) {
  const bool right = std::any_of(alternatives.begin(), alternatives.end(),
                                 [&](const std::string& text) { return SameText(text, found); });
  return {right ? 1 : 0, !right && !found.empty() ? 1 : 0, alternatives.empty() ? 0 : 1};
}

std::string Joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts)
    all += text + " ";
  return all;
}

/// One title on two lines may be read as one or as two; a title may carry its department.
FieldScore MatchTitles(const Texts& wanted, Texts found, const Texts& departments) {
  std::erase_if(found, [&](const std::string& title) {
    return std::any_of(departments.begin(), departments.end(),
                       [&](const std::string& department) { return SameText(title, department); });
  });
  const auto bare = [&](const std::string& title) {
    std::string text = FoldToAlnum(title);
    for (const std::string& department : departments) {
      const std::string part = FoldToAlnum(department);
      const std::size_t at = part.empty() || part == text ? std::string::npos : text.find(part);
      if (at != std::string::npos) text.erase(at, part.size());
    }
    return text;
  };
  if (SameText(Joined(wanted), Joined(found))) {
    const int all = static_cast<int>(wanted.size());
    return {all, 0, all};
  }
  return Match(wanted, found, [&](const std::string& a, const std::string& b) {
    return SameText(a, b) || (!bare(a).empty() && bare(a) == bare(b));
  });
}

}  // namespace

FieldScore& FieldScore::operator+=(const FieldScore& other) {
  right += other.right;
  wrong += other.wrong;
  wanted += other.wanted;
  return *this;
}

CardScore Score(const nlohmann::json& truth, const ContactDetails& details) {
  Texts printed_phones;
  for (const auto& phone : truth.at("phone"))
    printed_phones.push_back(phone.at("number"));
  Texts phones;
  for (const Phone& phone : details.phones)
    phones.push_back(phone.number);

  CardScore score;
  score["name"] = MatchAny(truth.at("name"), details.name.full);
  score["org"] = MatchAny(truth.at("org"), details.organization);
  score["title"] =
      MatchTitles(truth.at("title"), details.titles, truth.value("department", nlohmann::json::array()));
  score["phone"] = Match(printed_phones, phones, SamePhone);
  score["email"] = Match(truth.at("email"), details.emails, SameEmail);
  score["url"] = Match(truth.at("url"), details.urls, SameUrl);
  const nlohmann::json cut = truth.value("cut", nlohmann::json::object());
  for (auto& [field, field_score] : score) {
    if (cut.contains(field)) field_score.wrong = 0;
  }
  return score;
}

}  // namespace kith::test
