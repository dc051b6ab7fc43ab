// SPDX-License-Identifier: Apache-2.0
// Cameras that speak RTSP, as a real server of theirs does.
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "capture/frame_sources.h"
#include "imaging/mat.h"
#include "imaging/opencv_io.h"
#include "tests/support/rtsp_server.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using kith::test::RtspServer;
using ::testing::HasSubstr;
using ::testing::Not;

std::unique_ptr<FrameSource> Open(const std::string& url) {
  auto source = OpenFrameSource(url, {});
  EXPECT_TRUE(source) << source.error().message;
  return source ? std::move(*source) : nullptr;
}

/// Takes pictures until there is an error.
Error EndOf(FrameSource& source) {
  for (;;) {
    if (const Result<Frame> frame = source.Next({}); !frame) return frame.error();
  }
}

class RtspCamera : public ::testing::TestWithParam<RtspServer::Coding> {};

TEST_P(RtspCamera, GivesPicturesAndIsLive) {
  const RtspServer server({.coding = GetParam()});
  const auto source = Open(server.Url());
  ASSERT_TRUE(source);
  EXPECT_TRUE(source->IsLive());
  cv::Mat before;
  for (int i = 0; i < 10; ++i) {
    const auto frame = source->Next({});
    ASSERT_TRUE(frame) << frame.error().message;
    const cv::Mat picture = imaging::ToGray(frame->image);
    ASSERT_EQ(picture.size(), cv::Size(320, 240));
    EXPECT_GT(cv::countNonZero(cv::abs(picture - 100) < 6), 0.8 * static_cast<double>(picture.total()));
    if (i > 0) {
      EXPECT_GT(cv::norm(picture, before, cv::NORM_INF), 50) << "the ball stands still";
    }
    before = picture;
  }
}

TEST_P(RtspCamera, ThatHangsIsLost) {
  const RtspServer server({.coding = GetParam()});
  const auto source = Open(server.Url());
  ASSERT_TRUE(source);
  ASSERT_TRUE(source->Next({}));
  server.Hang();
  const Error error = EndOf(*source);
  EXPECT_EQ(error.code, ErrorCode::kSourceLost);
  EXPECT_THAT(error.message, HasSubstr(server.Url()));
}

TEST_P(RtspCamera, ThatIsKilledIsLostAndWorksAgainOnceItIsBack) {
  std::optional<RtspServer> server(std::in_place, RtspServer::Options{.coding = GetParam()});
  const auto source = Open(server->Url());
  ASSERT_TRUE(source);
  ASSERT_TRUE(source->Next({}));
  const int port = server->port();
  const std::string url = server->Url();
  server.reset();
  EXPECT_EQ(EndOf(*source).code, ErrorCode::kSourceLost);
  EXPECT_FALSE(OpenFrameSource(url, {}));
  server.emplace(RtspServer::Options{.coding = GetParam(), .port = port});
  const auto again = Open(url);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->Next({}));
}

TEST_P(RtspCamera, IsJoinedBetweenTwoKeyFrames) {
  const RtspServer server({.coding = GetParam()});
  const auto first = Open(server.Url());
  ASSERT_TRUE(first);
  ASSERT_TRUE(first->Next({}));
  const auto second = Open(server.Url());
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->Next({}));
}

TEST_P(RtspCamera, ThatHangsWhileItIsOpenedIsNotFound) {
  const RtspServer server({.coding = GetParam()});
  server.Hang();
  const auto source = OpenFrameSource(server.Url(), {});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, ErrorCode::kNotFound);
}

TEST_P(RtspCamera, IsLeftWhenAStopIsRequestedHoweverLongItWouldBeWaitedFor) {
  const RtspServer server({.coding = GetParam()});
  const auto io = imaging::LoadOpenCvIo();
  ASSERT_TRUE(io);
  const auto stream = (*io)->OpenStream(server.Url(), {.opening = 10s, .silence = 24h});
  ASSERT_TRUE(stream) << stream.error().detail;
  server.Hang();
  std::stop_source stop;
  std::jthread stopper([&] { stop.request_stop(); });
  cv::Mat picture;
  while ((*stream)->Read(picture, stop.get_token()))
    continue;
  EXPECT_TRUE(stop.stop_requested());
}

INSTANTIATE_TEST_SUITE_P(All, RtspCamera,
                         ::testing::Values(RtspServer::Coding::kJpeg, RtspServer::Coding::kH264),
                         [](const auto& coding) {
                           return coding.param == RtspServer::Coding::kJpeg ? "Jpeg" : "H264";
                         });

TEST(LockedRtspCamera, OpensToItsNameAndPasswordWhichAreToldNobody) {
  const RtspServer server({.locked = true});
  const auto source = Open(server.Url(std::string(RtspServer::kUser) + ":" + RtspServer::kPassword + "@"));
  ASSERT_TRUE(source);
  EXPECT_TRUE(source->Next({}));
  EXPECT_EQ(source->Description(), server.Url());
}

TEST(LockedRtspCamera, StaysClosedToOthersAndTheMessageSaysWhatToCheck) {
  const RtspServer server({.locked = true});
  for (const std::string login : {"", "ada:gu3ss@"}) {
    const auto source = OpenFrameSource(server.Url(login), {});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::kPermissionDenied);
    EXPECT_THAT(source.error().message, HasSubstr("name and password"));
    EXPECT_THAT(source.error().message + source.error().detail, Not(HasSubstr("gu3ss")));
  }
}

}  // namespace
}  // namespace kith::capture
