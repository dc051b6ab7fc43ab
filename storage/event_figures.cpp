// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class EventFiguresTables : public EventStatistics {
 public:
  explicit EventFiguresTables(Database& database) : database_(database) {}

  Result<EventFigures> Of(EventId id) override {
    return Guard(database_.file(), [&]() -> Result<EventFigures> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      if (auto checked = CheckEvent(database_, id); !checked) return checked.error();
      EventFigures figures;
      CountCaptures(id, figures);
      CountReadings(id, figures);
      CountPeople(id, figures);
      return figures;
    });
  }

 private:
  void CountCaptures(EventId id, EventFigures& figures) {
    database_.Each(
        "SELECT taken / 3600000 AS hour, count(*) FROM captures WHERE event = ? GROUP BY hour ORDER BY hour",
        {id}, [&](const Row& row) {
          figures.captures.push_back({Instant(std::chrono::hours(row.Number(0))), row.Int(1)});
        });
  }

  void CountReadings(EventId id, EventFigures& figures) {
    database_.Each(
        "SELECT count(*), coalesce(sum(fields), 0), coalesce(sum(sure), 0), coalesce(sum(corrected), 0)"
        " FROM captures JOIN checked_readings ON checked_readings.capture = captures.id WHERE event = ?",
        {id}, [&](const Row& row) {
          figures.checked_cards = row.Int(0);
          figures.fields = row.Int(1);
          figures.sure = row.Int(2);
          figures.corrected = row.Int(3);
        });
  }

  void CountPeople(EventId id, EventFigures& figures) {
    database_.Each(
        "SELECT count(*) FROM contacts WHERE event = ? AND merged_into IS NULL AND removed IS NULL", {id},
        [&](const Row& row) { figures.people = row.Int(0); });
    database_.Each(
        "SELECT coalesce(sum(done_on IS NOT NULL AND NOT skipped), 0), coalesce(sum(done_on IS NULL), 0)"
        " FROM contacts JOIN follow_ups ON follow_ups.contact = contacts.row"
        " WHERE event = ? AND merged_into IS NULL AND removed IS NULL",
        {id}, [&](const Row& row) {
          figures.follow_ups_done = row.Int(0);
          figures.follow_ups_open = row.Int(1);
        });
    database_.Each(
        "SELECT count(*) FROM introductions WHERE made_on IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM contacts WHERE row IN (first, second) AND event = ?)",
        {id}, [&](const Row& row) { figures.introductions = row.Int(0); });
  }

  Database& database_;
};

}  // namespace

std::unique_ptr<EventStatistics> MakeEventFigures(Database& database) {
  return std::make_unique<EventFiguresTables>(database);
}

}  // namespace kith::storage
