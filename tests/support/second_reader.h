// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <gtest/gtest.h>

namespace kith::test {

/// Where scripts/install-models puts the models of the second reader.
inline std::filesystem::path Models() {
  return std::filesystem::path(KITH_SOURCE_DIR) / "assets" / "models";
}

/// True where the models were never fetched. Damaged ones are no excuse: the tests then fail.
inline bool ModelsAreAbsent() {
  return !std::filesystem::exists(Models() / "recognition.weights");
}

}  // namespace kith::test

/// For a test that reads with the second reader.
#define KITH_SKIP_WITHOUT_MODELS()                                                     \
  if (kith::test::ModelsAreAbsent())                                                   \
  GTEST_SKIP() << "The models of the second reader aren't in " << kith::test::Models() \
               << ": run scripts/install-models."
