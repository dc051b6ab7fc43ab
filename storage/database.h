// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

struct sqlite3_stmt;
namespace SQLite {
class Database;
}  // namespace SQLite

namespace kith::storage {

/// A value on its way into a statement, made implicitly of what stands in the list. Text is copied, bytes and
/// ids are not: they live until the call ends.
class Value {
 public:
  Value(std::nullptr_t) {}
  Value(std::int64_t number) : value_(number) {}
  Value(int number) : value_(std::int64_t{number}) {}
  Value(std::string_view text) : value_(std::string(text)) {}
  Value(std::string text) : value_(std::move(text)) {}
  Value(const char* text) : value_(std::string(text)) {}
  Value(std::span<const std::uint8_t> bytes) : value_(bytes) {}
  Value(Instant instant) : Value(std::int64_t{instant.time_since_epoch().count()}) {}
  Value(Day day) : Value(FormatDay(day)) {}
  template <typename Tag>
  Value(const Id<Tag>& id) : value_(std::span<const std::uint8_t>(id.bytes())) {}
  template <typename T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value(nullptr)) {}

  using Held = std::variant<std::nullptr_t, std::int64_t, std::string, std::span<const std::uint8_t>>;
  const Held& held() const { return value_; }

 private:
  Held value_ = nullptr;
};
using Values = std::vector<Value>;

/// The row that a statement stands on; columns count from 0. Valid within the callback that got it.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  bool IsNull(int column) const;
  std::int64_t Number(int column) const;
  int Int(int column) const { return static_cast<int>(Number(column)); }
  std::string Text(int column) const;
  std::vector<std::uint8_t> Bytes(int column) const;
  Instant Moment(int column) const { return Instant(std::chrono::milliseconds(Number(column))); }
  /// Throws std::runtime_error if what is stored is no id.
  UuidBytes Uuid(int column) const;

  /// Whatever it is. Throws std::runtime_error for a number with a fraction: no column of Kith's has one.
  /// Bytes live as long as the row.
  Value Any(int column) const;

  std::optional<std::string> OptionalText(int column) const {
    return IsNull(column) ? std::nullopt : std::optional(Text(column));
  }
  template <typename IdType>
  std::optional<IdType> OptionalId(int column) const {
    return IsNull(column) ? std::nullopt : std::optional(IdType(Uuid(column)));
  }
  std::optional<int> OptionalInt(int column) const {
    return IsNull(column) ? std::nullopt : std::optional(Int(column));
  }
  std::optional<Instant> OptionalMoment(int column) const {
    return IsNull(column) ? std::nullopt : std::optional(Moment(column));
  }
  std::optional<Day> OptionalDay(int column) const {
    return IsNull(column) ? std::nullopt : ParseDay(Text(column));
  }

 private:
  /// As long as the row.
  std::span<const std::uint8_t> BytesInPlace(int column) const;

  sqlite3_stmt* statement_;
};

/// One connection with Kith's settings; belongs to one thread. Everything here throws what SQLiteCpp throws:
/// it is used inside Guard.
class Database {
 public:
  enum class Mode {
    kInspect,    ///< read only, and nothing of the file changes, not even when closed
    kReadWrite,  ///< foreign keys, secure delete, every commit on the disk
  };

  Database(const std::filesystem::path& file, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::filesystem::path& file() const { return file_; }
  SQLite::Database& connection() { return *connection_; }

  /// One or more statements without values.
  void Execute(const std::string& script);
  /// One statement; returns how many rows it changed.
  int Run(const std::string& sql, const Values& values = {});
  /// Calls `use` for every row. `use` may run other statements, but not this one.
  void Each(const std::string& sql, const Values& values, const std::function<void(const Row&)>& use);
  /// The same as long as `use` says true.
  void EachWhile(const std::string& sql, const Values& values, const std::function<bool(const Row&)>& use);
  /// The number in the first column of the first row, nullopt if there is no row.
  std::optional<std::int64_t> Number(const std::string& sql, const Values& values = {});
  bool Exists(const std::string& sql, const Values& values) { return Number(sql, values).has_value(); }

  /// Writes the log back into the file and empties it. False if a reader in another connection prevented it.
  bool Checkpoint();

 private:
  /// Of the library itself: SQLiteCpp makes an object that counts its users of every value that is read, and
  /// that was a tenth of reading contacts.
  using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

  sqlite3_stmt* Prepared(const std::string& sql);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> connection_;
  std::unordered_map<std::string, Statement> prepared_;
};

/// Rolls back unless committed. Writers begin IMMEDIATE, so that they wait for each other at the beginning,
/// where waiting is possible, and never fail in the middle with a snapshot that became old.
class Transaction {
 public:
  enum class Kind { kRead, kWrite };

  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void Commit();

 private:
  Database& database_;
};

/// The exception that is being handled, as an Error about `file`.
Error ErrorOfException(const std::filesystem::path& file);

/// Runs `body`, which returns a Result; exceptions of the library end here. An error means that the outcome
/// isn't known to be on the disk, not that it is known to be absent: a COMMIT whose write failed may be there
/// after the next start (seen with injected faults). Hence the ports' calls can be repeated.
template <typename Body>
auto Guard(const std::filesystem::path& file, Body body) -> decltype(body()) {
  try {
    return body();
  } catch (...) {
    return ErrorOfException(file);
  }
}

}  // namespace kith::storage
