// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "flow/guest/guest_actions.h"
#include "flow/one_of.h"
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

struct ActionKinds
    : KindList<
          // Camera
          Tick, CameraOpened, CameraFailed, CameraFinished, PreviewArrived, CardCaptured, BackCaptured,
          // Reading cards
          BackAttached, CaptureStored, CaptureNotStored, DraftReady, ReadingFailed, NothingToRead,
          WaitingLoaded, PicturesListed, PictureImported,
          // Review
          OpenReview, LeaveReview, FocusField, ConfirmReview, DiscardReview, AnswerAlike, ReviewLoaded,
          ReviewNotLoaded, AlikeFound, ContactConfirmed, ConfirmFailed, CaptureErased,
          // Contact
          SearchContacts, FilterContacts, SelectContact, SaveContact, MergeContacts, TellApart, UndoRevision,
          SettleSuggestion, FilterChoicesLoaded, ContactsFound, ContactLoaded, ContactChanged,
          ContactNotChanged,
          // Due
          ActOnDue, UndoDue, ShowDueTab, DayCaredFor, DueLoaded, DueChanged, DueNotChanged, DueUndone,
          UndoFailed,
          // Message
          OpenMessage, CloseMessage, TakeMessage, MessageWritten, MessageTaken, MessageNotTaken,
          // Introduction
          DecideIntroduction, AnswerIntroduction, MarkIntroduced, IntroductionsLoaded, FatesLoaded,
          // What others kept: files
          ImportFiles, OpenContactFile, ChooseColumn, ImportContacts, StopImport, LeaveImport,
          ContactFileSeen, ContactsTakenIn, IntakeFailed,
          // Exchange
          StartExport, Exported, ExportFailed, StartSync, StopSync, SyncLoaded, SyncDone, SyncFailed,
          LogInAgain, TryLogin, StopConnecting, LeaveConnecting, ConnectServer, DisconnectServer, LoginTried,
          ServerConnected, ServerNotConnected, ServerDisconnected, ServerNotDisconnected,
          // The host card
          EditHostCard, KeepHostCard, WriteHostCard, HostCardLoaded, HostCodeMade, HostCodeNotMade,
          HostCardKept, HostCardWritten, HostCardFailed,
          // Event
          SelectEvent, SaveEvent, UndoEvent, EraseEvent, ChooseEvent, EventsLoaded, EventFiguresLoaded,
          EventSaved, EventErased, EventChosen, EventNotChanged, CheckReadiness, ReadinessChecked,
          // How long things are kept
          ShowKeeping, SaveKeeping, KeepingLoaded, KeepingSaved, KeepingNotSaved,
          // Guest
          CheckedByGuest, GuestGoesBack, KeepGuest, EndVisit, OpenReceipt, LeaveReceipt, FindReceipt,
          EraseByReceipt, GuestKept, GuestNotKept, ReceiptLooked, ReceiptErased, ReceiptFailed,
          // Settings
          ShowSettings, LookForChoices, ChangeSettings, UndoSettings, ChangePin, RemovePin, MakeBackup,
          StopBackup, TrySound, SettingsLoaded, SettingsKept, SettingsNotKept, PinChanged, PinNotChanged,
          BackupMade, BackupNotMade,
          // Program
          ShowScreen, DismissNotice, Unlock, Lock, PinChecked, PinNotChecked, PersonIsThere, CloseProgram,
          EffectFailed, EffectCancelled> {};

using Action = OneOf<ActionKinds>;

/// What views put the wishes of a person into, in the order in which they came.
using Actions = std::vector<Action>;

}  // namespace kith::flow
