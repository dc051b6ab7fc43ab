// SPDX-License-Identifier: Apache-2.0
#include "core/contact_changes.h"
#include "core/language.h"
#include "core/sync_store.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/derived.h"
#include "storage/revisions.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// What is put aside by a server's deletion isn't merged into anybody.
std::optional<std::int64_t> RowOfRemoved(Database& database, ContactId id) {
  return database.Number("SELECT row FROM contacts WHERE id = ? AND removed IS NOT NULL", {id});
}

class SyncTables : public SyncStore {
 public:
  SyncTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<SyncState> Load(const std::string& collection) override {
    return Guard(database_.file(), [&]() -> Result<SyncState> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      SyncState state;
      database_.Each("SELECT token FROM sync_collections WHERE address = ?", {collection},
                     [&](const Row& row) { state.token = row.Text(0); });
      database_.Each(
          "SELECT id, href, etag, theirs, ours, is_kiths FROM sync_items"
          " JOIN sync_collections ON sync_collections.row = collection WHERE address = ? ORDER BY id",
          {collection}, [&](const Row& row) {
            state.items.push_back(
                {row.Uuid(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Int(5) != 0});
          });
      return state;
    });
  }

  Result<void> Record(const std::string& collection, std::span<const SyncedItem> items,
                      std::span<const UuidBytes> gone) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::int64_t row = RowOf(collection);
      for (const SyncedItem& item : items) {
        database_.Run(
            "INSERT OR REPLACE INTO sync_items(collection, id, href, etag, theirs, ours, is_kiths)"
            " VALUES(?, ?, ?, ?, ?, ?, ?)",
            {row, ContactId(item.id), item.href, item.etag, item.theirs, item.ours, item.is_kiths ? 1 : 0});
      }
      for (const UuidBytes& id : gone)
        database_.Run("DELETE FROM sync_items WHERE collection = ? AND id = ?", {row, ContactId(id)});
      transaction.Commit();
      return {};
    });
  }

  Result<void> SetToken(const std::string& collection, const std::string& token) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      database_.Run("UPDATE sync_collections SET token = ? WHERE row = ?", {token, RowOf(collection)});
      transaction.Commit();
      return {};
    });
  }

  Result<ContactFate> FateOf(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<ContactFate> {
      using Kind = ContactFate::Kind;
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      if (RowOfContact(database_, id)) return ContactFate{Kind::kHere};
      if (RowOfRemoved(database_, id)) return ContactFate{Kind::kRemoved};
      ContactFate fate;
      // Into whom, at the end of the chain.
      database_.Each(
          "WITH RECURSIVE up(id, row, into_row) AS (SELECT id, row, merged_into FROM contacts WHERE id = ?"
          " UNION ALL SELECT contacts.id, contacts.row, merged_into FROM contacts JOIN up"
          " ON contacts.row = into_row) SELECT id FROM up WHERE into_row IS NULL",
          {id}, [&](const Row& row) {
            fate = {Kind::kMerged, ContactId(row.Uuid(0))};
          });
      if (fate.kind == Kind::kMerged) return fate;
      if (database_.Exists("SELECT 1 FROM tombstones WHERE id = ?", {id})) return ContactFate{Kind::kErased};
      return fate;
    });
  }

  Result<void> Change(const std::optional<Contact>& before, const Contact& after, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const Instant now = clock_.Now();
      if (auto checked = CheckReferences(database_, after); !checked) return checked;
      if (!before) {
        if (auto added = AddNew(after, {actor, now}); !added) return added;
      } else {
        const std::optional<std::int64_t> row = RowOfContact(database_, after.id);
        if (!row) return ChangedSince();
        const Contact kept = LoadContact(database_, *row);
        if (kept != *before) return ChangedSince();
        WriteContact(database_, *row, kept, after, {actor, now});
      }
      transaction.Commit();
      return {};
    });
  }

  Result<void> Remove(std::span<const ContactId> ids) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      for (const ContactId id : ids) {
        const std::optional<std::int64_t> row = RowOfContact(database_, id);
        if (!row) continue;
        UnindexContact(database_, *row);
        database_.Run("UPDATE contacts SET removed = ? WHERE row = ?", {clock_.Now(), *row});
      }
      transaction.Commit();
      return {};
    });
  }

  Result<std::vector<RemovedContact>> Removed() override {
    return Guard(database_.file(), [&]() -> Result<std::vector<RemovedContact>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      std::vector<RemovedContact> removed;
      database_.Each(
          "SELECT row, removed FROM contacts WHERE removed IS NOT NULL ORDER BY removed DESC, row DESC", {},
          [&](const Row& row) {
            removed.push_back({LoadContact(database_, row.Number(0)), row.Moment(1)});
          });
      return removed;
    });
  }

  Result<void> PutBack(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfRemoved(database_, id);
      if (!row) return NotThere(Kept::kRemovedContact);
      Show(*row);
      transaction.Commit();
      return {};
    });
  }

 private:
  static Error ChangedSince() {
    return {ErrorCode::kNotAllowed,
            std::string(Tr("The contact was changed in the meantime. Synchronise again."))};
  }

  std::int64_t RowOf(const std::string& collection) {
    database_.Run("INSERT OR IGNORE INTO sync_collections(address, token) VALUES(?, '')", {collection});
    return database_.Number("SELECT row FROM sync_collections WHERE address = ?", {collection}).value();
  }

  void Show(std::int64_t row) {
    database_.Run("UPDATE contacts SET removed = NULL WHERE row = ?", {row});
    IndexContact(database_, row, LoadContact(database_, row));
  }

  Result<void> AddNew(const Contact& contact, const Authorship& authorship) {
    if (contact.id.is_nil())
      return Error{ErrorCode::kInvalidInput, std::string(Tr("A contact needs an id."))};
    if (const auto row = RowOfRemoved(database_, contact.id)) {
      Show(*row);
      WriteContact(database_, *row, LoadContact(database_, *row), contact, authorship);
      return {};
    }
    if (database_.Exists("SELECT 1 FROM contacts WHERE id = ?", {contact.id}) ||
        database_.Exists("SELECT 1 FROM tombstones WHERE id = ?", {contact.id}))
      return ChangedSince();
    Contact kept = contact;
    kept.created = kept.updated = authorship.when;
    RecordRevision(database_, InsertContact(database_, kept), kept, kept, authorship,
                   WholeChange{"created", kept.details.name.full});
    return {};
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<SyncStore> MakeSyncTables(Database& database, const Clock& clock) {
  return std::make_unique<SyncTables>(database, clock);
}

}  // namespace kith::storage
