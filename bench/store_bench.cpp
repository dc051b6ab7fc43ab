// SPDX-License-Identifier: Apache-2.0
// What the store takes: keeping a capture until it is on disk, and searching twenty thousand contacts.
#include <array>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>

#include "storage/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace kith;

constexpr int kContacts = 20'000;
constexpr std::size_t kCardImageBytes = 200'000;

template <typename T>
T OrThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().detail);
  return *std::move(result);
}

void AddCapture(benchmark::State& state) {
  const test::TempFolder folder;
  const test::ManualClock clock;
  const auto store = OrThrow(storage::Store::Open(folder / "kith.db", clock));
  const NewCapture capture = test::SampleCapture(std::string(kCardImageBytes, 'x'));
  for (auto _ : state)
    OrThrow(store->captures().Add(capture));
}
BENCHMARK(AddCapture)->Unit(benchmark::kMillisecond)->UseRealTime();

Contact NumberedContact(int number) {
  constexpr std::array kGiven = {"Ada", "Bela", "Chidi", "Dunya", "Emil", "Farah", "Goran", "Hana"};
  constexpr std::array kFamily = {"Example", "Sample", "Specimen", "Placeholder", "Doe", "Muster", "Prueba"};
  constexpr std::array kTopics = {"sailing", "beekeeping", "compilers", "chess", "bread", "jazz"};
  const auto at = [number](const auto& words, int stride) {
    return std::string(words[static_cast<std::size_t>(number / stride) % words.size()]);
  };
  const std::string suffix = std::to_string(number);
  Contact contact = test::NamedContact(at(kGiven, 1) + " " + at(kFamily, 8) + suffix);
  contact.details.organization = at(kFamily, 3) + " Works " + suffix;
  contact.details.emails = {"person" + suffix + "@example.com"};
  contact.details.phones = {{"+1415555" + std::to_string(1000 + number % 9000), "", "", PhoneType::kWork}};
  contact.details.notes = "Talked about " + at(kTopics, 5) + " and " + at(kTopics, 7) + ".";
  contact.interests = {at(kTopics, 11)};
  return contact;
}

/// A store of kContacts that all searches share; making it takes about a minute.
class FullStore {
 public:
  FullStore() {
    for (int i = 0; i < kContacts; ++i) {
      if (!store_->contacts().Confirm(NumberedContact(i), {})) throw std::runtime_error("Confirm failed.");
    }
  }
  ContactStore& contacts() { return store_->contacts(); }

 private:
  test::TempFolder folder_;
  test::ManualClock clock_;
  std::unique_ptr<storage::Store> store_ = OrThrow(storage::Store::Open(folder_ / "kith.db", clock_));
};

void Search(benchmark::State& state, const char* text) {
  static FullStore store;
  std::size_t found = 0;
  for (auto _ : state)
    found = OrThrow(store.contacts().Search({.text = text})).size();
  state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(Search, OnePerson, "ada example16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Search, FirstLetters, "chi")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Search, Topic, "beekeeping")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Search, PartOfANumber, "5551234")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Search, Nobody, "zzyzx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Search, EverybodyByName, "")->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
