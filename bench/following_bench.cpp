// SPDX-License-Identifier: Apache-2.0
// What following up takes: the queue of a hundred thousand contacts, introductions for an event of two
// thousand and of twenty thousand.
#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include "bench/fictional_book.h"
#include "followup/queue.h"
#include "followup/suggestions.h"

namespace {

using namespace kith;
using namespace kith::followup;

void Queue(benchmark::State& state) {
  const Book book = bench::FictionalBook({.contacts = static_cast<int>(state.range(0))});
  const Rules rules;
  std::size_t items = 0;
  for (auto _ : state) {
    const People people(book);
    items = BuildQueue(book, people, rules, bench::kBenchDay, 7).size();
  }
  state.counters["items"] = static_cast<double>(items);
  state.counters["follow_ups"] = static_cast<double>(book.follow_ups.size());
}
BENCHMARK(Queue)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void Introductions(benchmark::State& state) {
  const Book book = bench::FictionalBook({.contacts = static_cast<int>(state.range(0)), .one_event = true});
  const EventId event = book.events.begin()->first;
  std::size_t suggestions = 0;
  for (auto _ : state) {
    const People people(book);
    suggestions = SuggestIntroductions(book, people, {.event = event}).size();
  }
  state.counters["suggestions"] = static_cast<double>(suggestions);
}
BENCHMARK(Introductions)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
