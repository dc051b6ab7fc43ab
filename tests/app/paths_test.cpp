// SPDX-License-Identifier: Apache-2.0
#include "app/paths.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/support/environment.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PictureFolder : public testing::Test {
 protected:
  void Make(const std::string& name) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    test::WriteBytes(folder_ / name, "x");
  }

  /// PictureFiles of the folder, relative to it.
  std::vector<std::string> Found() const {
    std::vector<std::string> names;
    for (const auto& file : PictureFiles({folder_.path()}))
      names.push_back(file.lexically_relative(folder_.path()).string());
    return names;
  }

  test::TempFolder folder_;
};

TEST_F(PictureFolder, IsGoneThroughByNameWithItsSubfolders) {
  for (const char* const name : {"c.jpg", "a.jpg", "b/2.jpg", "b/1.jpg", "b/deep/3.png"})
    Make(name);
  EXPECT_THAT(Found(), ElementsAre("a.jpg", "b/1.jpg", "b/2.jpg", "b/deep/3.png", "c.jpg"));
}

TEST_F(PictureFolder, GivesWhatHasTheEndingOfAPictureInAnyCase) {
  for (const char* const name : {"a.JPG", "b.Jpeg", "c.tif", "d.HEIC", "e.txt", "f", ".jpg.swp", "g.jpg.txt"})
    Make(name);
  EXPECT_THAT(Found(), ElementsAre("a.JPG", "b.Jpeg", "c.tif", "d.HEIC"))
      << "reading a HEIC file tells that Kith can't";
}

TEST_F(PictureFolder, ThatIsEmptyGivesNone) {
  EXPECT_THAT(Found(), IsEmpty());
}

TEST_F(PictureFolder, IsFollowedThroughALinkButNotInCircles) {
  Make("box/a.jpg");
  std::filesystem::create_directory_symlink(folder_ / "box", folder_ / "box" / "again");
  EXPECT_THAT(Found(), ElementsAre("box/a.jpg"));
}

TEST_F(PictureFolder, KeepsTheOrderInWhichFilesWereNamed) {
  Make("b/x.jpg");
  Make("a.txt");
  EXPECT_THAT(PictureFiles({folder_ / "nowhere.jpg", folder_ / "b", folder_ / "a.txt"}),
              ElementsAre(folder_ / "nowhere.jpg", folder_ / "b" / "x.jpg", folder_ / "a.txt"))
      << "what was named is never left out: reading it tells what is wrong with it";
}

TEST(NoPictures, SaysWhereItLookedAndWhatToDo) {
  const Error error = NoPictures({"/home/ada/cards", "/elsewhere"});
  EXPECT_EQ(error.code, ErrorCode::kNotFound);
  EXPECT_THAT(error.message, HasSubstr("/home/ada/cards"));
}

TEST(DefaultFolders, FollowTheXdgVariables) {
  const test::EnvironmentVariable home("HOME", "/home/ada");
  const test::EnvironmentVariable config("XDG_CONFIG_HOME", "/etc/ada");
  const test::EnvironmentVariable data("XDG_DATA_HOME", "/srv/ada");
  EXPECT_EQ(DefaultConfigFile(), "/etc/ada/kith/kith.toml");
  EXPECT_EQ(DefaultDataFolder(), "/srv/ada/kith");
}

TEST(DefaultFolders, AreInTheHomeFolderIfTheVariablesAreUnsetOrRelative) {
  const test::EnvironmentVariable home("HOME", "/home/ada");
  const test::EnvironmentVariable config("XDG_CONFIG_HOME", std::nullopt);
  const test::EnvironmentVariable data("XDG_DATA_HOME", "not/absolute");
  EXPECT_EQ(DefaultConfigFile(), "/home/ada/.config/kith/kith.toml");
  EXPECT_EQ(DefaultDataFolder(), "/home/ada/.local/share/kith");
}

TEST(DefaultExportFolder, IsTheHomeFolderWithoutADocumentsFolder) {
  const test::TempFolder folder;
  const test::EnvironmentVariable home("HOME", folder.path().string());
  const test::EnvironmentVariable documents("XDG_DOCUMENTS_DIR", std::nullopt);
  EXPECT_EQ(DefaultExportFolder(), folder.path());
  std::filesystem::create_directory(folder / "Documents");
  EXPECT_EQ(DefaultExportFolder(), folder / "Documents");
}

TEST(AssetsFolder, HoldsTheSamplesAndCanBeChosen) {
  {
    const test::EnvironmentVariable assets("KITH_ASSETS", std::nullopt);
    EXPECT_TRUE(std::filesystem::exists(AssetsFolder() / "samples" / "truth.json"));
  }
  const test::EnvironmentVariable assets("KITH_ASSETS", "/srv/assets");
  EXPECT_EQ(AssetsFolder(), "/srv/assets");
}

}  // namespace
}  // namespace kith::app
