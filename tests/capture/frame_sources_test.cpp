// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_sources.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"
#include "tests/support/mjpeg_server.h"

namespace kith::capture {
namespace {

namespace fs = std::filesystem;
using kith::test::MjpegServer;
using ::testing::HasSubstr;

cv::Mat Shade(int level, cv::Size size = {320, 240}) {
  return {size, CV_8UC3, cv::Scalar::all(level)};
}

std::vector<std::uint8_t> Jpeg(const cv::Mat& picture) {
  std::vector<std::uint8_t> bytes;
  cv::imencode(".jpg", picture, bytes);
  return bytes;
}

double Level(const Image& image) {
  return cv::mean(imaging::ToGray(image))[0];
}

class FrameSources : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(::testing::TempDir()) /
        ("kith-sources-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path Write(const std::string& name, const cv::Mat& picture) const {
    cv::imwrite((folder_ / name).string(), picture);
    return folder_ / name;
  }
  fs::path WriteText(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }
  std::unique_ptr<FrameSource> Open(const std::string& spec, SourceOptions options = {}) const {
    auto source = OpenFrameSource(spec, options);
    EXPECT_TRUE(source) << source.error().message;
    return source ? std::move(*source) : nullptr;
  }

  fs::path folder_;
};

ErrorCode CodeOf(const Result<Frame>& frame) {
  return frame ? ErrorCode::kInternal : frame.error().code;
}

TEST_F(FrameSources, AFolderGivesItsPicturesByNameAndLeavesOtherFilesOut) {
  Write("b.jpg", Shade(120));
  Write("a.PNG", Shade(60));
  Write("c.bmp", Shade(180));
  WriteText("notes.txt", "not a picture");
  const auto source = Open(folder_.string());
  EXPECT_FALSE(source->IsLive());
  std::vector<int> levels;
  for (;;) {
    const auto frame = source->Next({});
    if (!frame) {
      EXPECT_EQ(frame.error().code, ErrorCode::kEndOfStream);
      break;
    }
    levels.push_back(cvRound(Level(frame->image)));
    EXPECT_EQ(fs::path(frame->source).parent_path(), folder_);
  }
  EXPECT_THAT(levels, ::testing::ElementsAre(60, 120, 180));
}

TEST_F(FrameSources, ABadPictureOfAFolderIsToldAndTheNextOneFollows) {
  Write("a.jpg", Shade(60));
  WriteText("b.jpg", "no picture");
  Write("c.jpg", Shade(90));
  const auto source = Open(folder_.string());
  EXPECT_TRUE(source->Next({}));
  const auto bad = source->Next({});
  EXPECT_EQ(CodeOf(bad), ErrorCode::kUnreadable);
  EXPECT_THAT(bad.error().message, HasSubstr("b.jpg"));
  EXPECT_TRUE(source->Next({}));
  EXPECT_EQ(CodeOf(source->Next({})), ErrorCode::kEndOfStream);
}

TEST_F(FrameSources, ASinglePictureIsASourceOfOneFrame) {
  const fs::path picture = Write("a.jpg", Shade(60));
  const auto source = Open(picture.string());
  EXPECT_TRUE(source->Next({}));
  EXPECT_EQ(CodeOf(source->Next({})), ErrorCode::kEndOfStream);
}

TEST_F(FrameSources, AFilmGivesEachOfItsFramesOnce) {
  const fs::path film = folder_ / "film.avi";
  cv::VideoWriter writer(film.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 25,
                         {320, 240});
  ASSERT_TRUE(writer.isOpened());
  for (int i = 0; i < 12; ++i)
    writer.write(Shade(20 * i));
  writer.release();
  const auto source = Open(film.string());
  EXPECT_FALSE(source->IsLive());
  for (int i = 0; i < 12; ++i) {
    const auto frame = source->Next({});
    ASSERT_TRUE(frame) << i;
    EXPECT_NEAR(Level(frame->image), 20 * i, 4);
  }
  EXPECT_EQ(CodeOf(source->Next({})), ErrorCode::kEndOfStream);
}

TEST_F(FrameSources, APacedFilmKeepsItsOwnTime) {
  const fs::path film = folder_ / "film.avi";
  cv::VideoWriter writer(film.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 20,
                         {320, 240});
  for (int i = 0; i < 5; ++i)
    writer.write(Shade(50));
  writer.release();
  const auto source = Open(film.string(), {.paced_files = true});
  const auto begin = std::chrono::steady_clock::now();
  while (source->Next({}))
    continue;
  EXPECT_GE(std::chrono::steady_clock::now() - begin,
            std::chrono::milliseconds(200));  // four frames of 50 ms
}

TEST_F(FrameSources, AStreamGivesPicturesAndIsLive) {
  MjpegServer server({Jpeg(Shade(100))}, MjpegServer::Ending::kNever);
  const auto source = Open(server.Url());
  EXPECT_TRUE(source->IsLive());
  EXPECT_EQ(source->Description(), server.Url());
  for (int i = 0; i < 5; ++i) {
    const auto frame = source->Next({});
    ASSERT_TRUE(frame) << frame.error().message;
    EXPECT_NEAR(Level(frame->image), 100, 3);
  }
}

TEST_F(FrameSources, AStreamGivesTheNewestPictureToASlowCaller) {
  std::vector<std::vector<std::uint8_t>> jpegs;
  for (int i = 0; i < 20; ++i)
    jpegs.push_back(Jpeg(Shade(10 * i)));
  MjpegServer server(jpegs, MjpegServer::Ending::kNever);
  const auto source = Open(server.Url());
  ASSERT_TRUE(source->Next({}));
  // What makes the caller slow: it waits until the camera has gone on to its last picture.
  double level = 0;
  int taken = 0;
  while (level < 180 && taken < 200) {
    const auto frame = source->Next({});
    ASSERT_TRUE(frame);
    EXPECT_GE(Level(frame->image), level - 3) << "an older picture after a newer one";
    level = Level(frame->image);
    ++taken;
  }
  EXPECT_NEAR(level, 190, 15);
}

TEST_F(FrameSources, AStreamThatFallsSilentIsLost) {
  MjpegServer server({Jpeg(Shade(50)), Jpeg(Shade(60)), Jpeg(Shade(70))}, MjpegServer::Ending::kStall);
  const auto source = Open(server.Url());
  Result<Frame> frame = source->Next({});
  for (int i = 0; i < 5 && frame; ++i)
    frame = source->Next({});
  ASSERT_EQ(CodeOf(frame), ErrorCode::kSourceLost);
  EXPECT_THAT(frame.error().message, HasSubstr(server.Url()));
}

TEST_F(FrameSources, AStreamThatEndedStaysLostUntilItIsOpenedAnew) {
  MjpegServer server({Jpeg(Shade(50)), Jpeg(Shade(60)), Jpeg(Shade(70))}, MjpegServer::Ending::kClose);
  const auto source = Open(server.Url());
  while (source->Next({}))
    continue;
  EXPECT_EQ(CodeOf(source->Next({})), ErrorCode::kSourceLost);
  EXPECT_EQ(server.clients(), 1);
  EXPECT_TRUE(Open(server.Url())->Next({}));
}

TEST_F(FrameSources, AStreamThatRepeatsItsPictureBitForBitIsFrozen) {
  MjpegServer server({Jpeg(Shade(50)), Jpeg(Shade(60))}, MjpegServer::Ending::kFreeze);
  const auto source = Open(server.Url());
  Result<Frame> frame = source->Next({});
  ASSERT_TRUE(frame) << "it is a picture like any other until then";
  while (frame)
    frame = source->Next({});
  EXPECT_EQ(CodeOf(frame), ErrorCode::kSourceFrozen);
  EXPECT_THAT(frame.error().message, HasSubstr(server.Url()));
}

TEST_F(FrameSources, AStreamOfAStillSceneIsNotFrozen) {
  MjpegServer server({Jpeg(Shade(50)), Jpeg(Shade(60))}, MjpegServer::Ending::kNever);
  const auto source = Open(server.Url());
  // At most 20 pictures a second come: longer than a frozen stream would last.
  for (int i = 0; i < 70; ++i)
    ASSERT_TRUE(source->Next({})) << i;
}

class CutOffStream : public FrameSources, public ::testing::WithParamInterface<MjpegServer::Ending> {};

TEST_P(CutOffStream, NeverShowsHalfAPicture) {
  // Dark above, light below: what a decoder makes up for the missing half is neither.
  cv::Mat picture = Shade(20, {640, 480});
  picture.rowRange(240, 480).setTo(cv::Scalar::all(230));
  MjpegServer server({Jpeg(picture), Jpeg(picture), Jpeg(picture)}, GetParam());
  const auto source = Open(server.Url());
  int pictures = 0;
  Result<Frame> frame = source->Next({});
  for (; frame; frame = source->Next({}), ++pictures)
    EXPECT_NEAR(cv::mean(imaging::ToGray(frame->image).rowRange(470, 480))[0], 230, 3);
  EXPECT_GE(pictures, 1);
  EXPECT_EQ(CodeOf(frame), ErrorCode::kSourceLost);
}

INSTANTIATE_TEST_SUITE_P(All, CutOffStream,
                         ::testing::Values(MjpegServer::Ending::kCutAndStall,
                                           MjpegServer::Ending::kCutAndClose));

TEST_F(FrameSources, StopEndsTheWaitForALiveSource) {
  MjpegServer server({Jpeg(Shade(50)), Jpeg(Shade(60))}, MjpegServer::Ending::kStall);
  const auto source = Open(server.Url());
  std::stop_source stop;
  std::jthread stopper([&] { stop.request_stop(); });
  Result<Frame> frame = source->Next(stop.get_token());
  while (frame)
    frame = source->Next(stop.get_token());
  EXPECT_EQ(CodeOf(frame), ErrorCode::kCancelled);
}

TEST_F(FrameSources, StopEndsEverySource) {
  Write("a.jpg", Shade(60));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(CodeOf(Open(folder_.string())->Next(stop.get_token())), ErrorCode::kCancelled);
  EXPECT_EQ(CodeOf(Open("demo", {.demo_folder = folder_})->Next(stop.get_token())), ErrorCode::kCancelled);
}

TEST_F(FrameSources, AnAddressWithoutAStreamIsNotFound) {
  std::string url;
  { url = MjpegServer({Jpeg(Shade(50))}, MjpegServer::Ending::kClose).Url(); }
  const auto source = OpenFrameSource(url, {});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(source.error().message, HasSubstr(url));
}

TEST_F(FrameSources, WhatDoesNotExistIsNotFound) {
  for (const std::string spec : {"77", "/dev/video77", "nowhere/card.jpg", "front door"}) {
    const auto source = OpenFrameSource(spec, {});
    ASSERT_FALSE(source) << spec;
    EXPECT_EQ(source.error().code, ErrorCode::kNotFound) << spec;
  }
}

TEST_F(FrameSources, AFileThatIsNoFilmIsUnreadable) {
  const auto source = OpenFrameSource(WriteText("film.mp4", "no film").string(), {});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, ErrorCode::kUnreadable);
}

TEST_F(FrameSources, TheDemoShowsTheCardsOfItsFolder) {
  Write("a.png", test::DrawCard());
  const auto source = Open("demo", {.demo_folder = folder_, .demo_fps = 200});
  EXPECT_TRUE(source->IsLive());
  EXPECT_EQ(source->Description(), "Demo camera");
  const auto frame = source->Next({});
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->image.width(), 1280);
}

TEST_F(FrameSources, TheDemoNeedsCards) {
  const auto source = OpenFrameSource("demo", {.demo_folder = folder_});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, ErrorCode::kNotFound);
}

TEST_F(FrameSources, ASourceThatGivesMirrorImagesIsPutRight) {
  cv::Mat picture = Shade(50);
  picture.colRange(0, 160).setTo(cv::Scalar::all(200));
  const std::string file = Write("a.png", picture).string();
  const auto frame = Open(file, {.unmirror = true})->Next({});
  ASSERT_TRUE(frame);
  EXPECT_EQ(cv::mean(imaging::ToGray(frame->image).colRange(0, 160))[0], 50);
  EXPECT_EQ(cv::mean(imaging::ToGray(frame->image).colRange(160, 320))[0], 200);
}

TEST_F(FrameSources, AnAddressIsShownWithoutItsPassword) {
  EXPECT_EQ(WithoutPassword("rtsp://ada:s3cret@camera.example.com/live"), "rtsp://camera.example.com/live");
  EXPECT_EQ(WithoutPassword("http://ada:s@cret@camera.example.com"), "http://camera.example.com");
  for (const std::string same : {"http://camera.example.com/a@b?c=d@e", "demo", "/dev/video0", "http://"})
    EXPECT_EQ(WithoutPassword(same), same);
  MjpegServer server({Jpeg(Shade(100))}, MjpegServer::Ending::kNever);
  const auto source = Open("http://ada:s3cret@" + server.Url().substr(7));
  EXPECT_EQ(source->Description(), server.Url());
  EXPECT_EQ(source->Next({})->source, server.Url());
}

}  // namespace
}  // namespace kith::capture
