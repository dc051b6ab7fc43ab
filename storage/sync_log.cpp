// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

constexpr const char* kContacts = "contacts";
constexpr const char* kFollowUps = "follow-ups";

class SyncLogTable : public SyncLog {
 public:
  explicit SyncLogTable(Database& database) : database_(database) {}

  Result<void> Record(const SyncRun& run) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      database_.Run(
          "INSERT OR REPLACE INTO sync_runs(service, at, here, there, problem) VALUES(?, ?, ?, ?, ?)",
          {run.kind == SyncedKind::kContacts ? kContacts : kFollowUps, run.at, run.here, run.there,
           run.problem});
      return {};
    });
  }

  Result<std::vector<SyncRun>> Last() override {
    return Guard(database_.file(), [&]() -> Result<std::vector<SyncRun>> {
      std::vector<SyncRun> runs;
      database_.Each(
          "SELECT service, at, here, there, problem FROM sync_runs ORDER BY service", {},
          [&](const Row& row) {
            runs.push_back({row.Text(0) == kContacts ? SyncedKind::kContacts : SyncedKind::kFollowUps,
                            row.Moment(1), row.Int(2), row.Int(3), row.Text(4)});
          });
      return runs;
    });
  }

  Result<void> Forget() override {
    return Guard(database_.file(), [&]() -> Result<void> {
      database_.Run("DELETE FROM sync_runs");
      return {};
    });
  }

 private:
  Database& database_;
};

}  // namespace

std::unique_ptr<SyncLog> MakeSyncLog(Database& database) {
  return std::make_unique<SyncLogTable>(database);
}

}  // namespace kith::storage
