// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "core/language.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/likeness.h"
#include "storage/merging.h"
#include "storage/revisions.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

using RowPair = std::pair<std::int64_t, std::int64_t>;  ///< the smaller row first

struct Candidates {
  RowPair rows;
  bool strong = false;  ///< they share a key that says much by itself
};

RowPair Ordered(std::int64_t a, std::int64_t b) {
  return {std::min(a, b), std::max(a, b)};
}

void SortMostAlikeFirst(std::vector<DuplicatePair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
    if (a.likeness.score != b.likeness.score) return a.likeness.score > b.likeness.score;
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
}

std::set<std::int64_t> RowsWithKeys(Database& database, const std::vector<std::string>& keys) {
  std::set<std::int64_t> rows;
  for (const std::string& key : keys) {
    std::vector<std::int64_t> block;
    database.Each("SELECT contact FROM duplicate_keys WHERE key = ? LIMIT ?", {key, kCrowd + 1},
                  [&](const Row& row) { block.push_back(row.Number(0)); });
    if (block.size() <= static_cast<std::size_t>(kCrowd)) rows.insert(block.begin(), block.end());
  }
  return rows;
}

bool AreApart(Database& database, const RowPair& pair) {
  return database.Exists("SELECT 1 FROM told_apart WHERE first = ? AND second = ?",
                         {pair.first, pair.second});
}

class DuplicateTables : public DuplicateFinder {
 public:
  DuplicateTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<std::vector<DuplicatePair>> FindLike(const Contact& contact) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<DuplicatePair>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      return FindContactsLike(database_, contact);
    });
  }

  Result<std::vector<DuplicatePair>> FindAll(int limit) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<DuplicatePair>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      std::vector<DuplicatePair> pairs;
      std::int64_t first_row = -1;
      ContactId first;
      Traits first_traits;
      // Sorted by the first row: its traits are made once, and those of one other contact at a time.
      for (const Candidates& candidates : CandidatePairs()) {
        const auto [a, b] = candidates.rows;
        if (!candidates.strong && !(HasAddressOrBirthday(a) && HasAddressOrBirthday(b))) continue;
        if (a != first_row) {
          const Contact contact = LoadContact(database_, a);
          first_row = a;
          first = contact.id;
          first_traits = TraitsOf(contact);
        }
        const Contact other = LoadContact(database_, b);
        Likeness likeness = Compare(first_traits, TraitsOf(other));
        if (likeness.score < kLikelyDuplicate || AreApart(database_, {a, b})) continue;
        pairs.push_back({first, other.id, std::move(likeness)});
      }
      SortMostAlikeFirst(pairs);
      pairs.resize(std::min(pairs.size(), static_cast<std::size_t>(std::max(limit, 0))));
      return pairs;
    });
  }

  Result<void> TellApart(ContactId first, ContactId second) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const auto one = RowOfContact(database_, first);
      const auto other = RowOfContact(database_, second);
      if (!one || !other) return NotThere(Kept::kContact);
      if (*one == *other)
        return Error{ErrorCode::kInvalidInput, std::string(Tr("A contact can't be told apart from itself."))};
      const RowPair pair = Ordered(*one, *other);
      database_.Run("INSERT OR IGNORE INTO told_apart(first, second) VALUES(?, ?)",
                    {pair.first, pair.second});
      transaction.Commit();
      return {};
    });
  }

  Result<std::int64_t> Merge(ContactId kept, ContactId other, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<std::int64_t> {
      if (!IsPerson(actor)) {
        return Error{ErrorCode::kNotAllowed,
                     std::string(Tr("Only a person may say that two contacts are one."))};
      }
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const auto kept_row = RowOfContact(database_, kept);
      const auto other_row = RowOfContact(database_, other);
      if (!kept_row || !other_row) return NotThere(Kept::kContact);
      if (*kept_row == *other_row)
        return Error{ErrorCode::kInvalidInput, std::string(Tr("A contact can't be merged with itself."))};
      const Contact before = LoadContact(database_, *kept_row);
      const Contact hidden = LoadContact(database_, *other_row);
      HideContact(database_, *kept_row, *other_row);
      const WholeChange merged{"merged", hidden.details.name.full, hidden.id.ToString()};
      const auto revision = WriteContact(database_, *kept_row, before, MergedContact(before, hidden),
                                         {actor, clock_.Now()}, merged);
      transaction.Commit();
      return revision.value();
    });
  }

  Result<std::vector<CaptureId>> CardsOf(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<CaptureId>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      std::vector<CaptureId> cards;
      database_.Each(std::string(kWithMerged) +
                         "SELECT capture FROM contacts JOIN persons USING (row) WHERE capture IS NOT NULL"
                         " ORDER BY persons.depth, row",
                     {*row}, [&](const Row& found) { cards.emplace_back(found.Uuid(0)); });
      return cards;
    });
  }

 private:
  bool HasAddressOrBirthday(std::int64_t row) {
    return database_.Exists(
        "SELECT 1 FROM contacts WHERE row = ?1 AND (birth_month IS NOT NULL OR EXISTS ("
        " SELECT 1 FROM contact_values WHERE contact = ?1 AND kind = 'address'))",
        {row});
  }

  /// Each pair that shares a key, once, in order.
  std::vector<Candidates> CandidatePairs() {
    std::vector<Candidates> pairs;
    std::string key;
    std::vector<std::int64_t> block;
    const auto end_block = [&] {
      if (block.size() > 1 && block.size() <= static_cast<std::size_t>(kCrowd)) {
        const bool strong = IsStrongKey(key);
        for (std::size_t i = 0; i < block.size(); ++i) {
          for (std::size_t j = i + 1; j < block.size(); ++j)
            pairs.push_back({Ordered(block[i], block[j]), strong});
        }
      }
      block.clear();
    };
    database_.Each("SELECT key, contact FROM duplicate_keys ORDER BY key, contact", {}, [&](const Row& row) {
      if (std::string next = row.Text(0); next != key) {
        end_block();
        key = std::move(next);
      }
      block.push_back(row.Number(1));
    });
    end_block();
    // Of a pair that is there more than once the strong one comes first, and stays.
    std::sort(pairs.begin(), pairs.end(), [](const Candidates& a, const Candidates& b) {
      return a.rows != b.rows ? a.rows < b.rows : a.strong && !b.strong;
    });
    const auto same = [](const Candidates& a, const Candidates& b) { return a.rows == b.rows; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return pairs;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::vector<DuplicatePair> FindContactsLike(Database& database, const Contact& contact) {
  const Traits traits = TraitsOf(contact);
  const std::optional<std::int64_t> own = RowOfContact(database, contact.id);
  std::vector<DuplicatePair> pairs;
  for (const std::int64_t row : RowsWithKeys(database, DuplicateKeys(traits))) {
    if (row == own || (own && AreApart(database, Ordered(*own, row)))) continue;
    const Contact other = LoadContact(database, row);
    Likeness likeness = Compare(traits, TraitsOf(other));
    if (likeness.score < kLikelyDuplicate) continue;
    pairs.push_back({other.id, contact.id, std::move(likeness)});
    if (own && *own < row) std::swap(pairs.back().first, pairs.back().second);
  }
  SortMostAlikeFirst(pairs);
  return pairs;
}

std::unique_ptr<DuplicateFinder> MakeDuplicateTables(Database& database, const Clock& clock) {
  return std::make_unique<DuplicateTables>(database, clock);
}

}  // namespace kith::storage
