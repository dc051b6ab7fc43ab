// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_fields.h"

#include <algorithm>

#include "core/text.h"
#include "core/url.h"

namespace kith::exchange::dav {
namespace {

std::string Itself(const std::string& value) {
  return value;
}

std::string Lower(const std::string& value) {
  return LowerCase(value);
}

std::string AddressOfWeb(const std::string& value) {
  return UrlKey(value);
}

/// The parts of an address come in another order from a card that others wrote.
std::string Words(const std::string& value) {
  std::vector<std::string> words = SplitText(FoldText(value), " ,;\n");
  std::ranges::sort(words);
  std::string key;
  for (const std::string& word : words)
    key += word + ' ';
  return key;
}

}  // namespace

const std::vector<ListField>& ListFields() {
  static const std::vector<ListField> fields = {
      {"titles", {"TITLE", "ROLE"}, &ContactDetails::titles, Itself},
      {"emails", {"EMAIL"}, &ContactDetails::emails, Lower},
      {"urls", {"URL"}, &ContactDetails::urls, AddressOfWeb},
      {"addresses", {"ADR", "LABEL"}, &ContactDetails::addresses, Words},
      {"handles", {"X-SOCIALPROFILE", "IMPP"}, &ContactDetails::handles, Lower},
      {"other names",
       {"NICKNAME", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME"},
       &ContactDetails::other_names,
       Itself},
      {"interests", {}, nullptr, Lower},
  };
  return fields;
}

const std::vector<std::string>& ListOf(const Vcard& card, const ListField& field) {
  return field.details == nullptr ? card.contact.interests : card.contact.details.*field.details;
}

std::vector<std::string>& ListOf(Vcard& card, const ListField& field) {
  return field.details == nullptr ? card.contact.interests : card.contact.details.*field.details;
}

std::string PhoneKey(const Phone& phone) {
  return phone.number + ' ' + phone.extension;
}

}  // namespace kith::exchange::dav
