// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"
#include "storage/draft_json.h"
#include "storage/process_mark.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class ReadingJobs : public ReadingQueue {
 public:
  explicit ReadingJobs(Database& database) : database_(database) {}

  Result<std::optional<CaptureId>> Claim() override {
    return Guard(database_.file(), [&]() -> Result<std::optional<CaptureId>> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      std::optional<CaptureId> oldest;
      database_.Each(
          "SELECT jobs.capture FROM jobs JOIN captures ON captures.id = jobs.capture"
          " WHERE jobs.kind = 'read' AND jobs.state = 'waiting'"
          // What was begun before goes last: if it is what crashes us, the others are read by then.
          " ORDER BY jobs.attempts, captures.taken, captures.id LIMIT 1",
          {}, [&](const Row& row) { oldest = CaptureId(row.Uuid(0)); });
      if (oldest) Begin(*oldest);
      transaction.Commit();
      return oldest;
    });
  }

  Result<bool> ClaimCapture(CaptureId id) override {
    return Guard(database_.file(), [&]() -> Result<bool> { return Begin(id); });
  }

  Result<void> Finish(CaptureId id, const Draft& draft) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const int changed = database_.Run(
          "UPDATE captures SET state = 'drafted', failure = NULL WHERE id = ? AND state <> 'confirmed'",
          {id});
      if (changed == 0) return CheckThere(id);
      database_.Run("INSERT OR REPLACE INTO drafts(capture, draft) VALUES(?, ?)", {id, FormatDraft(draft)});
      EndJob(id);
      transaction.Commit();
      return {};
    });
  }

  Result<void> Fail(CaptureId id, const Error& error) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto there = CheckThere(id); !there) return there;
      const std::string failure = error.detail.empty() ? error.message : error.message + " " + error.detail;
      if (database_.Exists("SELECT 1 FROM jobs WHERE capture = ? AND state = 'running'", {id})) {
        Stop(id, failure, kReadingAttempts);
      }
      transaction.Commit();
      return {};
    });
  }

  Result<int> ResumeInterrupted() override {
    return Guard(database_.file(), [&]() -> Result<int> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      struct Interrupted {
        CaptureId capture;
        int allowed_attempts = 0;
      };
      std::vector<Interrupted> interrupted;
      database_.Each("SELECT capture, owner FROM jobs WHERE state = 'running'", {}, [&](const Row& row) {
        // Called before this process claims: a job of its own was left by an earlier Store of the same
        // process.
        const std::string owner = row.Text(1);
        if (owner == OwnProcessMark() || !ProcessRuns(owner)) {
          interrupted.push_back(
              {CaptureId(row.Uuid(0)), IsOfThisBoot(owner) ? kCrashedAttempts : kInterruptedAttempts});
        }
      });
      int resumed = 0;
      for (const auto& [id, allowed_attempts] : interrupted) {
        if (Stop(id, "Kith ended while it read this card.", allowed_attempts)) ++resumed;
      }
      transaction.Commit();
      return resumed;
    });
  }

 private:
  /// False if the capture's job doesn't wait.
  bool Begin(CaptureId id) {
    return database_.Run(
               "UPDATE jobs SET state = 'running', attempts = attempts + 1, owner = ?"
               " WHERE capture = ? AND kind = 'read' AND state = 'waiting'",
               {OwnProcessMark(), id}) > 0;
  }

  /// Whether the job waits again; else it was the last attempt.
  bool Stop(CaptureId id, const std::string& failure, int allowed_attempts) {
    database_.Run("UPDATE captures SET failure = ? WHERE id = ?", {failure, id});
    const int waiting =
        database_.Run("UPDATE jobs SET state = 'waiting', owner = NULL WHERE capture = ? AND attempts < ?",
                      {id, allowed_attempts});
    if (waiting > 0) return true;
    database_.Run("UPDATE captures SET state = 'failed' WHERE id = ? AND state = 'waiting'", {id});
    EndJob(id);
    return false;
  }

  void EndJob(CaptureId id) {
    database_.Run("DELETE FROM jobs WHERE capture = ? AND kind = 'read' AND owner IS NOT ?",
                  {id, kWaitsAgain});
  }

  Result<void> CheckThere(CaptureId id) {
    if (database_.Exists("SELECT 1 FROM captures WHERE id = ?", {id})) return {};
    return NotThere(Kept::kCapture);
  }

  Database& database_;
};

}  // namespace

std::unique_ptr<ReadingQueue> MakeReadingJobs(Database& database) {
  return std::make_unique<ReadingJobs>(database);
}

}  // namespace kith::storage
