// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kith::exchange::dav {

/// What a server says of one resource. Empty: it said nothing of it.
struct Resource {
  std::string href;
  int status = 200;  ///< 404: it is gone
  std::string etag;
  std::string text;                  ///< the vCard or iCalendar in it
  std::string name;                  ///< for people
  std::set<std::string> types;       ///< "collection", "addressbook", "calendar", "principal"
  std::set<std::string> components;  ///< what a calendar takes: "VEVENT", "VTODO"; empty: everything
  std::set<std::string> privileges;  ///< "read", "write", "write-content", "bind", "all"; empty: not told
  std::set<std::string> reports;     ///< "sync-collection", "addressbook-multiget"
  std::string principal;             ///< current-user-principal
  std::string home;                  ///< addressbook-home-set or calendar-home-set
};

/// 207 Multi-Status (RFC 4918, section 13).
struct Multistatus {
  std::vector<Resource> resources;
  std::string sync_token;
  bool is_cut_short = false;  ///< there is more (507; RFC 6578, section 3.6)
};

/// kUnreadable if it isn't one. A document type, and with it entities, is refused.
Result<Multistatus> ParseMultistatus(std::string_view xml);

/// Whether an error's body names that precondition: "valid-sync-token".
bool HasErrorElement(std::string_view xml, std::string_view name);

/// Text in an XML document.
std::string XmlText(std::string_view text);

}  // namespace kith::exchange::dav
