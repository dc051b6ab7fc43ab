// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/exporter.h"
#include "core/host_card.h"
#include "core/ids.h"
#include "flow/contact_edit.h"
#include "flow/events_state.h"
#include "flow/keeping.h"
#include "flow/review_rows.h"
#include "ui/guest/guest_form.h"
#include "ui/settings/settings_form.h"

/// Text that is being edited: it lives in the face until a person confirms it, and is no part of the state.
namespace kith::ui {

struct ReplacedText {
  std::size_t row = 0;
  std::string before;
};

struct ReviewForm {
  CaptureId capture;  ///< whose rows these are
  bool filled = false;
  int revision = 0;  ///< of the state's rows that are in it
  std::vector<flow::ReviewRow> rows;
  std::vector<flow::ReviewRow> begun_with;    ///< the state's rows, for seeing what a person changed
  std::optional<std::size_t> edited = {};     ///< the row that is being typed into, or was last
  std::optional<ReplacedText> replaced = {};  ///< by the last line of the card that was pressed
  std::string interests = {};
  std::string promise = {};
  bool shows_back = false;
  bool asks_discard = false;
};

enum class ContactTab { kPerson, kCards, kHistory };

struct ContactsForm {
  std::string query;
  bool opens_filters = false;
  ContactId contact = {};  ///< whose pane the rest belongs to
  ContactTab tab = ContactTab::kPerson;
  std::optional<flow::ContactEdit> edit = {};  ///< nullopt: nothing is being edited
  std::optional<std::string> notes = {};       ///< of `edit`, broken into lines
  int saved = 0;                               ///< of the state, when it was drawn last
};

struct KeepingForm {
  EventId event = {};  ///< the one that is shown; nil: none
  flow::KeepingEdit edit = {};
  int saved = 0;  ///< of the state, when it was drawn last
};

enum class EventsTab { kEvents, kKeeping, kReady };

struct EventsForm {
  EventsTab tab = EventsTab::kEvents;
  EventId editing = {};                                   ///< whom `edit` is of; nil: a new one
  std::optional<flow::EventEdit> edit = {};               ///< nullopt: nothing is being edited
  std::array<std::optional<std::string>, 3> broken = {};  ///< the long texts of `edit`, broken into lines
  int saved = 0;                                          ///< of the state, when it was drawn last
  bool asks_erase = false;
  KeepingForm keeping = {};
};

struct ExportForm {
  ExportFormat format = ExportFormat::kContactsVcard;
  std::optional<std::string> path;  ///< nullopt: what is suggested for the format
  bool only_this_event = false;
  bool one_file_each = false;  ///< these are for vCards
  bool pictures = true;
  bool newer_vcard = false;
};

struct ImportForm {
  std::string path;
  bool shows_all_columns = false;  ///< empty ones, too
};

struct DueForm {
  std::string note;         ///< what happened, of the row whose menu is open
  std::string message_for;  ///< the row whose message is being edited
  std::string subject;
  std::string body;
};

struct SyncForm {
  std::string address = {};
  std::optional<std::string> user = {};  ///< nullopt: as it is kept
  std::string password = {};
  std::vector<std::string> also_servers = {};
  bool chooses = false;                      ///< the places below are of what was found
  std::optional<std::size_t> contacts = {};  ///< the chosen one; nullopt: not at all
  std::optional<std::size_t> follow_ups = {};
  bool asks_disconnect = false;
  bool question_is_new = false;      ///< it gets the focus
  std::optional<int> problems = {};  ///< of the state, when a field got the focus; nullopt: none had it
  int done = 0;                      ///< of the state, when it was drawn last
};

struct HostCardForm {
  HostCard card = {};
  std::string handles = {};  ///< of `card`, on one line
  int saved = 0;             ///< of the state, when it was filled
};

struct LockForm {
  bool open = false;
  std::string pin;
};

struct Forms {
  ReviewForm review;
  ContactsForm contacts;
  DueForm due;
  ExportForm exporting;
  ImportForm importing = {};
  HostCardForm host_card;
  EventsForm events;
  SettingsForm settings = {};
  SyncForm sync = {};
  LockForm lock;
  GuestForm guest = {};
};

}  // namespace kith::ui
