// SPDX-License-Identifier: Apache-2.0
#include "storage/process_mark.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/child_process.h"

namespace kith::storage {
namespace {

TEST(ProcessMark, TellsARunningProcessFromOneThatEnded) {
  test::ChildProcess child([](int out) {
    test::WriteAll(out, OwnProcessMark() + "\n");
    pause();
  });
  std::string mark;
  for (std::string c = child.Read(1); c != "\n" && !c.empty(); c = child.Read(1))
    mark += c;

  EXPECT_NE(mark, OwnProcessMark());
  EXPECT_TRUE(ProcessRuns(mark));
  child.Kill();
  EXPECT_FALSE(ProcessRuns(mark));
}

TEST(ProcessMark, KnowsThisProcess) {
  EXPECT_TRUE(ProcessRuns(OwnProcessMark()));
}

TEST(ProcessMark, DoesNotTakeAnotherProcessOfTheSameNumberForIt) {
  const std::string& mark = OwnProcessMark();
  EXPECT_FALSE(ProcessRuns(mark.substr(0, mark.find(' ')) + " 1 another-boot"));
}

TEST(ProcessMark, TakesNothingElseForAMark) {
  for (const char* text : {"", " ", "self 1 2", "../1", "0", "99999999999"})
    EXPECT_FALSE(ProcessRuns(text)) << text;
}

}  // namespace
}  // namespace kith::storage
