// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/state.h"

namespace kith::ui::test {

/// The screen of events, with one selected.
flow::AppState WithEvents(flow::AppState state);
/// Long names, many topics, three days.
flow::AppState WithLongEvent(flow::AppState state);
flow::AppState WithoutEvents(flow::AppState state);
flow::AppState WithReadiness(flow::AppState state);
/// The screen of synchronising.
flow::AppState WithSync(flow::AppState state);
flow::AppState WithSyncQuestion(flow::AppState state);
/// No server is set up yet.
flow::AppState WithLogin(flow::AppState state);
flow::AppState WithWrongPassword(flow::AppState state);
/// The server is being asked.
flow::AppState WithLoginTried(flow::AppState state);
flow::AppState WithFoundPlaces(flow::AppState state);
/// The server leads on to another one.
flow::AppState WithLead(flow::AppState state);

}  // namespace kith::ui::test
