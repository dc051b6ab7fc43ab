// SPDX-License-Identifier: Apache-2.0
// The real path through Video4Linux: our own calls and OpenCV's go to a driver of the test (fake_camera.h).
#include "capture/cameras.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/videodev2.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <unistd.h>

#include "capture/frame_rate.h"
#include "capture/frame_sources.h"
#include "imaging/mat.h"
#include "tests/support/fake_camera.h"

namespace kith::capture {
namespace {

namespace fs = std::filesystem;
using kith::test::FakeCamera;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::uint8_t> Jpeg(int level, cv::Size size = {320, 240}) {
  std::vector<std::uint8_t> bytes;
  cv::imencode(".jpg", cv::Mat(size, CV_8UC3, cv::Scalar::all(level)), bytes);
  return bytes;
}

double Level(const Result<Frame>& frame) {
  return frame ? cv::mean(imaging::ToGray(frame->image))[0] : -1;
}

/// A folder of the memory disk, because what is opened as a device must be below /dev.
class Cameras : public ::testing::Test {
 protected:
  Cameras() { fs::create_directories(root_ / "dev"); }
  ~Cameras() override { fs::remove_all(root_); }

  std::string device() const { return (root_ / "dev/video3").string(); }
  std::unique_ptr<FrameSource> Open(const SourceOptions& options = {}) const {
    auto source = OpenFrameSource(device(), options);
    EXPECT_TRUE(source) << source.error().message;
    return source ? std::move(*source) : nullptr;
  }
  /// The error that the source ends with.
  static ErrorCode End(FrameSource& source) {
    Result<Frame> frame = source.Next({});
    while (frame)
      frame = source.Next({});
    return frame.error().code;
  }

  const fs::path root_ = "/dev/shm/kith-cameras-" + std::to_string(getpid());
};

TEST_F(Cameras, AreListedWithTheirModesAndRanges) {
  const FakeCamera camera(
      device(), {.modes = {{"MJPG", 1920, 1080, 30}, {"MJPG", 1280, 720, 60}, {"YUYV", 640, 480, 15}},
                 .controls = {{V4L2_CID_EXPOSURE_ABSOLUTE, {3, 2047}}, {V4L2_CID_FOCUS_ABSOLUTE, {0, 250}}}});
  const std::vector<CameraInfo> cameras = ListCameras(root_);
  ASSERT_EQ(cameras.size(), 1U);
  EXPECT_EQ(cameras[0].device, device());
  EXPECT_EQ(cameras[0].name, "Fictional Webcam");
  EXPECT_TRUE(cameras[0].allowed);
  EXPECT_THAT(cameras[0].modes,
              ElementsAre(CameraMode{"MJPG", 1920, 1080, 30}, CameraMode{"MJPG", 1280, 720, 60},
                          CameraMode{"YUYV", 640, 480, 15}));
  EXPECT_EQ(cameras[0].exposure_ms, (ControlRange{0.3, 204.7}));
  EXPECT_EQ(cameras[0].focus, (ControlRange{0, 250}));
}

TEST_F(Cameras, AreNotTheirNodesForDataNorOtherFiles) {
  const FakeCamera camera(device(), {.modes = {}, .only_data = true});
  std::ofstream(root_ / "dev/video4") << "no device";
  std::ofstream(root_ / "dev/videodrome") << "no device";
  EXPECT_THAT(ListCameras(root_), IsEmpty());
  EXPECT_THAT(ListCameras(root_ / "nothing here"), IsEmpty());
}

TEST_F(Cameras, GiveTheModeThatWasAskedFor) {
  FakeCamera camera(device(),
                    {.modes = {{"YUYV", 640, 480, 15}, {"MJPG", 320, 240, 30}, {"MJPG", 640, 480, 30}}});
  camera.Show(Jpeg(80, {640, 480}), 80);
  const auto source = Open({.camera = {.width = 640, .height = 480}});
  const auto frame = source->Next({});
  EXPECT_NEAR(Level(frame), 80, 3);
  EXPECT_EQ(frame->image.width(), 640);
  EXPECT_EQ(camera.mode().format, "MJPG");
}

TEST_F(Cameras, GivePicturesInAFormatWithoutCompression) {
  FakeCamera camera(device(), {.modes = {{"MJPG", 320, 240, 30}, {"YUYV", 320, 240, 15}}});
  camera.Show(Jpeg(80), 120);
  const auto source = Open({.camera = {.width = 320, .height = 240, .format = "YUYV"}});
  EXPECT_NEAR(Level(source->Next({})), (120 - 16) * 255.0 / 219, 3);
  EXPECT_EQ(camera.mode().format, "YUYV");
}

TEST_F(Cameras, WithoutTheFormatThatWasAskedForGiveAnotherOne) {
  FakeCamera camera(device(), {.modes = {{"YUYV", 320, 240, 30}}});
  camera.Show({}, 120);
  EXPECT_GT(Level(Open()->Next({})), 100);
}

TEST_F(Cameras, ThatFallSilentAreLost) {
  FakeCamera camera(device());
  camera.Show(Jpeg(80), 80);
  const auto source = Open();
  ASSERT_TRUE(source->Next({}));
  camera.Stall();
  EXPECT_EQ(End(*source), ErrorCode::kSourceLost);
}

TEST_F(Cameras, ThatRepeatTheirPictureAreFrozen) {
  for (const char* const format : {"MJPG", "YUYV"}) {
    FakeCamera camera(device(), {.modes = {{format, 320, 240, 30}}});
    camera.Show(Jpeg(80), 80);
    const auto source = Open();
    ASSERT_TRUE(source->Next({}));
    camera.Freeze();
    EXPECT_EQ(End(*source), ErrorCode::kSourceFrozen) << format;
  }
}

TEST_F(Cameras, ThatSendHalfPicturesGiveNone) {
  FakeCamera camera(device());
  camera.Show(Jpeg(80), 80);
  const auto source = Open();
  ASSERT_TRUE(source->Next({}));
  camera.CutOff();
  Result<Frame> frame = source->Next({});
  for (; frame; frame = source->Next({}))
    EXPECT_NEAR(cv::mean(imaging::ToGray(frame->image).rowRange(230, 240))[0], 80, 3);
  EXPECT_EQ(frame.error().code, ErrorCode::kSourceLost);
}

TEST_F(Cameras, ThatAreUnpluggedAreLostAndWorkAgainOncePluggedIn) {
  FakeCamera camera(device());
  camera.Show(Jpeg(80), 80);
  for (int i = 0; i < 3; ++i) {
    const auto source = Open();
    ASSERT_TRUE(source->Next({})) << i;
    camera.Unplug();
    EXPECT_EQ(End(*source), ErrorCode::kSourceLost) << i;
    const auto gone = OpenFrameSource(device(), {});
    ASSERT_FALSE(gone) << i;
    EXPECT_EQ(gone.error().code, ErrorCode::kNotFound);
    camera.PlugIn();
  }
  EXPECT_TRUE(Open()->Next({}));
}

TEST_F(Cameras, GetTheirExposureAndFocusSet) {
  FakeCamera camera(device(), {.controls = {{V4L2_CID_EXPOSURE_AUTO, {0, 3}},
                                            {V4L2_CID_EXPOSURE_ABSOLUTE, {3, 2047}},
                                            {V4L2_CID_FOCUS_AUTO, {0, 1}},
                                            {V4L2_CID_FOCUS_ABSOLUTE, {0, 250}}}});
  camera.Show(Jpeg(80), 80);
  ASSERT_TRUE(
      Open({.camera = {.controls = {.exposure_ms = CameraControl{12.5}, .focus = CameraControl{999}}}}));
  EXPECT_EQ(camera.control(V4L2_CID_EXPOSURE_AUTO), V4L2_EXPOSURE_MANUAL);
  EXPECT_EQ(camera.control(V4L2_CID_EXPOSURE_ABSOLUTE), 125);
  EXPECT_EQ(camera.control(V4L2_CID_FOCUS_AUTO), 0);
  EXPECT_EQ(camera.control(V4L2_CID_FOCUS_ABSOLUTE), 250) << "the nearest that it can";
  EXPECT_THAT(ApplyControls(device(), {.exposure_ms = CameraControl{}, .focus = CameraControl{}}), IsEmpty());
  EXPECT_EQ(camera.control(V4L2_CID_EXPOSURE_AUTO), V4L2_EXPOSURE_APERTURE_PRIORITY);
  EXPECT_EQ(camera.control(V4L2_CID_FOCUS_AUTO), 1);
}

TEST_F(Cameras, SayWhichSettingsTheyDoNotHave) {
  FakeCamera camera(device());
  EXPECT_THAT(ApplyControls(device(), {.exposure_ms = CameraControl{10}, .focus = CameraControl{}}),
              ElementsAre(::testing::HasSubstr("exposure"), ::testing::HasSubstr("focus")));
  EXPECT_THAT(ApplyControls(device(), {}), IsEmpty()) << "nothing was asked for";
}

TEST_F(Cameras, AreMeasured) {
  FakeCamera camera(device(), {.modes = {{"MJPG", 320, 240, 20}}});
  camera.Show(Jpeg(80), 80);
  const auto rate = MeasureFrameRate(*Open(), std::chrono::milliseconds(500));
  ASSERT_TRUE(rate);
  EXPECT_EQ(rate->width, 320);
  EXPECT_GT(rate->fps, 0);
  EXPECT_LE(rate->fps, 21);
  const auto source = Open();
  ASSERT_TRUE(source->Next({}));
  camera.Unplug();
  EXPECT_FALSE(MeasureFrameRate(*source, std::chrono::seconds(30)));
}

}  // namespace
}  // namespace kith::capture
