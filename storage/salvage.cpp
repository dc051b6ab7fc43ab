// SPDX-License-Identifier: Apache-2.0
#include "storage/salvage.h"

#include <algorithm>
#include <exception>
#include <set>

#include "core/contact_changes.h"
#include "storage/contact_rows.h"
#include "storage/erasing.h"
#include "storage/extra_rows.h"
#include "storage/revisions.h"
#include "storage/salvage_belongings.h"
#include "storage/search.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// Beyond that, rows between readable ones aren't asked for one by one.
constexpr std::int64_t kMostProbes = 200'000;

class Salvager {
 public:
  Salvager(Database& database, Database& damaged, const Clock& clock)
      : database_(database), damaged_(damaged), clock_(clock) {}

  SalvageReport Run() {
    EraseTombstones();
    has_extras_ = Try([&] { damaged_.Number("SELECT 1 FROM contact_properties"); });
    ForRows("events", [&](std::int64_t row) { report_.events += TakeEvent(row); });
    ForRows("captures", [&](std::int64_t row) { report_.captures += TakeCapture(row); });
    std::vector<std::int64_t> contacts;
    ForRows("contacts", [&](std::int64_t row) {
      TakeContact(row);
      contacts.push_back(row);
    });
    report_.unreadable += SalvageBelongings(database_, damaged_, contacts,
                                            [&](const std::function<void()>& step) { return Try(step); });
    ForRows("follow_ups", [&](std::int64_t row) { report_.follow_ups += TakeFollowUp(row); });
    return report_;
  }

 private:
  /// False where the damage reaches. That the disk is full isn't damage: then nothing must look as if it were
  /// done.
  template <typename Body>
  bool Try(Body body) {
    try {
      body();
      return true;
    } catch (const std::exception&) {
      const ErrorCode code = ErrorOfException(database_.file()).code;
      if (code == ErrorCode::kStorageFull || code == ErrorCode::kPermissionDenied) throw;
      return false;
    }
  }

  std::set<std::int64_t> ReadableRows(const std::string& table) {
    std::set<std::int64_t> rows;
    const auto take = [&](const Row& row) { rows.insert(row.Number(0)); };
    bool whole =
        Try([&] { damaged_.Each("SELECT rowid FROM " + table + " NOT INDEXED ORDER BY rowid", {}, take); });
    if (whole) return rows;
    Try([&] { damaged_.Each("SELECT rowid FROM " + table + " NOT INDEXED ORDER BY rowid DESC", {}, take); });
    // The index of the ids has every rowid, too, and stands on other pages.
    Try([&] { damaged_.Each("SELECT rowid FROM " + table + " ORDER BY id", {}, take); });
    Try([&] { damaged_.Each("SELECT rowid FROM " + table + " ORDER BY id DESC", {}, take); });
    if (rows.empty()) return rows;
    const std::int64_t last = std::min(*rows.rbegin(), kMostProbes);
    for (std::int64_t row = 1; row <= last; ++row) {
      if (!rows.contains(row))
        Try([&] { damaged_.Each("SELECT rowid FROM " + table + " WHERE rowid = ?", {row}, take); });
    }
    return rows;
  }

  template <typename Take>
  void ForRows(const std::string& table, Take take) {
    for (const std::int64_t row : ReadableRows(table)) {
      if (!Try([&] { take(row); })) ++report_.unreadable;
    }
  }

  void EraseTombstones() {
    std::vector<UuidBytes> erased;
    Try([&] {
      damaged_.Each("SELECT id FROM tombstones", {}, [&](const Row& row) { erased.push_back(row.Uuid(0)); });
    });
    for (const UuidBytes& id : erased)
      EraseAgain(database_, id, clock_.Now());
  }

  bool IsErased(const Value& id) { return database_.Exists("SELECT 1 FROM tombstones WHERE id = ?", {id}); }

  int TakeEvent(std::int64_t row) {
    int taken = 0;
    damaged_.Each("SELECT id, name, folded, place, starts, ends, created FROM events WHERE rowid = ?", {row},
                  [&](const Row& event) {
                    taken = database_.Run(
                        "INSERT OR IGNORE INTO events(id, name, folded, place, starts, ends, created)"
                        " VALUES(?, ?, ?, ?, ?, ?, ?)",
                        {EventId(event.Uuid(0)), event.Text(1), event.Text(2), event.Text(3),
                         event.OptionalMoment(4), event.OptionalMoment(5), event.Moment(6)});
                  });
    if (taken > 0) TakeEventWords(row);
    return taken;
  }

  /// An older schema has none.
  void TakeEventWords(std::int64_t row) {
    Try([&] {
      damaged_.Each(
          "SELECT plan, question, topics, keep_in_touch, introduce, privacy, id FROM events WHERE rowid = ?",
          {row}, [&](const Row& event) {
            database_.Run(
                "UPDATE events SET plan = ?, question = ?, topics = ?, keep_in_touch = ?, introduce = ?,"
                " privacy = ? WHERE id = ?",
                {event.Text(0), event.Text(1), event.Text(2), event.Text(3), event.Text(4), event.Text(5),
                 EventId(event.Uuid(6))});
          });
    });
  }

  struct LostCapture {
    CaptureId id;
    Instant taken{};
    std::string source;
    std::optional<std::string> source_key;
    std::string state;
    std::optional<EventId> event;
    std::vector<std::pair<std::string, EncodedImage>> images;
    std::optional<std::string> draft;
  };

  LostCapture ReadCapture(std::int64_t row) {
    LostCapture capture;
    damaged_.Each("SELECT id, taken, source, source_key, state, event FROM captures WHERE rowid = ?", {row},
                  [&](const Row& columns) {
                    capture.id = CaptureId(columns.Uuid(0));
                    capture.taken = columns.Moment(1);
                    capture.source = columns.Text(2);
                    capture.source_key = columns.OptionalText(3);
                    capture.state = columns.Text(4);
                    capture.event = columns.OptionalId<EventId>(5);
                  });
    for (const char* side : {"front", "back"}) {
      const bool read = Try([&] {
        damaged_.Each("SELECT bytes, media_type FROM card_images WHERE capture = ? AND side = ?",
                      {capture.id, side}, [&](const Row& image) {
                        capture.images.emplace_back(side, EncodedImage{image.Bytes(0), image.Text(1)});
                      });
      });
      if (!read) ++report_.unreadable;
    }
    Try([&] {
      damaged_.Each("SELECT draft FROM drafts WHERE capture = ?", {capture.id},
                    [&](const Row& draft) { capture.draft = draft.Text(0); });
    });
    return capture;
  }

  int TakeCapture(std::int64_t row) {
    LostCapture capture = ReadCapture(row);
    if (capture.id.is_nil() || IsErased(capture.id)) return 0;
    if (database_.Exists("SELECT 1 FROM captures WHERE id = ?", {capture.id})) return 0;
    if (capture.images.empty() && !capture.draft) return 0;
    if (!CheckEvent(database_, capture.event)) capture.event.reset();
    if (capture.state == "drafted" && !capture.draft) capture.state = "waiting";
    database_.Run(
        "INSERT INTO captures(id, taken, source, source_key, state, event) VALUES(?, ?, ?, ?, ?, ?)",
        {capture.id, capture.taken, capture.source, capture.source_key, capture.state, capture.event});
    for (const auto& [side, image] : capture.images) {
      database_.Run("INSERT INTO card_images(capture, side, media_type, bytes) VALUES(?, ?, ?, ?)",
                    {capture.id, side, image.media_type, std::span<const std::uint8_t>(image.bytes)});
    }
    if (capture.draft)
      database_.Run("INSERT INTO drafts(capture, draft) VALUES(?, ?)", {capture.id, *capture.draft});
    if (capture.state == "waiting") {
      database_.Run("INSERT INTO jobs(id, kind, capture, state) VALUES(?, 'read', ?, 'waiting')",
                    {MakeId<JobId>(clock_.Now()), capture.id});
    }
    return 1;
  }

  Contact ReadContact(std::int64_t row) {
    Contact contact;
    if (!Try([&] { contact = LoadContact(damaged_, row); })) {
      contact = LoadContactAlone(damaged_, row);
      ++report_.unreadable;
    }
    if (!CheckEvent(database_, contact.event)) contact.event.reset();
    if (contact.capture && !CheckReferences(database_, contact)) contact.capture.reset();
    return contact;
  }

  /// Nothing from a schema that hadn't got them. Where a picture is damaged, the properties may be whole.
  ContactExtras ReadExtras(std::int64_t row) {
    ContactExtras extras;
    if (!has_extras_ || Try([&] { extras = LoadExtras(damaged_, row); })) return extras;
    ++report_.unreadable;
    Try([&] { extras.properties = LoadProperties(damaged_, row); });
    return extras;
  }

  void TakeContact(std::int64_t row) {
    const Contact contact = ReadContact(row);
    if (contact.id.is_nil() || IsErased(contact.id)) return;
    const Authorship authorship{Actor::kHost, clock_.Now()};
    const auto known = database_.Number("SELECT row FROM contacts WHERE id = ?", {contact.id});
    if (known) {
      const Contact present = LoadContact(database_, *known);
      if (present.updated < contact.updated && RowOfContact(database_, contact.id) &&
          WriteContact(database_, *known, present, contact, authorship)) {
        ++report_.changed_contacts;
      }
      ContactExtras extras = LoadExtras(database_, *known);
      JoinExtras(extras, ReadExtras(row));
      LimitExtras(extras);
      WriteExtras(database_, *known, extras, authorship);
      return;
    }
    const std::int64_t kept = InsertContact(database_, contact);
    InsertExtras(database_, kept, ReadExtras(row));
    RecordRevision(database_, kept, contact, contact, authorship,
                   WholeChange{"created", contact.details.name.full});
    if (contact.capture) {
      database_.Run("UPDATE captures SET state = 'confirmed' WHERE id = ?", {*contact.capture});
      database_.Run("DELETE FROM jobs WHERE capture = ?", {*contact.capture});
    }
    ++report_.contacts;
  }

  int TakeFollowUp(std::int64_t row) {
    int taken = 0;
    damaged_.Each(
        "SELECT follow_ups.id, contacts.id, kind, due, text, repeat_days, done_on FROM follow_ups"
        " JOIN contacts ON contacts.row = follow_ups.contact WHERE follow_ups.rowid = ?",
        {row}, [&](const Row& lost) {
          const std::optional<std::int64_t> contact = RowOfContact(database_, ContactId(lost.Uuid(1)));
          if (!contact) return;
          const FollowUpId id(lost.Uuid(0));
          taken = database_.Run(
              "INSERT OR IGNORE INTO follow_ups(id, contact, kind, due, text, repeat_days, done_on)"
              " VALUES(?, ?, ?, ?, ?, ?, ?)",
              {id, *contact, lost.Text(2), lost.Text(3), lost.Text(4), lost.OptionalInt(5),
               lost.OptionalText(6)});
          database_.Run("UPDATE follow_ups SET done_on = coalesce(done_on, ?) WHERE id = ?",
                        {lost.OptionalText(6), id});
        });
    if (taken > 0) TakePlanned(row);
    return taken;
  }

  /// An older schema has none.
  void TakePlanned(std::int64_t row) {
    Try([&] {
      damaged_.Each(
          "SELECT skipped, note, plan, step, wanted, moved, occasion, introduction, id FROM follow_ups"
          " WHERE rowid = ?",
          {row}, [&](const Row& lost) {
            database_.Run(
                "UPDATE follow_ups SET skipped = ?, note = ?, plan = ?, step = ?, wanted = ?, moved = ?, "
                "occasion = ?,"
                " introduction = (SELECT id FROM introductions WHERE id = ?) WHERE id = ?",
                {lost.Any(0), lost.Any(1), lost.Any(2), lost.Any(3), lost.Any(4), lost.Any(5), lost.Any(6),
                 lost.Any(7), lost.Any(8)});
          });
    });
  }

  Database& database_;
  Database& damaged_;
  const Clock& clock_;
  bool has_extras_ = false;
  SalvageReport report_;
};

}  // namespace

Result<SalvageReport> Salvage(Database& database, const std::filesystem::path& damaged, const Clock& clock) {
  return Guard(database.file(), [&]() -> Result<SalvageReport> {
    std::unique_ptr<Database> source;
    try {
      source = std::make_unique<Database>(damaged, Database::Mode::kInspect);
      source->Number("PRAGMA schema_version");
    } catch (const std::exception&) {
      return SalvageReport();
    }
    Transaction transaction(database, Transaction::Kind::kWrite);
    const SalvageReport report = Salvager(database, *source, clock).Run();
    ForgetIndexedWords(database);
    transaction.Commit();
    ForgetLog(database);
    return report;
  });
}

}  // namespace kith::storage
