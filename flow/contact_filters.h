// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact_store.h"
#include "core/event.h"
#include "core/ids.h"
#include "core/time.h"

/// What the list of contacts is narrowed down to. Pure.
namespace kith::flow {

struct ContactFilters {
  std::optional<EventId> event = {};
  std::string tag = {};  ///< empty: any
  bool needs_review = false;
  bool nothing_planned = false;
  int quiet_months = 0;  ///< nobody was in touch for so long; 0: doesn't matter

  friend bool operator==(const ContactFilters&, const ContactFilters&) = default;
};

/// What there is to choose from.
struct FilterChoices {
  std::vector<Event> events = {};
  std::vector<std::string> tags = {};  ///< by name

  friend bool operator==(const FilterChoices&, const FilterChoices&) = default;
};

ContactQuery QueryOf(std::string_view text, const ContactFilters& filters, Day today);
/// "met at Autumn Meetup, choir, nothing scheduled"; empty without a filter.
std::string FiltersText(const ContactFilters& filters, const FilterChoices& choices);

}  // namespace kith::flow
