// SPDX-License-Identifier: Apache-2.0
#include "core/follow_up.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<FollowUpKind, 10> kFollowUpKinds = {{{FollowUpKind::kSayHello, "say-hello"},
                                                         {FollowUpKind::kCheckIn, "check-in"},
                                                         {FollowUpKind::kBirthday, "birthday"},
                                                         {FollowUpKind::kSendLink, "send-link"},
                                                         {FollowUpKind::kIntroduce, "introduce"},
                                                         {FollowUpKind::kOther, "other"},
                                                         {FollowUpKind::kPromise, "promise"},
                                                         {FollowUpKind::kAnniversary, "anniversary"},
                                                         {FollowUpKind::kVerify, "verify"},
                                                         {FollowUpKind::kReopen, "reopen"}}};

}  // namespace

std::string_view FollowUpKindName(FollowUpKind kind) {
  return NameOf(kFollowUpKinds, kind);
}

std::optional<FollowUpKind> ParseFollowUpKind(std::string_view name) {
  return ValueOf(kFollowUpKinds, name);
}

}  // namespace kith
