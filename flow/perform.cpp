// SPDX-License-Identifier: Apache-2.0
#include "flow/perform.h"

#include <utility>

#include "flow/performer.h"

namespace kith::flow {
namespace {

/// One overload for each effect that a screen waits for.
struct Failure {
  const Error& error;

  Action operator()(const effect::StoreCapture& e) const { return CaptureNotStored{e.ticket, error}; }
  Action operator()(const effect::LoadReview& e) const { return ReviewNotLoaded{e.id, error}; }
  Action operator()(const effect::ConfirmContact& e) const { return ConfirmFailed{e.capture, error}; }
  Action operator()(const effect::EraseCapture& e) const { return ConfirmFailed{e.id, error}; }
  Action operator()(const effect::SaveKeeping&) const { return KeepingNotSaved{error}; }
  Action operator()(const effect::SaveEvent&) const { return EventNotChanged{error}; }
  Action operator()(const effect::EraseEvent&) const { return EventNotChanged{error}; }
  Action operator()(const effect::ChooseEvent&) const { return EventNotChanged{error}; }
  Action operator()(const effect::CheckReadiness&) const {
    return ReadinessChecked{{{ReadyTopic::kStore, ReadyGrade::kProblem, error.message, {}}}};
  }
  Action operator()(const effect::RunSync& e) const { return SyncFailed{e.ticket, error}; }
  Action operator()(const effect::TryLogin& e) const { return ServerNotConnected{e.ticket, error}; }
  Action operator()(const effect::ConnectServer& e) const { return ServerNotConnected{e.ticket, error}; }
  Action operator()(const effect::DisconnectServer&) const { return ServerNotDisconnected{error}; }
  Action operator()(const effect::KeepSettings& e) const { return SettingsNotKept{e.before, error}; }
  Action operator()(const effect::SetPin&) const { return PinNotChanged{error}; }
  Action operator()(const effect::RemovePin&) const { return PinNotChanged{error}; }
  Action operator()(const effect::MakeBackup& e) const { return BackupNotMade{e.ticket, error}; }
  Action operator()(const effect::CheckPin&) const { return PinNotChecked{error}; }
  Action operator()(const effect::SaveContact& e) const {
    return ContactNotChanged{e.before.contact.id, error};
  }
  Action operator()(const effect::MergeContacts& e) const { return ContactNotChanged{e.kept, error}; }
  Action operator()(const effect::TellApart& e) const { return ContactNotChanged{e.one, error}; }
  Action operator()(const effect::UndoRevision& e) const { return ContactNotChanged{e.contact, error}; }
  Action operator()(const effect::SettleSuggestion& e) const { return ContactNotChanged{e.contact, error}; }
  Action operator()(const effect::ChangeDue& e) const { return DueNotChanged{e.action.key, error}; }
  Action operator()(const effect::DecideIntroduction&) const { return DueNotChanged{{}, error}; }
  Action operator()(const effect::AnswerIntroduction&) const { return DueNotChanged{{}, error}; }
  Action operator()(const effect::OpenInMailProgram&) const { return MessageNotTaken{error}; }
  Action operator()(const effect::SaveDraft&) const { return MessageNotTaken{error}; }
  Action operator()(const effect::UndoDue&) const { return UndoFailed{error}; }
  Action operator()(const effect::LookAtContactFile& e) const { return IntakeFailed{e.ticket, error}; }
  Action operator()(const effect::TakeInContacts& e) const { return IntakeFailed{e.ticket, error}; }
  Action operator()(const effect::MakeHostCode& e) const { return HostCodeNotMade{e.ticket, error}; }
  Action operator()(const effect::KeepHostCard&) const { return HostCardFailed{error}; }
  Action operator()(const effect::WriteHostCard&) const { return HostCardFailed{error}; }
  Action operator()(const effect::Export&) const { return ExportFailed{error}; }
  Action operator()(const effect::KeepGuest& e) const { return GuestNotKept{e.capture, error}; }
  Action operator()(const effect::FindReceipt&) const { return ReceiptFailed{error}; }
  Action operator()(const effect::EraseByReceipt&) const { return ReceiptFailed{error}; }
  Action operator()(const effect::ListPictures&) const { return PicturesListed{{{}, {error}}}; }
  Action operator()(const effect::ImportPicture&) const { return PictureImported{{}, error}; }
  template <typename Other>
  Action operator()(const Other&) const {
    if (error.code == ErrorCode::kCancelled) return EffectCancelled{};
    return EffectFailed{error};
  }
};

}  // namespace

Action Perform(const Effect& effect, Ports& ports, std::stop_token stop) {
  Performer performer(ports, std::move(stop));
  Action done = EffectCancelled{};  // of an effect that was moved away
  effect.Accept([&](const auto& e) { done = performer.Do(e); });
  return done;
}

Action FailureOf(const Effect& effect, const Error& error) {
  Action failure = EffectFailed{error};
  effect.Accept([&](const auto& e) { failure = Failure{error}(e); });
  return failure;
}

Urgency UrgencyOf(const Effect& effect) {
  const bool can_wait = effect.As<effect::ReadCapture>() || effect.As<effect::ReadNext>() ||
                        effect.As<effect::ListPictures>() || effect.As<effect::ImportPicture>() ||
                        effect.As<effect::RunSync>() || effect.As<effect::TryLogin>() ||
                        effect.As<effect::ConnectServer>() || effect.As<effect::MakeBackup>() ||
                        effect.As<effect::CareForDay>();
  return can_wait ? Urgency::kNormal : Urgency::kUrgent;
}

}  // namespace kith::flow
