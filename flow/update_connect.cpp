// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "core/language.h"
#include "core/text.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

/// "ada@example.org" stands for the server of its domain, and logs in there if nobody else does. What holds a
/// password is left as it is, to be refused.
SyncLogin Completed(SyncLogin login) {
  login.address = NormalizeText(login.address);
  login.user = NormalizeText(login.user);
  const std::size_t at = login.address.find('@');
  if (at == std::string::npos || login.address.find_first_of(":/") != std::string::npos) return login;
  if (login.user.empty()) login.user = login.address;
  login.address.erase(0, at + 1);
  return login;
}

std::optional<FoundPlace> ChosenOf(const std::vector<FoundPlace>& places, std::optional<std::size_t> index) {
  if (!index || *index >= places.size()) return std::nullopt;
  return places[*index];
}

}  // namespace

bool Updater::MayConnect() const {
  const SyncScreenState& sync = state_.sync;
  return !state_.lock.locked && sync.loaded && !sync.job && !sync.connect.job && !sync.connect.disconnecting;
}

void Updater::RefuseLogin(LoginField field, std::string problem) {
  ConnectWork& connect = state_.sync.connect;
  connect.field = field;
  connect.problem = std::move(problem);
  ++connect.problems;
}

bool Updater::IsWhole(const SyncLogin& login) {
  if (login.address.empty() && state_.sync.places.empty()) {
    RefuseLogin(LoginField::kAddress, std::string(Tr("Say where the server is.")));
  } else if (login.user.empty()) {
    RefuseLogin(LoginField::kUser, std::string(Tr("Say who logs in there.")));
  } else if (login.password.empty()) {
    RefuseLogin(LoginField::kPassword, std::string(Tr("Give the password.")));
  } else {
    return true;
  }
  return false;
}

void Updater::BeginConnecting() {
  ConnectWork& connect = state_.sync.connect;
  connect.problem.clear();
  connect.job = std::make_shared<LongJob>();
  connect.ticket = state_.next_ticket++;
}

void Updater::On(const LogInAgain&) {
  if (!MayConnect() || state_.sync.asks_for_login()) return;
  state_.sync.connect = {.again = true, .done = state_.sync.connect.done + 1};
}

void Updater::On(const TryLogin& action) {
  if (!MayConnect() || !state_.sync.asks_for_login()) return;
  const SyncLogin login = Completed(action.login);
  if (!IsWhole(login)) return;
  BeginConnecting();
  state_.sync.connect.found.reset();
  Run(effect::TryLogin{state_.sync.connect.ticket, login, state_.sync.connect.job});
}

void Updater::On(const StopConnecting&) {
  if (!state_.lock.locked && state_.sync.connect.job) state_.sync.connect.job->stop.request_stop();
}

void Updater::On(const LeaveConnecting&) {
  ConnectWork& connect = state_.sync.connect;
  if (!MayConnect()) return;
  connect.problem.clear();
  if (!std::exchange(connect.found, std::nullopt)) connect.again = false;
}

void Updater::On(const ConnectServer& action) {
  ConnectWork& connect = state_.sync.connect;
  if (!MayConnect() || !connect.found) return;
  const SyncLogin login = Completed(action.login);
  const ChosenPlaces chosen = {ChosenOf(connect.found->contacts, action.contacts),
                               ChosenOf(connect.found->follow_ups, action.follow_ups)};
  if (!IsWhole(login) || (!chosen.contacts && !chosen.follow_ups)) return;
  BeginConnecting();
  Run(effect::ConnectServer{connect.ticket, login, chosen, connect.job});
}

void Updater::On(const DisconnectServer&) {
  SyncScreenState& sync = state_.sync;
  if (!MayConnect() || sync.places.empty()) return;
  sync.connect.disconnecting = true;
  Run(effect::DisconnectServer{});
}

void Updater::On(const LoginTried& action) {
  ConnectWork& connect = state_.sync.connect;
  if (!connect.job || action.ticket != connect.ticket) return;
  connect.job.reset();
  connect.found = action.found;
}

void Updater::On(const ServerConnected& action) {
  SyncScreenState& sync = state_.sync;
  if (!sync.connect.job || action.ticket != sync.connect.ticket) return;
  sync.connect = {.done = sync.connect.done + 1};
  sync.results.clear();
  sync.error.reset();
  sync.loaded = false;
  Run(effect::LoadSync{});
}

void Updater::On(const ServerNotConnected& action) {
  ConnectWork& connect = state_.sync.connect;
  if (!connect.job || action.ticket != connect.ticket) return;
  connect.job.reset();
  if (action.error.code == ErrorCode::kCancelled) return;
  LoginField field = LoginField::kAddress;
  if (connect.found) {
    field = LoginField::kPlaces;
  } else if (action.error.code == ErrorCode::kPermissionDenied) {
    field = LoginField::kPassword;
  }
  RefuseLogin(field, action.error.message);
}

void Updater::On(const ServerDisconnected&) {
  SyncScreenState& sync = state_.sync;
  if (!sync.connect.disconnecting) return;
  sync = {.connect = {.done = sync.connect.done + 1}};
  Inform(std::string(Tr("Disconnected")), std::string(Tr("What was synchronised stays here and there.")));
  Run(effect::LoadSync{});
}

void Updater::On(const ServerNotDisconnected& action) {
  if (!state_.sync.connect.disconnecting) return;
  state_.sync.connect.disconnecting = false;
  Tell(action.error);
}

}  // namespace kith::flow
