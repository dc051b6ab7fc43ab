// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/capture_store.h"
#include "core/contact.h"
#include "core/contact_file.h"
#include "core/contact_history.h"
#include "core/duplicates.h"
#include "core/error.h"
#include "core/exporter.h"
#include "core/follow_up.h"
#include "core/introduction.h"
#include "core/picture_importer.h"
#include "core/retention.h"
#include "flow/state.h"
#include "flow/take_in.h"
#include "followup/changes.h"
#include "followup/messages.h"
#include "followup/queue.h"

/// Everything that can change the state: what a person wants, what the camera saw, what a worker brought
/// back.
namespace kith::flow {

// What a person wants.

struct ShowScreen {
  Screen screen = Screen::kScan;
};
struct OpenReview {
  CaptureId id;
};
/// Back to where one came from; the card goes on waiting.
struct LeaveReview {};
struct FocusField {
  std::optional<Box> box;
};
struct ConfirmReview {
  ContactDetails details;
  std::vector<std::string> interests;
  std::string promise = {};  ///< what the host said they would do; may be empty
};
/// Whether somebody in the store is the person under review; taken back by the same answer again.
struct AnswerAlike {
  ContactId other;
  SamePerson answer = SamePerson::kUndecided;
};
/// Erases the card on the review screen, its image included.
struct DiscardReview {};
/// Files and folders that were dragged into the window.
struct ImportFiles {
  std::vector<std::filesystem::path> paths;
};
/// A file with contacts, to be looked at: nothing is brought in yet.
struct OpenContactFile {
  std::filesystem::path path;
};
/// What a column of the file is.
struct ChooseColumn {
  std::size_t column = 0;
  ColumnField field = ColumnField::kRemark;
};
/// Brings the contacts of the file in.
struct ImportContacts {};
/// Stops what runs for the file: nothing of it is brought in then.
struct StopImport {};
/// Away from the file.
struct LeaveImport {};
struct SearchContacts {
  std::string text;
};
struct FilterContacts {
  ContactFilters filters;
};
struct SelectContact {
  ContactId id;
};
/// What a person changed in the contact that is shown.
struct SaveContact {
  ContactEdit edit;
};
/// `other` becomes part of the contact that is shown; can be undone.
struct MergeContacts {
  ContactId other;
};
/// `other` is somebody else than the contact that is shown.
struct TellApart {
  ContactId other;
};
/// Takes back a change of the contact that is shown.
struct UndoRevision {
  std::int64_t revision = 0;
};
/// What a machine suggested for a field of the contact that is shown.
struct SettleSuggestion {
  std::string field;
  bool accept = false;
};
/// What can be done with something that is due.
enum class DueDeed {
  kDone,
  kSkip,    ///< not this time
  kPutOff,  ///< not before `until`
  kLetGo,   ///< not this person any more
};
struct ActOnDue {
  std::string key;
  DueDeed deed = DueDeed::kDone;
  std::string note = {};  ///< of kDone: what happened
  Day until = {};         ///< of kPutOff
};
/// Takes back what was done last with follow-ups.
struct UndoDue {};
struct ShowDueTab {
  DueTab tab = DueTab::kQueue;
};
/// The message for something that is due.
struct OpenMessage {
  std::string key;
};
struct CloseMessage {};
/// The message that is open, as it was edited, in the mail program or as a file.
struct TakeMessage {
  enum class Where { kMailProgram, kDraft };
  Where where = Where::kMailProgram;
  std::string subject;
  std::string body;
};
/// Asks both, step by step, or never suggests the two again.
struct DecideIntroduction {
  std::array<ContactId, 2> contacts;
  bool begin = true;
};
/// What one of two who are being introduced says.
struct AnswerIntroduction {
  IntroductionId id;
  std::size_t who = 0;  ///< 0 or 1, as in the row
  Answer answer = Answer::kYes;
};
/// "I introduced these two": they know each other now.
struct MarkIntroduced {
  IntroductionId id;
};
struct StartExport {
  ExportFormat format = ExportFormat::kContactsVcard;
  std::string path;
  bool only_this_event = false;
  bool one_file_each = false;  ///< of a vCard: the path is a folder's
  bool pictures = true;        ///< of the people, in vCards
};
/// How long is kept what belongs to which event.
struct ShowKeeping {};
struct SaveKeeping {
  EventId event;
  KeepingEdit edit;
};
/// The host card as it is being typed: its code is made anew.
struct EditHostCard {
  HostCard card;
};
struct KeepHostCard {
  HostCard card;
};
/// The card that is kept, or its code, as a file.
struct WriteHostCard {
  HostCardFile kind = HostCardFile::kPng;
};
struct DismissNotice {
  std::uint64_t id = 0;
};
struct Unlock {
  std::string pin;
};
struct Lock {};
/// Any key, touch or movement of the mouse.
struct PersonIsThere {};
struct CloseProgram {};

// Time and the camera.

struct Tick {
  Instant now{};
  Day today{};
};
struct CameraOpened {
  std::string description;
};
/// No picture for now; the capture thread keeps trying.
struct CameraFailed {
  Error error;
};
/// A finite source has no more frames.
struct CameraFinished {};
struct PreviewArrived {
  Preview preview;
};
/// A card image that is good enough to keep.
struct CardCaptured {
  Image card;
  std::string source;
  bool together = false;  ///< held up beside the card of the CardCaptured before it
};

/// The other side of the card of the CardCaptured before it.
struct BackCaptured {
  Image card;
};

// What workers bring back.

struct CaptureStored {
  std::uint64_t ticket = 0;
  CaptureId id;
};
struct CaptureNotStored {
  std::uint64_t ticket = 0;
  Error error;
};
struct BackAttached {
  CaptureId id;
};
struct DraftReady {
  CaptureId id;
  Draft draft;  ///< of both sides
  Image card;
  Image back = {};  ///< empty if there is none
};
struct ReadingFailed {
  CaptureId id;
  bool for_good = false;  ///< false: it is tried again
  Error error;
};
/// Somebody else reads it, or nothing waits.
struct NothingToRead {};
struct WaitingCapture {
  Capture capture;   ///< kDrafted or kFailed
  std::string name;  ///< of the draft; may be empty
};
struct WaitingLoaded {
  std::vector<WaitingCapture> captures;  ///< oldest first
  bool resumed = false;                  ///< the answer to the first question of the program
};
struct PicturesListed {
  PictureList list;
};
/// A card of a picture, safe in the store.
struct ImportedCapture {
  CaptureId id;
  CaptureState state = CaptureState::kWaiting;
  bool known = false;  ///< it was there before
};
struct PictureImported {
  std::vector<ImportedCapture> captures;
  std::optional<Error> error;  ///< may stand beside captures: a later card couldn't be kept
};
struct ReviewLoaded {
  CaptureId id;
  Draft draft;
  Image card;
  Image back = {};
  bool unreadable = false;
};
struct ReviewNotLoaded {
  CaptureId id;
  Error error;
};
/// Somebody in the store who may be the person at hand.
struct AlikeContact {
  Contact contact;
  Likeness likeness;
};
struct AlikeFound {
  CaptureId capture;
  std::vector<AlikeContact> alike;  ///< most alike first
};
struct ContactConfirmed {
  CaptureId capture;
  Contact contact;
  std::vector<FollowUp> follow_ups;
  ContactId kept = {};           ///< who is there now: the contact, or the one that it was merged into
  std::string joined_with = {};  ///< whom it was merged into; empty: nobody
  std::optional<Error> not_joined = {};  ///< kept, but what was said about likeness wasn't
};
struct ConfirmFailed {
  CaptureId capture;
  Error error;
};
struct CaptureErased {
  CaptureId id;
};
struct FilterChoicesLoaded {
  FilterChoices choices;
};
struct KeepingLoaded {
  std::vector<KeptEvent> events;
};
struct KeepingSaved {};
struct KeepingNotSaved {
  Error error;
};
struct PinChecked {
  bool right = false;
};
struct PinNotChecked {
  Error error;
};
struct ContactsFound {
  std::uint64_t ticket = 0;
  std::vector<Contact> contacts;  ///< in the order of the store
};
/// A card as it was read.
struct ReadCard {
  Draft draft;
  Image front;  ///< empty if it was erased or can't be decoded
};
struct DatedRevision {
  Revision revision;
  Day day{};  ///< where the host is
};
struct ContactLoaded {
  Contact contact;
  std::string event_name;
  std::vector<FollowUp> follow_ups;  ///< open ones, by day
  Relationship relationship = {};
  std::vector<ReadCard> cards = {};
  std::vector<DatedRevision> revisions = {};  ///< newest first
  std::vector<Suggestion> suggestions = {};
  std::vector<AlikeContact> alike = {};
  std::vector<std::string> circles = {};  ///< to choose from
};
struct ContactChanged {
  ContactId id;
  std::string what;  ///< for a person
};
struct ContactNotChanged {
  ContactId id;
  Error error;
};
/// What the day asked for is done.
struct DayCaredFor {
  RetentionReport erased;
  std::optional<Error> no_backup = {};
};
/// Something due, with the person it is for.
struct NamedDueItem {
  followup::QueueItem item;
  std::string name;
};
struct DueLoaded {
  Day today{};
  std::vector<NamedDueItem> items;  ///< in the order in which it is shown within a group
  std::vector<followup::SnoozeChoice> put_off = {};
};
struct DueChanged {
  std::string what;
};
struct DueNotChanged {
  std::string key;
  Error error;
};
struct DueUndone {
  std::string what;
};
struct UndoFailed {
  Error error;
};
struct MessageWritten {
  std::string key;
  std::optional<followup::Message> message;  ///< nullopt: nobody is written to
};
struct MessageTaken {
  std::filesystem::path draft = {};  ///< empty: the mail program has it
};
struct MessageNotTaken {
  Error error;
};
struct IntroductionsLoaded {
  std::vector<IntroductionRow> rows;
  std::vector<BegunIntroduction> begun = {};
};
/// What becomes of everybody and everything.
struct FatesLoaded {
  std::vector<FateRow> rows;
  std::string summary;
};
struct HostCardLoaded {
  HostCard card;
};
struct HostCodeMade {
  std::uint64_t ticket = 0;
  HostCode code;
};
struct HostCodeNotMade {
  std::uint64_t ticket = 0;
  Error error;
};
struct HostCardKept {
  HostCard card;
};
struct HostCardWritten {
  std::filesystem::path path;
};
struct HostCardFailed {
  Error error;
};
struct Exported {
  ExportReport report;
};
struct ContactFileSeen {
  std::uint64_t ticket = 0;
  ContactFile file;
};
struct ContactsTakenIn {
  std::uint64_t ticket = 0;
  IntakeReport report;
};
struct IntakeFailed {
  std::uint64_t ticket = 0;
  Error error;
};
struct ExportFailed {
  Error error;
};
/// Something that no screen waits for went wrong.
struct EffectFailed {
  Error error;
};
/// Somebody asked a job to stop; nothing to show.
struct EffectCancelled {};

using Action = std::variant<
    ShowScreen, OpenReview, LeaveReview, FocusField, ConfirmReview, DiscardReview, ImportFiles,
    OpenContactFile, ChooseColumn, ImportContacts, StopImport, LeaveImport, SearchContacts, SelectContact,
    AnswerAlike, SaveContact, MergeContacts, TellApart, UndoRevision, SettleSuggestion, ActOnDue, UndoDue,
    ShowDueTab, OpenMessage, CloseMessage, TakeMessage, MessageTaken, MessageNotTaken, DecideIntroduction,
    AnswerIntroduction, MarkIntroduced, StartExport, EditHostCard, KeepHostCard, WriteHostCard,
    HostCardLoaded, HostCodeMade, HostCodeNotMade, HostCardKept, HostCardWritten, HostCardFailed,
    DismissNotice, Unlock, Lock, PersonIsThere, CloseProgram, Tick, CameraOpened, CameraFailed,
    CameraFinished, PreviewArrived, CardCaptured, BackCaptured, BackAttached, CaptureStored, CaptureNotStored,
    DraftReady, ReadingFailed, NothingToRead, WaitingLoaded, PicturesListed, PictureImported, ReviewLoaded,
    ReviewNotLoaded, AlikeFound, ContactConfirmed, ConfirmFailed, CaptureErased, PinChecked, PinNotChecked,
    FilterContacts, FilterChoicesLoaded, ShowKeeping, SaveKeeping, KeepingLoaded, KeepingSaved,
    KeepingNotSaved, ContactsFound, ContactLoaded, ContactChanged, ContactNotChanged, DayCaredFor, DueLoaded,
    DueChanged, DueNotChanged, DueUndone, UndoFailed, MessageWritten, IntroductionsLoaded, FatesLoaded,
    Exported, ExportFailed, ContactFileSeen, ContactsTakenIn, IntakeFailed, EffectFailed, EffectCancelled>;

/// What views put the wishes of a person into, in the order in which they came.
using Actions = std::vector<Action>;

}  // namespace kith::flow
