// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/read_back.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "exchange/atomic_file.h"
#include "tests/exchange/temporary_folder.h"

namespace kith::exchange::test {

nlohmann::json ReadWith(const std::string& command, const std::string& file_name, const std::string& text) {
  const TemporaryFolder folder;
  EXPECT_TRUE(WriteFileAtomically(folder / file_name, text));
  const std::string whole = command + " '" + (folder / file_name).string() + "'";
  std::FILE* pipe = popen(whole.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
    output += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << "the reader failed: is it installed? " << whole;
  return nlohmann::json::parse(output, nullptr, /*allow_exceptions=*/false);
}

nlohmann::json ReadBack(const std::string& file_name, const std::string& text) {
  return ReadWith(KITH_SYSTEM_PYTHON " '" KITH_SOURCE_DIR "/tests/exchange/read_back.py'", file_name, text);
}

}  // namespace kith::exchange::test
