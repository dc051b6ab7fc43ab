// SPDX-License-Identifier: Apache-2.0
#include "core/language.h"
#include "storage/database.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

constexpr const char* kSelectFollowUps =
    "SELECT follow_ups.id, contacts.id, kind, due, text, repeat_days, done_on, skipped, note, plan, step, "
    "wanted,"
    " moved, occasion, introduction"
    " FROM follow_ups JOIN contacts ON contacts.row = follow_ups.contact AND removed IS NULL ";

FollowUp FollowUpOf(const Row& row) {
  FollowUp follow_up;
  follow_up.id = FollowUpId(row.Uuid(0));
  follow_up.contact = ContactId(row.Uuid(1));
  follow_up.kind = ParseFollowUpKind(row.Text(2)).value_or(FollowUpKind::kOther);
  follow_up.due = row.OptionalDay(3).value_or(Day());
  follow_up.text = row.Text(4);
  follow_up.repeat_days = row.OptionalInt(5);
  follow_up.done_on = row.OptionalDay(6);
  follow_up.skipped = row.Int(7) != 0;
  follow_up.note = row.Text(8);
  follow_up.plan = row.Text(9);
  follow_up.step = row.Int(10);
  follow_up.wanted = row.OptionalDay(11);
  follow_up.moved = row.Int(12) != 0;
  follow_up.occasion = row.OptionalDay(13);
  follow_up.introduction = row.OptionalId<IntroductionId>(14);
  return follow_up;
}

class FollowUpTables : public FollowUpStore {
 public:
  explicit FollowUpTables(Database& database) : database_(database) {}

  Result<void> Add(std::span<const FollowUp> follow_ups) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto inserted = InsertFollowUps(database_, follow_ups); !inserted) return inserted;
      transaction.Commit();
      return {};
    });
  }

  Result<FollowUp> Get(FollowUpId id) override {
    return Guard(database_.file(), [&]() -> Result<FollowUp> {
      const std::optional<FollowUp> follow_up = LoadFollowUp(database_, id);
      if (!follow_up) return NotThere(Kept::kFollowUp);
      return *follow_up;
    });
  }

  Result<std::vector<FollowUp>> List(const FollowUpQuery& query) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<FollowUp>> {
      std::vector<FollowUp> follow_ups;
      database_.Each(std::string(kSelectFollowUps) +
                         "WHERE (?1 IS NULL OR due <= ?1) AND (?2 IS NULL OR contacts.id = ?2)"
                         " AND (?3 IS NULL OR contacts.event = ?3) AND (?4 OR done_on IS NULL)"
                         " ORDER BY due, follow_ups.id",
                     {query.due_by, query.contact, query.event, query.include_done ? 1 : 0},
                     [&](const Row& row) { follow_ups.push_back(FollowUpOf(row)); });
      return follow_ups;
    });
  }

  Result<void> Complete(FollowUpId id, Day done_on, std::span<const FollowUp> next) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<FollowUp> follow_up = LoadFollowUp(database_, id);
      if (!follow_up) return NotThere(Kept::kFollowUp);
      if (follow_up->done_on) {
        return Error{ErrorCode::kNotAllowed,
                     Filled(Tr("The follow-up was done already, on {0}."), {FormatDay(*follow_up->done_on)})};
      }
      database_.Run("UPDATE follow_ups SET done_on = ? WHERE id = ?", {done_on, id});
      if (auto inserted = InsertFollowUps(database_, next); !inserted) return inserted;
      transaction.Commit();
      return {};
    });
  }

 private:
  Database& database_;
};

}  // namespace

std::optional<FollowUp> LoadFollowUp(Database& database, FollowUpId id) {
  std::optional<FollowUp> follow_up;
  database.Each(std::string(kSelectFollowUps) + "WHERE follow_ups.id = ?", {id},
                [&](const Row& row) { follow_up = FollowUpOf(row); });
  return follow_up;
}

Result<void> ReplaceFollowUp(Database& database, const FollowUp& follow_up) {
  const std::optional<std::int64_t> contact =
      database.Number("SELECT row FROM contacts WHERE id = ?", {follow_up.contact});
  if (!contact) return NotThere(Kept::kContact);
  database.Run(
      "INSERT OR REPLACE INTO follow_ups(id, contact, kind, due, text, repeat_days, done_on, skipped, note, "
      "plan,"
      " step, wanted, moved, occasion, introduction) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {follow_up.id, *contact, FollowUpKindName(follow_up.kind), follow_up.due, follow_up.text,
       follow_up.repeat_days, follow_up.done_on, follow_up.skipped ? 1 : 0, follow_up.note, follow_up.plan,
       follow_up.step, follow_up.wanted, follow_up.moved ? 1 : 0, follow_up.occasion,
       follow_up.introduction});
  return {};
}

Result<void> InsertFollowUps(Database& database, std::span<const FollowUp> follow_ups) {
  for (const FollowUp& follow_up : follow_ups) {
    if (follow_up.id.is_nil())
      return Error{ErrorCode::kInvalidInput, std::string(Tr("A follow-up needs an id."))};
    if (!database.Exists("SELECT 1 FROM contacts WHERE id = ?", {follow_up.contact}))
      return NotThere(Kept::kContact);
    if (database.Exists("SELECT 1 FROM follow_ups WHERE id = ?", {follow_up.id})) {
      return Error{ErrorCode::kNotAllowed, std::string(Tr("The follow-up is in the store already."))};
    }
    if (auto put = ReplaceFollowUp(database, follow_up); !put) return put;
  }
  return {};
}

std::unique_ptr<FollowUpStore> MakeFollowUpTables(Database& database) {
  return std::make_unique<FollowUpTables>(database);
}

}  // namespace kith::storage
