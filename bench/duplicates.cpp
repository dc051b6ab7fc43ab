// SPDX-License-Identifier: Apache-2.0
// How well the likeness tells one person kept twice from two people: labelled pairs of invented people, half
// of them variants of one person as cards and imports show them, half look-alikes.
//
// usage: kith_duplicates [SEED] [PAIRS] [--wrong]   (1, 2000; --wrong lists the pairs that are judged
// wrongly)
#include <algorithm>
#include <array>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/text.h"
#include "storage/likeness.h"
#include "tests/support/samples.h"

namespace {

using namespace kith;

class Press {
 public:
  explicit Press(unsigned seed) : random_(seed) {}

  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool Chance(int percent) { return Below(100) < percent; }
  template <typename T, std::size_t kSize>
  std::string Pick(const std::array<T, kSize>& from) {
    return from[static_cast<std::size_t>(Below(static_cast<int>(kSize)))];
  }

  std::string Syllables(int count) {
    static constexpr std::array kBegin = {"B", "D", "F", "G", "H", "K", "L", "M",
                                          "N", "P", "R", "S", "T", "V", "W"};
    static constexpr std::array kMiddle = {"a", "e", "i", "o", "u", "á", "ö", "ü", "é", "ł"};
    static constexpr std::array kEnd = {"r", "n", "l", "s", "nd", "rt", "ck", "m"};
    std::string word;
    for (int i = 0; i < count; ++i)
      word += Pick(kBegin) + (Chance(80) ? kMiddle[static_cast<std::size_t>(Below(5))] : Pick(kMiddle)) +
              Pick(kEnd);
    return TitleCase(word);
  }
  std::string Given() {
    static constexpr std::array kGiven = {
        "Robert",    "William", "Elizabeth", "Margaret", "Katherine", "Michael", "James",    "Thomas",
        "Alexander", "Peter",   "Susan",     "Daniel",   "Anna",      "Jonas",   "Lena",     "Márta",
        "Chidi",     "Aiko",    "Priya",     "Omar",     "Zsófia",    "Łukasz",  "Jürgen",   "Inès",
        "Carlos",    "Fatima",  "Nkechi",    "Hiroto",   "Svetlana",  "Diego",   "Richard",  "Edward",
        "Andrew",    "Deborah", "Christina", "Matthew",  "Joseph",    "Samuel",  "Victoria", "Nicholas"};
    return Pick(kGiven);
  }
  std::string Number(const std::string& country = "+1") {
    std::string number = country;
    for (int i = 0; i < 10; ++i)
      number += static_cast<char>('0' + (i == 0 ? 2 + Below(7) : Below(10)));
    return number;
  }
  std::string Company() {
    static constexpr std::array kForm = {" Ltd", " GmbH", " Inc", " Consulting", " Partners", ""};
    return Syllables(2) + ' ' + Syllables(1) + Pick(kForm);
  }
  std::string Domain(const std::string& company) {
    return FoldToAlnum(company.substr(0, company.find(' '))) + (Chance(50) ? ".example.com" : ".example.org");
  }
  static std::string Mailbox(const PersonName& name) {
    return FoldToAlnum(name.given) + '.' + FoldToAlnum(name.family);
  }

  static void Rename(Contact& contact, const std::string& given, const std::string& family) {
    contact.details.name = {given + ' ' + family, given, family};
  }

  /// A card as most are: name, company, two numbers, e-mail; sometimes less.
  Contact Card() {
    Contact contact = test::NamedContact("");
    Rename(contact, Given(), Syllables(2));
    ContactDetails& details = contact.details;
    details.organization = Company();
    if (Chance(85)) details.phones.push_back(Phone{Number(), "", "", PhoneType::kMobile});
    if (Chance(60)) details.phones.push_back(Phone{Number(), "", "", PhoneType::kWork});
    if (Chance(90) || details.phones.empty())
      details.emails = {Mailbox(details.name) + '@' + Domain(details.organization)};
    return contact;
  }

  std::string Typo(std::string text) {
    const auto at = static_cast<std::size_t>(1 + Below(static_cast<int>(text.size()) - 1));
    text[at] = static_cast<char>('a' + Below(26));
    return text;
  }

 private:
  std::mt19937 random_;
};

struct Pair {
  std::string kind;
  Contact one;
  Contact other;
  bool same = false;
};

using Variation = std::function<void(Press&, Contact& one, Contact& other)>;

void NewJob(Press& press, Contact& contact) {
  contact.details.organization = press.Company();
  contact.details.emails = {Press::Mailbox(contact.details.name) + '@' +
                            press.Domain(contact.details.organization)};
}

const std::map<std::string, Variation>& SamePerson() {
  static const std::map<std::string, Variation> variations = {
      {"scanned twice", [](Press&, Contact&, Contact&) {}},
      {"other number",
       [](Press& press, Contact&, Contact& other) {
         other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
       }},
      {"job change, e-mail stays",
       [](Press& press, Contact& one, Contact& other) {
         one.details.emails = other.details.emails = {Press::Mailbox(one.details.name) + "@mail.example.net"};
         other.details.organization = press.Company();
       }},
      {"job change, mobile stays",
       [](Press& press, Contact& one, Contact& other) {
         one.details.phones = other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
         NewJob(press, other);
       }},
      {"married name",
       [](Press& press, Contact& one, Contact& other) {
         one.details.phones = other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
         const PersonName& name = one.details.name;
         Press::Rename(other, name.given,
                       press.Chance(50) ? press.Syllables(2) : name.family + '-' + press.Syllables(2));
         other.details.emails.clear();
       }},
      {"short given name",
       [](Press& press, Contact& one, Contact& other) {
         static constexpr std::array<std::array<const char*, 2>, 12> kShort = {{{"Robert", "Bob"},
                                                                                {"William", "Bill"},
                                                                                {"Elizabeth", "Liz"},
                                                                                {"Margaret", "Peggy"},
                                                                                {"Katherine", "Kate"},
                                                                                {"Michael", "Mike"},
                                                                                {"James", "Jim"},
                                                                                {"Thomas", "Tom"},
                                                                                {"Alexander", "Sascha"},
                                                                                {"Richard", "Dick"},
                                                                                {"Edward", "Ted"},
                                                                                {"Joseph", "Sepp"}}};
         const auto& names = kShort[static_cast<std::size_t>(press.Below(12))];
         Press::Rename(one, names[0], one.details.name.family);
         Press::Rename(other, names[1], one.details.name.family);
         if (press.Chance(50)) other.details.emails.clear();
       }},
      {"parts exchanged",
       [](Press&, Contact& one, Contact& other) {
         Press::Rename(other, one.details.name.family, one.details.name.given);
         other.details.phones.resize(std::min<std::size_t>(1, other.details.phones.size()));
       }},
      {"without accents",
       [](Press& press, Contact& one, Contact& other) {
         Press::Rename(one, "Márta", "Kö" + press.Syllables(1));
         Press::Rename(other, "Marta", TitleCase(FoldText(one.details.name.family)));
         if (press.Chance(50)) other.details.emails.clear();
       }},
      {"without country code",
       [](Press& press, Contact& one, Contact& other) {
         one.details.phones = {{press.Number("+49"), "", "", PhoneType::kMobile}};
         other.details.phones = {{"0" + one.details.phones[0].number.substr(3), "", "", PhoneType::kWork}};
         other.details.emails.clear();
         other.details.organization.clear();
       }},
      {"misread name",
       [](Press& press, Contact& one, Contact& other) {
         Press::Rename(other, one.details.name.given, press.Typo(one.details.name.family));
         if (press.Chance(30)) other.details.phones.clear();
       }},
      {"misread e-mail and number",
       [](Press& press, Contact&, Contact& other) {
         for (std::string& email : other.details.emails)
           email = press.Typo(email.substr(0, 5)) + email.substr(5);
         if (!other.details.phones.empty()) other.details.phones[0].number.back() = '3';
       }},
      {"middle name",
       [](Press& press, Contact& one, Contact& other) {
         Press::Rename(other, one.details.name.given + ' ' + press.Given().substr(0, 1) + '.',
                       one.details.name.family);
         if (press.Chance(50)) NewJob(press, other);
       }},
      {"initial only",
       [](Press&, Contact& one, Contact& other) {
         Press::Rename(other, one.details.name.given.substr(0, 1) + '.', one.details.name.family);
       }},
  };
  return variations;
}

const std::map<std::string, Variation>& TwoPeople() {
  static const std::map<std::string, Variation> variations = {
      {"strangers", [](Press& press, Contact&, Contact& other) { other = press.Card(); }},
      {"colleagues with a switchboard",
       [](Press& press, Contact& one, Contact& other) {
         other = press.Card();
         other.details.organization = one.details.organization;
         one.details.phones = other.details.phones = {{press.Number(), "", "", PhoneType::kWork}};
         other.details.emails = {Press::Mailbox(other.details.name) + '@' +
                                 press.Domain(one.details.organization)};
       }},
      {"colleagues of one given name",
       [](Press& press, Contact& one, Contact& other) {
         other = press.Card();
         Press::Rename(other, one.details.name.given, other.details.name.family);
         other.details.organization = one.details.organization;
         other.details.emails = {Press::Mailbox(other.details.name) + '@' +
                                 press.Domain(one.details.organization)};
       }},
      {"a family in its company",
       [](Press& press, Contact& one, Contact& other) {
         Press::Rename(other, press.Given(), one.details.name.family);
         if (other.details.name.given == one.details.name.given)
           Press::Rename(other, "Balthasar", one.details.name.family);
         one.details.phones = other.details.phones = {{press.Number(), "", "", PhoneType::kWork}};
         other.details.emails = {Press::Mailbox(other.details.name) + '@' +
                                 press.Domain(one.details.organization)};
       }},
      {"a couple with one mobile",
       [](Press& press, Contact& one, Contact& other) {
         one.details.phones = other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
         Press::Rename(other, one.details.name.given == "Anna" ? "Omar" : "Anna", one.details.name.family);
         NewJob(press, other);
       }},
      {"father and son",
       [](Press& press, Contact& one, Contact& other) {
         one.details.name.full += " Sr.";
         other.details.name.full += " Jr.";
         other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
         other.details.emails.clear();
       }},
      {"namesakes",
       [](Press& press, Contact& one, Contact& other) {
         const PersonName name = one.details.name;
         other = press.Card();
         Press::Rename(other, name.given, name.family);
         other.details.emails = {Press::Mailbox(name) + '@' + press.Domain(other.details.organization)};
       }},
      {"namesakes in one company",
       [](Press& press, Contact& one, Contact& other) {
         const std::string domain = press.Domain(one.details.organization);
         one.details.emails = {Press::Mailbox(one.details.name) + '@' + domain};
         other.details.emails = {Press::Mailbox(one.details.name) + "2@" + domain};
         other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
       }},
      {"almost one name in one company",
       [](Press& press, Contact& one, Contact& other) {
         Press::Rename(one, "Jonathan", one.details.name.family);
         Press::Rename(other, "Johnathan", one.details.name.family);
         other.details.phones = {{press.Number(), "", "", PhoneType::kMobile}};
         other.details.emails = {Press::Mailbox(other.details.name) + '@' +
                                 press.Domain(one.details.organization)};
       }},
      {"a shared mailbox",
       [](Press& press, Contact& one, Contact& other) {
         other = press.Card();
         other.details.organization = one.details.organization;
         one.details.emails = other.details.emails = {"info@" + press.Domain(one.details.organization)};
       }},
  };
  return variations;
}

Pair MakePair(Press& press, const std::map<std::string, Variation>& variations, int number, bool same) {
  auto variation = variations.begin();
  std::advance(variation, number % static_cast<int>(variations.size()));
  Pair pair{variation->first, press.Card(), {}, same};
  pair.other = pair.one;
  pair.other.id = test::NamedContact("").id;
  variation->second(press, pair.one, pair.other);
  return pair;
}

/// As the store judges: they share a key, and are alike enough.
bool IsFound(const Pair& pair) {
  const storage::Traits one = storage::TraitsOf(pair.one);
  const storage::Traits other = storage::TraitsOf(pair.other);
  const auto keys = storage::DuplicateKeys(one);
  const auto others = storage::DuplicateKeys(other);
  const bool shared = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::find(others.begin(), others.end(), key) != others.end();
  });
  return shared && storage::Compare(one, other).score >= kLikelyDuplicate;
}

void Show(const Contact& contact) {
  const ContactDetails& details = contact.details;
  std::cout << "    " << details.name.full << " | " << details.organization;
  for (const Phone& phone : details.phones)
    std::cout << " | " << phone.number;
  for (const std::string& email : details.emails)
    std::cout << " | " << email;
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned seed = argc > 1 ? static_cast<unsigned>(std::stoul(argv[1])) : 1;
  const int count = argc > 2 ? std::stoi(argv[2]) : 2000;
  const bool show = argc > 3;
  Press press(seed);
  std::map<std::string, std::array<int, 2>> right;  // of all
  int found = 0;
  int found_rightly = 0;
  int same = 0;
  for (int i = 0; i < count; ++i) {
    const bool is_same = i % 2 == 0;
    const Pair pair = MakePair(press, is_same ? SamePerson() : TwoPeople(), i / 2, is_same);
    const bool is_found = IsFound(pair);
    same += is_same ? 1 : 0;
    found += is_found ? 1 : 0;
    found_rightly += is_found && is_same ? 1 : 0;
    auto& counts = right[(is_same ? "one person, " : "two people, ") + pair.kind];
    counts[0] += is_found == is_same ? 1 : 0;
    ++counts[1];
    if (show && is_found != is_same) {
      std::cout << pair.kind << '\n';
      Show(pair.one);
      Show(pair.other);
    }
  }
  for (const auto& [kind, counts] : right)
    std::cout << "  " << kind << ": " << counts[0] << " of " << counts[1] << '\n';
  std::cout << "precision " << static_cast<double>(found_rightly) / std::max(found, 1) << ", recall "
            << static_cast<double>(found_rightly) / std::max(same, 1) << " (" << count << " pairs, seed "
            << seed << ")\n";
  return 0;
}
