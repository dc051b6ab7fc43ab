// SPDX-License-Identifier: Apache-2.0
#include "storage/revisions.h"

#include <array>

#include <unistd.h>

#include "core/contact_changes.h"
#include "core/language.h"
#include "storage/contact_fields.h"
#include "storage/contact_rows.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// The machine, as the history names it: one database may be fed by several.
const std::string& ThisMachine() {
  static const std::string machine = [] {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return std::string("this machine");
    return std::string(name.data());
  }();
  return machine;
}

/// A revision on its way into the table.
class RevisionWriter {
 public:
  RevisionWriter(Database& database, std::int64_t row, const Authorship& authorship)
      : database_(database), row_(row), authorship_(authorship) {}

  void Add(const std::string& field, const std::string& before, const std::string& after,
           const std::string& old_value, const std::string& new_value) {
    const std::int64_t change =
        database_.Number("SELECT coalesce(max(row), 0) + 1 FROM contact_changes").value();
    if (!number_) number_ = change;
    database_.Run(
        "INSERT INTO contact_changes(row, contact, who, at, field, before, after, actor, revision, old_value,"
        " new_value, undoes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {change, row_, ThisMachine(), authorship_.when, field, before, after, ActorName(authorship_.actor),
         *number_, old_value, new_value, authorship_.undoes});
  }

  std::optional<std::int64_t> number() const { return number_; }

 private:
  Database& database_;
  std::int64_t row_;
  const Authorship& authorship_;
  std::optional<std::int64_t> number_;
};

}  // namespace

Result<void> CheckReferences(Database& database, const Contact& contact) {
  if (auto checked = CheckEvent(database, contact.event); !checked) return checked;
  if (!contact.capture) return {};
  if (!database.Exists("SELECT 1 FROM captures WHERE id = ?", {*contact.capture}))
    return NotThere(Kept::kCapture);
  if (database.Exists("SELECT 1 FROM contacts WHERE capture = ? AND id <> ?",
                      {*contact.capture, contact.id})) {
    return Error{ErrorCode::kNotAllowed, std::string(Tr("This card was made a contact already."))};
  }
  return {};
}

std::optional<std::int64_t> RecordRevision(Database& database, std::int64_t row, const Contact& before,
                                           const Contact& after, const Authorship& authorship,
                                           const std::optional<WholeChange>& whole) {
  RevisionWriter writer(database, row, authorship);
  if (whole) writer.Add(whole->field, "", whole->after, "", whole->value);
  for (const ContactChange& change : ChangesBetween(before, after, authorship.when)) {
    writer.Add(change.field, change.before, change.after, FieldValue(before, change.field),
               FieldValue(after, change.field));
  }
  return writer.number();
}

void RecordChanges(Database& database, std::int64_t row, std::span<const ValueChange> changes,
                   const Authorship& authorship) {
  if (changes.empty()) return;
  RevisionWriter writer(database, row, authorship);
  for (const ValueChange& change : changes)
    writer.Add(change.shown.field, change.shown.before, change.shown.after, change.old_value,
               change.new_value);
  database.Run("UPDATE contacts SET updated = ? WHERE row = ?", {authorship.when, row});
}

std::optional<std::int64_t> WriteContact(Database& database, std::int64_t row, const Contact& before,
                                         const Contact& after, const Authorship& authorship,
                                         const std::optional<WholeChange>& whole) {
  const std::optional<std::int64_t> number = RecordRevision(database, row, before, after, authorship, whole);
  if (!number) return number;
  Contact kept = after;
  kept.created = before.created;
  kept.updated = authorship.when;
  ReplaceContact(database, row, kept);
  return number;
}

}  // namespace kith::storage
