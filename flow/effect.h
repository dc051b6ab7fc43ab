// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/contact_file.h"
#include "core/contact_import.h"
#include "core/exporter.h"
#include "core/guest_records.h"
#include "core/host_card.h"
#include "core/ids.h"
#include "core/image.h"
#include "core/picture_importer.h"
#include "core/time.h"
#include "flow/action.h"
#include "flow/long_job.h"
#include "flow/settings_state.h"
#include "flow/sync_state.h"

/// What Update wants done outside of the state: each is performed by a worker (flow/perform.h) and comes back
/// as an Action.
namespace kith::flow::effect {

/// Puts a card image and the job to read it on disk.
struct StoreCapture {
  std::uint64_t ticket = 0;  ///< which CardCaptured it was; there is no id yet
  Image card;
  std::string source;
  std::optional<EventId> event;
};

/// Puts the other side of a stored card on disk, to be read with the front.
struct AttachBack {
  CaptureId id;
  Image back;
};

/// Reads that capture out of turn: the card on the screen first.
struct ReadCapture {
  CaptureId id;
};

/// Reads the oldest capture that waits.
struct ReadNext {};

/// The captures that wait for a person. At the start of the program also puts back in the queue what a crash
/// interrupted.
struct LoadWaiting {
  bool resume_interrupted = false;
};

/// Draft and card image of a capture that was read (or failed to be).
struct LoadReview {
  CaptureId id;
};

/// Keeps a contact, with the follow-ups of the plan.
struct ConfirmContact {
  CaptureId capture;
  ContactDetails details;
  std::vector<std::string> interests;
  std::optional<EventId> event;
  std::string promise = {};  ///< becomes a follow-up with these words
  Actor actor = Actor::kHost;
  std::optional<ContactId> same_as = {};   ///< the contact becomes part of that one
  std::vector<ContactId> apart_from = {};  ///< these are somebody else
};

/// Who in the store may be the person whose card was read.
struct FindAlike {
  CaptureId capture;
  ContactDetails details;
};

/// Replaces `before` by `after`, if nobody else changed it meanwhile.
struct SaveContact {
  KnownContact before;
  KnownContact after;
};

struct MergeContacts {
  ContactId kept;
  ContactId other;
};

struct TellApart {
  ContactId one;
  ContactId other;
};

struct UndoRevision {
  ContactId contact;
  std::int64_t revision = 0;
};

struct SettleSuggestion {
  ContactId contact;
  std::string field;
  bool accept = false;
};

/// What every day asks for: what must not be kept any longer goes, then all is backed up.
struct CareForDay {
  Day today{};
};

struct EraseCapture {
  CaptureId id;
};

/// Looks through files and folders for pictures.
struct ListPictures {
  std::vector<std::filesystem::path> paths;
};

/// Keeps every card in a picture, with the jobs to read them.
struct ImportPicture {
  PictureRef picture;
  std::optional<EventId> event;
};

/// Whether it is the host's.
struct CheckPin {
  std::string pin;
};

struct FindContacts {
  std::uint64_t ticket = 0;  ///< answers to older questions are ignored
  ContactQuery query;
};

struct LoadFilterChoices {};

struct LoadKeeping {};

struct SaveKeeping {
  EventId event;
  EventRetention retention;
};

struct LoadContact {
  ContactId id;
};

/// What is due, and what comes in the weeks after `today`.
struct LoadDue {
  Day today{};
};

/// Does what the action says with an item of the queue of `today`.
struct ChangeDue {
  ActOnDue action;
  Day today{};
};

struct UndoDue {};

struct WriteMessage {
  std::string key;
  Day today{};
};

struct OpenInMailProgram {
  MailDraft mail;
};

struct SaveDraft {
  MailDraft mail;
  std::filesystem::path folder;
};

struct LoadIntroductions {
  std::optional<EventId> event;
};

struct LoadFates {
  Day today{};
};

struct DecideIntroduction {
  flow::DecideIntroduction action;
  Day today{};
};

struct AnswerIntroduction {
  IntroductionId id;
  ContactId contact;
  Answer answer = Answer::kYes;
  Day today{};
};

struct RecordIntroduced {
  std::array<ContactId, 2> contacts;
  Day today{};
};

struct LookAtContactFile {
  std::uint64_t ticket = 0;
  std::filesystem::path path;
};

/// Takes the contacts of a file in, or finds out what would become of them.
struct TakeInContacts {
  std::uint64_t ticket = 0;
  ContactFile file;
  ImportMode mode = ImportMode::kDryRun;
  std::shared_ptr<LongJob> job;  ///< never null
};

struct LoadHostCard {};

struct MakeHostCode {
  std::uint64_t ticket = 0;  ///< answers to older questions are ignored
  HostCard card;
  std::string event;
};

struct KeepHostCard {
  HostCard card;
};

/// Into a file of the folder that isn't there yet.
struct WriteHostCard {
  HostCard card;
  std::string event;
  HostCardFile kind = HostCardFile::kPng;
  std::filesystem::path folder;
};

struct LoadEvents {};

struct LoadEventFigures {
  EventId id;
  Day today{};
};

struct SaveEvent {
  KnownEvent event;                  ///< its moments follow from its days
  std::optional<KnownEvent> before;  ///< nullopt: it is new
  bool is_undo = false;
};

struct EraseEvent {
  EventId id;
};

struct ChooseEvent {
  std::optional<EventId> id;
};

struct CheckReadiness {};

/// Keeps a guest as a contact, with what they agreed to; with the follow-ups of the plan if they want to be
/// kept in touch with.
struct KeepGuest {
  CaptureId capture;
  ContactDetails details;
  std::vector<std::string> interests;
  std::optional<Birthday> birthday;
  std::optional<EventId> event;
  std::vector<Consent> consents;
};

struct FindReceipt {
  std::string code;
};

struct EraseByReceipt {
  ContactId contact;
};

struct Export {
  ExportRequest request;
};

}  // namespace kith::flow::effect

namespace kith::flow {

struct EffectKinds
    : KindList<effect::StoreCapture, effect::AttachBack, effect::ReadCapture, effect::ReadNext,
               effect::LoadWaiting, effect::LoadReview, effect::FindAlike, effect::ConfirmContact,
               effect::SaveContact, effect::MergeContacts, effect::TellApart, effect::UndoRevision,
               effect::SettleSuggestion, effect::CareForDay, effect::EraseCapture, effect::ListPictures,
               effect::ImportPicture, effect::CheckPin, effect::LoadFilterChoices, effect::LoadKeeping,
               effect::SaveKeeping, effect::FindContacts, effect::LoadContact, effect::LoadDue,
               effect::ChangeDue, effect::UndoDue, effect::WriteMessage, effect::OpenInMailProgram,
               effect::SaveDraft, effect::LoadIntroductions, effect::LoadFates, effect::DecideIntroduction,
               effect::AnswerIntroduction, effect::RecordIntroduced, effect::LoadHostCard,
               effect::MakeHostCode, effect::KeepHostCard, effect::WriteHostCard, effect::LookAtContactFile,
               effect::TakeInContacts, effect::LoadEvents, effect::LoadEventFigures, effect::SaveEvent,
               effect::EraseEvent, effect::ChooseEvent, effect::CheckReadiness, effect::KeepGuest,
               effect::FindReceipt, effect::EraseByReceipt, effect::LoadSync, effect::RunSync,
               effect::TryLogin, effect::ConnectServer, effect::DisconnectServer, effect::LoadSettings,
               effect::KeepSettings, effect::SetPin, effect::RemovePin, effect::MakeBackup, effect::PlayGotIt,
               effect::Export> {};

using Effect = OneOf<EffectKinds>;

}  // namespace kith::flow
