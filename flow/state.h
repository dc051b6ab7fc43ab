// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/capture_store.h"
#include "core/contact.h"
#include "core/draft.h"
#include "core/error.h"
#include "core/event.h"
#include "core/exporter.h"
#include "core/follow_up.h"
#include "core/geometry.h"
#include "core/host_card.h"
#include "core/image.h"
#include "core/introduction.h"
#include "core/mail_draft.h"
#include "core/picture_importer.h"
#include "core/time.h"
#include "flow/contact_edit.h"
#include "flow/contact_filters.h"
#include "flow/events_state.h"
#include "flow/guest/visit.h"
#include "flow/intake_state.h"
#include "flow/keeping.h"
#include "flow/look.h"
#include "flow/review_rows.h"
#include "flow/settings_state.h"
#include "flow/sync_state.h"

/// All that the program shows, as plain values. Owned by the UI thread; only Update changes it.
namespace kith::flow {

enum class Screen { kScan, kReview, kContacts, kDue, kImport, kExport, kHostCard, kEvents, kSync, kSettings };

/// What the person at the camera should do.
enum class ScanHint {
  kStarting,   ///< no frame yet
  kShowCard,   ///< no card in the picture
  kCloser,     ///< too small to be read
  kHoldStill,  ///< seen, but still moving
  kMoreLight,  ///< too dark
  kTooBlurry,  ///< steady but out of focus
  kWholeCard,  ///< a part is outside of the picture
  kTilt,       ///< glare lies over the print
  kGot,        ///< captured; the card can be taken away
};

/// What the capture thread hands over for every frame that it looked at.
struct Preview {
  Image frame;
  std::optional<Quad> card;  ///< its outline in pixels of `frame`
  ScanHint hint = ScanHint::kShowCard;
};

enum class CardStage {
  kStoring,     ///< not on disk yet
  kReading,     ///< safe; being read or waiting to be
  kToReview,    ///< waits for a person
  kUnreadable,  ///< waits for a person to type it in
  kSaved,       ///< a contact was made of it
};

/// A card in the list beside the camera picture.
struct RecentCard {
  std::uint64_t ticket = 0;         ///< 0: not from the camera of this run
  std::uint64_t together_with = 0;  ///< the ticket of the card that was held up beside it; 0: none
  ContactId contact = {};           ///< who was made of it in this run; nil: nobody yet
  CaptureId id;                     ///< nil while kStoring
  CardStage stage = CardStage::kStoring;
  std::string title;  ///< the name, once it was read
  std::string source;
  Image card;                 ///< empty if not from the camera of this run
  Image back_to_attach = {};  ///< waits for the front to be stored
};

/// A calm full-size message that goes away by itself.
struct Moment {
  enum class Kind { kGotIt, kSaved };
  Kind kind = Kind::kGotIt;
  std::string title;
  std::string text;
  Instant until{};
};

struct ScanState {
  std::string camera;                 ///< "Demo camera"; empty until it is open
  std::optional<Error> camera_error;  ///< why there is no picture
  bool camera_finished = false;       ///< a finite source has no more frames
  Preview preview;
  std::vector<RecentCard> cards;  ///< newest first
  std::uint64_t last_ticket = 0;  ///< of the card that the camera saw last, whose back may follow
  std::optional<Moment> moment;
};

/// Files that are being brought in.
struct ImportState {
  int lists = 0;  ///< drops whose pictures aren't known yet
  std::vector<PictureRef> waiting;
  bool running = false;  ///< a picture is being looked at
  int pictures = 0;      ///< all of them
  int done = 0;
  int cards = 0;
  int known = 0;  ///< of the cards: were there before
  std::vector<Error> errors;
  std::uint64_t notice = 0;  ///< the one that shows progress; 0: none

  bool active() const { return lists > 0 || running; }
};

/// What a person says about somebody who may be the one at hand.
enum class SamePerson { kUndecided, kYes, kNo };

/// Somebody in the store who may be the person at hand.
struct AlikeRow {
  ContactId id;
  std::string name;
  std::string about;
  std::string why;  ///< "same mobile, same family name"
  SamePerson answer = SamePerson::kUndecided;

  friend bool operator==(const AlikeRow&, const AlikeRow&) = default;
};

struct ReviewState {
  CaptureId capture;
  Image card;       ///< empty while loading, or if it can't be decoded
  Image back = {};  ///< empty if there is none
  Draft draft;
  std::vector<ReviewRow> rows;       ///< what the form begins with
  int revision = 0;                  ///< counts up when the back was read, too: `rows` are new
  std::optional<Box> focused = {};   ///< of the field that is being looked at
  std::vector<AlikeRow> alike = {};  ///< never of a guest
  bool unreadable = false;           ///< reading failed: everything is typed in by hand
  bool loading = false;
  bool saving = false;
};

/// A row of the contacts screen.
struct ContactRow {
  ContactId id;
  std::string name;
  std::string about;     ///< "Engineer, Example Ltd"
  std::string initials;  ///< at most two letters

  friend bool operator==(const ContactRow&, const ContactRow&) = default;
};

struct LabelledText {
  std::string label;
  std::string text;

  friend bool operator==(const LabelledText&, const LabelledText&) = default;
};

/// A value on the card beside what is kept now.
struct CardLine {
  std::string label;
  std::string on_card;
  std::string now;
  bool same = false;

  friend bool operator==(const CardLine&, const CardLine&) = default;
};

struct CardPane {
  Image front;  ///< empty: not there any more
  std::vector<CardLine> lines;
};

struct ChangeLine {
  std::string field;  ///< "E-mails"
  std::string before;
  std::string after;

  friend bool operator==(const ChangeLine&, const ChangeLine&) = default;
};

/// What was changed at once.
struct RevisionRow {
  std::int64_t number = 0;
  std::string title;  ///< "Yesterday, by the guest"
  std::vector<ChangeLine> lines;
  bool can_undo = false;

  friend bool operator==(const RevisionRow&, const RevisionRow&) = default;
};

struct SuggestionRow {
  std::string field;  ///< as the store calls it
  std::string label;
  std::string kept;
  std::string suggested;
  std::string from;  ///< "A reading of the card"

  friend bool operator==(const SuggestionRow&, const SuggestionRow&) = default;
};

/// A contact as the details pane shows it, the person first.
struct ContactPane {
  ContactId id;
  std::string name;
  std::string initials;
  std::string about;
  std::string met;  ///< "Met at Autumn Meetup on 3 November"; may be empty
  std::vector<std::string> interests;
  std::vector<LabelledText> next;   ///< what to do, and when
  std::vector<LabelledText> reach;  ///< phones, e-mails …
  std::string notes;
  std::vector<LabelledText> known;  ///< birthday, circle, tags, looks for, offers
  std::vector<AlikeRow> alike;
  std::vector<SuggestionRow> suggestions;
  std::vector<CardPane> cards;
  std::vector<RevisionRow> history;  ///< newest first
  std::vector<std::string> circles;  ///< to choose from
  KnownContact kept;                 ///< what editing begins with
};

struct ContactsState {
  std::string query;
  ContactFilters filters;
  FilterChoices choices;
  std::uint64_t ticket = 0;  ///< of the newest question
  bool loaded = false;
  std::vector<ContactRow> rows;
  std::optional<ContactId> selected;
  std::optional<ContactPane> pane;  ///< of `selected`, once it is there
  bool busy = false;                ///< it is being changed
  int saved = 0;                    ///< counts up when a change was kept: forms may close
};

struct DueRow {
  std::string key;  ///< followup::KeyOf the item
  ContactId contact;
  FollowUpKind kind = FollowUpKind::kOther;
  std::string name;
  std::string what;
  std::string when;   ///< "today", "on Friday", "a good time until 12 March"
  bool busy = false;  ///< being done, skipped or put off

  friend bool operator==(const DueRow&, const DueRow&) = default;
};

struct DueGroup {
  std::string title;
  std::vector<DueRow> rows;

  friend bool operator==(const DueGroup&, const DueGroup&) = default;
};

/// The parts of the screen of what is due.
enum class DueTab { kQueue, kIntroductions, kEveryone };

/// A day that something can be put off to.
struct PutOffChoice {
  std::string label;  ///< "After the weekend, on Monday"
  Day day{};

  friend bool operator==(const PutOffChoice&, const PutOffChoice&) = default;
};

/// A message that a person may take and edit; Kith sends nothing.
struct MessageSheet {
  std::string key = {};  ///< of the row that it is for
  bool loading = true;
  MailDraft mail = {};  ///< what editing begins with
  bool taking = false;  ///< the mail program is being opened, or the draft saved
};

/// Two people who should know each other.
struct IntroductionRow {
  std::array<ContactId, 2> contacts = {};
  std::array<std::string, 2> names = {};
  std::string why = {};
  bool busy = false;

  friend bool operator==(const IntroductionRow&, const IntroductionRow&) = default;
};

/// Two who were asked, or will be.
struct BegunIntroduction {
  IntroductionId id;
  std::array<ContactId, 2> contacts = {};
  std::array<std::string, 2> names = {};
  std::array<Answer, 2> answers = {};
  std::string why = {};
  bool busy = false;

  friend bool operator==(const BegunIntroduction&, const BegunIntroduction&) = default;
};

/// What becomes of a contact.
struct FateRow {
  ContactId contact;
  std::string name = {};
  std::string next = {};  ///< "on Friday: Check in with Ada"
  bool missing = false;

  friend bool operator==(const FateRow&, const FateRow&) = default;
};

struct DueState {
  bool loaded = false;
  std::vector<DueGroup> groups = {};  ///< none empty
  int count_until_today = 0;          ///< for the navigation
  DueTab tab = DueTab::kQueue;
  std::vector<PutOffChoice> put_off = {};
  std::optional<MessageSheet> message = {};
  std::string can_undo = {};  ///< what was done last; empty: nothing
  bool undoing = false;
  bool introductions_loaded = false;
  std::vector<IntroductionRow> introductions = {};
  std::vector<BegunIntroduction> begun = {};
  bool everyone_loaded = false;
  std::string everyone_summary = {};
  std::vector<FateRow> everyone = {};  ///< who has no next step first
};

/// What guests take home. The code stays while the kiosk is locked: it is for them.
struct HostCardState {
  bool loaded = false;
  HostCard kept = {};
  std::uint64_t ticket = 0;           ///< of the newest code that was asked for
  std::optional<HostCode> code = {};  ///< of what is being typed, or of `kept`
  std::string problem = {};           ///< why there is no code
  bool busy = false;                  ///< it is being kept or written to a file
  int saved = 0;                      ///< counts up: forms begin anew with `kept`
};

struct ExportState {
  bool running = false;
  std::optional<ExportReport> report;                  ///< of the last one that worked
  ExportFormat format = ExportFormat::kContactsVcard;  ///< of the last one
};

struct ErasedByItself {
  Day on{};
  RetentionReport report;
};

/// How long what belongs to an event is kept.
struct KeepingState {
  bool loaded = false;
  std::vector<KeptEvent> events = {};
  bool saving = false;
  int saved = 0;                              ///< counts up: forms may close
  std::optional<ErasedByItself> erased = {};  ///< last, while the program ran
  bool erased_is_told = true;
};

enum class NoticeTone { kInfo, kWorking, kProblem };

/// A message at the edge of the screen.
struct Notice {
  std::uint64_t id = 0;
  NoticeTone tone = NoticeTone::kInfo;
  std::string title;             ///< what happened
  std::string text;              ///< to what, and what to do
  std::optional<Instant> until;  ///< problems stay until somebody puts them away
};

/// Behind the PIN is everything but a guest's own card.
struct LockState {
  bool locked = false;
  bool checking = false;  ///< a PIN that was entered is looked at
  int wrong_attempts = 0;
  std::optional<Instant> retry_at = {};  ///< no attempt is looked at before
};

/// What the configuration says; the event and the look may change while the program runs.
struct Settings {
  /// Guests stand before it, and the host has a PIN: starts locked, returns to the scan screen by itself.
  bool kiosk = false;
  std::string region = "US";   ///< ISO 3166; for phone numbers without a country code
  std::optional<Event> event;  ///< where contacts are met today
  std::filesystem::path export_folder;
  bool mirror_preview = false;  ///< show the camera's picture as a mirror does
  Look look = {};
  bool sound = false;  ///< with "Got it"
};

struct AppState {
  Settings settings;
  Instant now{};  ///< of the last Tick
  Day today{};
  Instant last_input{};
  Screen screen = Screen::kScan;
  LockState lock;
  ScanState scan;
  ImportState importing;
  std::optional<ReviewState> review;
  ContactsState contacts;
  DueState due;
  ExportState exporting;
  KeepingState keeping;
  IntakeState intake;
  HostCardState host_card;
  EventsState events;
  ReadyState ready;
  GuestState guest = {};
  SyncScreenState sync;
  SettingsState settings_screen;
  std::vector<Notice> notices;  ///< oldest first
  std::uint64_t next_ticket = 1;
  bool closing = false;  ///< somebody asked to leave
};

}  // namespace kith::flow
