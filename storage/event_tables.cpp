// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"
#include "storage/database.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

constexpr const char* kSelect = "SELECT id, name, place, starts, ends FROM events ";

Event EventOf(const Row& row) {
  return {EventId(row.Uuid(0)), row.Text(1), row.Text(2), row.OptionalMoment(3), row.OptionalMoment(4)};
}

Error Nameless() {
  return {ErrorCode::kInvalidInput, "An event needs a name."};
}

class EventTables : public EventStore {
 public:
  EventTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<Event> FindOrCreate(const std::string& name) override {
    return Guard(database_.file(), [&]() -> Result<Event> {
      const std::string shown = NormalizeText(name);
      if (shown.empty()) return Nameless();
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (const std::optional<Event> known = Named(shown)) return *known;
      const Instant now = clock_.Now();
      const Event event{MakeId<EventId>(now), shown, "", std::nullopt, std::nullopt};
      database_.Run("INSERT INTO events(id, name, folded, place, created) VALUES(?, ?, ?, '', ?)",
                    {event.id, shown, FoldText(shown), now});
      transaction.Commit();
      return event;
    });
  }

  Result<std::optional<Event>> Find(const std::string& name) override {
    return Guard(database_.file(),
                 [&]() -> Result<std::optional<Event>> { return Named(NormalizeText(name)); });
  }

  Result<Event> Get(EventId id) override {
    return Guard(database_.file(), [&]() -> Result<Event> {
      std::optional<Event> event;
      database_.Each(std::string(kSelect) + "WHERE id = ?", {id},
                     [&](const Row& row) { event = EventOf(row); });
      if (!event) return NotThere("The event");
      return *std::move(event);
    });
  }

  Result<void> Update(const Event& event) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      const std::string shown = NormalizeText(event.name);
      if (shown.empty()) return Nameless();
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto checked = CheckEvent(database_, event.id); !checked) return checked;
      const std::optional<Event> namesake = Named(shown);
      if (namesake && namesake->id != event.id) {
        return Error{ErrorCode::kNotAllowed,
                     "There is another event named \"" + namesake->name + "\". Choose another name."};
      }
      database_.Run("UPDATE events SET name = ?, folded = ?, place = ?, starts = ?, ends = ? WHERE id = ?",
                    {shown, FoldText(shown), event.place, event.begin, event.end, event.id});
      transaction.Commit();
      return {};
    });
  }

  Result<std::vector<Event>> List() override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Event>> {
      std::vector<Event> events;
      database_.Each(std::string(kSelect) + "ORDER BY coalesce(starts, created) DESC, id DESC", {},
                     [&](const Row& row) { events.push_back(EventOf(row)); });
      return events;
    });
  }

 private:
  std::optional<Event> Named(const std::string& name) {
    std::optional<Event> event;
    database_.Each(std::string(kSelect) + "WHERE folded = ?", {FoldText(name)},
                   [&](const Row& row) { event = EventOf(row); });
    return event;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

Result<void> CheckEvent(Database& database, const std::optional<EventId>& event) {
  if (!event || database.Exists("SELECT 1 FROM events WHERE id = ?", {*event})) return {};
  return NotThere("The event");
}

std::unique_ptr<EventStore> MakeEventTables(Database& database, const Clock& clock) {
  return std::make_unique<EventTables>(database, clock);
}

}  // namespace kith::storage
