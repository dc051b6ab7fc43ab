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
    Exported, ExportFailed, ContactFileSeen, ContactsTakenIn, IntakeFailed, SelectEvent, SaveEvent, UndoEvent,
    EraseEvent, ChooseEvent, CheckReadiness, EventsLoaded, EventFiguresLoaded, EventSaved, EventErased,
    EventChosen, EventNotChanged, ReadinessChecked, StartSync, StopSync, SyncLoaded, SyncDone, SyncFailed,
    EffectFailed, EffectCancelled, CheckedByGuest, GuestGoesBack, KeepGuest, EndVisit, OpenReceipt,
    LeaveReceipt, FindReceipt, EraseByReceipt, GuestKept, GuestNotKept, ReceiptLooked, ReceiptErased,
    ReceiptFailed, ShowSettings, LookForChoices, ChangeSettings, UndoSettings, ChangePin, RemovePin,
    MakeBackup, StopBackup, TrySound, SettingsLoaded, SettingsKept, SettingsNotKept, PinChanged,
    PinNotChanged, BackupMade, BackupNotMade>;

/// What views put the wishes of a person into, in the order in which they came.
using Actions = std::vector<Action>;

}  // namespace kith::flow
