// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/read_back.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "exchange/atomic_file.h"
#include "tests/exchange/temporary_folder.h"

namespace kith::exchange::test {

nlohmann::json ReadBack(const std::string& file_name, const std::string& text) {
  const TemporaryFolder folder;
  EXPECT_TRUE(WriteFileAtomically(folder / file_name, text));
  const std::string command = std::string(KITH_SYSTEM_PYTHON) +
                              " '" KITH_SOURCE_DIR "/tests/exchange/read_back.py' '" +
                              (folder / file_name).string() + "'";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
    output += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << "the reader failed; is python3-vobject installed?";
  return nlohmann::json::parse(output, nullptr, /*allow_exceptions=*/false);
}

}  // namespace kith::exchange::test
