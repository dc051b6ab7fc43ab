// SPDX-License-Identifier: Apache-2.0
// What exchanging many contacts takes: importing them from a vCard, and exporting them in each format. Each
// step is a process of its own, so that the most memory it had is its own, too.
//
// usage: kith_exporting [CONTACTS [FOLDER [FORMAT]]]   (100000 if left out; with a folder they are kept
// there, and exported from there the next time)
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/contact_export.h"
#include "exchange/vcard/reader.h"
#include "exchange/vcard/vcard.h"
#include "storage/store.h"
#include "tests/support/fictional_people.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace kith;

template <typename T>
T OrThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().detail);
  return *std::move(result);
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs it in a process of its own and says what it took.
void Measure(const std::string& name, const std::function<void()>& step) {
  std::cout.flush();
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    step();
    _exit(0);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  if (status != 0) throw std::runtime_error(name + " failed");
  std::cout << name << ": " << taken.count() << " s, " << Seconds(used.ru_utime) + Seconds(used.ru_stime)
            << " s of a processor, " << used.ru_maxrss / 1024 << " MB at most\n";
}

void WritePeople(const std::filesystem::path& file, std::uint32_t count) {
  std::ofstream out(file, std::ios::binary);
  for (std::uint32_t number = 0; number < count; ++number) {
    std::string card;
    WholeContact person = test::FictionalPerson(number);
    person.contact.event.reset();
    exchange::AppendVcard(card, person, {});
    out << card;
  }
}

void Import(const std::filesystem::path& folder) {
  const test::ManualClock clock;
  const auto store = OrThrow(storage::Store::Open(folder / "kith.db", clock));
  std::ifstream in(folder / "people.vcf", std::ios::binary);
  const auto feed = [&](const TakeContact& take) {
    return exchange::ReadVcards(
        in, {},
        [&](exchange::Vcard card) {
          (void)take({std::move(card.contact), std::move(card.extras)});
        },
        [](const exchange::RefusedVcard& refused) { throw std::runtime_error(refused.reason); });
  };
  OrThrow(store->contact_import().Import(feed, ImportMode::kKeep));
}

void Export(const std::filesystem::path& folder, ExportFormat format, const std::filesystem::path& file) {
  const test::ManualClock clock;
  const auto store = OrThrow(storage::Store::Open(folder / "kith.db", clock));
  const ExportReport report =
      OrThrow(exchange::ExportContacts({.format = format, .path = folder / file}, store->extras(), {}));
  const auto recorded = store->retention().RecordExport(
      {clock.Now(), std::string(ExportFormatName(format)), report.path.string(), report.contacts});
  if (!recorded) throw std::runtime_error(recorded.error().message);
}

}  // namespace

int main(int argc, char** argv) {
  const auto count = static_cast<std::uint32_t>(argc > 1 ? std::stoul(argv[1]) : 100'000);
  const test::TempFolder passing;
  const std::filesystem::path folder = argc > 2 ? std::filesystem::path(argv[2]) : passing.path();
  std::filesystem::create_directories(folder);
  Measure("nothing", [] {});
  if (!std::filesystem::exists(folder / "kith.db")) {
    Measure("making " + std::to_string(count) + " people",
            [&] { WritePeople(folder / "people.vcf", count); });
    Measure("importing them", [&] { Import(folder); });
  }
  for (const ExportFormat format :
       {ExportFormat::kContactsVcard, ExportFormat::kContactsVcard4, ExportFormat::kContactsCsv,
        ExportFormat::kGoogleCsv, ExportFormat::kOutlookCsv, ExportFormat::kHubspotCsv,
        ExportFormat::kSalesforceCsv}) {
    const std::string name(ExportFormatName(format));
    if (argc > 3 && name != argv[3]) continue;
    Measure("exporting " + name, [&] { Export(folder, format, "export." + name); });
  }
  if (argc > 3) return 0;
  Measure("exporting a folder of vCards", [&] { Export(folder, ExportFormat::kContactsVcard, "cards/"); });
}
