// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/press.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/videoio.hpp>

namespace kith::tools {
namespace {

namespace fs = std::filesystem;

std::string Content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

PressOptions Options(PictureKind kind, int count, std::uint64_t seed, const fs::path& folder) {
  PressOptions options;
  options.kind = kind;
  options.count = count;
  options.seed = seed;
  options.folder = folder.string();
  return options;
}

class PressTest : public testing::Test {
 protected:
  fs::path Folder(const std::string& name) const {
    return fs::path(testing::TempDir()) / "cardpress" /
           testing::UnitTest::GetInstance()->current_test_info()->name() / name;
  }
  void TearDown() override {
    fs::remove_all(fs::path(testing::TempDir()) / "cardpress" /
                   testing::UnitTest::GetInstance()->current_test_info()->name());
  }
};

TEST_F(PressTest, WritesTheSameBytesForTheSameSeed) {
  for (const PictureKind kind :
       {PictureKind::kCard, PictureKind::kScan, PictureKind::kPhoto, PictureKind::kStranger}) {
    const int id = static_cast<int>(kind);
    const fs::path a = Folder("a" + std::to_string(id));
    const fs::path b = Folder("b" + std::to_string(id));
    ASSERT_TRUE(Press(Options(kind, 2, 41, a)));
    ASSERT_TRUE(Press(Options(kind, 2, 41, b)));
    int files = 0;
    for (const auto& entry : fs::directory_iterator(a)) {
      EXPECT_EQ(Content(entry.path()), Content(b / entry.path().filename())) << entry.path();
      ++files;
    }
    EXPECT_EQ(files, 3);
  }
}

TEST_F(PressTest, MakesPictureTwoAlikeHoweverManyAreAsked) {
  ASSERT_TRUE(Press(Options(PictureKind::kCard, 2, 42, Folder("two"))));
  ASSERT_TRUE(Press(Options(PictureKind::kCard, 4, 42, Folder("four"))));
  EXPECT_EQ(Content(Folder("two") / "002.jpg"), Content(Folder("four") / "002.jpg"));
}

TEST_F(PressTest, PicksOutOfTheSeriesAndNumbersAnew) {
  PressOptions picking = Options(PictureKind::kCard, 1, 42, Folder("picked"));
  picking.picked = {3, 1};
  ASSERT_TRUE(Press(Options(PictureKind::kCard, 3, 42, Folder("all"))));
  ASSERT_TRUE(Press(picking));
  EXPECT_EQ(Content(Folder("picked") / "01.jpg"), Content(Folder("all") / "003.jpg"));
  EXPECT_EQ(Content(Folder("picked") / "02.jpg"), Content(Folder("all") / "001.jpg"));
  EXPECT_FALSE(fs::exists(Folder("picked") / "03.jpg"));
}

TEST_F(PressTest, ListsTheCardsOfTablesPagesAndStrangers) {
  const auto cards = [&](PictureKind kind, const std::string& name) {
    EXPECT_TRUE(Press(Options(kind, 1, 44, Folder(name))));
    return nlohmann::json::parse(Content(Folder(name) / "truth.json")).at("001.jpg").at("cards");
  };
  EXPECT_GE(cards(PictureKind::kTable, "tables").size(), 2U);
  EXPECT_GE(cards(PictureKind::kPage, "pages").size(), 4U);
  EXPECT_EQ(cards(PictureKind::kStranger, "strangers"), nlohmann::json::array());
}

TEST_F(PressTest, WritesWhatWasThereBeforeAStrangerCameIfAsked) {
  PressOptions options = Options(PictureKind::kStranger, 1, 44, Folder("strangers"));
  ASSERT_TRUE(Press(options));
  EXPECT_FALSE(fs::exists(Folder("strangers") / "before"));
  options.before = true;
  ASSERT_TRUE(Press(options));
  EXPECT_TRUE(fs::exists(Folder("strangers") / "before" / "001.jpg"));
}

/// The name on the first picture, whole or hidden.
nlohmann::json FirstName(const fs::path& folder) {
  const auto truth = nlohmann::json::parse(Content(folder / "truth.json")).front();
  return truth.at("name").empty() ? truth.at("cut").at("name") : truth.at("name");
}

TEST_F(PressTest, ShowsTheSameCardInEveryKindIfAsked) {
  for (const PictureKind kind : {PictureKind::kCard, PictureKind::kScan, PictureKind::kPhoto}) {
    PressOptions options = Options(kind, 1, 44, Folder(std::to_string(static_cast<int>(kind))));
    options.same_cards = true;
    ASSERT_TRUE(Press(options));
  }
  ASSERT_TRUE(Press(Options(PictureKind::kScan, 1, 44, Folder("other"))));
  const auto name = FirstName(Folder(std::to_string(static_cast<int>(PictureKind::kCard))));
  EXPECT_EQ(FirstName(Folder(std::to_string(static_cast<int>(PictureKind::kScan)))), name);
  EXPECT_EQ(FirstName(Folder(std::to_string(static_cast<int>(PictureKind::kPhoto)))), name);
  EXPECT_NE(FirstName(Folder("other")), name);
}

TEST_F(PressTest, WritesClipsThatSayWhenTheCardIsHeld) {
  ASSERT_TRUE(Press(Options(PictureKind::kVideo, 1, 43, Folder("clips"))));
  const auto truth = nlohmann::json::parse(Content(Folder("clips") / "truth.json")).at("001.avi");
  cv::VideoCapture clip((Folder("clips") / "001.avi").string());
  ASSERT_TRUE(clip.isOpened());
  int frames = 0;
  for (cv::Mat frame; clip.read(frame);)
    ++frames;
  EXPECT_EQ(frames, truth.at("frames").get<int>());
  EXPECT_GT(truth.at("held")[0].get<int>(), 0);
  EXPECT_LT(truth.at("held")[1].get<int>(), frames - 1);
  EXPECT_EQ(truth.at("corners").size(), 4U);
}

TEST_F(PressTest, FilmsBothSidesOfACardThatIsTurnedOver) {
  PressOptions options = Options(PictureKind::kVideo, 1, 44, Folder("clips"));
  options.two_sided = true;
  options.fps = 5;
  ASSERT_TRUE(Press(options));
  const auto truth = nlohmann::json::parse(Content(Folder("clips") / "truth.json")).at("001.avi");
  EXPECT_EQ(truth.at("fps"), 5);
  const auto& back = truth.at("back");
  EXPECT_GT(back.at("held")[0].get<int>(), truth.at("held")[1].get<int>());
  EXPECT_LT(back.at("held")[1].get<int>(), truth.at("frames").get<int>());
  EXPECT_EQ(back.at("corners").size(), 4U);
  EXPECT_NE(back.at("layout"), truth.at("layout"));
}

TEST_F(PressTest, SaysWhichFolderCantBeMade) {
  const Result<void> done = Press(Options(PictureKind::kCard, 1, 1, "/proc/no/such/place"));
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kStorage);
  EXPECT_NE(done.error().message.find("/proc/no/such/place"), std::string::npos);
}

TEST(ListFonts, NamesEveryFamilyWithItsPackage) {
  std::ostringstream out;
  ListFonts(out);
  EXPECT_NE(out.str().find("Inter\tfonts-inter"), std::string::npos);
}

}  // namespace
}  // namespace kith::tools
