// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_forms.h"

namespace kith::ui::test {

void OpenPart(const std::string& name, const flow::AppState& state, Forms& forms) {
  forms.lock.open = name == "pin";
  forms.contacts.opens_filters = name == "contacts-filtered";
  if (name == "events-keeping") {
    const flow::KeptEvent& kept = state.keeping.events.front();
    forms.events.tab = EventsTab::kKeeping;
    forms.events.keeping = {.event = kept.event.id, .edit = flow::EditOf(kept.retention)};
  }
  forms.settings.picks_languages = forms.settings.picks_region = name == "settings-choices";
  forms.sync.asks_disconnect = name == "sync-disconnect";
  if (name == "sync-login-wrong") {
    forms.sync.address = "dav.example.org";
    forms.sync.user = "grace";
    forms.sync.password = "not it";
  }
  if (name == "events-ready") forms.events.tab = EventsTab::kReady;
  if (name == "events-edit") {
    const flow::KnownEvent& known = state.events.events.front();
    forms.events.editing = known.event.id;
    forms.events.edit = flow::EditOf(known);
  }
  if (!state.contacts.pane) return;
  forms.contacts.contact = state.contacts.pane->id;
  if (name == "contact-cards") forms.contacts.tab = ContactTab::kCards;
  if (name == "contact-history") forms.contacts.tab = ContactTab::kHistory;
  if (name == "contact-edit") forms.contacts.edit = flow::EditOf(state.contacts.pane->kept);
}

}  // namespace kith::ui::test
