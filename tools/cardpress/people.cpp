// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/people.h"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "core/text.h"
#include "tools/cardpress/phone_format.h"

namespace kith::tools {
namespace {

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string MakeStem(Rng& rng) {
  const WordTable& stems = Stems();
  if (rng.Chance(0.2)) return rng.Pick(stems.All("whole"));
  std::string first = rng.Pick(stems.All("first"));
  const std::string second = rng.Pick(stems.All("second"));
  const std::string vowels = "aeiou";
  if (vowels.find(first.back()) != std::string::npos && vowels.find(second.front()) != std::string::npos) {
    first.pop_back();
  }
  if (first.back() == second.front()) first.pop_back();
  return first + second;
}

std::string WithLegalForm(const std::string& name, const std::string& form) {
  return form.front() == ',' ? name + form : name + " " + form;
}

std::string MakeHost(Rng& rng, const Identity& person, const std::string& brand, Domains domains) {
  std::string slug = FoldToAlnum(brand);
  const std::size_t first_word = brand.find(' ');
  if (slug.size() > 18 && first_word != std::string::npos && first_word > 3) {
    slug = FoldToAlnum(brand.substr(0, first_word));
  }
  if (rng.Chance(0.12))
    slug += "-" + FoldToAlnum(person.words->All("trade")[static_cast<std::size_t>(rng.Int(0, 4))]);
  if (domains == Domains::kReserved) return slug + ".example." + rng.PickOf({"com", "org", "net"});
  if (rng.Chance(0.15))
    slug += rng.Chance(0.5) ? std::to_string(rng.Int(2, 99)) : "-" + std::to_string(rng.Int(2, 99));
  return slug + "." + rng.Pick(person.country->facts.All("tld"));
}

Organization MakeOrganization(Rng& rng, const Identity& person, Domains domains) {
  const WordTable& facts = person.country->facts;
  const WordTable& words = *person.words;
  Organization made;
  const auto filled = [&](const std::string& pattern) {
    return Replaced(Replaced(pattern, "{stem}", MakeStem(rng)), "{town}", rng.Pick(facts.All("town")));
  };
  const std::string& legal_form = rng.Pick(facts.All("legal"));
  const double kind = rng.Real(0, 1);
  if (kind < 0.10) {
    made.brand = made.legal = filled(rng.Pick(words.All("org.academic")));
  } else if (kind < 0.17) {
    made.brand = made.legal = filled(rng.Pick(words.All("org.other")));
  } else if (kind < 0.35) {
    // A firm with a family's name: sometimes the family of the person on the card.
    const std::string family = rng.Chance(0.4) ? person.family : rng.Pick(facts.All("family"));
    made.brand = rng.Chance(0.3) ? family + " & " + rng.Pick(facts.All("family"))
                                 : family + " " + rng.Pick(words.All("trade"));
    made.legal = WithLegalForm(made.brand, legal_form);
  } else {
    made.brand = MakeStem(rng);
    const bool with_trade = rng.Chance(0.6);
    if (with_trade && rng.Chance(0.4)) made.brand += " " + rng.Pick(words.All("trade"));
    made.legal =
        WithLegalForm(with_trade ? made.brand + " " + rng.Pick(words.All("trade")) : made.brand, legal_form);
    if (rng.Chance(0.3)) made.legal = WithLegalForm(made.brand, legal_form);
  }
  if (rng.Chance(0.35)) made.tagline = rng.Pick(words.All("tagline"));
  made.host = MakeHost(rng, person, made.brand, domains);
  return made;
}

bool IsAcademic(const Identity& person) {
  const std::string name = FoldToAlnum(person.organization.brand);
  for (const char* word :
       {"univers", "hochschule", "hogeschool", "institut", "college", "ecole", "politec", "skola", "vysok"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

void AddName(Rng& rng, Identity& person) {
  const WordTable& facts = person.country->facts;
  person.given = rng.Pick(facts.All("given"));
  person.family = rng.Pick(facts.All("family"));
  std::string given = person.given;
  if (facts.Has("middle") && rng.Chance(0.3)) given += " " + rng.Pick(facts.All("middle"));
  std::string family = person.family;
  const bool asian_caps = facts.Has("family_caps") || facts.Has("family_last_caps");
  if (rng.Chance(asian_caps ? 0.35 : 0.06)) family = UpperCase(family, person.country->language);
  const bool family_first = rng.Chance(facts.Has("family_first") ? 0.35 : 0.02);
  person.name = family_first ? family + " " + given : given + " " + family;
}

void AddTitles(Rng& rng, Identity& person) {
  const WordTable& words = *person.words;
  const bool academic = IsAcademic(person);
  const auto& titles = words.All(academic && rng.Chance(0.7) ? "title.academic" : "title");
  const double many = rng.Real(0, 1);
  if (many > 0.14) person.titles.push_back(rng.Pick(titles));
  if (many > 0.88) {
    const std::string& second = rng.Pick(titles);
    if (second != person.titles.front()) person.titles.push_back(second);
  }
  if (rng.Chance(academic ? 0.6 : 0.22)) {
    person.departments.push_back(rng.Pick(words.All(academic ? "department.academic" : "department")));
  }
  if (rng.Chance(academic ? 0.3 : 0.09)) person.degree = rng.Pick(words.All("degree"));
}

std::vector<std::string> SplitLines(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(" / ", begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 3;
  }
  return lines;
}

std::vector<std::string> MakeAddress(Rng& rng, const Identity& person) {
  const WordTable& facts = person.country->facts;
  std::string text = rng.Pick(facts.All("address"));
  for (std::size_t at; (at = text.find("{house}")) != std::string::npos;) {
    text.replace(at, 7, std::to_string(rng.Chance(0.7) ? rng.Int(1, 99) : rng.Int(100, 2400)));
  }
  text = Replaced(text, "{street}", rng.Pick(facts.All("street")));
  text = Replaced(text, "{unit}", rng.Pick(facts.All("unit")));
  text = Replaced(text, "{place}", rng.Pick(facts.All("place")));
  text = Replaced(text, "{country}", rng.Pick(facts.All("print")));
  // Places of some countries contain the separator too ("Konak / Izmir"): those get a line of their own.
  return SplitLines(text);
}

std::string EmailLocal(Rng& rng, const Identity& person) {
  const std::string given = FoldToAlnum(person.given.substr(0, person.given.find(' ')));
  const std::string family = FoldToAlnum(person.family);
  const std::string initial = given.substr(0, 1);
  switch (rng.Int(0, 9)) {
    case 0:
      return initial + family;
    case 1:
      return initial + "." + family;
    case 2:
      return given;
    case 3:
      return family;
    case 4:
      return given + "_" + family;
    case 5:
      return family + "." + given;
    case 6:
      return given + family.substr(0, 1);
    default:
      return given + "." + family;
  }
}

std::string MailCase(Rng& rng, const std::string& address) {
  if (!rng.Chance(0.06)) return address;
  std::string out = address;
  bool start = true;
  for (char& c : out) {
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    start = c == '.' || c == '@' || c == '-';
    if (c == '@' && address.find(".example.") != std::string::npos) break;
  }
  return out;
}

void AddOnline(Rng& rng, Identity& person, Domains domains) {
  const std::string& host = person.organization.host;
  if (rng.Chance(0.93)) {
    std::string local = rng.Chance(0.1) ? rng.PickOf({"info", "mail", "office", "contact", "hello"})
                                        : EmailLocal(rng, person);
    std::string domain = host;
    if (rng.Chance(0.1)) {
      domain =
          domains == Domains::kReserved
              ? std::string(rng.PickOf({"mail.example.com", "post.example.net", "example.org"}))
              : std::string(rng.PickOf({"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "gmx.net"}));
      local += std::to_string(rng.Int(101, 9999));
    }
    person.emails.push_back(MailCase(rng, local + "@" + domain));
    if (rng.Chance(0.05)) person.emails.push_back("info@" + host);
  }
  if (rng.Chance(0.72)) {
    const double form = rng.Real(0, 1);
    std::string url = form < 0.62   ? "www." + host
                      : form < 0.88 ? host
                      : form < 0.94 ? "http://www." + host
                                    : "https://" + host;
    if (rng.Chance(0.07)) url += "/" + rng.PickOf<std::string>({"team", "shop", "en", "studio", "kontakt"});
    person.urls.push_back(url);
  }
}

/// Zeros stand for digits in the data, so that no real tax or licence number can be among them.
std::string WithDigits(Rng& rng, std::string text) {
  for (char& c : text) {
    if (c == '0') c = static_cast<char>('0' + rng.Int(0, 9));
  }
  return text;
}

void AddExtras(Rng& rng, Identity& person) {
  if (rng.Chance(0.14)) person.extras.push_back(WithDigits(rng, rng.Pick(person.words->All("distractor"))));
  if (rng.Chance(0.06)) person.extras.push_back(rng.Pick(person.words->All("hours")));
}

}  // namespace

std::string UpperCase(const std::string& text, const std::string& language) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale(language.c_str())).toUTF8String(out);
  return out;
}

std::string LowerCase(const std::string& text, const std::string& language) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toLower(icu::Locale(language.c_str())).toUTF8String(out);
  return out;
}

Identity MakeIdentity(Rng& rng, Domains domains) {
  Identity person;
  person.country = &rng.Pick(Countries());
  // Half of all cards are from English-speaking countries; many others are printed in English.
  if (rng.Chance(0.25)) {
    do
      person.country = &rng.Pick(Countries());
    while (person.country->language != "en");
  }
  const bool english = person.country->language == "en" || rng.Chance(0.25);
  person.words = english ? &EnglishWords() : person.country->words;
  person.language = english ? "en" : person.country->language;
  AddName(rng, person);
  person.organization = MakeOrganization(rng, person, domains);
  if (rng.Chance(0.04)) person.second = MakeOrganization(rng, person, domains);
  AddTitles(rng, person);
  person.phones = MakePhones(rng, *person.country, domains);
  AddOnline(rng, person, domains);
  if (rng.Chance(0.82)) person.addresses.push_back(MakeAddress(rng, person));
  if (rng.Chance(0.05)) person.addresses.push_back(MakeAddress(rng, person));
  AddExtras(rng, person);
  return person;
}

}  // namespace kith::tools
