// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/capture_store.h"
#include "core/contact.h"
#include "core/contact_file.h"
#include "core/contact_history.h"
#include "core/duplicates.h"
#include "core/error.h"
#include "core/exporter.h"
#include "core/follow_up.h"
#include "core/guest_records.h"
#include "core/picture_importer.h"
#include "core/retention.h"
#include "flow/state.h"
#include "flow/take_in.h"
#include "followup/changes.h"
#include "followup/messages.h"
#include "followup/queue.h"

/// What workers bring back: the actions that end effects.
namespace kith::flow {

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
struct EventsLoaded {
  std::vector<KnownEvent> events;  ///< newest first
  std::vector<std::string> plans;
};
struct EventFiguresLoaded {
  EventId id;
  EventNumbers numbers;
};
struct EventSaved {
  KnownEvent saved;
  std::optional<KnownEvent> before;  ///< nullopt: it is new
  bool is_undo = false;
};
struct EventErased {
  EventId id;
};
struct EventChosen {
  std::optional<Event> event;
};
struct EventNotChanged {
  Error error;
};
struct ReadinessChecked {
  std::vector<ReadyFinding> findings;
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
  std::vector<Consent> consents = {};     ///< what was said at the kiosk
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

}  // namespace kith::flow
