// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "core/language.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/extra_rows.h"
#include "storage/merging.h"
#include "storage/row_batch.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class ExtrasTables : public ContactExtrasStore {
 public:
  ExtrasTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// No transaction, so that it can be called within one.
  Result<ContactExtras> Get(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<ContactExtras> {
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      ContactExtras extras = LoadExtras(database_, *row);
      JoinMerged(extras, *row, ExtrasWanted::kAll);
      return extras;
    });
  }

  Result<void> ForEach(std::optional<EventId> event, ExtrasWanted wanted,
                       const std::function<Result<void>(WholeContact)>& visit) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::string where = event ? " AND event = ?" : "";
      std::vector<std::int64_t> rows;
      Result<void> visited;
      database_.EachWhile(
          "SELECT row FROM contacts WHERE merged_into IS NULL AND removed IS NULL" + where + " ORDER BY row",
          event ? Values{*event} : Values{}, [&](const Row& found) {
            rows.push_back(found.Number(0));
            if (rows.size() == RowBatch::kMost)
              visited = Visit(RowBatch(std::exchange(rows, {})), wanted, visit);
            return visited.has_value();
          });
      if (!visited || rows.empty()) return visited;
      return Visit(RowBatch(std::move(rows)), wanted, visit);
    });
  }

  Result<void> Put(ContactId id, const ContactExtras& extras, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      if (ContactExtras limited = extras; LimitExtras(limited) > 0) {
        return Error{
            ErrorCode::kInvalidInput,
            std::string(Tr("There are more or larger pictures or properties than are kept of one contact."))};
      }
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      if (WriteExtras(database_, *row, extras, {actor, clock_.Now()})) transaction.Commit();
      return {};
    });
  }

 private:
  using Rows = std::vector<std::int64_t>;

  /// Pictures are large: those of one contact at a time.
  Result<void> Visit(const RowBatch& batch, ExtrasWanted wanted,
                     const std::function<Result<void>(WholeContact)>& visit) {
    std::vector<Contact> contacts = LoadContacts(database_, batch);
    std::vector<ContactExtras> extras(batch.size());
    Rows with_pictures;
    Rows with_merged;
    if (wanted != ExtrasWanted::kNone) {
      LoadProperties(database_, batch, extras);
      with_merged = Which(batch, "SELECT DISTINCT merged_into FROM contacts WHERE merged_into");
    }
    if (wanted == ExtrasWanted::kAll)
      with_pictures = Which(batch, "SELECT DISTINCT contact FROM contact_pictures WHERE contact");
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::int64_t row = batch.rows()[i];
      if (Holds(with_pictures, row)) extras[i].pictures = LoadPictures(database_, row);
      if (Holds(with_merged, row)) JoinMerged(extras[i], row, wanted);
      if (auto visited = visit({std::move(contacts[i]), std::move(extras[i])}); !visited) return visited;
    }
    return {};
  }

  Rows Which(const RowBatch& batch, const std::string& select) {
    Rows rows;
    database_.Each(select + batch.Condition(), batch.Values(),
                   [&](const Row& found) { rows.push_back(found.Number(0)); });
    return rows;
  }

  static bool Holds(const Rows& rows, std::int64_t row) {
    return std::find(rows.begin(), rows.end(), row) != rows.end();
  }

  void JoinMerged(ContactExtras& extras, std::int64_t row, ExtrasWanted wanted) {
    for (const std::int64_t other : MergedInto(row)) {
      JoinExtras(extras,
                 {wanted == ExtrasWanted::kAll ? LoadPictures(database_, other) : std::vector<EncodedImage>(),
                  LoadProperties(database_, other)});
    }
  }

  Rows MergedInto(std::int64_t row) {
    Rows rows;
    if (!database_.Exists("SELECT 1 FROM contacts WHERE merged_into = ?", {row})) return rows;
    database_.Each(std::string(kWithMerged) + "SELECT row FROM persons WHERE depth > 0 ORDER BY depth, row",
                   {row}, [&](const Row& person) { rows.push_back(person.Number(0)); });
    return rows;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<ContactExtrasStore> MakeExtrasTables(Database& database, const Clock& clock) {
  return std::make_unique<ExtrasTables>(database, clock);
}

}  // namespace kith::storage
