// SPDX-License-Identifier: Apache-2.0
#include "core/enum_names.h"
#include "core/language.h"
#include "storage/database.h"
#include "storage/draft_json.h"
#include "storage/erasing.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

constexpr EnumNames<CaptureState, 4> kStates = {{{CaptureState::kWaiting, "waiting"},
                                                 {CaptureState::kDrafted, "drafted"},
                                                 {CaptureState::kFailed, "failed"},
                                                 {CaptureState::kConfirmed, "confirmed"}}};

constexpr std::string_view SideName(CardSide side) {
  return side == CardSide::kFront ? "front" : "back";
}

Capture CaptureOf(const Row& row) {
  Capture capture;
  capture.id = CaptureId(row.Uuid(0));
  capture.taken = row.Moment(1);
  capture.source = row.Text(2);
  capture.state = ValueOf(kStates, row.Text(3)).value_or(CaptureState::kFailed);
  capture.event = row.OptionalId<EventId>(4);
  return capture;
}

class CaptureTables : public CaptureStore {
 public:
  CaptureTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<CaptureId> Add(const NewCapture& capture) override {
    return Guard(database_.file(), [&]() -> Result<CaptureId> {
      if (capture.front.bytes.empty()) {
        return Error{ErrorCode::kInvalidInput, std::string(Tr("A capture needs a card image."))};
      }
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (auto checked = CheckEvent(database_, capture.event); !checked) return checked.error();
      if (const std::optional<CaptureId> known = WithSourceKey(capture.source_key)) return *known;
      const CaptureId id = Insert(capture);
      transaction.Commit();
      return id;
    });
  }

  Result<void> AttachBack(CaptureId id, const EncodedImage& back) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      if (back.bytes.empty())
        return Error{ErrorCode::kInvalidInput, std::string(Tr("The back of a card needs an image."))};
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (!database_.Exists("SELECT 1 FROM captures WHERE id = ?", {id})) return NotThere(Kept::kCapture);
      InsertImage(id, CardSide::kBack, back);
      const int unconfirmed = database_.Run(
          "UPDATE captures SET state = 'waiting', failure = NULL WHERE id = ? AND state <> 'confirmed'",
          {id});
      if (unconfirmed > 0) WaitAgain(id);
      transaction.Commit();
      return {};
    });
  }

  Result<Capture> Get(CaptureId id) override {
    return Guard(database_.file(), [&]() -> Result<Capture> {
      std::optional<Capture> capture;
      database_.Each("SELECT id, taken, source, state, event FROM captures WHERE id = ?", {id},
                     [&](const Row& row) { capture = CaptureOf(row); });
      if (!capture) return NotThere(Kept::kCapture);
      return *std::move(capture);
    });
  }

  Result<EncodedImage> CardImage(CaptureId id, CardSide side) override {
    return Guard(database_.file(), [&]() -> Result<EncodedImage> {
      std::optional<EncodedImage> image;
      database_.Each("SELECT bytes, media_type FROM card_images WHERE capture = ? AND side = ?",
                     {id, SideName(side)}, [&](const Row& row) {
                       image = {row.Bytes(0), row.Text(1)};
                     });
      if (!image) return NotThere(side == CardSide::kFront ? Kept::kCardImage : Kept::kBackOfCard);
      return *std::move(image);
    });
  }

  Result<std::vector<Capture>> List(CaptureState state, int limit) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Capture>> {
      std::vector<Capture> captures;
      database_.Each(
          "SELECT id, taken, source, state, event FROM captures WHERE state = ? ORDER BY taken, id LIMIT ?",
          {NameOf(kStates, state), std::max(limit, 0)},
          [&](const Row& row) { captures.push_back(CaptureOf(row)); });
      return captures;
    });
  }

  Result<Draft> GetDraft(CaptureId id) override {
    return Guard(database_.file(), [&]() -> Result<Draft> {
      std::optional<std::string> json;
      database_.Each("SELECT draft FROM drafts WHERE capture = ?", {id},
                     [&](const Row& row) { json = row.Text(0); });
      if (!json)
        return Error{ErrorCode::kNotFound,
                     std::string(Tr("The card wasn't read yet, or isn't in the store any more."))};
      return ParseDraft(*json);
    });
  }

  Result<void> Erase(CaptureId id) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      if (!EraseCapture(database_, id, clock_.Now())) return NotThere(Kept::kCapture);
      transaction.Commit();
      ForgetLog(database_);
      return {};
    });
  }

 private:
  std::optional<CaptureId> WithSourceKey(const std::string& source_key) {
    std::optional<CaptureId> known;
    if (source_key.empty()) return known;
    database_.Each("SELECT id FROM captures WHERE source_key = ?", {source_key},
                   [&](const Row& row) { known = CaptureId(row.Uuid(0)); });
    return known;
  }

  CaptureId Insert(const NewCapture& capture) {
    const Instant now = clock_.Now();
    const auto id = MakeId<CaptureId>(now);
    const auto job = MakeId<JobId>(now);
    const Value source_key = capture.source_key.empty() ? Value(nullptr) : Value(capture.source_key);
    database_.Run(
        "INSERT INTO captures(id, taken, source, source_key, state, event) VALUES(?, ?, ?, ?, 'waiting', ?)",
        {id, capture.taken, capture.source, source_key, capture.event});
    InsertImage(id, CardSide::kFront, capture.front);
    if (capture.back) InsertImage(id, CardSide::kBack, *capture.back);
    database_.Run("INSERT INTO jobs(id, kind, capture, state) VALUES(?, 'read', ?, 'waiting')", {job, id});
    return id;
  }

  /// Whoever reads the front at this moment must not end the job that reads both.
  void WaitAgain(CaptureId id) {
    database_.Run(
        "UPDATE jobs SET state = 'waiting', attempts = 0, owner = ? WHERE capture = ? AND state = 'running'",
        {kWaitsAgain, id});
    database_.Run("INSERT OR IGNORE INTO jobs(id, kind, capture, state) VALUES(?, 'read', ?, 'waiting')",
                  {MakeId<JobId>(clock_.Now()), id});
  }

  void InsertImage(CaptureId id, CardSide side, const EncodedImage& image) {
    database_.Run("INSERT OR REPLACE INTO card_images(capture, side, media_type, bytes) VALUES(?, ?, ?, ?)",
                  {id, SideName(side), image.media_type, std::span<const std::uint8_t>(image.bytes)});
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<CaptureStore> MakeCaptureTables(Database& database, const Clock& clock) {
  return std::make_unique<CaptureTables>(database, clock);
}

}  // namespace kith::storage
