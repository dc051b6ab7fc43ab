// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "core/person_name.h"
#include "core/text.h"
#include "storage/likeness.h"
#include "storage/nicknames.h"

namespace kith::storage {
namespace {

constexpr std::size_t kComparedDigits = 9;
constexpr std::size_t kFewestDigits = 7;

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& part : SplitText(FoldText(text), " -.,'")) {
    if (std::string word = FoldToAlnum(part); !word.empty()) words.push_back(std::move(word));
  }
  return words;
}

bool IsParticle(const std::string& word) {
  static const std::set<std::string> particles = {"van",   "von", "der", "den", "de", "del",
                                                  "della", "di",  "da",  "dos", "du", "la",
                                                  "le",    "zu",  "zur", "bin", "al", "ter"};
  return particles.contains(word);
}

std::string GenerationOf(const std::vector<std::string>& words) {
  static constexpr std::array kGenerations = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"};
  for (const std::string& word : words) {
    if (std::find(kGenerations.begin(), kGenerations.end(), word) != kGenerations.end())
      return word.substr(0, 3);
  }
  return {};
}

void ReadName(const PersonName& name, Traits& traits) {
  PersonName parts = name;
  if (parts.given.empty() && parts.family.empty()) parts = SplitPersonName(name.full);
  traits.given = FoldedWords(parts.given);
  traits.family = FoldedWords(parts.family);
  if (traits.given.empty() && traits.family.empty()) traits.family = FoldedWords(name.full);
  std::vector<std::string> essential = traits.family;
  std::erase_if(essential, IsParticle);
  if (!essential.empty()) traits.family = essential;
  traits.generation = GenerationOf(FoldedWords(name.full));
}

/// A page on which one person is shown.
bool IsProfile(const std::string& url) {
  return url.find("linkedin.com/in/") != std::string::npos || url.find("github.com/") != std::string::npos ||
         url.find("xing.com/profile/") != std::string::npos || url.find("orcid.org/") != std::string::npos;
}

std::string ShortUrl(std::string_view text) {
  std::string url = LowerCase(text);
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (url.starts_with(prefix)) url.erase(0, prefix.size());
  }
  while (url.ends_with('/'))
    url.pop_back();
  return url;
}

/// Without what companies are called by in one place and not in the other: "Example Ltd." is "Example".
std::string OrganizationKey(const std::string& organization) {
  static const std::set<std::string> forms = {
      "ltd", "limited", "inc", "gmbh", "llc", "ag", "corp", "corporation", "co",  "company", "plc", "sa",
      "bv",  "kg",      "srl", "spa",  "oy",  "ab", "pty",  "sarl",        "sro", "kft",     "the", "and"};
  std::string key;
  for (const std::string& word : FoldedWords(organization)) {
    if (!forms.contains(word)) key += word;
  }
  return key;
}

void ReadNumbers(const std::vector<Phone>& phones, Traits& traits) {
  for (const Phone& phone : phones) {
    std::string digits;
    for (const char c : phone.number) {
      if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.size() < kFewestDigits) continue;
    if (digits.size() > kComparedDigits) digits.erase(0, digits.size() - kComparedDigits);
    traits.numbers.push_back({digits, phone.extension, phone.type});
  }
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += word + ' ';
  return text;
}

}  // namespace

Traits TraitsOf(const Contact& contact) {
  const ContactDetails& details = contact.details;
  Traits traits;
  ReadName(details.name, traits);
  traits.organization = OrganizationKey(details.organization);
  for (const std::string& email : details.emails)
    traits.emails.push_back(LowerCase(email));
  for (const std::string& url : details.urls) {
    if (std::string page = ShortUrl(url); IsProfile(page)) traits.profiles.push_back(std::move(page));
  }
  for (const std::string& address : details.addresses)
    traits.addresses.push_back(FoldToAlnum(address));
  ReadNumbers(details.phones, traits);
  traits.birthday = contact.birthday;
  return traits;
}

std::vector<std::string> DuplicateKeys(const Traits& traits) {
  std::set<std::string> keys;
  for (const Traits::Number& number : traits.numbers)
    keys.insert("t " + number.digits);
  for (const std::string& email : traits.emails)
    keys.insert("m " + email);
  for (const std::string& profile : traits.profiles)
    keys.insert("u " + profile);
  std::vector<std::string> name = traits.family;
  if (!traits.given.empty()) name.emplace_back(FullGivenName(traits.given.front()));
  if (name.size() > 1) {
    std::vector<std::string> sorted = name;
    std::sort(sorted.begin(), sorted.end());  // a family name in front is the same name
    keys.insert("n " + Joined(sorted));
    if (!traits.organization.empty()) keys.insert("on " + Joined(sorted) + traits.organization);
  }
  if (!traits.organization.empty()) {
    for (const std::string& word : name)
      keys.insert("o " + word + ' ' + traits.organization);
  }
  return {keys.begin(), keys.end()};
}

bool IsStrongKey(std::string_view key) {
  return !key.starts_with("n ") && !key.starts_with("o ");
}

}  // namespace kith::storage
