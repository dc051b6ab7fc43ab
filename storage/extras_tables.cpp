// SPDX-License-Identifier: Apache-2.0
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/extra_rows.h"
#include "storage/merging.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class ExtrasTables : public ContactExtrasStore {
 public:
  ExtrasTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<ContactExtras> Get(ContactId id) override {
    return Gather(id, [&](std::int64_t row) { return LoadExtras(database_, row); });
  }

  Result<std::vector<VcardProperty>> Properties(ContactId id) override {
    Result<ContactExtras> extras = Gather(id, [&](std::int64_t row) {
      return ContactExtras{{}, LoadProperties(database_, row)};
    });
    if (!extras) return extras.error();
    return std::move(extras->properties);
  }

  Result<void> Put(ContactId id, const ContactExtras& extras, Actor actor) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      if (ContactExtras limited = extras; LimitExtras(limited) > 0) {
        return Error{ErrorCode::kInvalidInput,
                     "There are more or larger pictures or properties than are kept of one contact."};
      }
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere("The contact");
      if (WriteExtras(database_, *row, extras, {actor, clock_.Now()})) transaction.Commit();
      return {};
    });
  }

 private:
  /// No transaction, so that it can be called within one.
  template <typename Load>
  Result<ContactExtras> Gather(ContactId id, Load load) {
    return Guard(database_.file(), [&]() -> Result<ContactExtras> {
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere("The contact");
      ContactExtras extras = load(*row);
      for (const std::int64_t other : MergedInto(*row))
        JoinExtras(extras, load(other));
      return extras;
    });
  }

  std::vector<std::int64_t> MergedInto(std::int64_t row) {
    std::vector<std::int64_t> rows;
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
