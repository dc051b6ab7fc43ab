// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include <algorithm>
#include <stdexcept>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "core/language.h"
#include "core/text.h"

namespace kith::storage {
namespace {

/// A kiosk's writers hold the lock for one fsync or two; whoever waits longer waits for a hung program.
constexpr int kBusyTimeoutMs = 10'000;

/// The cached statement must not keep its read lock, or values of the caller, beyond the call.
class StatementUse {
 public:
  StatementUse(sqlite3_stmt* statement, const Values& values) : statement_(statement) {
    for (std::size_t i = 0; i < values.size(); ++i)
      Check(Bind(static_cast<int>(i) + 1, values[i]));
  }
  ~StatementUse() { Free(); }
  StatementUse(const StatementUse&) = delete;
  StatementUse& operator=(const StatementUse&) = delete;

  /// Whether there is another row.
  bool Step() {
    const int outcome = sqlite3_step(statement_);
    if (outcome != SQLITE_ROW && outcome != SQLITE_DONE) Check(outcome);
    return outcome == SQLITE_ROW;
  }

 private:
  void Check(int outcome) {
    if (outcome == SQLITE_OK) return;
    const SQLite::Exception exception(sqlite3_db_handle(statement_), outcome);
    Free();
    throw exception;
  }

  void Free() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

  int Bind(int index, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value.held()))
      return sqlite3_bind_int64(statement_, index, *number);
    if (const auto* text = std::get_if<std::string>(&value.held()))
      return sqlite3_bind_text(statement_, index, text->data(), static_cast<int>(text->size()), nullptr);
    if (const auto* bytes = std::get_if<std::span<const std::uint8_t>>(&value.held()))
      return sqlite3_bind_blob(statement_, index, bytes->data(), static_cast<int>(bytes->size()), nullptr);
    return sqlite3_bind_null(statement_, index);
  }

  sqlite3_stmt* statement_;
};

Error ErrorOfSqlite(const SQLite::Exception& exception, const std::filesystem::path& file) {
  const std::string detail = std::string(exception.what()) + " (SQLite " +
                             std::to_string(exception.getExtendedErrorCode()) + ", " + file.string() + ")";
  const std::string name = file.string();
  // SQLiteCpp puts the extended code there where a backup failed; its low byte is the plain one.
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
      return {ErrorCode::kStorageFull,
              Filled(Tr("There is no free space on the disk of \"{0}\". Make some room there and try again."),
                     {name}),
              detail};
    case SQLITE_NOTADB:
      return {ErrorCode::kStorage, Filled(Tr("\"{0}\" isn't a Kith database. Choose another file."), {name}),
              detail};
    case SQLITE_CORRUPT:
      return {ErrorCode::kDamaged,
              Filled(Tr("\"{0}\" is damaged. Stop Kith; \"kith restore\" lists the backups and says what can "
                        "be saved."),
                     {name}),
              detail};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::kPermissionDenied,
              Filled(Tr("Kith may not write \"{0}\". Check who owns the file and its folder."), {name}),
              detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {
          ErrorCode::kStorage,
          Filled(Tr("Another program has kept \"{0}\" locked for too long. Close it and try again."), {name}),
          detail};
    case SQLITE_IOERR:
      // Shared memory of the log couldn't be made larger: that is a full disk, too.
      if (exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE) {
        return {
            ErrorCode::kStorageFull,
            Filled(Tr("There is no free space on the disk of \"{0}\". Make some room there and try again."),
                   {name}),
            detail};
      }
      return {ErrorCode::kStorage,
              Filled(Tr("The disk failed while Kith used \"{0}\". Check the disk."), {name}), detail};
    default:
      return {ErrorCode::kStorage, Filled(Tr("The database \"{0}\" refused."), {name}), detail};
  }
}

/// folded_text(x) in SQL: FoldText.
void FoldedText(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  const int size = sqlite3_value_bytes(values[0]);
  try {
    const std::string folded = text == nullptr ? "" : FoldText({text, static_cast<std::size_t>(size)});
    sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
  } catch (const std::exception& exception) {
    sqlite3_result_error(context, exception.what(), -1);
  }
}

}  // namespace

bool Row::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Row::Number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Row::Text(int column) const {
  const auto* text = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::vector<std::uint8_t> Row::Bytes(int column) const {
  const std::span<const std::uint8_t> bytes = BytesInPlace(column);
  return {bytes.begin(), bytes.end()};
}

UuidBytes Row::Uuid(int column) const {
  const std::span<const std::uint8_t> bytes = BytesInPlace(column);
  UuidBytes uuid{};
  if (bytes.size() != uuid.size())
    throw std::runtime_error("column " + std::to_string(column) + " holds no id");
  std::copy(bytes.begin(), bytes.end(), uuid.begin());
  return uuid;
}

Value Row::Any(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_NULL:
      return nullptr;
    case SQLITE_INTEGER:
      return Number(column);
    case SQLITE_TEXT:
      return Text(column);
    case SQLITE_BLOB:
      return BytesInPlace(column);
    default:
      throw std::runtime_error("column " + std::to_string(column) + " holds a fraction");
  }
}

std::span<const std::uint8_t> Row::BytesInPlace(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(const std::filesystem::path& file, Mode mode) : file_(file) {
  const int access = mode == Mode::kInspect ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  // No locks for threads: a connection has one. They took a tenth of the time of an export.
  connection_ =
      std::make_unique<SQLite::Database>(file.string(), access | SQLite::OPEN_NOMUTEX, kBusyTimeoutMs);
  if (mode == Mode::kInspect) {
    sqlite3_db_config(connection_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return;
  }
  connection_->createFunction("folded_text", 1, true, nullptr, &FoldedText, nullptr, nullptr, nullptr);
  // FULL, not NORMAL: in WAL mode NORMAL keeps the file whole but may lose the last commits when the power
  // goes, and the screen has already said that the card is kept.
  Execute(
      "PRAGMA foreign_keys = ON;"
      "PRAGMA synchronous = FULL;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -16000;");  // kilobytes: large books are read at random places
}

Database::~Database() = default;

void Database::Execute(const std::string& script) {
  connection_->exec(script);
}

sqlite3_stmt* Database::Prepared(const std::string& sql) {
  const auto found = prepared_.find(sql);
  if (found != prepared_.end()) return found->second.get();
  sqlite3* handle = connection_->getHandle();
  sqlite3_stmt* made = nullptr;
  const int outcome =
      sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()) + 1, &made, nullptr);
  if (outcome != SQLITE_OK) throw SQLite::Exception(handle, outcome);
  prepared_.emplace(sql, Statement(made, &sqlite3_finalize));
  return made;
}

int Database::Run(const std::string& sql, const Values& values) {
  StatementUse(Prepared(sql), values).Step();
  return sqlite3_changes(connection_->getHandle());
}

void Database::Each(const std::string& sql, const Values& values,
                    const std::function<void(const Row&)>& use_row) {
  sqlite3_stmt* statement = Prepared(sql);
  StatementUse use(statement, values);
  while (use.Step())
    use_row(Row(statement));
}

void Database::EachWhile(const std::string& sql, const Values& values,
                         const std::function<bool(const Row&)>& use_row) {
  sqlite3_stmt* statement = Prepared(sql);
  StatementUse use(statement, values);
  while (use.Step() && use_row(Row(statement))) {
  }
}

std::optional<std::int64_t> Database::Number(const std::string& sql, const Values& values) {
  sqlite3_stmt* statement = Prepared(sql);
  StatementUse use(statement, values);
  return use.Step() ? std::optional(Row(statement).Number(0)) : std::nullopt;
}

bool Database::Checkpoint() {
  return Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.Run(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // SQLite ends a transaction itself after some errors (full disk, I/O): then there is nothing to roll back.
  sqlite3* handle = database_.connection().getHandle();
  if (sqlite3_get_autocommit(handle) == 0) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::Commit() {
  database_.Run("COMMIT");
}

Error ErrorOfException(const std::filesystem::path& file) {
  try {
    throw;
  } catch (const SQLite::Exception& exception) {
    return ErrorOfSqlite(exception, file);
  } catch (const std::exception& exception) {
    return {ErrorCode::kInternal, Filled(Tr("Kith couldn't use its database \"{0}\"."), {file.string()}),
            exception.what()};
  }
}

}  // namespace kith::storage
