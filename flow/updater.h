// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "flow/action.h"
#include "flow/effect.h"
#include "flow/state.h"

/// The inside of Update: one handler for each action. Not for other folders.
namespace kith::flow {

/// Before another PIN or receipt is looked at: twice as long after each wrong one.
std::chrono::seconds PauseAfter(int wrong_attempts);

class Updater {
 public:
  Updater(AppState& state, std::vector<Effect>& effects) : state_(state), effects_(effects) {}

  // update.cpp: screens, the lock, notices, time
  void On(const ShowScreen& action);
  void On(const DismissNotice& action);
  void On(const Unlock& action);
  void On(const PinChecked& action);
  void On(const PinNotChecked& action);
  void On(const Lock& action);
  void On(const PersonIsThere& action);
  void On(const CloseProgram& action);
  void On(const Tick& action);
  void On(const EffectFailed& action);
  void On(const EffectCancelled& action);

  // update_scan.cpp: from the camera to a draft
  void On(const CameraOpened& action);
  void On(const CameraFailed& action);
  void On(const CameraFinished& action);
  void On(const PreviewArrived& action);
  void On(const CardCaptured& action);
  void On(const BackCaptured& action);
  void On(const BackAttached& action);
  void On(const CaptureStored& action);
  void On(const CaptureNotStored& action);
  void On(const DraftReady& action);
  void On(const ReadingFailed& action);
  void On(const NothingToRead& action);
  void On(const WaitingLoaded& action);

  // update_import.cpp: from files to captures
  void On(const ImportFiles& action);
  void On(const PicturesListed& action);
  void On(const PictureImported& action);

  // update_review.cpp: from a draft to a contact
  void On(const OpenReview& action);
  void On(const LeaveReview& action);
  void On(const FocusField& action);
  void On(const ConfirmReview& action);
  void On(const AnswerAlike& action);
  void On(const AlikeFound& action);
  void On(const DiscardReview& action);
  void On(const ReviewLoaded& action);
  void On(const ReviewNotLoaded& action);
  void On(const ContactConfirmed& action);
  void On(const ConfirmFailed& action);
  void On(const CaptureErased& action);

  // update_keeping.cpp: how long things are kept
  void On(const ShowKeeping& action);
  void On(const SaveKeeping& action);
  void On(const KeepingLoaded& action);
  void On(const KeepingSaved& action);
  void On(const KeepingNotSaved& action);
  void On(const DayCaredFor& action);

  // update_lists.cpp: contacts, exports
  void On(const SearchContacts& action);
  void On(const FilterContacts& action);
  void On(const FilterChoicesLoaded& action);
  void On(const SelectContact& action);
  void On(const StartExport& action);
  void On(const ContactsFound& action);
  void On(const ContactLoaded& action);
  void On(const SaveContact& action);
  void On(const MergeContacts& action);
  void On(const TellApart& action);
  void On(const UndoRevision& action);
  void On(const SettleSuggestion& action);
  void On(const ContactChanged& action);
  void On(const ContactNotChanged& action);
  void On(const Exported& action);
  void On(const ExportFailed& action);

  // update_intake.cpp: from a file to contacts
  void On(const OpenContactFile& action);
  void On(const ContactFileSeen& action);
  void On(const ChooseColumn& action);
  void On(const ImportContacts& action);
  void On(const StopImport& action);
  void On(const LeaveImport& action);
  void On(const ContactsTakenIn& action);
  void On(const IntakeFailed& action);

  // update_due.cpp: what is due, introductions, everyone's next step
  void On(const ActOnDue& action);
  void On(const UndoDue& action);
  void On(const ShowDueTab& action);
  void On(const OpenMessage& action);
  void On(const CloseMessage& action);
  void On(const TakeMessage& action);
  void On(const MessageTaken& action);
  void On(const MessageNotTaken& action);
  void On(const DecideIntroduction& action);
  void On(const AnswerIntroduction& action);
  void On(const MarkIntroduced& action);
  void On(const DueLoaded& action);
  void On(const DueChanged& action);
  void On(const DueNotChanged& action);
  void On(const DueUndone& action);
  void On(const UndoFailed& action);
  void On(const MessageWritten& action);
  void On(const IntroductionsLoaded& action);
  void On(const FatesLoaded& action);

  // update_events.cpp: events, and whether all is ready
  void On(const SelectEvent& action);
  void On(const SaveEvent& action);
  void On(const UndoEvent& action);
  void On(const EraseEvent& action);
  void On(const ChooseEvent& action);
  void On(const EventsLoaded& action);
  void On(const EventFiguresLoaded& action);
  void On(const EventSaved& action);
  void On(const EventErased& action);
  void On(const EventChosen& action);
  void On(const EventNotChanged& action);
  void On(const CheckReadiness& action);
  void On(const ReadinessChecked& action);

  // guest/update_guest.cpp: the walk of a guest
  void On(const CheckedByGuest& action);
  void On(const GuestGoesBack& action);
  void On(const KeepGuest& action);
  void On(const EndVisit& action);
  void On(const OpenReceipt& action);
  void On(const LeaveReceipt& action);
  void On(const FindReceipt& action);
  void On(const EraseByReceipt& action);
  void On(const GuestKept& action);
  void On(const GuestNotKept& action);
  void On(const ReceiptLooked& action);
  void On(const ReceiptErased& action);
  void On(const ReceiptFailed& action);

  // update_settings.cpp: what the host sets
  void On(const ShowSettings& action);
  void On(const LookForChoices& action);
  void On(const ChangeSettings& action);
  void On(const UndoSettings& action);
  void On(const ChangePin& action);
  void On(const RemovePin& action);
  void On(const MakeBackup& action);
  void On(const StopBackup& action);
  void On(const TrySound& action);
  void On(const SettingsLoaded& action);
  void On(const SettingsKept& action);
  void On(const SettingsNotKept& action);
  void On(const PinChanged& action);
  void On(const PinNotChanged& action);
  void On(const BackupMade& action);
  void On(const BackupNotMade& action);

  // update_sync.cpp: servers
  void On(const StartSync& action);
  void On(const StopSync& action);
  void On(const SyncLoaded& action);
  void On(const SyncDone& action);
  void On(const SyncFailed& action);

  // update_connect.cpp: setting a server up
  void On(const LogInAgain& action);
  void On(const TryLogin& action);
  void On(const StopConnecting& action);
  void On(const LeaveConnecting& action);
  void On(const ConnectServer& action);
  void On(const DisconnectServer& action);
  void On(const LoginTried& action);
  void On(const ServerConnected& action);
  void On(const ServerNotConnected& action);
  void On(const ServerDisconnected& action);
  void On(const ServerNotDisconnected& action);

  // update_host_card.cpp: what guests take home
  void On(const EditHostCard& action);
  void On(const KeepHostCard& action);
  void On(const WriteHostCard& action);
  void On(const HostCardLoaded& action);
  void On(const HostCodeMade& action);
  void On(const HostCodeNotMade& action);
  void On(const HostCardKept& action);
  void On(const HostCardWritten& action);
  void On(const HostCardFailed& action);

 private:
  void Run(Effect effect) { effects_.push_back(std::move(effect)); }
  void Go(Screen screen);
  void LockUp();
  void TellErased();
  void Tell(const Error& error);
  void Tell(const Error& error, std::string title);
  void Inform(std::string title, std::string text);
  /// Nobody but a guest stands before the screen.
  bool IsGuestThere() const;
  void GuestSees(const Preview& preview);
  void BeginVisit(const RecentCard& card);
  /// Back to the welcome; the card goes on waiting for the host unless it is kept.
  void LeaveVisit();
  GuestVisit* VisitOf(CaptureId id);
  void GuestCardStored(std::uint64_t ticket, CaptureId id);
  void GuestCardRead(CaptureId id, const Draft& draft, const Image& back, bool unreadable);
  /// Once the card was read and "Got it" was there long enough to be seen.
  void OpenCheckInTime();
  void TellTooLittle();
  void LookForAlike();
  /// Two cards that were held up together became two contacts: the host introduced them.
  void NoteIntroduced(const RecentCard& card);
  /// The contact that is shown and may be changed now; nullptr: none.
  const ContactPane* PaneToChange();
  RecentCard* CardWith(CaptureId id);
  /// The card of that capture, put into the list if it isn't there.
  RecentCard& CardFor(CaptureId id);
  void BeginReview(ReviewState review);
  /// The card under review was read again, with its back.
  void RefreshReview(const DraftReady& action);
  void EndReview();
  /// After a review: the next card that waits, where one person checks a whole stack; else the camera.
  void GoOn();
  bool MayOpenReviewByItself() const;
  void GoOnImporting();
  void ShowImportProgress();
  void EndImport();
  void BeginIntakeStep(IntakeStep step);
  void TryIntake();
  void StopIntake();
  void LoadDueList();
  void LoadDueTab();
  void AskForHostCode(const HostCard& card);
  std::string EventName() const;
  void LoadEvents();
  void EndSync();
  bool MayConnect() const;
  void RefuseLogin(LoginField field, std::string problem);
  /// Whether the login says all that is needed; else what is missing is said.
  bool IsWhole(const SyncLogin& login);
  void BeginConnecting();
  /// Puts them in force on the screen, and on the way to the disk.
  void Adopt(const HostSettings& wanted);
  void GoOnKeeping(const HostSettings& before);
  bool MayChangePin() const;
  void RefusePin(std::string problem);
  const KnownEvent* EventWith(EventId id) const;
  /// What captures belong to from now on.
  void BelongTo(std::optional<Event> event);
  DueRow* DueRowWith(const std::string& key);

  AppState& state_;
  std::vector<Effect>& effects_;
};

}  // namespace kith::flow
