// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/state.h"

namespace kith::ui::test {

/// A guest before that screen with the card under review, that far on their walk.
flow::AppState Visited(flow::AppState state, flow::GuestStep step);
/// A card is in the camera's picture.
flow::AppState Live(flow::AppState state);
/// Somebody came back with a receipt.
flow::AppState Returned(flow::AppState state, flow::ReceiptStep step);
/// The event has a question and topics, and long words for what is agreed to.
flow::AppState WithEventWords(flow::AppState state);

}  // namespace kith::ui::test
