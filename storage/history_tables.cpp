// SPDX-License-Identifier: Apache-2.0
#include "core/contact_changes.h"
#include "core/language.h"
#include "storage/contact_fields.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/extra_rows.h"
#include "storage/merging.h"
#include "storage/revisions.h"
#include "storage/suggesting.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// A recorded change, as undoing needs it.
struct RecordedChange {
  std::string field;
  std::optional<std::string> old_value;
  std::optional<std::string> new_value;
};

Suggestion SuggestionOf(const Contact& kept, const Row& row) {
  Contact suggested = kept;
  const std::string field = row.Text(0);
  Suggestion suggestion{field, "", row.Text(1), ParseActor(row.Text(2)).value_or(Actor::kReader),
                        row.Moment(3)};
  if (SetField(suggested, field, row.Text(4))) {
    for (const ContactChange& change : ChangesBetween(kept, suggested, suggestion.when))
      suggestion.kept = change.before;
  }
  return suggestion;
}

class HistoryTables : public ContactHistory {
 public:
  HistoryTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<std::vector<Revision>> Revisions(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Revision>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      std::vector<Revision> revisions;
      database_.Each(
          "SELECT revision, at, actor, who, undoes, field, before, after FROM contact_changes"
          " WHERE contact = ? ORDER BY revision DESC, row",
          {*row}, [&](const Row& change) {
            if (revisions.empty() || revisions.back().number != change.Number(0)) {
              revisions.push_back({change.Number(0),
                                   change.Moment(1),
                                   ParseActor(change.Text(2)).value_or(Actor::kHost),
                                   change.Text(3),
                                   {},
                                   change.IsNull(4) ? std::nullopt : std::optional(change.Number(4))});
            }
            revisions.back().changes.push_back({change.Text(5), change.Text(6), change.Text(7)});
          });
      return revisions;
    });
  }

  Result<void> Undo(ContactId id, std::int64_t revision) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      const std::vector<RecordedChange> changes = ChangesOf(*row, revision);
      if (changes.empty()) return NotThere(Kept::kChange);
      if (IsOfExtras(changes.front())) {
        if (auto undone = TakeBackExtras(*row, revision, changes); !undone) return undone;
        transaction.Commit();
        return {};
      }
      const Contact now = LoadContact(database_, *row);
      Contact before = now;
      for (const RecordedChange& change : changes) {
        if (auto undone = change.field == "merged" ? Separate(*row, change) : TakeBack(before, now, change);
            !undone)
          return undone;
      }
      if (auto checked = CheckReferences(database_, before); !checked) return checked;
      const Authorship authorship{Actor::kHost, clock_.Now(), revision};
      std::optional<WholeChange> whole;
      if (changes.front().field == "merged") whole = WholeChange{"separated", ""};
      if (WriteContact(database_, *row, now, before, authorship, whole)) transaction.Commit();
      return {};
    });
  }

  Result<std::vector<Suggestion>> Suggest(const Contact& contact, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Suggestion>> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, contact.id);
      if (!row) return NotThere(Kept::kContact);
      if (auto checked = CheckReferences(database_, contact); !checked) return checked.error();
      Result<SuggestOutcome> outcome = SuggestChanges(database_, *row, contact, actor, clock_.Now());
      if (!outcome) return outcome.error();
      transaction.Commit();
      return std::move(outcome->held);
    });
  }

  Result<std::vector<Suggestion>> Suggestions(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Suggestion>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      const Contact kept = LoadContact(database_, *row);
      std::vector<Suggestion> suggestions;
      database_.Each(
          "SELECT field, suggested, actor, at, value FROM suggestions WHERE contact = ? ORDER BY field",
          {*row}, [&](const Row& found) { suggestions.push_back(SuggestionOf(kept, found)); });
      return suggestions;
    });
  }

  Result<void> Settle(ContactId id, const std::string& field, bool accept) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      std::optional<std::string> value;
      database_.Each("SELECT value FROM suggestions WHERE contact = ? AND field = ?", {*row, field},
                     [&](const Row& found) { value = found.Text(0); });
      if (!value) return NotThere(Kept::kSuggestion);
      database_.Run("DELETE FROM suggestions WHERE contact = ? AND field = ?", {*row, field});
      if (accept) {
        const Contact kept = LoadContact(database_, *row);
        Contact changed = kept;
        if (auto set = SetField(changed, field, *value); !set) return set;
        if (auto checked = CheckReferences(database_, changed); !checked) return checked;
        WriteContact(database_, *row, kept, changed, {Actor::kHost, clock_.Now()});
      }
      transaction.Commit();
      return {};
    });
  }

 private:
  std::vector<RecordedChange> ChangesOf(std::int64_t row, std::int64_t revision) {
    std::vector<RecordedChange> changes;
    database_.Each(
        "SELECT field, old_value, new_value FROM contact_changes WHERE contact = ? AND revision = ? ORDER BY "
        "row",
        {row, revision}, [&](const Row& change) {
          changes.push_back({change.Text(0), change.OptionalText(1), change.OptionalText(2)});
        });
    return changes;
  }

  static Result<void> TakeBack(Contact& contact, const Contact& now, const RecordedChange& change) {
    if (change.field == "created") {
      return Error{ErrorCode::kNotAllowed,
                   std::string(Tr("That is where the contact begins. Erase it, if it should go."))};
    }
    if (change.field == "separated") {
      return Error{ErrorCode::kNotAllowed,
                   std::string(Tr("To put the two together again, merge them once more."))};
    }
    if (!change.old_value) {
      return Error{ErrorCode::kNotAllowed,
                   std::string(Tr(
                       "That change was recorded by an older Kith, which kept too little to take it back."))};
    }
    if (FieldValue(now, change.field) != change.new_value) return ChangedAgain(change.field);
    return SetField(contact, change.field, *change.old_value);
  }

  /// Extras and fields are never changed by one revision.
  static bool IsOfExtras(const RecordedChange& change) {
    return change.field == kPicturesField || change.field == kPropertiesField;
  }

  Result<void> TakeBackExtras(std::int64_t row, std::int64_t revision,
                              const std::vector<RecordedChange>& changes) {
    std::vector<ValueChange> undone;
    for (const RecordedChange& change : changes) {
      undone.push_back(
          {{change.field, "", ""}, change.old_value.value_or("[]"), change.new_value.value_or("[]")});
    }
    return UndoExtras(database_, row, undone, {Actor::kHost, clock_.Now(), revision});
  }

  Result<void> Separate(std::int64_t row, const RecordedChange& change) {
    const auto other = ContactId::Parse(change.new_value.value_or(""));
    return SeparateContact(database_, row, other.value_or(ContactId()));
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<ContactHistory> MakeHistoryTables(Database& database, const Clock& clock) {
  return std::make_unique<HistoryTables>(database, clock);
}

}  // namespace kith::storage
