// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/error.h"

namespace kith::app {

/// What one check of `kith doctor` found. Advice says what to do, in one or several lines; a problem makes
/// the exit status 1.
struct Finding {
  enum class Grade { kGood, kNote, kProblem };
  Grade grade = Grade::kGood;
  std::string what;
  std::string advice = {};
};

inline Finding Problem(const Error& error) {
  return {Finding::Grade::kProblem, error.message, error.detail};
}

}  // namespace kith::app
