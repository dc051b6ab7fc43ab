// SPDX-License-Identifier: Apache-2.0
#include "imaging/codec.h"

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "imaging/mat.h"

namespace kith::imaging {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using Bytes = std::vector<std::uint8_t>;

/// Left half dark, right half light, with texture, so that a JPEG of it has some length.
cv::Mat Picture(int width = 320, int height = 200) {
  cv::Mat picture(height, width, CV_8UC3);
  cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 0, 60);
  picture.colRange(width / 2, width) += cv::Scalar(180, 180, 180);
  return picture;
}

Bytes Encoded(const char* extension, const cv::Mat& picture) {
  Bytes bytes;
  cv::imencode(extension, picture, bytes);
  return bytes;
}

/// `jpeg` with an EXIF segment that says how the camera was held.
Bytes WithOrientation(const Bytes& jpeg, std::uint8_t orientation) {
  const Bytes exif = {0xFF, 0xE1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'I',         'I', 42, 0, 8, 0, 0, 0,
                      1,    0,    0x12, 0x01, 3,   0,   1,   0,   0, 0, orientation, 0,   0,  0, 0, 0, 0, 0};
  Bytes with = jpeg;
  with.insert(with.begin() + 2, exif.begin(), exif.end());
  return with;
}

class LoadPictureTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) /
              ("kith-codec-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path Write(const std::string& name, const Bytes& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return folder_ / name;
  }
  /// That it fails with the code, names the file and says `words`.
  void ExpectRefused(const fs::path& path, ErrorCode code, const std::string& words) const {
    const Result<Image> picture = LoadPicture(path);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, code);
    EXPECT_THAT(picture.error().message, HasSubstr(path.string()));
    EXPECT_THAT(picture.error().message, HasSubstr(words));
  }

  fs::path folder_;
};

TEST_F(LoadPictureTest, ReadsEveryFormatThatItPromises) {
  for (const char* extension : {".jpg", ".png", ".webp", ".bmp", ".tiff"}) {
    const Result<Image> picture =
        LoadPicture(Write(std::string("a") + extension, Encoded(extension, Picture())));
    ASSERT_TRUE(picture) << extension << ": " << picture.error().message;
    EXPECT_EQ(picture->width(), 320);
    EXPECT_EQ(picture->height(), 200);
    EXPECT_EQ(picture->format(), PixelFormat::kBgr24);
    EXPECT_LT(cv::norm(ViewAsMat(*picture), Picture(), cv::NORM_L1) / (320 * 200 * 3), 16) << extension;
    EXPECT_TRUE(HasPictureName(std::string("A") + extension));
  }
}

TEST_F(LoadPictureTest, TurnsThePictureAsTheCameraWasHeld) {
  const Result<Image> picture = LoadPicture(Write("a.jpg", WithOrientation(Encoded(".jpg", Picture()), 6)));
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->width(), 200);
  ASSERT_EQ(picture->height(), 320);
  const cv::Mat gray = ToGray(*picture);  // turned clockwise: what was left is above
  EXPECT_LT(cv::mean(gray.rowRange(0, 150))[0] + 100, cv::mean(gray.rowRange(170, 320))[0]);
}

TEST_F(LoadPictureTest, PutsWhatIsTransparentOnWhite) {
  cv::Mat black_on_nothing(100, 100, CV_8UC4, cv::Scalar(0, 0, 0, 0));
  black_on_nothing.rowRange(0, 50).setTo(cv::Scalar(0, 0, 0, 255));
  const Result<Image> picture = LoadPicture(Write("a.png", Encoded(".png", black_on_nothing)));
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->format(), PixelFormat::kBgr24);
  EXPECT_EQ(picture->pixels().front(), 0);
  EXPECT_EQ(picture->pixels().back(), 255);
}

TEST_F(LoadPictureTest, ReadsGreyAndSixteenBitPngs) {
  const cv::Mat deep(100, 100, CV_16UC1, cv::Scalar(0x8000));
  const Result<Image> picture = LoadPicture(Write("a.png", Encoded(".png", deep)));
  ASSERT_TRUE(picture);
  EXPECT_NEAR(picture->pixels()[0], 0x80, 1);
}

TEST_F(LoadPictureTest, SaysThatAFileIsMissing) {
  ExpectRefused(folder_ / "none.jpg", ErrorCode::kNotFound, "no such file");
}

TEST_F(LoadPictureTest, SaysThatAFolderIsNoPicture) {
  ExpectRefused(folder_, ErrorCode::kUnreadable, "folder");
}

TEST_F(LoadPictureTest, SaysThatAFileIsEmpty) {
  ExpectRefused(Write("a.jpg", {}), ErrorCode::kUnreadable, "empty");
}

TEST_F(LoadPictureTest, SaysThatATextIsNoPicture) {
  ExpectRefused(Write("a.jpg", {'H', 'e', 'l', 'l', 'o'}), ErrorCode::kUnreadable, "isn't a picture");
}

TEST_F(LoadPictureTest, SaysThatHeicIsNotSupported) {
  ExpectRefused(Write("a.heic", {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0}),
                ErrorCode::kUnreadable, "HEIC");
}

TEST_F(LoadPictureTest, SaysThatAPictureIsTooSmallForACard) {
  ExpectRefused(Write("a.png", Encoded(".png", cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3)))),
                ErrorCode::kUnreadable, "1x1");
}

TEST_F(LoadPictureTest, SaysThatAJpegIsCutOff) {
  const Bytes whole = Encoded(".jpg", Picture());
  for (const double share : {0.02, 0.5, 0.99}) {
    const auto length = static_cast<std::ptrdiff_t>(share * static_cast<double>(whole.size()));
    ExpectRefused(Write("a.jpg", {whole.begin(), whole.begin() + length}), ErrorCode::kUnreadable, "cut off");
  }
}

TEST_F(LoadPictureTest, SaysThatAPngIsCutOff) {
  const Bytes whole = Encoded(".png", Picture());
  ExpectRefused(
      Write("a.png", {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2)}),
      ErrorCode::kUnreadable, "cut off");
}

TEST_F(LoadPictureTest, DoesNotMindWhatPhonesAppendToAJpeg) {
  Bytes bytes = Encoded(".jpg", Picture());
  bytes.insert(bytes.end(), 1000, 0x55);
  EXPECT_TRUE(LoadPicture(Write("a.jpg", bytes)));
}

TEST_F(LoadPictureTest, RefusesAHugePictureBeforeDecodingIt) {
  // 20000x20000 in the header and no pixels at all: had it tried to decode, it would complain about those.
  const Bytes png = {0x89, 'P', 'N', 'G',  '\r', '\n', 0x1A, '\n', 0,    0,   0,   13,   'I',  'H',  'D',
                     'R',  0,   0,   0x4E, 0x20, 0,    0,    0x4E, 0x20, 8,   2,   0,    0,    0,    0,
                     0,    0,   0,   0,    0,    0,    0,    'I',  'E',  'N', 'D', 0xAE, 0x42, 0x60, 0x82};
  ExpectRefused(Write("a.png", png), ErrorCode::kUnreadable, "20000x20000");
  Bytes bmp = Encoded(".bmp", Picture());
  bmp[18] = bmp[22] = 0x20;
  bmp[19] = bmp[23] = 0x4E;
  ExpectRefused(Write("a.bmp", bmp), ErrorCode::kUnreadable, "20000x20000");
}

TEST_F(LoadPictureTest, SaysThatAPictureIsDamaged) {
  Bytes bytes = Encoded(".png", Picture());
  for (std::size_t i = 60; i < 200; ++i)
    bytes[i] = 0;
  ExpectRefused(Write("a.png", bytes), ErrorCode::kUnreadable, "damaged");
}

TEST_F(LoadPictureTest, SaysThatAFileMayNotBeRead) {
  const fs::path path = Write("a.jpg", Encoded(".jpg", Picture()));
  fs::permissions(path, fs::perms::none);
  if (geteuid() == 0) {
    // To the superuser nothing is forbidden, so the case is made by another user of the system.
    const pid_t child = fork();
    if (child == 0) {
      const bool dropped = setuid(65534) == 0;
      const Result<Image> picture = LoadPicture(path);
      _exit(dropped && !picture && picture.error().code == ErrorCode::kPermissionDenied ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  } else {
    ExpectRefused(path, ErrorCode::kPermissionDenied, "permissions");
  }
}

TEST(JpegCodec, KeepsAPictureNearlyAsItIs) {
  const JpegCodec codec;
  cv::Mat smooth;
  cv::GaussianBlur(Picture(), smooth, {9, 9}, 0);
  const Result<EncodedImage> encoded = codec.Encode(ToImage(smooth));
  ASSERT_TRUE(encoded);
  EXPECT_EQ(encoded->media_type, "image/jpeg");
  const Result<Image> decoded = codec.Decode(*encoded);
  ASSERT_TRUE(decoded);
  EXPECT_LT(cv::norm(ViewAsMat(*decoded), smooth, cv::NORM_L1) / static_cast<double>(smooth.total() * 3), 2);
}

TEST(JpegCodec, TakesGreyAndRgbaWithTheirColoursInOrder) {
  const JpegCodec codec;
  const cv::Mat red_rgba(32, 32, CV_8UC4, cv::Scalar(200, 20, 10, 255));
  const auto red = codec.Decode(codec.Encode(ToImage(red_rgba)).value());
  ASSERT_TRUE(red);
  EXPECT_GT(red->pixels()[2], 150);  // BGR: red is the third
  EXPECT_LT(red->pixels()[0], 60);
  const auto grey = codec.Decode(codec.Encode(ToImage(cv::Mat(8, 8, CV_8UC1, cv::Scalar(77)))).value());
  ASSERT_TRUE(grey);
  EXPECT_NEAR(grey->pixels()[1], 77, 2);
}

TEST(JpegCodec, RefusesWhatIsNoPicture) {
  const JpegCodec codec;
  EXPECT_EQ(codec.Encode(Image()).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(codec.Decode({{}, "image/jpeg"}).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(codec.Decode({{1, 2, 3}, "image/jpeg"}).error().code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace kith::imaging
