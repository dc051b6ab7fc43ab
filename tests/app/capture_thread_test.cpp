// SPDX-License-Identifier: Apache-2.0
#include "app/capture_thread.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/image.h"
#include "imaging/codec.h"
#include "tests/support/card_film.h"
#include "tests/support/mjpeg_server.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using test::MjpegServer;
using Ending = MjpegServer::Ending;
using Jpegs = std::vector<std::vector<std::uint8_t>>;

constexpr int kWidth = 320;
constexpr int kHeight = 240;

/// A picture of one shade, so that a part that was made up shows.
std::vector<std::uint8_t> Shade(int level) {
  const std::vector<std::uint8_t> pixels(std::size_t{kWidth} * kHeight * 3, static_cast<std::uint8_t>(level));
  return imaging::JpegCodec().Encode({kWidth, kHeight, PixelFormat::kBgr24, pixels})->bytes;
}

/// The capture thread, looking at a camera of the network, and what it says of it.
class CaptureOf {
 public:
  explicit CaptureOf(const std::string& url)
      : camera_({.camera = url, .source = {}, .languages = "none"}), thread_(camera_, inlets_) {}

  /// As on the screen of settings.
  void SetCamera(bool on) {
    inlets_.camera_wanted = !on;
    inlets_.preview_wanted = on;
  }
  void Use(const std::string& url) { camera_.Use({.camera = url, .source = {}, .languages = "none"}); }

  /// The next thing that is said about the camera; nothing after a minute.
  std::optional<flow::Action> Next() {
    return WaitFor([this]() -> std::optional<flow::Action> {
      for (flow::Action& action : inlets_.mailbox.Drain())
        said_.push_back(std::move(action));
      if (said_.empty()) return std::nullopt;
      flow::Action first = std::move(said_.front());
      said_.erase(said_.begin());
      return first;
    });
  }

  /// The error that comes next, once the camera worked.
  std::optional<Error> NextFailure() {
    const std::optional<flow::Action> said = Next();
    const auto* failed = said ? said->As<flow::CameraFailed>() : nullptr;
    return failed ? std::optional(failed->error) : std::nullopt;
  }

  /// True when the camera works, at once or after some attempts; false after many, or when nothing is said.
  bool Opens() {
    constexpr int kMany = 12;
    for (int i = 0; i < kMany; ++i) {
      const std::optional<flow::Action> said = Next();
      if (!said) return false;
      if (said->As<flow::CameraOpened>()) return true;
      if (!said->As<flow::CameraFailed>()) return false;
    }
    return false;
  }

  std::optional<flow::Preview> NextPreview() {
    return WaitFor([this] { return inlets_.preview.Take(); });
  }

 private:
  /// What `take` gives, as soon as it gives something; after a minute, nothing.
  template <typename Take>
  std::invoke_result_t<Take> WaitFor(Take take) {
    std::unique_lock lock(mutex_);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    auto taken = take();
    while (!taken && woken_.wait_until(lock, deadline) == std::cv_status::no_timeout)
      taken = take();
    return taken;
  }
  void Wake() {
    const std::lock_guard lock(mutex_);
    woken_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable woken_;
  flow::Inlets inlets_{[this] { Wake(); }};
  std::vector<flow::Action> said_;
  CameraSwitch camera_;
  CaptureThread thread_;
};

bool IsOfOneShade(const Image& image) {
  const auto pixels = image.pixels();
  return std::ranges::all_of(pixels, [&](std::uint8_t value) { return std::abs(value - pixels[0]) <= 2; });
}

TEST(CaptureThread, TakesUpACameraAgainHoweverOftenAndInWhateverWayItFails) {
  constexpr std::array kEndings = {Ending::kNever,       Ending::kClose,  Ending::kCutAndStall,
                                   Ending::kCutAndClose, Ending::kFreeze, Ending::kStall};
  std::optional<MjpegServer> server(std::in_place, Jpegs(3, Shade(9)), Ending::kClose);
  const int port = server->port();
  CaptureOf capture(server->Url());
  ASSERT_TRUE(capture.Opens());
  for (int i = 1; i <= 20; ++i) {
    const Ending ending = kEndings[static_cast<std::size_t>(i) % kEndings.size()];
    ASSERT_TRUE(capture.NextFailure()) << i;
    server.reset();  // until here it may have been opened again, and failed again
    server.emplace(Jpegs(3, Shade(10 * i)), ending, port);
    ASSERT_TRUE(capture.Opens()) << i;
    const std::optional<flow::Preview> preview = capture.NextPreview();
    ASSERT_TRUE(preview) << i;
    EXPECT_TRUE(IsOfOneShade(preview->frame)) << i;
    if (ending == Ending::kNever) server.reset();
  }
}

TEST(CaptureThread, SaysWhatIsWrongWithACameraThatIsNotThere) {
  CaptureOf capture("/dev/video77");
  const std::optional<Error> error = capture.NextFailure();
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::kNotFound);
}

TEST(CaptureThread, LooksThroughAnotherCameraAndBackWhenItIsToldTo) {
  const MjpegServer dark(Jpegs(3, Shade(20)), Ending::kNever);
  const MjpegServer bright(Jpegs(3, Shade(220)), Ending::kNever);
  CaptureOf capture(dark.Url());
  ASSERT_TRUE(capture.Opens());
  capture.Use(bright.Url());
  ASSERT_TRUE(capture.Opens());
  const auto shows_bright = [&] {
    const std::optional<flow::Preview> preview = capture.NextPreview();
    return preview && preview->frame.pixels()[0] > 128;
  };
  EXPECT_TRUE(shows_bright() || shows_bright()) << "one picture of the old one may still be there";
  capture.Use("/dev/video77");
  EXPECT_TRUE(capture.NextFailure());
  capture.Use(dark.Url());
  EXPECT_TRUE(capture.Opens());
}

TEST(CaptureThread, TakesNoCardOfAPictureWhileTheHostSetsTheCamera) {
  const test::TempFolder folder;
  std::filesystem::copy_file(std::filesystem::path(KITH_SOURCE_DIR) / "assets" / "samples" / "01.jpg",
                             folder / "a.jpg");
  CaptureOf capture("/dev/video77");
  capture.SetCamera(true);
  capture.Use(folder.path().string());
  ASSERT_TRUE(capture.Opens());
  EXPECT_TRUE(capture.NextPreview());
  capture.SetCamera(false);
  const std::optional<flow::Action> said = capture.Next();
  EXPECT_TRUE(said && said->As<flow::CardCaptured>());
}

TEST(CaptureThread, DoesNotTakeACameraThatIsStuckForOneThatWorksAgain) {
  std::optional<MjpegServer> server(std::in_place, Jpegs{Shade(60)}, Ending::kFreeze);
  const int port = server->port();
  CaptureOf capture(server->Url());
  ASSERT_TRUE(capture.Opens());
  for (int i = 0; i < 2; ++i) {
    const std::optional<Error> error = capture.NextFailure();
    ASSERT_TRUE(error) << "it said something else in between";
    EXPECT_EQ(error->code, ErrorCode::kSourceFrozen);
  }
  server.reset();
  server.emplace(Jpegs{Shade(90)}, Ending::kNever, port);
  EXPECT_TRUE(capture.Opens());
}

/// For each captured card of a film with these sample cards, whether it was together with the one before it.
std::vector<bool> CapturedFrom(const std::string& left, const std::string& right) {
  const auto sample = [](const std::string& name) {
    return name.empty() ? std::filesystem::path()
                        : std::filesystem::path(KITH_SOURCE_DIR) / "assets" / "samples" / name;
  };
  const test::TempFolder folder;
  const std::filesystem::path film = folder / "film.avi";
  test::FilmCards(sample(left), sample(right), film);
  CaptureOf capture(film.string());
  std::vector<bool> captured;
  while (const std::optional<flow::Action> said = capture.Next()) {
    if (said->As<flow::CameraFinished>()) return captured;
    if (const auto* card = said->As<flow::CardCaptured>()) captured.push_back(card->together);
  }
  ADD_FAILURE() << "the film never ended";
  return captured;
}

TEST(CaptureThread, SaysOfTwoCardsThatAreHeldUpTogetherThatTheyAre) {
  EXPECT_EQ(CapturedFrom("01.jpg", "02.jpg"), (std::vector<bool>{false, true}));
  EXPECT_EQ(CapturedFrom("03.jpg", "05.jpg"), (std::vector<bool>{false, true}));
}

TEST(CaptureThread, SaysNothingOfTheKindOfOneCard) {
  EXPECT_EQ(CapturedFrom("01.jpg", ""), std::vector<bool>{false});
  EXPECT_EQ(CapturedFrom("", "02.jpg"), std::vector<bool>{false});
}

}  // namespace
}  // namespace kith::app
