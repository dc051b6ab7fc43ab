// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "flow/guest/guest_actions.h"
#include "flow/outcomes.h"
#include "flow/wishes.h"

/// Everything that can change the state: what a person wants, what the camera saw, what a worker brought
/// back.
namespace kith::flow {

// Time and the camera.

struct Tick {
  Instant now{};
  Day today{};
};
struct CameraOpened {
  std::string description;
  std::string source = {};  ///< the --camera SPEC
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

// By what they are about, and not all in one variant: the name of that, of thousands of letters, stood in
// each of the functions that it is made of, 85 megabytes of them for every screen.
using CameraAction = std::variant<Tick, CameraOpened, CameraFailed, CameraFinished, PreviewArrived,
                                  CardCaptured, BackCaptured>;
using ReadingAction = std::variant<BackAttached, CaptureStored, CaptureNotStored, DraftReady, ReadingFailed,
                                   NothingToRead, WaitingLoaded, PicturesListed, PictureImported>;
using ReviewAction =
    std::variant<OpenReview, LeaveReview, FocusField, ConfirmReview, DiscardReview, AnswerAlike, ReviewLoaded,
                 ReviewNotLoaded, AlikeFound, ContactConfirmed, ConfirmFailed, CaptureErased>;
using ContactAction = std::variant<SearchContacts, FilterContacts, SelectContact, SaveContact, MergeContacts,
                                   TellApart, UndoRevision, SettleSuggestion, FilterChoicesLoaded,
                                   ContactsFound, ContactLoaded, ContactChanged, ContactNotChanged>;
using DueAction = std::variant<ActOnDue, UndoDue, ShowDueTab, DayCaredFor, DueLoaded, DueChanged,
                               DueNotChanged, DueUndone, UndoFailed>;
using MessageAction =
    std::variant<OpenMessage, CloseMessage, TakeMessage, MessageWritten, MessageTaken, MessageNotTaken>;
using IntroductionAction =
    std::variant<DecideIntroduction, AnswerIntroduction, MarkIntroduced, IntroductionsLoaded, FatesLoaded>;
using IntakeAction = std::variant<ImportFiles, OpenContactFile, ChooseColumn, ImportContacts, StopImport,
                                  LeaveImport, ContactFileSeen, ContactsTakenIn, IntakeFailed>;
using ExchangeAction =
    std::variant<StartExport, Exported, ExportFailed, StartSync, StopSync, SyncLoaded, SyncDone, SyncFailed>;
using HostCardAction = std::variant<EditHostCard, KeepHostCard, WriteHostCard, HostCardLoaded, HostCodeMade,
                                    HostCodeNotMade, HostCardKept, HostCardWritten, HostCardFailed>;
using EventAction =
    std::variant<SelectEvent, SaveEvent, UndoEvent, EraseEvent, ChooseEvent, EventsLoaded, EventFiguresLoaded,
                 EventSaved, EventErased, EventChosen, EventNotChanged, CheckReadiness, ReadinessChecked>;
using KeepingAction = std::variant<ShowKeeping, SaveKeeping, KeepingLoaded, KeepingSaved, KeepingNotSaved>;
using GuestAction =
    std::variant<CheckedByGuest, GuestGoesBack, KeepGuest, EndVisit, OpenReceipt, LeaveReceipt, FindReceipt,
                 EraseByReceipt, GuestKept, GuestNotKept, ReceiptLooked, ReceiptErased, ReceiptFailed>;
using SettingsAction = std::variant<ShowSettings, LookForChoices, ChangeSettings, UndoSettings, ChangePin,
                                    RemovePin, MakeBackup, StopBackup, TrySound, SettingsLoaded, SettingsKept,
                                    SettingsNotKept, PinChanged, PinNotChanged, BackupMade, BackupNotMade>;
using ProgramAction = std::variant<ShowScreen, DismissNotice, Unlock, Lock, PinChecked, PinNotChecked,
                                   PersonIsThere, CloseProgram, EffectFailed, EffectCancelled>;

using Action = std::variant<CameraAction, ReadingAction, ReviewAction, ContactAction, DueAction,
                            MessageAction, IntroductionAction, IntakeAction, ExchangeAction, HostCardAction,
                            EventAction, KeepingAction, GuestAction, SettingsAction, ProgramAction>;

/// Calls `visit` with the action as what it is.
template <typename Visit>
void VisitAction(const Visit& visit, const Action& action) {
  std::visit([&](const auto& group) { std::visit(visit, group); }, action);
}

/// What views put the wishes of a person into, in the order in which they came.
using Actions = std::vector<Action>;

}  // namespace kith::flow
