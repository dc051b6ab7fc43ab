// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "app/command_line.h"
#include "app/contact_text.h"
#include "app/open_store.h"
#include "app/store_commands.h"
#include "exchange/vcard_reader.h"

namespace kith::app {
namespace {

std::string_view Word(Imported outcome) {
  switch (outcome) {
    case Imported::kNew:
      return "new        ";
    case Imported::kChanged:
      return "changed    ";
    case Imported::kSame:
      return "same       ";
    case Imported::kErased:
      return "erased     ";
  }
  return {};
}

/// Gives the cards of all files to an import, one at a time, and says of each what becomes of it.
class FileFeed {
 public:
  FileFeed(const ImportOptions& options, const std::string& region, EventStore& events)
      : options_(options), region_(region), events_(events) {}

  Result<void> Feed(const TakeContact& take) {
    for (std::size_t file = 0; file < options_.files.size(); ++file) {
      ReadFile(file, take);
      if (failed_) return *failed_;
    }
    return {};
  }

  int refused() const { return refused_; }

  /// "friends.vcf:12", where a contact that is new stands; nullopt for others.
  std::optional<std::string> PlaceOf(ContactId id) const {
    const auto place = places_.find(id);
    if (place == places_.end()) return std::nullopt;
    return Text(place->second.first, place->second.second);
  }

 private:
  void ReadFile(std::size_t file, const TakeContact& take) {
    std::ifstream in(options_.files[file], std::ios::binary);
    if (!in) return Refuse(Text(file, 0), "The file can't be opened.");
    const auto take_card = [&](exchange::Vcard card) { Take(file, std::move(card), take); };
    const auto refuse = [&](const exchange::RefusedVcard& refused) {
      Refuse(Text(file, refused.line), refused.reason);
    };
    if (auto read = exchange::ReadVcards(in, {.region = region_}, take_card, refuse); !read)
      Refuse(Text(file, 1), read.error().message);
  }

  void Take(std::size_t file, exchange::Vcard card, const TakeContact& take) {
    if (failed_) return;
    const Result<std::optional<EventId>> event = EventOf(card.event);
    if (!event) return Fail(event.error());
    card.contact.event = *event;
    const WholeContact whole{std::move(card.contact), std::move(card.extras)};
    const Result<Imported> outcome = take(whole);
    if (!outcome) return Fail(outcome.error());
    if (*outcome == Imported::kNew) places_[whole.contact.id] = {file, card.line};
    std::cout << Word(*outcome) << Text(file, card.line) << ": " << ContactToLine(whole.contact) << '\n';
  }

  /// Events by their names, if the store has them; a dry run makes none, and neither does an import.
  Result<std::optional<EventId>> EventOf(const std::string& name) {
    if (name.empty()) return std::optional<EventId>();
    const auto [entry, is_new] = event_ids_.try_emplace(name);
    if (!is_new) return entry->second;
    const Result<std::optional<Event>> event = events_.Find(name);
    if (!event) return event.error();
    if (*event) entry->second = (*event)->id;
    return entry->second;
  }

  std::string Text(std::size_t file, int line) const {
    return options_.files[file].string() + ":" + std::to_string(line);
  }

  void Refuse(const std::string& place, const std::string& reason) {
    ++refused_;
    std::cout << "refused    " << place << ": " << reason << '\n';
  }

  void Fail(const Error& error) { failed_ = error; }

  const ImportOptions& options_;
  const std::string& region_;
  EventStore& events_;
  std::map<std::string, std::optional<EventId>> event_ids_;
  std::map<ContactId, std::pair<std::size_t, int>> places_;  ///< of new contacts: file and line
  std::optional<Error> failed_;
  int refused_ = 0;
};

/// New contacts who may be somebody else who is kept or came along.
void PrintLikely(const ContactImportReport& report, ContactStore& contacts, const FileFeed& feed) {
  for (const DuplicatePair& pair : report.duplicates) {
    std::string other = feed.PlaceOf(pair.first).value_or("");
    if (other.empty()) {
      const Result<Contact> kept = contacts.Get(pair.first);
      other = kept ? ContactToLine(*kept) : pair.first.ToString();
    }
    std::string why;
    for (const std::string& reason : pair.likeness.reasons)
      why += (why.empty() ? "" : ", ") + reason;
    std::cout << "likely     " << feed.PlaceOf(pair.second).value_or(pair.second.ToString())
              << ": perhaps the same as " << other << " (" << why << ")\n";
  }
}

void PrintSums(const ContactImportReport& report, int refused, bool dry_run) {
  std::cerr << (dry_run ? "Would be: " : "") << report.Count(Imported::kNew) << " new, "
            << report.Count(Imported::kChanged) << " changed, " << report.Count(Imported::kSame) << " same, "
            << report.duplicates.size() << " likely duplicates, " << refused << " refused";
  if (const int erased = report.Count(Imported::kErased); erased > 0)
    std::cerr << ", " << erased << " left out because they were erased here";
  std::cerr << ".\n";
  if (report.left_out > 0)
    std::cerr << "Not kept: " << report.left_out
              << " pictures and properties that are larger than Kith keeps.\n";
  if (dry_run) std::cerr << "Nothing was changed.\n";
}

}  // namespace

Result<int> RunImport(const ImportOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  FileFeed feed(options, config.region, store.events());
  const auto report =
      store.contact_import().Import([&](const TakeContact& take) { return feed.Feed(take); },
                                    options.dry_run ? ImportMode::kDryRun : ImportMode::kKeep);
  if (!report) {
    std::cerr << "Nothing was changed.\n";
    return report.error();
  }
  PrintLikely(*report, store.contacts(), feed);
  PrintSums(*report, feed.refused(), options.dry_run);
  return feed.refused() == 0 ? kSuccess : kFailure;
}

}  // namespace kith::app
