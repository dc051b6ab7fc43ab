// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/e2e/kith_program.h"
#include "tests/support/second_reader.h"

namespace kith::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Doctor : public KithProgram {
 protected:
  /// With the sample cards, and the models if there are any.
  ProcessOutcome RunWithAssets(bool models) {
    const std::filesystem::path assets = folder() / "assets";
    std::filesystem::create_directories(assets);
    std::filesystem::create_directory_symlink(Samples(), assets / "samples");
    if (models) std::filesystem::create_directory_symlink(Models(), assets / "models");
    ProcessOptions options = Options();
    options.environment["KITH_ASSETS"] = assets.string();
    return RunProcess(Command({"doctor"}), options);
  }
};

TEST_F(Doctor, SaysThatTheModelsOfTheSecondReaderAreMissingAndWhatToDo) {
  const ProcessOutcome outcome = RunWithAssets(false);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("[--] No second reader: cards are read with Tesseract alone"),
                                 HasSubstr((folder() / "assets" / "models").string()),
                                 HasSubstr("scripts/install-models")));
}

TEST_F(Doctor, SaysWhereTheModelsOfTheSecondReaderAre) {
  KITH_SKIP_WITHOUT_MODELS();
  const ProcessOutcome outcome = RunWithAssets(true);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("[ok] Second reader"), HasSubstr((folder() / "assets" / "models").string()),
                    Not(HasSubstr("install-models"))));
}

}  // namespace
}  // namespace kith::test
