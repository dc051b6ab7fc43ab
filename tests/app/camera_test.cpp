// SPDX-License-Identifier: Apache-2.0
#include "app/camera.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/codec.h"
#include "tests/support/mjpeg_server.h"

namespace kith::app {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using Grade = Finding::Grade;

TEST(CameraCheck, TellsWhatAWebcamCanDoOneLineAFormat) {
  const Finding finding =
      DescribeCamera({.device = "/dev/video0",
                      .name = "HD Webcam",
                      .modes = {{"MJPG", 1920, 1080, 30}, {"MJPG", 1280, 720, 60}, {"YUYV", 640, 480, 7.5}},
                      .exposure_ms = capture::ControlRange{0.3, 204.7},
                      .focus = capture::ControlRange{0, 250}});
  EXPECT_EQ(finding.grade, Grade::kGood);
  EXPECT_EQ(finding.what, "Camera: /dev/video0, HD Webcam.");
  EXPECT_EQ(finding.advice,
            "MJPG: 1920x1080 at 30, 1280x720 at 60\nYUYV: 640x480 at 7.5\nexposure 0.3 to 204.7 ms, focus 0 "
            "to 250");
}

TEST(CameraCheck, SaysHowToBeAllowed) {
  const Finding finding = DescribeCamera({.device = "/dev/video0", .name = "/dev/video0", .allowed = false});
  EXPECT_EQ(finding.grade, Grade::kProblem);
  EXPECT_THAT(finding.advice, HasSubstr("group \"video\""));
}

TEST(CameraCheck, AdvisesWhereThePicturesAreFew) {
  EXPECT_EQ(JudgeRate("/dev/video0", {.fps = 29.97, .width = 1280, .height = 720}).what,
            "Looking through /dev/video0: 1280x720, 30.0 pictures a second.");
  const Finding slow = JudgeRate("/dev/video0", {.fps = 5, .width = 1920, .height = 1080});
  EXPECT_EQ(slow.grade, Grade::kNote);
  EXPECT_THAT(slow.what, HasSubstr("only 5.0 pictures a second"));
  EXPECT_THAT(slow.advice, HasSubstr("MJPG"));
  EXPECT_THAT(JudgeRate("http://camera.example.com/video", {.fps = 5, .width = 640, .height = 480}).advice,
              HasSubstr("settings of the camera"));
}

TEST(CameraCheck, MeasuresTheCameraThatIsLookedThrough) {
  const std::vector<std::uint8_t> grey(std::size_t{64} * 48, 90);
  test::MjpegServer server({imaging::JpegCodec().Encode({64, 48, PixelFormat::kGray8, grey})->bytes},
                           test::MjpegServer::Ending::kNever);
  Config config;
  config.camera = server.Url();
  const Finding finding = CheckCameras(config).back();
  EXPECT_NE(finding.grade, Grade::kProblem);
  EXPECT_THAT(finding.what, AllOf(HasSubstr(server.Url() + ": 64x48"), HasSubstr("pictures a second")));
}

TEST(CameraCheck, SaysThatTheCameraThatIsLookedThroughIsNotThere) {
  Config config;
  config.camera = "/dev/video77";
  EXPECT_EQ(CheckCameras(config).back().grade, Grade::kProblem);
}

}  // namespace
}  // namespace kith::app
