// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact.h"
#include "core/draft.h"
#include "core/error.h"

namespace kith::app {

/// A contact for a terminal, a value a line, indented. `draft` marks its doubtful values with "?".
std::string DraftToText(const Draft& draft);

/// "Ada Example, Example Ltd, ada@example.com, +1 415-555-0123": one line of a list.
std::string ContactToLine(const Contact& contact);

/// How an error is told on stderr: "kith: message (detail)".
void PrintError(const Error& error);

}  // namespace kith::app
