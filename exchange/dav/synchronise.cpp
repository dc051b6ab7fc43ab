// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/synchronise.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "core/language.h"
#include "exchange/dav/writing.h"

namespace kith::exchange::dav {
namespace {

using Kind = SyncEvent::Kind;

constexpr int kMostPasses = 4;

/// One record at both ends.
struct Item {
  const LocalRecord* local = nullptr;
  const SyncedItem* agreed = nullptr;
  Situation situation;
  std::string href;
  std::string etag;    ///< of what stands there
  std::string remote;  ///< its text, if it changed
  std::optional<KnownText> known;
  bool is_left_alone = false;
};

class Pass {
 public:
  Pass(Collection& collection, Records& records, SyncStore& store, const SyncOptions& options,
       SyncReport& report)
      : collection_(collection),
        records_(records),
        store_(store),
        options_(options),
        report_(report),
        address_(collection.address().Text()) {}

  /// Whether it should be done once more.
  Result<bool> Run() {
    Result<SyncState> state = store_.Load(address_);
    if (!state) return state.error();
    Result<std::vector<LocalRecord>> locals = records_.List();
    if (!locals) return locals.error();
    Result<Listing> listing = collection_.List(state->token);
    if (!listing) return listing.error();
    Gather(*state, *locals);
    if (auto looked = LookThere(*listing); !looked) return looked.error();
    if (auto decided = Decide(); !decided) return decided.error();
    if (options_.is_dry_run) return false;
    if (auto done = DoSteps(); !done) return done.error();
    if (again_ || is_incomplete_ || listing->token == state->token) return again_;
    if (auto kept = store_.SetToken(address_, listing->token); !kept) return kept.error();
    return false;
  }

 private:
  void Tell(Kind kind, std::string name, std::string detail = {}) {
    dav::Tell(report_, {kind, std::move(name), std::move(detail)});
  }

  void Gather(const SyncState& state, const std::vector<LocalRecord>& locals) {
    for (const LocalRecord& local : locals) {
      Item& item = items_[local.id];
      item.local = &local;
      item.situation.is_here = true;
      item.situation.is_settled = local.is_settled;
    }
    for (const SyncedItem& agreed : state.items) {
      Item& item = items_[agreed.id];
      item.agreed = &agreed;
      item.href = agreed.href;
      item.etag = agreed.etag;
      item.situation.was_agreed = true;
      item.situation.changed_here = item.local != nullptr && item.local->text != agreed.ours;
      by_place_[PathKey(agreed.href)] = agreed.id;
    }
  }

  Result<void> LookThere(const Listing& listing) {
    using There = Situation::There;
    for (const auto& [place, id] : by_place_) {
      const bool is_gone = listing.is_all ? !listing.there.contains(place)
                                          : std::ranges::find(listing.gone, place) != listing.gone.end();
      items_[id].situation.there = is_gone ? There::kAbsent : There::kSame;
    }
    std::vector<std::string> wanted;
    for (const auto& [place, id] : by_place_) {
      const Item& item = items_[id];
      const bool is_listed = listing.there.contains(place);
      if (item.etag.empty() && item.situation.there == There::kSame && !is_listed && IsNeeded(item))
        wanted.push_back(item.href);
    }
    for (const auto& [place, entry] : listing.there) {
      const auto known = by_place_.find(place);
      if (known != by_place_.end()) {
        Item& item = items_[known->second];
        item.situation.there = There::kSame;
        if (!entry.etag.empty() && item.agreed->etag == entry.etag) continue;
        item.etag = entry.etag;
        if (!IsNeeded(item)) continue;
      }
      wanted.push_back(entry.href);
    }
    const auto fetched = collection_.Fetch(wanted);
    if (!fetched) return fetched.error();
    for (const std::string& href : wanted) {
      const auto found = fetched->find(PathKey(href));
      if (found == fetched->end()) {
        again_ = true;  // deleted since it was listed
        if (const auto known = by_place_.find(PathKey(href)); known != by_place_.end())
          items_[known->second].is_left_alone = true;
      } else {
        Understand(href, found->second);
      }
    }
    return {};
  }

  /// Publishing looks at what changed there only where it changes the same.
  bool IsNeeded(const Item& item) const {
    return options_.direction == Direction::kBothWays || item.situation.changed_here;
  }

  /// Nothing but its place is remembered.
  static bool WasErasedHere(const Item& item) {
    return item.local == nullptr && item.agreed != nullptr && item.agreed->theirs.empty();
  }

  void Understand(const std::string& href, const Resource& resource) {
    const auto place = by_place_.find(PathKey(href));
    Item* const expected = place == by_place_.end() ? nullptr : &items_[place->second];
    if (expected != nullptr && WasErasedHere(*expected)) {
      expected->etag = resource.etag;
      expected->situation.there = Situation::There::kChanged;
      return;
    }
    const bool is_kiths = expected != nullptr && expected->agreed->is_kiths;
    const Result<KnownText> known = records_.Know(resource.text, is_kiths);
    if (!known) {
      if (expected != nullptr) expected->is_left_alone = true;
      if (known.error().code == ErrorCode::kNotAllowed) return;
      is_incomplete_ = true;
      return Tell(Kind::kUnreadable, href, known.error().message);
    }
    Item& item = items_[known->id];
    const bool is_elsewhere =
        item.agreed != nullptr && &item != expected && item.situation.there != Situation::There::kAbsent;
    if (item.known || is_elsewhere) {
      if (expected != nullptr) expected->is_left_alone = true;
      is_incomplete_ = true;
      return Tell(Kind::kUnreadable, href,
                  Filled(Tr("It has the same UID as another one: {0}"), {known->name}));
    }
    item.known = *known;
    item.href = href;
    item.etag = resource.etag;
    item.remote = resource.text;
    item.situation.there = Situation::There::kChanged;
  }

  Result<void> Decide() {
    std::vector<UuidBytes> deletions;
    for (auto& [id, item] : items_) {
      if (item.is_left_alone) continue;
      if (!item.situation.is_here) {
        const Result<Absence> absence = records_.WhyAbsent(id);
        if (!absence) return absence.error();
        item.situation.absence = WasErasedHere(item) ? Absence::kErased : *absence;
      }
      const Step step = NextStep(item.situation, options_.direction);
      if (step == Step::kNothing) continue;
      steps_[id] = step;
      if (step == Step::kDeleteThere || step == Step::kRemoveHere || step == Step::kFoldIn)
        deletions.push_back(id);
    }
    const bool is_held_back = IsManyToDelete(deletions.size(), items_.size()) && !options_.may_delete_many;
    for (const UuidBytes& id : deletions) {
      if (!is_held_back) break;
      const Step step = steps_[id];
      steps_.erase(id);
      is_incomplete_ = true;
      Tell(Kind::kHeldBack, NameOf(items_[id]), step == Step::kRemoveHere ? "here" : "on the server");
    }
    if (options_.is_dry_run) TellSteps();
    return {};
  }

  void TellSteps() {
    for (const auto& [id, step] : steps_) {
      const Item& item = items_[id];
      static const std::map<Step, Kind> kinds = {{Step::kCreateThere, Kind::kCreatedThere},
                                                 {Step::kTakeHere, Kind::kTakenHere},
                                                 {Step::kDeleteThere, Kind::kDeletedThere},
                                                 {Step::kFoldIn, Kind::kDeletedThere},
                                                 {Step::kRemoveHere, Kind::kRemovedHere}};
      if (const auto kind = kinds.find(step); kind != kinds.end()) {
        Tell(kind->second, NameOf(item));
      } else if (step == Step::kReconcile) {
        if (item.situation.there == Situation::There::kChanged) Tell(Kind::kChangedHere, NameOf(item));
        if (item.situation.changed_here) Tell(Kind::kChangedThere, NameOf(item));
      }
    }
  }

  std::string NameOf(const Item& item) {
    if (item.known) return item.known->name;
    for (const std::string* const text : {item.local == nullptr ? nullptr : &item.local->text,
                                          item.agreed == nullptr ? nullptr : &item.agreed->theirs}) {
      if (text == nullptr || text->empty()) continue;
      if (const Result<KnownText> known = records_.Know(*text, true)) return known->name;
    }
    return std::string(Tr("(erased here)"));
  }

  Result<void> DoSteps() {
    std::vector<UuidBytes> forgotten;
    std::vector<UuidBytes> removed;
    for (const auto& [id, step] : steps_) {
      Item& item = items_[id];
      if (step == Step::kForget || step == Step::kRemoveHere) forgotten.push_back(id);
      if (step == Step::kRemoveHere) removed.push_back(id);
      if (step == Step::kReconcile || step == Step::kTakeHere || step == Step::kFoldIn) {
        if (auto merged = Merge(id, item, step); !merged) return merged;
      }
      if (step == Step::kCreateThere) {
        if (auto created = Create(id, item); !created) return created;
      }
      if (step == Step::kDeleteThere || step == Step::kFoldIn) Delete(id, item);
    }
    for (const UuidBytes& id : removed)
      Tell(Kind::kRemovedHere, NameOf(items_[id]));
    if (auto gone = records_.Remove(removed); !gone) return gone;
    if (!agreed_.empty() || !forgotten.empty()) {
      if (auto kept = store_.Record(address_, agreed_, forgotten); !kept) return kept;
    }
    return WriteThere();
  }

  Result<void> Merge(const UuidBytes& id, Item& item, Step step) {
    const bool is_kiths = item.known ? item.known->is_kiths : item.agreed->is_kiths;
    const std::string& remote = item.known ? item.remote : item.agreed->theirs;
    if (step == Step::kFoldIn) return Retry(records_.FoldIn(id, remote, is_kiths), item);
    SyncedItem agreed = item.agreed != nullptr ? *item.agreed : SyncedItem{.id = id};
    agreed.href = item.href;
    agreed.etag = item.etag;
    agreed.is_kiths = is_kiths;
    const Result<Reconciled> reconciled = step == Step::kTakeHere
                                              ? records_.TakeHere(*item.known, remote)
                                              : records_.Reconcile(agreed, remote, options_.direction);
    if (!reconciled) return Retry(reconciled.error(), item);
    const std::string name = NameOf(item);
    if (reconciled->changed_here) Tell(step == Step::kTakeHere ? Kind::kTakenHere : Kind::kChangedHere, name);
    if (!reconciled->contested.empty()) {
      std::string fields;
      for (const std::string& field : reconciled->contested)
        fields += (fields.empty() ? "" : ", ") + field;
      Tell(Kind::kContested, name, fields);
    }
    agreed.ours = reconciled->ours;
    agreed.theirs = reconciled->remembered.value_or(reconciled->there);
    if (reconciled->there == remote) {
      agreed_.push_back(std::move(agreed));
    } else {
      writes_.push_back({{item.href, item.etag, reconciled->there},
                         agreed,
                         name,
                         Kind::kChangedThere,
                         !reconciled->remembered.has_value()});
    }
    return {};
  }

  /// What a person changed in this very moment is looked at again; one that can't be read doesn't stop the
  /// others.
  Result<void> Retry(const Result<void>& outcome, Item& item) {
    if (outcome) return outcome;
    const Error& error = outcome.error();
    if (error.code != ErrorCode::kNotAllowed && error.code != ErrorCode::kUnreadable) return outcome;
    item.is_left_alone = true;
    again_ |= error.code == ErrorCode::kNotAllowed;
    is_incomplete_ = true;
    if (error.code == ErrorCode::kUnreadable) Tell(Kind::kUnreadable, NameOf(item), error.message);
    return {};
  }

  Result<void> Create(const UuidBytes& id, const Item& item) {
    const Result<std::string> text = records_.NewText(*item.local);
    if (!text) return text.error();
    const std::string href = collection_.HrefFor(FormatUuid(id));
    writes_.push_back({{href, {}, *text},
                       {id, href, {}, *text, item.local->text, true},
                       NameOf(item),
                       Kind::kCreatedThere});
    return {};
  }

  void Delete(const UuidBytes& id, const Item& item) {
    if (item.is_left_alone) return;
    writes_.push_back({{item.href, item.etag, {}}, {.id = id}, NameOf(item), Kind::kDeletedThere});
  }

  Result<void> WriteThere() {
    const Result<WriteOutcome> outcome =
        WriteAllThere({collection_, store_, address_, report_}, std::span(writes_));
    if (!outcome) return outcome.error();
    again_ |= outcome->again;
    is_incomplete_ |= outcome->is_incomplete;
    return {};
  }

  Collection& collection_;
  Records& records_;
  SyncStore& store_;
  const SyncOptions& options_;
  SyncReport& report_;
  std::string address_;
  std::map<UuidBytes, Item> items_;
  std::map<std::string, UuidBytes> by_place_;
  std::map<UuidBytes, Step> steps_;
  std::vector<SyncedItem> agreed_;
  std::vector<Pending> writes_;
  bool again_ = false;
  bool is_incomplete_ = false;  ///< the next run must see again what changed since the old token
};

}  // namespace

std::size_t SyncReport::Count(SyncEvent::Kind kind) const {
  return static_cast<std::size_t>(std::ranges::count(events, kind, &SyncEvent::kind));
}

SyncReport Synchronise(Collection& collection, Records& records, SyncStore& store,
                       const SyncOptions& options) {
  SyncReport report;
  for (int passes = 0; passes < kMostPasses; ++passes) {
    const Result<bool> again = Pass(collection, records, store, options, report).Run();
    if (!again) report.trouble = again.error();
    if (!again || !*again) break;
  }
  return report;
}

}  // namespace kith::exchange::dav
