// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

enum class FollowUpKind { kSayHello, kCheckIn, kBirthday, kSendLink, kIntroduce, kOther };

/// Something to do for a contact on a day.
struct FollowUp {
  FollowUpId id;
  ContactId contact;
  FollowUpKind kind = FollowUpKind::kOther;
  Day due{};
  std::string text;                ///< what to do, in a person's words
  std::optional<int> repeat_days;  ///< after it is done, the next one is this many days after that day
  std::optional<Day> done_on;

  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// "say-hello", "check-in", "birthday", "send-link", "introduce", "other".
std::string_view FollowUpKindName(FollowUpKind kind);
std::optional<FollowUpKind> ParseFollowUpKind(std::string_view name);

}  // namespace kith
