// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/language.h"
#include "core/text.h"
#include "storage/database.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

constexpr const char* kSelectEvents =
    "SELECT id, name, place, starts, ends, question, topics, keep_in_touch, introduce, privacy, plan"
    " FROM events ";

Event EventOf(const Row& row) {
  return {.id = EventId(row.Uuid(0)),
          .name = row.Text(1),
          .place = row.Text(2),
          .begin = row.OptionalMoment(3),
          .end = row.OptionalMoment(4),
          .words = {.question = row.Text(5),
                    .topics = nlohmann::json::parse(row.Text(6)).get<std::vector<std::string>>(),
                    .keep_in_touch = row.Text(7),
                    .introduce = row.Text(8),
                    .privacy = row.Text(9)},
          .plan = row.Text(10)};
}

std::string TopicsText(const std::vector<std::string>& topics) {
  return nlohmann::json(topics).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Error Nameless() {
  return {ErrorCode::kInvalidInput, std::string(Tr("An event needs a name."))};
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
      const Event event{.id = MakeId<EventId>(now), .name = shown, .place = {}, .begin = {}, .end = {}};
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
      database_.Each(std::string(kSelectEvents) + "WHERE id = ?", {id},
                     [&](const Row& row) { event = EventOf(row); });
      if (!event) return NotThere(Kept::kEvent);
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
        return Error{
            ErrorCode::kNotAllowed,
            Filled(Tr("There is another event named \"{0}\". Choose another name."), {namesake->name})};
      }
      const GuestWords& words = event.words;
      database_.Run(
          "UPDATE events SET name = ?, folded = ?, place = ?, starts = ?, ends = ?, question = ?, topics = ?,"
          " keep_in_touch = ?, introduce = ?, privacy = ?, plan = ? WHERE id = ?",
          {shown, FoldText(shown), event.place, event.begin, event.end, words.question,
           TopicsText(words.topics), words.keep_in_touch, words.introduce, words.privacy, event.plan,
           event.id});
      transaction.Commit();
      return {};
    });
  }

  Result<void> Erase(EventId id) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto checked = CheckEvent(database_, id); !checked) return checked;
      if (database_.Exists("SELECT 1 FROM captures WHERE event = ?1"
                           " UNION ALL SELECT 1 FROM contacts WHERE event = ?1 LIMIT 1",
                           {id})) {
        return Error{ErrorCode::kNotAllowed,
                     std::string(Tr("People and cards belong to this event. It stays with them."))};
      }
      database_.Run("DELETE FROM events WHERE id = ?", {id});
      transaction.Commit();
      return {};
    });
  }

  Result<std::vector<Event>> List() override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Event>> {
      std::vector<Event> events;
      database_.Each(std::string(kSelectEvents) + "ORDER BY coalesce(starts, created) DESC, id DESC", {},
                     [&](const Row& row) { events.push_back(EventOf(row)); });
      return events;
    });
  }

  Result<void> Choose(std::optional<EventId> id) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto checked = CheckEvent(database_, id); !checked) return checked;
      const Value event = id ? Value(*id) : Value(nullptr);
      database_.Run("INSERT OR REPLACE INTO chosen_event(only_row, event) VALUES(1, ?)", {event});
      transaction.Commit();
      return {};
    });
  }

  Result<EventChoice> Chosen() override {
    return Guard(database_.file(), [&]() -> Result<EventChoice> {
      EventChoice choice;
      choice.made = database_.Exists("SELECT 1 FROM chosen_event", {});
      database_.Each(std::string(kSelectEvents) + "WHERE id = (SELECT event FROM chosen_event)", {},
                     [&](const Row& row) { choice.event = EventOf(row); });
      return choice;
    });
  }

 private:
  std::optional<Event> Named(const std::string& name) {
    std::optional<Event> event;
    database_.Each(std::string(kSelectEvents) + "WHERE folded = ?", {FoldText(name)},
                   [&](const Row& row) { event = EventOf(row); });
    return event;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

Result<void> CheckEvent(Database& database, const std::optional<EventId>& event) {
  if (!event || database.Exists("SELECT 1 FROM events WHERE id = ?", {*event})) return {};
  return NotThere(Kept::kEvent);
}

std::unique_ptr<EventStore> MakeEventTables(Database& database, const Clock& clock) {
  return std::make_unique<EventTables>(database, clock);
}

}  // namespace kith::storage
