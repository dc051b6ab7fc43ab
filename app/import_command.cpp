// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/command_line.h"
#include "app/contact_text.h"
#include "app/open_store.h"
#include "app/store_commands.h"
#include "exchange/vcard_reader.h"

namespace kith::app {
namespace {

/// Where a contact stands: "friends.vcf:12".
struct Place {
  std::string file;
  int line = 0;

  std::string Text() const { return file + ":" + std::to_string(line); }
};

/// All cards of all files, and what is to be said of them.
struct Cards {
  std::vector<Contact> contacts;
  std::vector<std::string> events;  ///< one for each contact; may be empty
  std::vector<Place> places;        ///< one for each contact
  int refused = 0;
  int photos = 0;
  int kept_elsewhere = 0;  ///< properties that a contact has no place for
};

void Refuse(Cards& cards, const Place& place, const std::string& reason) {
  ++cards.refused;
  std::cout << "refused    " << place.Text() << ": " << reason << '\n';
}

void ReadFile(const std::filesystem::path& file, const std::string& region, Cards& cards) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Refuse(cards, {file.string(), 0}, "The file can't be opened.");
  const auto take = [&](exchange::Vcard card) {
    cards.photos += card.photo ? 1 : 0;
    cards.kept_elsewhere += static_cast<int>(card.others.size());
    cards.contacts.push_back(std::move(card.contact));
    cards.events.push_back(std::move(card.event));
    cards.places.push_back({file.string(), card.line});
  };
  const auto refuse = [&](const exchange::RefusedVcard& refused) {
    Refuse(cards, {file.string(), refused.line}, refused.reason);
  };
  if (auto read = exchange::ReadVcards(in, {.region = region}, take, refuse); !read)
    Refuse(cards, {file.string(), 1}, read.error().message);
}

/// Events by their names, if the store has them; a dry run makes none, and neither does an import.
Result<void> FindEvents(EventStore& events, Cards& cards) {
  std::map<std::string, std::optional<EventId>> known;
  for (std::size_t i = 0; i < cards.contacts.size(); ++i) {
    const std::string& name = cards.events[i];
    if (name.empty()) continue;
    const auto [entry, is_new] = known.try_emplace(name);
    if (is_new) {
      const Result<std::optional<Event>> event = events.Find(name);
      if (!event) return event.error();
      if (*event) entry->second = (*event)->id;
    }
    cards.contacts[i].event = entry->second;
  }
  return {};
}

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

/// Reasons for each contact that may be somebody else who is kept or came along.
std::map<ContactId, std::string> Likely(const ContactImportReport& report, ContactStore& contacts,
                                        const Cards& cards) {
  std::map<ContactId, std::string> names;
  for (const Contact& contact : cards.contacts)
    names[contact.id] = ContactToLine(contact);
  std::map<ContactId, std::string> likely;
  for (const DuplicatePair& pair : report.duplicates) {
    if (!names.contains(pair.first)) {
      const Result<Contact> kept = contacts.Get(pair.first);
      names[pair.first] = kept ? ContactToLine(*kept) : pair.first.ToString();
    }
    std::string why;
    for (const std::string& reason : pair.likeness.reasons)
      why += (why.empty() ? "" : ", ") + reason;
    likely[pair.second] += "           perhaps the same as " + names[pair.first] + " (" + why + ")\n";
  }
  return likely;
}

void PrintOutcomes(const ContactImportReport& report, const Cards& cards,
                   const std::map<ContactId, std::string>& likely) {
  for (std::size_t i = 0; i < cards.contacts.size(); ++i) {
    const Contact& contact = cards.contacts[i];
    std::cout << Word(report.outcomes[i]) << cards.places[i].Text() << ": " << ContactToLine(contact) << '\n';
    const auto found = likely.find(contact.id);
    if (found != likely.end() && report.outcomes[i] == Imported::kNew) std::cout << found->second;
  }
}

void PrintSums(const ContactImportReport& report, const Cards& cards, bool dry_run) {
  std::cerr << (dry_run ? "Would be: " : "") << report.Count(Imported::kNew) << " new, "
            << report.Count(Imported::kChanged) << " changed, " << report.Count(Imported::kSame) << " same, "
            << report.duplicates.size() << " likely duplicates, " << cards.refused << " refused";
  if (const int erased = report.Count(Imported::kErased); erased > 0)
    std::cerr << ", " << erased << " left out because they were erased here";
  std::cerr << ".\n";
  if (cards.photos + cards.kept_elsewhere > 0) {
    std::cerr << "Not kept: " << cards.photos << " pictures and " << cards.kept_elsewhere
              << " properties that a contact has no place for.\n";
  }
  if (dry_run) std::cerr << "Nothing was changed.\n";
}

}  // namespace

Result<int> RunImport(const ImportOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  Cards cards;
  for (const std::filesystem::path& file : options.files)
    ReadFile(file, config.region, cards);
  if (auto found = FindEvents(store.events(), cards); !found) return found.error();
  const auto report = store.contact_import().Import(
      cards.contacts, options.dry_run ? ImportMode::kDryRun : ImportMode::kKeep);
  if (!report) return report.error();
  PrintOutcomes(*report, cards, Likely(*report, store.contacts(), cards));
  PrintSums(*report, cards, options.dry_run);
  return cards.refused == 0 ? kSuccess : kFailure;
}

}  // namespace kith::app
