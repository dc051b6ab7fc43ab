// SPDX-License-Identifier: Apache-2.0
#include "core/language.h"
#include "flow/updater.h"

namespace kith::flow {

std::string Updater::EventName() const {
  return state_.settings.event ? state_.settings.event->name : std::string();
}

void Updater::AskForHostCode(const HostCard& card) {
  state_.host_card.ticket = state_.next_ticket++;
  Run(effect::MakeHostCode{state_.host_card.ticket, card, EventName()});
}

void Updater::On(const HostCardLoaded& action) {
  HostCardState& host = state_.host_card;
  host.loaded = true;
  host.kept = action.card;
  ++host.saved;
  AskForHostCode(host.kept);
}

void Updater::On(const EditHostCard& action) {
  if (!state_.lock.locked) AskForHostCode(action.card);
}

void Updater::On(const HostCodeMade& action) {
  HostCardState& host = state_.host_card;
  if (action.ticket != host.ticket) return;
  host.code = action.code;
  host.problem.clear();
}

void Updater::On(const HostCodeNotMade& action) {
  HostCardState& host = state_.host_card;
  if (action.ticket != host.ticket) return;
  host.code.reset();
  host.problem = action.error.message;
}

void Updater::On(const flow::KeepHostCard& action) {
  HostCardState& host = state_.host_card;
  if (state_.lock.locked || host.busy) return;
  host.busy = true;
  HostCard card = action.card;
  card.id = host.kept.id;
  Run(effect::KeepHostCard{std::move(card)});
}

void Updater::On(const flow::WriteHostCard& action) {
  HostCardState& host = state_.host_card;
  if (state_.lock.locked || host.busy || host.kept.id.is_nil()) return;
  host.busy = true;
  Run(effect::WriteHostCard{host.kept, EventName(), action.kind, state_.settings.export_folder});
}

void Updater::On(const HostCardKept& action) {
  state_.host_card.busy = false;
  On(HostCardLoaded{action.card});
  if (!state_.lock.locked)
    Inform(std::string(Tr("Your card is kept")), std::string(Tr("Guests take this one home from now on.")));
}

void Updater::On(const HostCardWritten& action) {
  state_.host_card.busy = false;
  if (!state_.lock.locked) Inform(std::string(Tr("Your card is written")), action.path.string());
}

void Updater::On(const HostCardFailed& action) {
  state_.host_card.busy = false;
  if (!state_.lock.locked) Tell(action.error);
}

}  // namespace kith::flow
