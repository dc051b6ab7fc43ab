// SPDX-License-Identifier: Apache-2.0
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/revisions.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class ImportTables : public ContactImport {
 public:
  ImportTables(Database& database, DuplicateFinder& duplicates, const Clock& clock)
      : database_(database), duplicates_(duplicates), clock_(clock) {}

  Result<ContactImportReport> Import(std::span<const Contact> contacts) override {
    Result<ContactImportReport> report = Add(contacts);
    if (!report) return report;
    // After all of them are there, so that they are compared with each other, too.
    for (const Contact& contact : contacts) {
      Result<std::vector<DuplicatePair>> alike = duplicates_.FindLike(contact);
      if (!alike) return alike.error();
      for (DuplicatePair& pair : *alike) {
        // Of two that came together the pair is found twice: it is told with the second of them.
        if (pair.second == contact.id) report->duplicates.push_back(std::move(pair));
      }
    }
    return report;
  }

 private:
  Result<ContactImportReport> Add(std::span<const Contact> contacts) {
    return Guard(database_.file(), [&]() -> Result<ContactImportReport> {
      ContactImportReport report;
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const Authorship authorship{Actor::kImport, clock_.Now()};
      for (const Contact& contact : contacts) {
        if (auto sound = Check(contact); !sound) return sound.error();
        if (database_.Exists("SELECT 1 FROM contacts WHERE id = ?", {contact.id})) {
          ++report.known;
          continue;
        }
        Contact kept = contact;
        kept.created = kept.updated = authorship.when;
        RecordRevision(database_, InsertContact(database_, kept), kept, kept, authorship,
                       WholeChange{"created", kept.details.name.full});
        ++report.added;
      }
      transaction.Commit();
      return report;
    });
  }

  Result<void> Check(const Contact& contact) {
    if (contact.id.is_nil()) return Error{ErrorCode::kInvalidInput, "A contact needs an id."};
    if (contact.capture) return Error{ErrorCode::kNotAllowed, "A contact from elsewhere has no card here."};
    return CheckEvent(database_, contact.event);
  }

  Database& database_;
  DuplicateFinder& duplicates_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<ContactImport> MakeImportTables(Database& database, DuplicateFinder& duplicates,
                                                const Clock& clock) {
  return std::make_unique<ImportTables>(database, duplicates, clock);
}

}  // namespace kith::storage
