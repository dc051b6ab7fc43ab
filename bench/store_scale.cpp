// SPDX-License-Identifier: Apache-2.0
// What the store takes with many contacts: import of vCards, changes, open, search at every keystroke, the
// scan for duplicates, erasing.
//
// usage: kith_store_scale [CONTACTS] [--scan]   (100000 if left out; --scan: import, open and scan only)
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sys/resource.h>

#include "exchange/vcard/reader.h"
#include "exchange/vcard/vcard.h"
#include "storage/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace kith;

template <typename T>
T OrThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().detail);
  return *std::move(result);
}
void OrThrow(const Result<void>& result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().detail);
}

/// Processor time: others use the machine, too.
class Stopwatch {
 public:
  double Ms() const { return 1000.0 * static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t begin_ = std::clock();
};

/// Names made of syllables: as many as real ones, and nobody's.
class People {
 public:
  std::string Word(int syllables) {
    static constexpr std::array kBegin = {"b", "br", "d", "f", "g", "gr", "h", "j",  "k", "kl", "l",
                                          "m", "n",  "p", "r", "s", "st", "t", "tr", "v", "w",  "z"};
    static constexpr std::array kMiddle = {"a", "e", "i", "o", "u", "ai", "ei", "ou"};
    static constexpr std::array kEnd = {"", "", "n", "r", "l", "s", "m", "k"};
    std::string word;
    for (int i = 0; i < syllables; ++i)
      word += std::string(Pick(kBegin)) + Pick(kMiddle) + Pick(kEnd);
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }

  /// Five in a company; names are as many as there are, however many people bear them.
  explicit People(int count) : company_count_(count / 5 + 1) {}

  Contact Next() {
    if (given_.empty()) {
      for (int i = 0; i < 500; ++i)
        given_.push_back(Word(2));
      for (int i = 0; i < 30'000; ++i)
        family_.push_back(Word(3));
      for (int i = 0; i < company_count_; ++i)
        companies_.push_back(Word(3) + " " + Word(2));
    }
    const std::string given = given_[random_() % given_.size()];
    const std::string family = family_[random_() % family_.size()];
    const std::string company = companies_[random_() % companies_.size()];
    Contact contact = test::NamedContact(given + " " + family);
    contact.details.name = {given + " " + family, given, family};
    contact.details.organization = company;
    const std::string number = std::to_string(200'000'000 + random_() % 799'999'999);
    contact.details.phones = {{"+1" + number + "0", "", "", PhoneType::kMobile}};
    contact.details.emails = {given + "." + family + std::to_string(random_() % 100) + "@" +
                              company.substr(0, company.find(' ')) + ".example.com"};
    contact.details.notes = "Talked about " + Word(3) + " and " + Word(2) + ".";
    contact.interests = {family_[random_() % 200]};
    return contact;
  }

  std::mt19937& random() { return random_; }

 private:
  template <typename Texts>
  const char* Pick(const Texts& texts) {
    return texts[random_() % texts.size()];
  }

  int company_count_;
  std::mt19937 random_{20261124};
  std::vector<std::string> given_;
  std::vector<std::string> family_;
  std::vector<std::string> companies_;
};

long MemoryKb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void PrintQuantiles(const std::string& what, std::vector<double> ms) {
  std::sort(ms.begin(), ms.end());
  const auto at = [&](double share) {
    return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
  };
  std::cout << what << ": p50 " << at(0.5) << " ms, p95 " << at(0.95) << " ms, most " << ms.back() << " ms ("
            << ms.size() << " searches)\n";
}

double TimeOfSearch(storage::Store& store, const std::string& text) {
  const Stopwatch watch;
  OrThrow(store.contacts().Search({.text = text, .limit = 50}));
  return watch.Ms();
}

/// Every beginning of the names of some contacts, as they are typed, and the same with a typo.
void MeasureSearch(storage::Store& store, const std::vector<Contact>& sample, std::mt19937& random) {
  std::vector<double> typed;
  std::vector<double> shorts;
  std::vector<double> typos;
  for (const Contact& contact : sample) {
    const std::string& name = contact.details.name.full;
    for (std::size_t length = 1; length <= name.size(); ++length) {
      const double ms = TimeOfSearch(store, name.substr(0, length));
      typed.push_back(ms);
      if (length <= 2) shorts.push_back(ms);
    }
    std::string wrong = contact.details.name.family;
    wrong[random() % wrong.size()] = 'q';
    typos.push_back(TimeOfSearch(store, wrong));
  }
  PrintQuantiles("search, every keystroke of a name", typed);
  PrintQuantiles("  of these: one or two letters", shorts);
  PrintQuantiles("search with a typo", typos);
}

/// The people, written as vCards, and some of them to be looked for.
std::vector<Contact> WritePeople(People& people, int count, const std::filesystem::path& file) {
  std::vector<Contact> contacts;
  std::vector<Contact> sample;
  for (int i = 0; i < count; ++i) {
    contacts.push_back(people.Next());
    if (i % (count / 40 + 1) == 0) sample.push_back(contacts.back());
    if (i % 50 == 1) {  // somebody who comes again, with another number
      Contact again = contacts.back();
      again.id = test::NamedContact("").id;
      again.details.organization = "New Works";
      contacts.push_back(again);
      ++i;
    }
  }
  std::ofstream(file, std::ios::binary) << exchange::WriteVcards(contacts, {});
  return sample;
}

std::vector<Contact> ReadPeople(const std::filesystem::path& file) {
  std::vector<Contact> contacts;
  std::ifstream in(file, std::ios::binary);
  OrThrow(exchange::ReadVcards(
      in, {}, [&](exchange::Vcard card) { contacts.push_back(std::move(card.contact)); },
      [](const exchange::RefusedVcard& refused) { throw std::runtime_error(refused.reason); }));
  return contacts;
}

void Import(storage::Store& store, const std::filesystem::path& file, bool with_changes) {
  const Stopwatch importing;
  std::vector<Contact> contacts = ReadPeople(file);
  const double reading = importing.Ms() / 1000;
  const auto report = OrThrow(store.contact_import().Import(contacts));
  std::cout << "import of " << report.Count(Imported::kNew) << " vCards: " << importing.Ms() / 1000
            << " s, reading them " << reading << " s of it; " << report.duplicates.size()
            << " likely duplicates told\n";
  if (!with_changes) return;
  // Two more changes of each, in one transaction each time.
  const Stopwatch changing;
  for (const char* const title : {"Engineer", "Director"}) {
    for (Contact& contact : contacts)
      contact.details.department = title;
    OrThrow(store.contact_import().Import(contacts));
  }
  std::cout << "with " << 3 * contacts.size() << " changes: " << changing.Ms() / 1000 << " s more\n";
}

void MeasureLists(storage::Store& store) {
  for (const int limit : {50, 1000}) {
    const long before = MemoryKb();
    const Stopwatch listing;
    OrThrow(store.contacts().Search({.limit = limit}));
    std::cout << "a list of " << limit << ": " << listing.Ms() << " ms, memory +" << MemoryKb() - before
              << " kB\n";
  }
}

void Run(int count, bool scan_only) {
  const test::TempFolder folder;
  const test::ManualClock clock;
  People people(count);
  const std::vector<Contact> sample = WritePeople(people, count, folder / "people.vcf");
  auto store = OrThrow(storage::Store::Open(folder / "kith.db", clock));
  Import(*store, folder / "people.vcf", !scan_only);

  store.reset();
  const Stopwatch opening;
  store = OrThrow(storage::Store::Open(folder / "kith.db", clock));
  OrThrow(store->contacts().Search({.limit = 50}));
  std::cout << "open to the first list of 50: " << opening.Ms() << " ms\n";
  if (!scan_only) MeasureLists(*store);
  if (!scan_only) MeasureSearch(*store, sample, people.random());

  const long before = MemoryKb();
  const Stopwatch scanning;
  const std::size_t pairs = OrThrow(store->duplicates().FindAll(1'000'000)).size();
  std::cout << "duplicate scan of all: " << scanning.Ms() / 1000 << " s, " << pairs << " pairs, memory +"
            << (MemoryKb() - before) / 1024 << " MB\n";
  const Stopwatch erasing;
  OrThrow(store->contacts().Erase(sample.front().id));
  std::cout << "erasing one contact: " << erasing.Ms() << " ms\n";
  std::cout << "file: " << std::filesystem::file_size(folder / "kith.db") / 1'000'000 << " MB\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Run(argc > 1 ? std::stoi(argv[1]) : 100'000, argc > 2 && std::string_view(argv[2]) == "--scan");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
