// SPDX-License-Identifier: Apache-2.0
#include "core/relationship.h"

#include "core/enum_names.h"
#include "core/introduction.h"

namespace kith {
namespace {

constexpr EnumNames<EncounterKind, 3> kEncounterKinds = {
    {{EncounterKind::kMet, "met"}, {EncounterKind::kWrote, "wrote"}, {EncounterKind::kCalled, "called"}}};

constexpr EnumNames<Answer, 3> kAnswers = {
    {{Answer::kNone, "none"}, {Answer::kYes, "yes"}, {Answer::kNo, "no"}}};

}  // namespace

std::string_view EncounterKindName(EncounterKind kind) {
  return NameOf(kEncounterKinds, kind);
}

std::optional<EncounterKind> ParseEncounterKind(std::string_view name) {
  return ValueOf(kEncounterKinds, name);
}

std::string_view AnswerName(Answer answer) {
  return NameOf(kAnswers, answer);
}

std::optional<Answer> ParseAnswer(std::string_view name) {
  return ValueOf(kAnswers, name);
}

}  // namespace kith
