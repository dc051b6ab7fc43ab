// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

enum class Answer { kNone, kYes, kNo };

/// Two contacts who should know each other. Each is asked alone, without the other's name; only when both
/// said yes are they introduced (double opt-in).
struct Introduction {
  IntroductionId id;
  std::array<ContactId, 2> contacts{};  ///< the smaller id first: a pair has one order
  std::string reason = {};              ///< why, in a person's words
  std::array<Answer, 2> answers{};      ///< of each of the two
  Day begun{};
  std::optional<Day> made_on = {};

  bool declined() const { return answers[0] == Answer::kNo || answers[1] == Answer::kNo; }
  friend bool operator==(const Introduction&, const Introduction&) = default;
};

/// "none", "yes", "no".
std::string_view AnswerName(Answer answer);
std::optional<Answer> ParseAnswer(std::string_view name);

}  // namespace kith
