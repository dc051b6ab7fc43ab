// SPDX-License-Identifier: Apache-2.0
#include "capture/run_program.h"

#include <gmock/gmock.h>

namespace kith::capture {
namespace {

using testing::HasSubstr;

std::string TextOf(const ProgramOutput& output) {
  return {output.out.begin(), output.out.end()};
}

TEST(RunProgram, GivesOutputsAndStatus) {
  const Result<ProgramOutput> output = RunProgram({"sh", "-c", "echo out; echo err >&2; exit 3"});
  ASSERT_TRUE(output);
  EXPECT_EQ(TextOf(*output), "out\n");
  EXPECT_EQ(output->err, "err\n");
  EXPECT_EQ(output->status, 3);
}

TEST(RunProgram, HandsArgumentsOverAsTheyAre) {
  const Result<ProgramOutput> output = RunProgram({"printf", "%s|", "a b", "$(id)", "'"});
  ASSERT_TRUE(output);
  EXPECT_EQ(TextOf(*output), "a b|$(id)|'|");
}

TEST(RunProgram, SaysThatAProgramIsMissing) {
  const Result<ProgramOutput> output = RunProgram({"kith-no-such-program"});
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kUnavailable);
}

TEST(RunProgram, EndsWhatTakesTooLong) {
  const Result<ProgramOutput> output = RunProgram({"sleep", "1000"}, {.time = std::chrono::milliseconds(50)});
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(output.error().message, HasSubstr("took too long"));
}

TEST(RunProgram, EndsWhatGivesTooMuch) {
  const Result<ProgramOutput> output = RunProgram({"cat", "/dev/zero"}, {.output_bytes = 1 << 20});
  ASSERT_FALSE(output);
  EXPECT_THAT(output.error().message, HasSubstr("gave too much"));
}

}  // namespace
}  // namespace kith::capture
