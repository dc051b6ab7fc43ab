// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/contact.h"

/// What single values of a table say. Part of contacts.cpp and row_name.cpp: nothing else includes this.
namespace kith::exchange {

/// Of a label: "Work", "Mobile", "Work Fax".
PhoneType TypeOfKind(const std::string& kind);

/// "Mr": how to speak to somebody, not a part of the name.
bool IsSalutation(std::string_view text);

/// What Outlook writes for a day that there isn't: "0/0/00".
bool IsNoDay(std::string_view text);

/// Nobody else gives the same one: "003EXAMPLE0001", but not "77".
bool IsUniqueId(std::string_view id);

/// Google's labels that everybody has: "* myContacts".
bool IsSystemLabel(std::string_view label);

}  // namespace kith::exchange
