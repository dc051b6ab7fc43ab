// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/words.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string OfPhone(const Phone& phone) {
  std::string text = phone.number.empty() ? phone.raw : phone.number;
  if (!phone.extension.empty()) text += ";ext=" + phone.extension;
  return text + " " + std::string(PhoneTypeName(phone.type));
}

std::string OfName(const PersonName& name) {
  return name.full + "\n" + name.given + "\n" + name.family;
}

std::string OfOrganization(const ContactDetails& details) {
  return details.organization + "\n" + details.department;
}

VcardParameters TypesOf(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return {{"TYPE", "CELL"}};
    case PhoneType::kWork:
      return {{"TYPE", "WORK"}};
    case PhoneType::kFax:
      return {{"TYPE", "FAX"}, {"TYPE", "WORK"}};
    case PhoneType::kHome:
      return {{"TYPE", "HOME"}};
    case PhoneType::kOther:
      break;
  }
  return {};
}

VcardParameters PlainTypes(const VcardParameters& parameters) {
  std::set<std::string> types;
  VcardParameters plain;
  for (const auto& [name, value] : parameters) {
    if (name == "TYPE") {
      for (const std::string& word : SplitText(value, ","))
        types.insert(UpperCase(word));
    } else if (!IsOneOf(name, {"PREF", "VALUE", "ENCODING", "CHARSET", kKithParameter})) {
      plain.emplace_back(name, value);
    }
  }
  VcardParameters all;
  for (const std::string& type : types) {
    if (!IsOneOf(type, {"PREF", "INTERNET", "VOICE"})) all.emplace_back("TYPE", type);
  }
  all.insert(all.end(), plain.begin(), plain.end());
  return all;
}

std::string NoteAddition(const std::vector<std::string>& interests, const std::string& event,
                         const std::optional<Day>& met_on) {
  const std::string likes = Join(interests, ", ");
  return Join({likes.empty() ? "" : "Likes to talk about: " + likes, HowMet(event, met_on)}, "\n");
}

}  // namespace kith::exchange
