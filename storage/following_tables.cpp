// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/language.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/following_json.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// What "taken back" reaches: enough for every slip that a person notices, and the table stays small.
constexpr int kKeptChanges = 200;

Error ChangedSince() {
  return {ErrorCode::kNotAllowed,
          std::string(Tr("It was changed in the meantime. Look again and repeat it."))};
}

void AddMissing(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& text : from) {
    if (std::ranges::find(to, text) == to.end()) to.push_back(text);
  }
}

/// The row of the contact that the one in the given column was merged into, or its own.
std::string KeptRow(const std::string& column) {
  return "(WITH RECURSIVE up(row, into_row) AS (SELECT row, merged_into FROM contacts WHERE row = " + column +
         " UNION ALL SELECT contacts.row, merged_into FROM contacts JOIN up ON contacts.row = into_row)"
         " SELECT row FROM up WHERE into_row IS NULL)";
}

class FollowingTables : public FollowingStore {
 public:
  explicit FollowingTables(Database& database) : database_(database) {}

  Result<Following> Load() override {
    return Guard(database_.file(), [&]() -> Result<Following> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      Following following;
      database_.Each(
          kRelationships + std::string("WHERE merged_into IS NULL AND removed IS NULL ORDER BY contacts.id"),
          {}, [&](const Row& row) { following.relationships.push_back(RelationshipOf(row)); });
      database_.Each(kEncounters + std::string("ORDER BY happened, encounters.id"), {},
                     [&](const Row& row) { following.encounters.push_back(EncounterOf(row)); });
      database_.Each(Introductions() + "ORDER BY introductions.id", {},
                     [&](const Row& row) { following.introductions.push_back(IntroductionOf(row)); });
      return following;
    });
  }

  Result<void> Apply(const FollowingChange& change) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      if (change.empty()) return {};
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto done = Do(change); !done) return done;
      database_.Run("INSERT INTO following_changes(change) VALUES(?)", {WriteFollowingChange(change)});
      database_.Run("DELETE FROM following_changes WHERE row <= (SELECT max(row) FROM following_changes) - ?",
                    {kKeptChanges});
      transaction.Commit();
      return {};
    });
  }

  Result<FollowingChange> Undo() override {
    return Guard(database_.file(), [&]() -> Result<FollowingChange> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      std::optional<std::pair<std::int64_t, FollowingChange>> newest;
      database_.Each(
          "SELECT row, change FROM following_changes ORDER BY row DESC LIMIT 1", {},
          [&](const Row& row) { newest.emplace(row.Number(0), ReadFollowingChange(row.Text(1))); });
      if (!newest) return Error{ErrorCode::kNotFound, std::string(Tr("There is nothing to take back."))};
      if (auto done = Do(Reversed(newest->second)); !done) return done.error();
      database_.Run("DELETE FROM following_changes WHERE row = ?", {newest->first});
      transaction.Commit();
      return newest->second;
    });
  }

 private:
  static constexpr const char* kRelationships =
      "SELECT contacts.id, circle, lists, quiet_until, found_on, let_go FROM relationships"
      " JOIN contacts ON contacts.row = relationships.contact ";
  static constexpr const char* kEncounters =
      "SELECT encounters.id, contacts.id, happened, kind, note FROM encounters"
      " JOIN contacts ON contacts.row = encounters.contact AND removed IS NULL ";
  /// Those of merged contacts are the kept one's; one between two that turned out to be one person isn't any.
  static std::string Introductions() {
    return "SELECT introductions.id, one.id, other.id, reason, first_answer, second_answer, begun, made_on"
           " FROM introductions JOIN contacts AS one ON one.row = " +
           KeptRow("first") + " JOIN contacts AS other ON other.row = " + KeptRow("second") +
           " WHERE one.row <> other.row AND one.removed IS NULL AND other.removed IS NULL ";
  }

  static Relationship RelationshipOf(const Row& row) {
    Relationship relationship;
    relationship.contact = ContactId(row.Uuid(0));
    relationship.circle = row.Text(1);
    ReadLists(row.Text(2), relationship);
    relationship.quiet_until = row.OptionalDay(3);
    relationship.found_on = row.OptionalDay(4);
    relationship.let_go = row.Int(5) != 0;
    return relationship;
  }

  static Encounter EncounterOf(const Row& row) {
    return {.id = EncounterId(row.Uuid(0)),
            .contact = ContactId(row.Uuid(1)),
            .on = row.OptionalDay(2).value_or(Day()),
            .kind = ParseEncounterKind(row.Text(3)).value_or(EncounterKind::kMet),
            .note = row.Text(4)};
  }

  static Introduction IntroductionOf(const Row& row) {
    return {.id = IntroductionId(row.Uuid(0)),
            .contacts = {ContactId(row.Uuid(1)), ContactId(row.Uuid(2))},
            .reason = row.Text(3),
            .answers = {ParseAnswer(row.Text(4)).value_or(Answer::kNone),
                        ParseAnswer(row.Text(5)).value_or(Answer::kNone)},
            .begun = row.OptionalDay(6).value_or(Day()),
            .made_on = row.OptionalDay(7)};
  }

  template <typename T, typename Make>
  std::optional<T> One(const std::string& sql, const Value& key, Make make) {
    std::optional<T> found;
    database_.Each(sql, {key}, [&](const Row& row) { found = make(row); });
    return found;
  }

  std::optional<FollowUp> Stored(const FollowUp& value) { return LoadFollowUp(database_, value.id); }
  std::optional<Relationship> Stored(const Relationship& value) {
    return One<Relationship>(kRelationships + std::string("WHERE contacts.id = ?"), value.contact,
                             RelationshipOf);
  }
  std::optional<Encounter> Stored(const Encounter& value) {
    return One<Encounter>(kEncounters + std::string("WHERE encounters.id = ?"), value.id, EncounterOf);
  }
  std::optional<Introduction> Stored(const Introduction& value) {
    return One<Introduction>(Introductions() + "AND introductions.id = ?", value.id, IntroductionOf);
  }

  Result<void> Put(const FollowUp& value) { return ReplaceFollowUp(database_, value); }

  Result<void> Put(const Relationship& value) {
    const std::optional<std::int64_t> contact = RowOfContact(database_, value.contact);
    if (!contact) return NotThere(Kept::kContact);
    database_.Run(
        "INSERT OR REPLACE INTO relationships(contact, circle, lists, quiet_until, found_on, let_go)"
        " VALUES(?, ?, ?, ?, ?, ?)",
        {*contact, value.circle, WriteLists(value), value.quiet_until, value.found_on, value.let_go ? 1 : 0});
    return {};
  }

  Result<void> Put(const Encounter& value) {
    const std::optional<std::int64_t> contact = RowOfContact(database_, value.contact);
    if (!contact) return NotThere(Kept::kContact);
    database_.Run(
        "INSERT OR REPLACE INTO encounters(id, contact, happened, kind, note) VALUES(?, ?, ?, ?, ?)",
        {value.id, *contact, value.on, EncounterKindName(value.kind), value.note});
    return {};
  }

  Result<void> Put(const Introduction& value) {
    const std::optional<std::int64_t> first = RowOfContact(database_, value.contacts[0]);
    const std::optional<std::int64_t> second = RowOfContact(database_, value.contacts[1]);
    if (!first || !second) return NotThere(Kept::kContact);
    // No REPLACE: it would delete the row, and its follow-ups with it.
    database_.Run(
        "INSERT INTO introductions(id, first, second, reason, first_answer, second_answer, begun, made_on)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET reason = excluded.reason,"
        " first_answer = excluded.first_answer, second_answer = excluded.second_answer,"
        " begun = excluded.begun, made_on = excluded.made_on",
        {value.id, *first, *second, value.reason, AnswerName(value.answers[0]), AnswerName(value.answers[1]),
         value.begun, value.made_on});
    return {};
  }

  void Remove(const FollowUp& value) { database_.Run("DELETE FROM follow_ups WHERE id = ?", {value.id}); }
  void Remove(const Relationship& value) {
    database_.Run("DELETE FROM relationships WHERE contact = (SELECT row FROM contacts WHERE id = ?)",
                  {value.contact});
  }
  void Remove(const Encounter& value) { database_.Run("DELETE FROM encounters WHERE id = ?", {value.id}); }
  void Remove(const Introduction& value) {
    database_.Run("DELETE FROM introductions WHERE id = ?", {value.id});
  }

  template <typename T>
  Result<void> DoAll(const std::vector<Edit<T>>& edits) {
    for (const Edit<T>& edit : edits) {
      if (Stored(edit.before ? *edit.before : *edit.after) != edit.before) return ChangedSince();
      if (!edit.after) {
        Remove(*edit.before);
      } else if (auto put = Put(*edit.after); !put) {
        return put;
      }
    }
    return {};
  }

  /// Introductions come before the follow-ups that refer to them; when they go, they take those with them,
  /// so then they come after.
  Result<void> Do(const FollowingChange& change) {
    std::vector<Edit<Introduction>> going;
    std::vector<Edit<Introduction>> staying;
    for (const Edit<Introduction>& edit : change.introductions)
      (edit.after ? staying : going).push_back(edit);
    if (auto done = DoAll(staying); !done) return done;
    if (auto done = DoAll(change.follow_ups); !done) return done;
    if (auto done = DoAll(change.relationships); !done) return done;
    if (auto done = DoAll(change.encounters); !done) return done;
    return DoAll(going);
  }

  Database& database_;
};

}  // namespace

void JoinRelationships(Database& database, std::int64_t kept, std::int64_t other) {
  const auto known_of = [&](std::int64_t contact) {
    std::optional<Relationship> known;
    database.Each("SELECT lists FROM relationships WHERE contact = ?", {contact},
                  [&](const Row& row) { ReadLists(row.Text(0), known.emplace()); });
    return known;
  };
  std::optional<Relationship> here = known_of(kept);
  const std::optional<Relationship> there = known_of(other);
  if (!there) return;
  if (!here) {
    database.Run(
        "INSERT INTO relationships(contact, circle, lists, quiet_until, found_on, let_go)"
        " SELECT ?, circle, lists, quiet_until, found_on, let_go FROM relationships WHERE contact = ?",
        {kept, other});
    return;
  }
  for (const auto list : {&Relationship::tags, &Relationship::looks_for, &Relationship::offers,
                          &Relationship::places, &Relationship::languages})
    AddMissing((*here).*list, (*there).*list);
  database.Run("UPDATE relationships SET lists = ? WHERE contact = ?", {WriteLists(*here), kept});
}

std::unique_ptr<FollowingStore> MakeFollowingTables(Database& database) {
  return std::make_unique<FollowingTables>(database);
}

}  // namespace kith::storage
