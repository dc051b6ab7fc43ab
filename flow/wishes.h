// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/contact_file.h"
#include "core/duplicates.h"
#include "core/exporter.h"
#include "core/introduction.h"
#include "flow/state.h"

/// What a person wants: the actions that views give.
namespace kith::flow {

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
/// Shows an event, with its numbers.
struct SelectEvent {
  EventId id;
};
struct SaveEvent {
  EventId id;  ///< nil: a new one
  EventEdit edit;
};
/// Takes the last change of an event back.
struct UndoEvent {};
/// Only one that nothing belongs to goes.
struct EraseEvent {
  EventId id;
};
/// What cards belong to from now on; nullopt: to none.
struct ChooseEvent {
  std::optional<EventId> id;
};
/// Whether all is there before guests come.
struct CheckReadiness {};
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

}  // namespace kith::flow
