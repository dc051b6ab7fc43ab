// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/contact_ids.h"
#include "app/contact_json.h"
#include "app/contact_text.h"
#include "app/open_store.h"
#include "app/store_commands.h"

namespace kith::app {
namespace {

/// Values of lists stand on lines of their own.
std::string OnOneLine(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
    text.replace(at, 1, "; ");
  return text.empty() ? "(nothing)" : text;
}

void PrintRevision(const Revision& revision) {
  std::cout << revision.number << "  " << FormatInstant(revision.when).substr(0, 16) << " UTC, "
            << ActorName(revision.actor) << " on " << revision.machine;
  if (revision.undoes) std::cout << ", takes back " << *revision.undoes;
  std::cout << '\n';
  for (const FieldChange& change : revision.changes) {
    if (change.before.empty() &&
        (change.field == "created" || change.field == "merged" || change.field == "separated")) {
      std::cout << "    " << change.field << ' ' << change.after << '\n';
    } else {
      std::cout << "    " << change.field << ": " << OnOneLine(change.before) << " -> "
                << OnOneLine(change.after) << '\n';
    }
  }
}

}  // namespace

Result<int> RunHistory(const HistoryOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Result<Contact> contact = FindContact(store.contacts(), options.contact);
  if (!contact) return contact.error();
  if (options.undo) {
    if (auto undone = store.history().Undo(contact->id, *options.undo); !undone) return undone.error();
    std::cerr << "Taken back.\n";
    return kSuccess;
  }
  const auto revisions = store.history().Revisions(contact->id);
  if (!revisions) return revisions.error();
  for (const Revision& revision : *revisions) {
    if (options.json) {
      std::cout << RevisionToJson(revision).dump() << '\n';
    } else {
      PrintRevision(revision);
    }
  }
  return kSuccess;
}

Result<int> RunDuplicates(const DuplicatesOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const auto pairs = store.duplicates().FindAll(options.limit);
  if (!pairs) return pairs.error();
  for (const DuplicatePair& pair : *pairs) {
    const auto first = store.contacts().Get(pair.first);
    const auto second = store.contacts().Get(pair.second);
    if (!first || !second) continue;  // erased or merged by somebody else in the meantime
    if (options.json) {
      std::cout << nlohmann::ordered_json{{"first", ContactToJson(*first)},
                                          {"second", ContactToJson(*second)},
                                          {"score", pair.likeness.score},
                                          {"reasons", pair.likeness.reasons}}
                       .dump()
                << '\n';
      continue;
    }
    std::string reasons;
    for (const std::string& reason : pair.likeness.reasons)
      reasons += (reasons.empty() ? "" : ", ") + reason;
    std::cout << reasons << '\n'
              << "  " << pair.first.ToString() << "  " << ContactToLine(*first) << '\n'
              << "  " << pair.second.ToString() << "  " << ContactToLine(*second) << '\n';
  }
  if (pairs->empty() && !options.json) std::cerr << "No two contacts look like one person.\n";
  return kSuccess;
}

Result<int> RunMerge(const MergeOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Result<Contact> kept = FindContact(store.contacts(), options.kept);
  if (!kept) return kept.error();
  const Result<Contact> other = FindContact(store.contacts(), options.other);
  if (!other) return other.error();
  const auto revision = store.duplicates().Merge(kept->id, other->id, Actor::kHost);
  if (!revision) return revision.error();
  std::cerr << "Merged. \"kith history " << kept->id.ToString() << " --undo " << *revision
            << "\" takes it back.\n";
  return kSuccess;
}

}  // namespace kith::app
