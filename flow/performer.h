// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <utility>

#include "flow/action.h"
#include "flow/effect.h"
#include "flow/ports.h"

/// The inside of Perform: one function for each effect. Not for other folders.
namespace kith::flow {

class Performer {
 public:
  Performer(Ports& ports, std::stop_token stop) : ports_(ports), stop_(std::move(stop)) {}

  // perform_cards.cpp
  Action Do(const effect::StoreCapture& effect);
  Action Do(const effect::AttachBack& effect);
  Action Do(const effect::ReadCapture& effect);
  Action Do(const effect::ReadNext& effect);
  Action Do(const effect::LoadWaiting& effect);
  Action Do(const effect::LoadReview& effect);
  Action Do(const effect::EraseCapture& effect);

  // perform_import.cpp
  Action Do(const effect::ListPictures& effect);
  Action Do(const effect::ImportPicture& effect);

  // perform_intake.cpp
  Action Do(const effect::LookAtContactFile& effect);
  Action Do(const effect::TakeInContacts& effect);

  // perform_people.cpp
  Action Do(const effect::ConfirmContact& effect);
  Action Do(const effect::CheckPin& effect);
  Action Do(const effect::FindContacts& effect);
  Action Do(const effect::Export& effect);

  // perform_keeping.cpp: filters, how long things are kept
  Action Do(const effect::LoadFilterChoices& effect);
  Action Do(const effect::LoadKeeping& effect);
  Action Do(const effect::SaveKeeping& effect);

  // perform_contact.cpp: one contact, and what becomes of it
  Action Do(const effect::LoadContact& effect);
  Action Do(const effect::FindAlike& effect);
  Action Do(const effect::SaveContact& effect);
  Action Do(const effect::MergeContacts& effect);
  Action Do(const effect::TellApart& effect);
  Action Do(const effect::UndoRevision& effect);
  Action Do(const effect::SettleSuggestion& effect);
  Action Do(const effect::CareForDay& effect);

  // perform_following.cpp
  Action Do(const effect::LoadDue& effect);
  Action Do(const effect::ChangeDue& effect);
  Action Do(const effect::UndoDue& effect);
  Action Do(const effect::WriteMessage& effect);
  Action Do(const effect::OpenInMailProgram& effect);
  Action Do(const effect::SaveDraft& effect);
  Action Do(const effect::LoadIntroductions& effect);
  Action Do(const effect::LoadFates& effect);
  Action Do(const effect::DecideIntroduction& effect);
  Action Do(const effect::AnswerIntroduction& effect);
  Action Do(const effect::RecordIntroduced& effect);

  // perform_events.cpp
  Action Do(const effect::LoadEvents& effect);
  Action Do(const effect::LoadEventFigures& effect);
  Action Do(const effect::SaveEvent& effect);
  Action Do(const effect::EraseEvent& effect);
  Action Do(const effect::ChooseEvent& effect);
  Action Do(const effect::CheckReadiness& effect);

  // guest/perform_guest.cpp
  Action Do(const effect::KeepGuest& effect);
  Action Do(const effect::FindReceipt& effect);
  Action Do(const effect::EraseByReceipt& effect);

  // perform_settings.cpp
  Action Do(const effect::LoadSettings& effect);
  Action Do(const effect::KeepSettings& effect);
  Action Do(const effect::SetPin& effect);
  Action Do(const effect::RemovePin& effect);
  Action Do(const effect::MakeBackup& effect);
  Action Do(const effect::PlayGotIt& effect);

  // perform_sync.cpp
  Action Do(const effect::LoadSync& effect);
  Action Do(const effect::RunSync& effect);
  Action Do(const effect::TryLogin& effect);
  Action Do(const effect::ConnectServer& effect);
  Action Do(const effect::DisconnectServer& effect);

  // perform_host_card.cpp
  Action Do(const effect::LoadHostCard& effect);
  Action Do(const effect::MakeHostCode& effect);
  Action Do(const effect::KeepHostCard& effect);
  Action Do(const effect::WriteHostCard& effect);

 private:
  Result<followup::EventDays> EventOf(const std::optional<EventId>& id);
  Result<followup::DayLoad> OpenLoad();
  Result<followup::Book> Book();
  Result<Relationship> RelationshipOf(ContactId id);
  Result<void> Know(const Relationship& relationship);
  Result<std::vector<AlikeContact>> AlikeOf(const Contact& contact);
  Result<std::vector<ReadCard>> CardsOf(ContactId id);
  /// What a person said about likeness, once both contacts are there.
  Result<std::string> Join(const effect::ConfirmContact& effect, ContactId id);
  Action Apply(const Result<FollowingChange>& change);
  Result<ImportedCapture> Keep(const ImportedCard& card, const std::optional<EventId>& event);
  Action Read(CaptureId id);
  Result<Image> DecodedCard(CaptureId id, CardSide side);
  Result<Draft> DraftOf(const Image& card);
  /// A card that trips the parser must not trip it again at every start, so what it throws ends here.
  Result<Draft> Parsed(const Reading& reading);
  /// Tells the queue, and the screen whether it is tried again.
  Action GiveUp(CaptureId id, const Error& error);
  Result<void> AddWaiting(CaptureState state, std::vector<WaitingCapture>& waiting);

  Ports& ports_;
  const std::stop_token stop_;
};

}  // namespace kith::flow
