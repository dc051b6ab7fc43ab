// SPDX-License-Identifier: Apache-2.0
#include "core/language.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/extra_rows.h"
#include "storage/revisions.h"
#include "storage/search.h"
#include "storage/suggesting.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// So many leave the search index in many pieces, which slows every search until they are put together.
constexpr int kMany = 1000;

/// What comes from elsewhere takes nothing away and says nothing of the card.
Contact WithNewValues(const Contact& kept, const Contact& from_elsewhere) {
  Contact all = kept;
  JoinLists(all, from_elsewhere);
  Contact suggested = from_elsewhere;
  suggested.details.titles = all.details.titles;
  suggested.details.phones = all.details.phones;
  suggested.details.emails = all.details.emails;
  suggested.details.urls = all.details.urls;
  suggested.details.addresses = all.details.addresses;
  suggested.interests = all.interests;
  suggested.capture = kept.capture;
  if (kept.event) suggested.event = kept.event;
  if (kept.met_on) suggested.met_on = kept.met_on;
  if (kept.details.notes.find(from_elsewhere.details.notes) != std::string::npos)
    suggested.details.notes = kept.details.notes;
  return suggested;
}

class ImportTables : public ContactImport {
 public:
  ImportTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<ContactImportReport> Import(const ContactFeed& feed, ImportMode mode) override {
    return Guard(database_.file(), [&]() -> Result<ContactImportReport> {
      ContactImportReport report;
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const Instant now = clock_.Now();
      std::vector<std::int64_t> new_rows;
      std::optional<Error> failed;
      const auto take = [&](const WholeContact& whole) -> Result<Imported> {
        if (failed) return *failed;
        const Result<Imported> outcome = Take(whole, now, report, new_rows);
        if (!outcome) return *(failed = outcome.error());
        report.outcomes.push_back(*outcome);
        return outcome;
      };
      const Result<void> fed = feed(take);
      if (failed) return *failed;
      if (!fed) return fed.error();
      // After all of them are there, so that they are compared with each other, too.
      for (const std::int64_t row : new_rows)
        AddDuplicates(LoadContact(database_, row), report);
      const int written = report.Count(Imported::kNew) + report.Count(Imported::kChanged);
      if (mode == ImportMode::kKeep && written > kMany) ForgetIndexedWords(database_);
      if (mode == ImportMode::kKeep) transaction.Commit();
      return report;
    });
  }

 private:
  Result<Imported> Take(const WholeContact& whole, Instant now, ContactImportReport& report,
                        std::vector<std::int64_t>& new_rows) {
    const Contact& contact = whole.contact;
    if (auto sound = Check(contact); !sound) return sound.error();
    ContactExtras extras = whole.extras;
    report.left_out += LimitExtras(extras);
    if (const auto row = RowOfContact(database_, contact.id)) return AddTo(*row, contact, extras, now);
    if (database_.Exists("SELECT 1 FROM contacts WHERE id = ?", {contact.id})) return Imported::kSame;
    if (database_.Exists("SELECT 1 FROM tombstones WHERE id = ?", {contact.id})) return Imported::kErased;
    Contact kept = contact;
    kept.created = kept.updated = now;
    const std::int64_t row = InsertContact(database_, kept);
    InsertExtras(database_, row, extras);
    RecordRevision(database_, row, kept, kept, {Actor::kImport, now},
                   WholeChange{"created", kept.details.name.full});
    new_rows.push_back(row);
    return Imported::kNew;
  }

  Result<Imported> AddTo(std::int64_t row, const Contact& contact, const ContactExtras& more, Instant now) {
    const Contact suggested = WithNewValues(LoadContact(database_, row), contact);
    const auto outcome = SuggestChanges(database_, row, suggested, Actor::kImport, now);
    if (!outcome) return outcome.error();
    ContactExtras extras = LoadExtras(database_, row);
    JoinExtras(extras, more);
    LimitExtras(extras);
    const bool more_kept = WriteExtras(database_, row, extras, {Actor::kImport, now});
    return outcome->anything_new || more_kept ? Imported::kChanged : Imported::kSame;
  }

  void AddDuplicates(const Contact& contact, ContactImportReport& report) {
    for (DuplicatePair& pair : FindContactsLike(database_, contact)) {
      // Of two that came together the pair is found twice: it is told with the second of them.
      if (pair.second == contact.id) report.duplicates.push_back(std::move(pair));
    }
  }

  Result<void> Check(const Contact& contact) {
    if (contact.id.is_nil())
      return Error{ErrorCode::kInvalidInput, std::string(Tr("A contact needs an id."))};
    if (contact.capture)
      return Error{ErrorCode::kNotAllowed, std::string(Tr("A contact from elsewhere has no card here."))};
    return CheckEvent(database_, contact.event);
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<ContactImport> MakeImportTables(Database& database, const Clock& clock) {
  return std::make_unique<ImportTables>(database, clock);
}

}  // namespace kith::storage
