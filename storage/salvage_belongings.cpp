// SPDX-License-Identifier: Apache-2.0
#include "storage/salvage_belongings.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "storage/contact_rows.h"

namespace kith::storage {
namespace {

/// A table that says something of contacts.
struct Belonging {
  const char* table;
  std::vector<const char*> contacts;  ///< the columns that hold the row of one; the first has an index
  std::vector<const char*> columns;   ///< all others
  const char* where_known;            ///< what to do with what is here, too

  std::size_t width() const { return contacts.size() + columns.size(); }
  const char* column(std::size_t index) const {
    return index < contacts.size() ? contacts[index] : columns[index - contacts.size()];
  }
};

const std::vector<Belonging>& Belongings() {
  static const std::vector<Belonging> belongings = {
      {"relationships",
       {"contact"},
       {"circle", "lists", "quiet_until", "found_on", "let_go"},
       "UPDATE SET circle = excluded.circle, lists = excluded.lists, quiet_until = excluded.quiet_until,"
       " found_on = excluded.found_on, let_go = excluded.let_go"},
      {"encounters", {"contact"}, {"id", "happened", "kind", "note"}, "NOTHING"},
      {"introductions",
       {"first", "second"},
       {"id", "reason", "first_answer", "second_answer", "begun", "made_on"},
       "UPDATE SET reason = excluded.reason, first_answer = excluded.first_answer,"
       " second_answer = excluded.second_answer, made_on = excluded.made_on"},
      {"consents",
       {"contact"},
       {"kind", "given", "words", "at"},
       "UPDATE SET given = excluded.given, words = excluded.words, at = excluded.at"},
      {"receipts", {"contact"}, {"digest"}, "NOTHING"}};
  return belongings;
}

/// Of what belongs to one contact.
struct Statements {
  explicit Statements(const Belonging& belonging) {
    std::string names = belonging.contacts[0], places = "?";
    for (std::size_t i = 1; i < belonging.width(); ++i) {
      names += std::string(", ") + belonging.column(i);
      places += ", ?";
    }
    const std::string table = belonging.table;
    select = "SELECT " + names + " FROM " + table + " WHERE " + belonging.contacts[0] + " = ?";
    insert = "INSERT INTO " + table + "(" + names + ") VALUES(" + places + ") ON CONFLICT DO " +
             belonging.where_known;
  }

  std::string select, insert;
};

class BelongingsSalvager {
 public:
  BelongingsSalvager(Database& database, Database& damaged, const SalvageStep& attempt)
      : database_(database), damaged_(damaged), attempt_(attempt) {}

  int Run(const std::vector<std::int64_t>& rows) {
    for (const Belonging& belonging : Belongings()) {
      if (!Has(belonging.table)) continue;
      const Statements statements(belonging);
      for (const std::int64_t row : rows)
        Attempt([&] { Take(belonging, statements, row); });
    }
    if (Has("exports")) Attempt([&] { TakeExports(); });
    return unreadable_;
  }

 private:
  void Attempt(const std::function<void()>& step) { unreadable_ += attempt_(step) ? 0 : 1; }

  /// An older schema hasn't got every table.
  bool Has(const char* table) {
    bool has = false;
    attempt_([&] { has = damaged_.Exists("SELECT 1 FROM sqlite_schema WHERE name = ?", {table}); });
    return has;
  }

  /// The row here of a contact there; nullopt if it isn't here, or was erased.
  std::optional<std::int64_t> RowHere(std::int64_t there) {
    const auto known = rows_here_.find(there);
    if (known != rows_here_.end()) return known->second;
    std::optional<std::int64_t> here;
    attempt_([&] {
      damaged_.Each("SELECT id FROM contacts WHERE row = ?", {there},
                    [&](const Row& row) { here = RowOfContact(database_, ContactId(row.Uuid(0))); });
    });
    rows_here_[there] = here;
    return here;
  }

  void Take(const Belonging& belonging, const Statements& statements, std::int64_t there) {
    damaged_.Each(statements.select, {there}, [&](const Row& row) {
      Values values;
      for (std::size_t i = 0; i < belonging.width(); ++i) {
        const int column = static_cast<int>(i);
        if (i >= belonging.contacts.size()) {
          values.push_back(row.Any(column));
        } else if (const auto here = RowHere(row.Number(column))) {
          values.emplace_back(*here);
        } else {
          return;
        }
      }
      database_.Run(statements.insert, values);
    });
  }

  void TakeExports() {
    std::map<std::int64_t, std::int64_t> exports;  // there, here
    damaged_.Each("SELECT row, at, format, path FROM exports", {}, [&](const Row& row) {
      const Values values = {row.Number(1), row.Text(2), row.Text(3)};
      auto here =
          database_.Number("SELECT row FROM exports WHERE at = ? AND format = ? AND path = ?", values);
      if (!here) {
        database_.Run("INSERT INTO exports(at, format, path) VALUES(?, ?, ?)", values);
        here = database_.Number("SELECT last_insert_rowid()");
      }
      exports[row.Number(0)] = *here;
    });
    for (const auto& [there, here] : exports)
      Attempt(std::bind_front(&BelongingsSalvager::TakeContactsOfExport, this, there, here));
  }

  void TakeContactsOfExport(std::int64_t there, std::int64_t here) {
    damaged_.Each("SELECT contact FROM exported_contacts WHERE export = ? ORDER BY contact", {there},
                  [&](const Row& row) {
                    database_.Run("INSERT OR IGNORE INTO exported_contacts(export, contact) VALUES(?, ?)",
                                  {here, ContactId(row.Uuid(0))});
                  });
  }

  Database& database_;
  Database& damaged_;
  const SalvageStep& attempt_;
  std::unordered_map<std::int64_t, std::optional<std::int64_t>> rows_here_;
  int unreadable_ = 0;
};

}  // namespace

int SalvageBelongings(Database& database, Database& damaged, const std::vector<std::int64_t>& rows,
                      const SalvageStep& attempt) {
  return BelongingsSalvager(database, damaged, attempt).Run(rows);
}

}  // namespace kith::storage
