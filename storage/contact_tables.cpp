// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>

#include "core/contact_changes.h"
#include "core/language.h"
#include "core/reading_check.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/draft_json.h"
#include "storage/erasing.h"
#include "storage/revisions.h"
#include "storage/search.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

Error AlreadyThere() {
  return {ErrorCode::kNotAllowed, std::string(Tr("The contact is in the store already."))};
}

Result<void> CheckForm(const Contact& contact, std::span<const FollowUp> follow_ups) {
  if (contact.id.is_nil()) return Error{ErrorCode::kInvalidInput, std::string(Tr("A contact needs an id."))};
  for (const FollowUp& follow_up : follow_ups) {
    if (follow_up.contact != contact.id) {
      return Error{ErrorCode::kInvalidInput, std::string(Tr("A follow-up belongs to another contact."))};
    }
  }
  return {};
}

/// A confirmation that comes again, because the first one's outcome wasn't known, is no error.
Result<void> CheckSame(Database& database, std::int64_t row, const Contact& contact) {
  if (ChangesBetween(LoadContact(database, row), contact, {}).empty()) return {};
  return AlreadyThere();
}

/// Only statistics: a draft that can't be read any more keeps nobody from confirming.
void RecordCheck(Database& database, CaptureId capture, const ContactDetails& confirmed) {
  std::optional<Draft> draft;
  database.Each("SELECT draft FROM drafts WHERE capture = ?", {capture}, [&](const Row& row) {
    if (Result<Draft> parsed = ParseDraft(row.Text(0))) draft = *std::move(parsed);
  });
  if (!draft) return;
  const ReadingCheck check = CheckReading(*draft, confirmed);
  database.Run("INSERT OR REPLACE INTO checked_readings(capture, fields, sure, corrected) VALUES(?, ?, ?, ?)",
               {capture, check.fields, check.sure, check.corrected});
}

void EndReview(Database& database, CaptureId capture, const ContactDetails& confirmed) {
  RecordCheck(database, capture, confirmed);
  database.Run("UPDATE captures SET state = 'confirmed' WHERE id = ?", {capture});
  database.Run("DELETE FROM jobs WHERE capture = ?", {capture});
}

class ContactTables : public ContactStore {
 public:
  ContactTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<void> Confirm(const Contact& contact, std::span<const FollowUp> follow_ups, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto confirmed = ConfirmContact(database_, contact, follow_ups, {actor, clock_.Now()}); !confirmed)
        return confirmed;
      transaction.Commit();
      return {};
    });
  }

  Result<void> Update(const Contact& contact, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, contact.id);
      if (!row) return NotThere(Kept::kContact);
      if (auto checked = CheckReferences(database_, contact); !checked) return checked;
      if (WriteContact(database_, *row, LoadContact(database_, *row), contact, {actor, clock_.Now()})) {
        transaction.Commit();
      }
      return {};
    });
  }

  Result<Contact> Get(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<Contact> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      return LoadContact(database_, *row);
    });
  }

  Result<std::vector<Contact>> Search(const ContactQuery& query) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Contact>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      if (const auto crowded = FormCrowdedSearch(database_, query); !crowded.empty())
        return LoadCrowd(crowded, query.limit);
      std::vector<Contact> contacts = Load(FormSearch(query));
      if (!contacts.empty() || query.limit <= 0) return contacts;
      const auto forgiving = FormForgivingSearch(database_, query);
      return forgiving ? Load(*forgiving) : contacts;
    });
  }

  Result<std::vector<ContactChange>> History(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<ContactChange>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      std::vector<ContactChange> changes;
      database_.Each(
          "SELECT at, field, before, after FROM contact_changes WHERE contact = ? ORDER BY row DESC", {*row},
          [&](const Row& change) {
            changes.push_back({change.Moment(0), change.Text(1), change.Text(2), change.Text(3)});
          });
      return changes;
    });
  }

  Result<void> Erase(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      // One that was put aside, too.
      const auto row =
          database_.Number("SELECT row FROM contacts WHERE id = ? AND merged_into IS NULL", {id});
      if (!row) return NotThere(Kept::kContact);
      EraseContact(database_, *row, clock_.Now());
      ForgetIndexedWords(database_);
      transaction.Commit();
      ForgetLog(database_);
      return {};
    });
  }

 private:
  std::vector<Contact> Load(const SearchStatement& search) {
    std::vector<Contact> contacts;
    database_.Each(search.sql, search.values,
                   [&](const Row& found) { contacts.push_back(LoadContact(database_, found.Number(0))); });
    return contacts;
  }

  std::vector<Contact> LoadCrowd(const std::vector<SearchStatement>& searches, int limit) {
    std::vector<std::int64_t> rows;
    std::unordered_set<std::int64_t> known;
    for (const SearchStatement& search : searches) {
      if (static_cast<int>(rows.size()) >= limit) break;
      database_.Each(search.sql, search.values, [&](const Row& found) {
        const std::int64_t row = found.Number(0);
        if (static_cast<int>(rows.size()) < limit && known.insert(row).second) rows.push_back(row);
      });
    }
    std::vector<Contact> contacts;
    for (const std::int64_t row : rows)
      contacts.push_back(LoadContact(database_, row));
    return contacts;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

Result<void> ConfirmContact(Database& database, const Contact& contact, std::span<const FollowUp> follow_ups,
                            const Authorship& authorship) {
  if (auto sound = CheckForm(contact, follow_ups); !sound) return sound;
  if (const auto row = RowOfContact(database, contact.id)) return CheckSame(database, *row, contact);
  if (database.Exists("SELECT 1 FROM contacts WHERE id = ?", {contact.id})) return AlreadyThere();
  if (auto checked = CheckReferences(database, contact); !checked) return checked;
  Contact kept = contact;
  kept.created = kept.updated = authorship.when;
  const std::int64_t row = InsertContact(database, kept);
  if (auto inserted = InsertFollowUps(database, follow_ups); !inserted) return inserted;
  RecordRevision(database, row, kept, kept, authorship, WholeChange{"created", kept.details.name.full});
  if (kept.capture) EndReview(database, *kept.capture, kept.details);
  return {};
}

std::unique_ptr<ContactStore> MakeContactTables(Database& database, const Clock& clock) {
  return std::make_unique<ContactTables>(database, clock);
}

}  // namespace kith::storage
