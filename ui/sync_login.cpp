// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_sync.h"
#include "ui/export_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::LoginField;

constexpr float kLoginWidth = 620;

/// What is needed to draw any part of it.
struct LoginView {
  Kit& kit;
  const flow::SyncScreenState& sync;
  SyncForm& form;
  flow::Actions& actions;
  float width;  ///< in pixels

  const flow::ConnectWork& connect() const { return sync.connect; }
  SyncLogin login() const {
    return {form.address, form.user.value_or(sync.places.user), form.password, form.also_servers};
  }
};

void DrawProblemAt(const LoginView& view, LoginField field) {
  if (view.connect().problem.empty() || view.connect().field != field) return;
  WrappedText(view.kit, Face::kBody, Colors().brick, view.connect().problem, view.width);
  Gap(view.kit, space::kHair);
}

struct LoginLine {
  LoginField field;
  const char* id;
  std::string_view label;
  std::string_view hint = {};
};

/// The first one that is empty has the focus at first, then the one that a problem is about. True if Enter
/// was pressed in it.
bool DrawLine(const LoginView& view, const LoginLine& line, std::string& text) {
  Kit& kit = view.kit;
  SyncForm& form = view.form;
  WrappedText(kit, Face::kSmall, Colors().soft_ink, line.label, view.width);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  const int problems = view.connect().problems;
  const bool is_wrong = form.problems && *form.problems != problems && view.connect().field == line.field;
  if (is_wrong || (!form.problems && text.empty())) {
    ImGui::SetKeyboardFocusHere();
    form.problems = problems;
  }
  const bool secret = line.field == LoginField::kPassword;
  const bool submitted =
      TextField(kit, line.id, text, {.hint = line.hint, .width = view.width, .secret = secret}).submitted;
  Gap(kit, space::kHair);
  DrawProblemAt(view, line.field);
  return submitted;
}

/// Where to, if that is set already.
void DrawServers(const LoginView& view) {
  const SyncPlaces& places = view.sync.places;
  std::string hosts = flow::HostText(places.contacts.empty() ? places.follow_ups : places.contacts);
  const std::string other = flow::HostText(places.follow_ups);
  if (!other.empty() && other != hosts) hosts += ", " + other;
  WrappedText(view.kit, Face::kHeading, Colors().ink, Filled(Tr("Log in to {0}"), {hosts}), view.width);
  DrawProblemAt(view, LoginField::kAddress);
}

void DrawIntroduction(const LoginView& view) {
  WrappedText(view.kit, Face::kHeading, Colors().ink, Tr("Connect a server"), view.width);
  WrappedText(
      view.kit, Face::kBody, Colors().soft_ink,
      Tr("Your contacts and follow-ups are then the same there, and so on your phone: Nextcloud, Radicale "
         "and others with CardDAV and CalDAV."),
      view.width);
}

void DrawWaiting(const LoginView& view, std::string_view what) {
  Kit& kit = view.kit;
  const bool stopping = view.connect().job->stop.stop_requested();
  if (Button(kit, "stop-connecting", stopping ? Tr("Stopping\u2026") : Tr("Stop"),
             {.icon = icon::kTimes, .enabled = !stopping}))
    view.actions.emplace_back(flow::StopConnecting{});
  ImGui::SameLine(0, kit.Px(space::kPart));
  WrappedText(kit, Face::kBody, Colors().soft_ink, what);
}

bool DrawLines(const LoginView& view) {
  bool submitted = false;
  if (view.sync.places.empty()) {
    const std::string before = view.form.address;
    submitted |= DrawLine(view,
                          {LoginField::kAddress, "##server",
                           Tr("Address of the server, or your e-mail address there"), "cloud.example.org"},
                          view.form.address);
    if (view.form.address != before) view.form.also_servers.clear();
  }
  std::string user = view.form.user.value_or(view.sync.places.user);
  const std::string kept = user;
  submitted |= DrawLine(view, {LoginField::kUser, "##sync-user", Tr("User name")}, user);
  if (user != kept) view.form.user = user;
  submitted |= DrawLine(view, {LoginField::kPassword, "##sync-password", Tr("Password or app password")},
                        view.form.password);
  return submitted;
}

void DrawLogin(const LoginView& view) {
  Kit& kit = view.kit;
  if (view.sync.places.empty()) {
    DrawIntroduction(view);
  } else {
    DrawServers(view);
  }
  Gap(kit, space::kPart);
  if (view.connect().job) ImGui::BeginDisabled();
  const bool submitted = DrawLines(view);
  if (view.connect().job) ImGui::EndDisabled();
  Gap(kit, space::kSmall);
  if (view.connect().job) return DrawWaiting(view, Tr("Asking the server what it has\u2026"));
  if (Button(kit, "connect", Tr("Connect"), {.kind = ButtonKind::kPrimary, .icon = icon::kExchange}) ||
      submitted)
    view.actions.push_back(flow::TryLogin{view.login()});
  if (view.connect().again) {
    ImGui::SameLine(0, kit.Px(space::kBody));
    if (Button(kit, "leave-login", Tr("Cancel"))) view.actions.emplace_back(flow::LeaveConnecting{});
  }
  if (!view.sync.places.empty() && !view.connect().again) {
    ImGui::SameLine(0, kit.Px(space::kBody));
    if (Button(kit, "disconnect", Tr("Disconnect\u2026"), {.kind = ButtonKind::kDanger}))
      AskDisconnect(view.form);
  }
  Gap(kit, space::kBody);
  WrappedText(
      kit, Face::kSmall, Colors().soft_ink,
      Tr("The password goes to this server only. Kith keeps it in the desktop's key ring or, where there "
         "is none, in a file that only you may read."),
      view.width);
}

/// Dear ImGui presses what has the focus by the space bar only.
bool IsEntered() {
  return ImGui::IsItemFocused() && (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
                                    ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false));
}

/// The server sends on to another one, which gets the password only if the host wants that.
void DrawLead(const LoginView& view) {
  Kit& kit = view.kit;
  const std::vector<std::string>& leads = view.connect().found->leads_to;
  if (leads.empty()) return;
  std::string hosts;
  for (const std::string& lead : leads)
    hosts += (hosts.empty() ? "" : ", ") + flow::HostText(lead);
  bool wanted = false;
  {
    const GrowingPanel panel(kit, Colors().amber_tint, 0, 18);
    WrappedText(kit, Face::kStrong, Colors().amber_ink, Filled(Tr("The server leads on to {0}"), {hosts}),
                panel.inner_width());
    WrappedText(
        kit, Face::kSmall, Colors().ink,
        Tr("It hasn't got your user name and password. If it belongs to the same service, ask it, too."),
        panel.inner_width());
    Gap(kit, space::kSmall);
    wanted = Button(kit, "follow-lead", Tr("Log in there, too"), {.height = 44}) || IsEntered();
  }
  Gap(kit, space::kPart);
  if (!wanted) return;
  view.form.also_servers.insert(view.form.also_servers.end(), leads.begin(), leads.end());
  view.actions.push_back(flow::TryLogin{view.login()});
}

void DrawChoice(const LoginView& view, SyncedKind kind, std::optional<std::size_t>& chosen) {
  Kit& kit = view.kit;
  const bool contacts = kind == SyncedKind::kContacts;
  const FoundPlaces& found = *view.connect().found;
  const std::vector<FoundPlace>& places = contacts ? found.contacts : found.follow_ups;
  SettingTitle(kit, flow::SyncedKindText(kind));
  if (places.empty()) {
    return SettingNote(kit, contacts ? Tr("No address book was found there: contacts stay on this machine.")
                                     : Tr("No calendar was found there: follow-ups stay on this machine."));
  }
  ImGui::PushID(contacts ? "contacts" : "follow-ups");
  ChoiceButtons buttons(kit);
  for (std::size_t i = 0; i < places.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (buttons.Choice(contacts ? "address-book" : "calendar", flow::FoundPlaceText(places[i]), chosen == i))
      chosen = i;
    ImGui::PopID();
  }
  if (buttons.Choice(contacts ? "no-contacts" : "no-follow-ups", Tr("Not at all"), !chosen)) chosen.reset();
  ImGui::PopID();
  SettingNote(kit, chosen ? flow::FoundPlaceNote(places[*chosen], kind) : Tr("They stay on this machine."));
}

void BeginChoosing(SyncForm& form, const FoundPlaces& found) {
  if (form.chooses) return;
  form.chooses = true;
  const auto first = [](const std::vector<FoundPlace>& places) {
    return places.empty() ? std::optional<std::size_t>() : std::optional<std::size_t>(0);
  };
  form.contacts = first(found.contacts);
  form.follow_ups = first(found.follow_ups);
}

void DrawFound(const LoginView& view) {
  Kit& kit = view.kit;
  SyncForm& form = view.form;
  const FoundPlaces& found = *view.connect().found;
  const bool begins = !form.chooses;
  BeginChoosing(form, found);
  const bool has_any = !found.contacts.empty() || !found.follow_ups.empty();
  DrawLead(view);
  if (has_any) {
    WrappedText(kit, Face::kHeading, Colors().ink, Tr("You are logged in. Synchronise with:"));
    Gap(kit, space::kBody);
    DrawChoice(view, SyncedKind::kContacts, form.contacts);
    Gap(kit, space::kPart);
    DrawChoice(view, SyncedKind::kFollowUps, form.follow_ups);
  }
  Gap(kit, space::kPart);
  DrawProblemAt(view, LoginField::kPlaces);
  if (view.connect().job) return DrawWaiting(view, Tr("Setting it up\u2026"));
  if (has_any) {
    if (begins) ImGui::SetKeyboardFocusHere();
    const bool enabled = form.contacts.has_value() || form.follow_ups.has_value();
    const bool pressed = Button(kit, "use-places", Tr("Use these"),
                                {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .enabled = enabled});
    if (pressed || (enabled && IsEntered()))
      view.actions.push_back(flow::ConnectServer{view.login(), form.contacts, form.follow_ups});
    ImGui::SameLine(0, kit.Px(space::kBody));
  }
  if (begins && !has_any) ImGui::SetKeyboardFocusHere();
  if (Button(kit, "leave-found", Tr("Back"))) view.actions.emplace_back(flow::LeaveConnecting{});
}

bool IsEscaped() {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
}

/// One step.
void GoBack(const flow::SyncScreenState& sync, flow::Actions& actions) {
  if (sync.connect.job) {
    actions.emplace_back(flow::StopConnecting{});
  } else if (sync.connect.found || sync.connect.again) {
    actions.emplace_back(flow::LeaveConnecting{});
  }
}

}  // namespace

void AskDisconnect(SyncForm& form) {
  form.asks_disconnect = form.question_is_new = true;
}

void DrawDisconnectQuestion(Kit& kit, SyncForm& form, flow::Actions& actions) {
  const GrowingPanel panel(kit, Colors().amber_tint, 0, 18);
  WrappedText(kit, Face::kStrong, Colors().amber_ink, Tr("Disconnect from the server?"), panel.inner_width());
  WrappedText(
      kit, Face::kSmall, Colors().ink,
      Tr("Kith forgets the address, the user and the password. Your contacts and follow-ups stay here, "
         "and what is on the server stays there. Connect again, and both are compared."),
      panel.inner_width());
  Gap(kit, space::kSmall);
  if (Button(kit, "sure-disconnect", Tr("Disconnect"), {.kind = ButtonKind::kDanger, .height = 44})) {
    form.asks_disconnect = false;
    actions.emplace_back(flow::DisconnectServer{});
  }
  ImGui::SameLine(0, kit.Px(space::kBody));
  if (form.question_is_new) ImGui::SetKeyboardFocusHere();
  form.question_is_new = false;
  if (Button(kit, "stay-connected", Tr("Cancel"), {.height = 44}) || IsEscaped())
    form.asks_disconnect = false;
}

void DrawSyncLogin(Kit& kit, const flow::SyncScreenState& sync, SyncForm& form, flow::Actions& actions) {
  if (!form.asks_disconnect && IsEscaped()) GoBack(sync, actions);
  BeginPanel(kit, "login", {.padding = 28});
  BeginScroll(kit, "sync-login");
  const float width = std::min(kit.Px(kLoginWidth), ImGui::GetContentRegionAvail().x);
  const LoginView view{kit, sync, form, actions, width};
  if (form.asks_disconnect) {
    DrawDisconnectQuestion(kit, form, actions);
  } else if (sync.connect.found) {
    DrawFound(view);
  } else {
    form.chooses = false;
    DrawLogin(view);
  }
  EndScroll(kit);
  EndPanel();
}

}  // namespace kith::ui
