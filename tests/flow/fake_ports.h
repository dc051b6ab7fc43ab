// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/ports.h"
#include "tests/flow/fake_settings.h"
#include "tests/support/fake_stores.h"
#include "tests/support/manual_clock.h"

namespace kith::flow::test {

/// Reads every card as one line, or what was scripted.
class FakeReader final : public TextReader {
 public:
  Result<Reading> Read(const Image& card, std::stop_token) override {
    Reading reading{.width = card.width(), .height = card.height(), .passes = {}, .codes = {}};
    reading.passes.push_back({"fake", {{{{text, {1, 2, 30, 10}, 0.9}}}}});
    if (faults.empty()) return reading;
    Error fault = faults.front();
    faults.pop_front();
    return fault;
  }
  std::string text = "Ada Example";
  std::deque<Error> faults;
};

/// "Encodes" a picture as its size and first byte, so that what comes back can be told apart.
class FakeCodec final : public ImageCodec {
 public:
  Result<EncodedImage> Encode(const Image& image) const override {
    if (fault) return *fault;
    return EncodedImage{{static_cast<std::uint8_t>(image.width()), static_cast<std::uint8_t>(image.height()),
                         image.pixels().front()},
                        "image/fake"};
  }
  Result<Image> Decode(const EncodedImage& encoded) const override {
    if (fault) return *fault;
    const std::vector<std::uint8_t>& b = encoded.bytes;
    return Image(b[0], b[1], PixelFormat::kGray8, std::vector<std::uint8_t>(std::size_t{b[0]} * b[1], b[2]));
  }
  std::optional<Error> fault;
};

class FakeBackup final : public DailyBackup {
 public:
  Result<void> BackUp(Day day) override {
    if (fault) return *fault;
    days.push_back(day);
    return {};
  }
  std::vector<Day> days;
  std::optional<Error> fault;
};

class FakePin final : public PinCheck {
 public:
  Result<bool> IsRight(const std::string& typed) override {
    if (fault) return *fault;
    return typed == pin;
  }
  std::string pin = "2468";
  std::optional<Error> fault;
};

class FakeExporter final : public Exporter {
 public:
  Result<ExportReport> Export(const ExportRequest& request) override {
    requests.push_back(request);
    if (fault) return *fault;
    return ExportReport{request.path, 12};
  }
  std::vector<ExportRequest> requests;
  std::optional<Error> fault;
};

class FakeMail final : public MailDesk {
 public:
  Result<void> OpenInMailProgram(const MailDraft& draft) override {
    opened.push_back(draft);
    return fault ? Result<void>(*fault) : Result<void>();
  }
  Result<std::filesystem::path> SaveDraft(const MailDraft& draft,
                                          const std::filesystem::path& folder) override {
    saved.push_back(draft);
    if (fault) return *fault;
    return folder / "draft.eml";
  }
  std::vector<MailDraft> opened, saved;
  std::optional<Error> fault;
};

/// A code of one square, which is as wide as the name is long.
class FakeHostCards final : public HostCards {
 public:
  Result<HostCard> Load() override { return Answer(kept); }
  Result<HostCard> Keep(const HostCard& card) override {
    if (fault) return *fault;
    kept = card;
    if (kept.id.is_nil()) kept.id = ContactId(UuidBytes{1});
    return kept;
  }
  Result<HostCode> CodeOf(const HostCard& card, const std::string& event) override {
    events.push_back(event);
    return Answer(HostCode{{static_cast<int>(card.name.size()), {}}, {}});
  }
  Result<std::filesystem::path> Write(const HostCard&, const std::string& event, HostCardFile,
                                      const std::filesystem::path& folder) override {
    events.push_back(event);
    return Answer(folder / "card");
  }
  HostCard kept;
  std::vector<std::string> events;
  std::optional<Error> fault;

 private:
  template <typename T>
  Result<T> Answer(T value) const {
    if (fault) return *fault;
    return value;
  }
};

/// Files that hold as many cards as was scripted; others are no pictures.
class FakeImporter final : public PictureImporter {
 public:
  PictureList List(const std::vector<std::filesystem::path>& paths) override {
    PictureList list;
    for (const std::filesystem::path& path : paths)
      list.pictures.push_back({path});
    return list;
  }
  Result<std::vector<ImportedCard>> CardsOf(const PictureRef& picture) override;

  std::map<std::string, int> cards_in;
};

/// One file of contacts, as was scripted.
class FakeContactFiles final : public ContactFiles {
 public:
  Result<ContactFile> Inspect(const std::filesystem::path& path) override {
    if (fault) return *fault;
    ContactFile seen = file;
    seen.path = path;
    return seen;
  }
  Result<void> Read(const ContactFile& read_file, const FoundContactSink& sink,
                    const std::stop_token& stop) override {
    last_read = read_file;
    for (const RefusedContact& one : refused)
      sink.refuse(one);
    for (const FoundContact& one : found) {
      if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
      if (auto taken = sink.take(one); !taken) return taken;
    }
    return {};
  }

  ContactFile file;
  std::vector<FoundContact> found;
  std::vector<RefusedContact> refused;
  std::optional<Error> fault;
  std::optional<ContactFile> last_read;
};

inline Image TestCard(std::uint8_t shade = 200) {
  return Image(8, 5, PixelFormat::kGray8, std::vector<std::uint8_t>(40, shade));
}

inline Result<std::vector<ImportedCard>> FakeImporter::CardsOf(const PictureRef& picture) {
  const auto count = cards_in.find(picture.name());
  if (count == cards_in.end())
    return Error{ErrorCode::kUnreadable, picture.name() + ": this isn't a picture."};
  std::vector<ImportedCard> cards;
  for (int i = 0; i < count->second; ++i)
    cards.push_back({TestCard(), picture.name(), picture.name() + "#" + std::to_string(i)});
  return cards;
}

class FakeReadiness final : public ReadinessCheck {
 public:
  std::vector<ReadyFinding> Look() override { return findings; }
  std::vector<ReadyFinding> findings;
};

class FakeSync final : public SyncDesk {
 public:
  Result<SyncPlaces> Places() override { return places; }
  Result<FoundPlaces> LookAt(const SyncLogin& login, const std::stop_token& stop) override {
    logins.push_back(login);
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    if (fault) return *fault;
    return found;
  }
  Result<void> Connect(const SyncLogin& login, const ChosenPlaces& chosen, const std::stop_token&) override {
    if (fault) return *fault;
    places = {.contacts = chosen.contacts ? chosen.contacts->address : "",
              .follow_ups = chosen.follow_ups ? chosen.follow_ups->address : "",
              .user = login.user};
    return {};
  }
  Result<void> Disconnect() override {
    if (fault) return *fault;
    places = {};
    return {};
  }
  Result<std::vector<SyncResult>> Run(bool may_delete_many, std::atomic<int>& answers,
                                      const std::stop_token& stop) override {
    runs.push_back(may_delete_many);
    answers = 3;
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    if (fault) return *fault;
    return results;
  }
  SyncPlaces places;
  FoundPlaces found;
  std::vector<SyncLogin> logins;
  std::vector<SyncResult> results;
  std::vector<bool> runs;
  std::optional<Error> fault;
};

/// All ports with fakes behind them. The parser takes the whole text for the name; the plan is one follow-up
/// on the next day.
class FakePorts final : public Workbench {
 public:
  Ports& ports() override { return ports_; }

  kith::test::ManualClock clock;
  kith::test::FakeStore store{clock};
  FakeReader reader;
  FakeCodec codec;
  FakeBackup backup;
  FakePin pin;
  FakeExporter exporter;
  FakeMail mail;
  FakeHostCards host_cards;
  FakeReadiness readiness;
  FakeSync sync;
  FakeSettings settings;
  FakeChime chime;
  FakeImporter importer;
  FakeContactFiles contact_files;

 private:
  static Draft Parse(const Reading& reading) {
    const Word& word = reading.passes.front().lines.front().words.front();
    Draft draft;
    draft.details.name = {word.text, "Ada", "Example"};
    draft.fields = {{FieldKind::kName, word.text, 0.95, word.box}};
    draft.lines = {{word.text, word.box}};
    return draft;
  }
  static std::vector<FollowUp> Plan(const Contact& contact, const followup::EventDays&, followup::DayLoad&,
                                    Instant now) {
    FollowUp hello;
    hello.id = MakeId<FollowUpId>(now);
    hello.contact = contact.id;
    hello.kind = FollowUpKind::kSayHello;
    hello.due = AddDays(*contact.met_on, 1);
    hello.text = "say that it was nice to meet";
    return {hello};
  }

  /// The test's host lives in UTC.
  static std::chrono::minutes TimeOfDay(Instant instant) {
    return std::chrono::floor<std::chrono::minutes>(instant - std::chrono::floor<std::chrono::days>(instant));
  }

  Ports ports_{store.captures(),
               store.queue(),
               store.contacts(),
               store.follow_ups(),
               store.following(),
               store.events(),
               store.figures(),
               readiness,
               sync,
               settings,
               chime,
               store.history(),
               store.duplicates(),
               store.retention(),
               store.guests(),
               backup,
               pin,
               reader,
               codec,
               exporter,
               contact_files,
               store.contact_import(),
               mail,
               host_cards,
               importer,
               clock,
               Parse,
               Plan,
               TimeOfDay};
};

}  // namespace kith::flow::test
