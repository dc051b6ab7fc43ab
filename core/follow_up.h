// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

enum class FollowUpKind {
  kSayHello,
  kCheckIn,
  kBirthday,
  kSendLink,
  kIntroduce,
  kOther,
  kPromise,
  kAnniversary,  ///< of having met
  kVerify,       ///< look after what is kept about a person; they aren't written to
  kReopen,       ///< write to somebody after a long time
};

/// Something to do for a contact on a day.
struct FollowUp {
  FollowUpId id;
  ContactId contact;
  FollowUpKind kind = FollowUpKind::kOther;
  Day due{};
  std::string text;                ///< what to do, in a person's words
  std::optional<int> repeat_days;  ///< after it is done, the next one is this many days after that day
  std::optional<Day> done_on;      ///< the day that it was done or skipped on; nullopt: open
  bool skipped = false;            ///< ended without anything having happened
  std::string note = {};           ///< what happened, in a person's words
  std::string plan = {};           ///< the name of the plan that it comes from; empty: of none
  int step = 0;                    ///< which step of it
  std::optional<Day> wanted = {};  ///< the day that the plan asked for; weekends and full days may move `due`
  bool moved = false;              ///< a person chose the day: a plan doesn't move it any more
  std::optional<Day> occasion = {};  ///< the birthday or anniversary that it is for
  std::optional<IntroductionId> introduction = {};

  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// "say-hello", "check-in", "birthday", "send-link", "introduce", "other", "promise", "anniversary",
/// "verify", "reopen".
std::string_view FollowUpKindName(FollowUpKind kind);
std::optional<FollowUpKind> ParseFollowUpKind(std::string_view name);

}  // namespace kith
