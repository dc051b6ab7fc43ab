// SPDX-License-Identifier: Apache-2.0
#include "capture/live_source.h"

#include <condition_variable>
#include <functional>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "core/language.h"
#include "core/mutex.h"
#include "imaging/jpeg_frame.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLongestWait = 3s;  // FrameSource::Next promises it

std::size_t Fingerprint(const SentPicture& picture) {
  const std::string_view bytes(reinterpret_cast<const char*>(picture.bytes.data()), picture.bytes.size());
  if (picture.width == 0) return std::hash<std::string_view>()(bytes);
  // Some rows are enough, noise is everywhere.
  constexpr int kEvery = 16;
  const auto row_bytes = static_cast<std::size_t>(picture.width) * 3;
  std::size_t sum = bytes.size();
  for (int y = 0; y < picture.height; y += kEvery) {
    const auto begin = static_cast<std::size_t>(y) * row_bytes;
    sum = sum * 31 + std::hash<std::string_view>()(bytes.substr(begin, row_bytes));
  }
  return sum;
}

/// Tells when a picture has been repeated for too long.
class RepeatWatch {
 public:
  explicit RepeatWatch(std::chrono::milliseconds longest) : longest_(longest) {}

  bool IsFrozenAt(const SentPicture& picture, SteadyClock::time_point now) {
    const std::size_t print = Fingerprint(picture);
    if (print_ != print) {
      print_ = print;
      since_ = now;
    }
    return now - since_ >= longest_;
  }

 private:
  const std::chrono::milliseconds longest_;
  std::size_t print_ = 0;
  SteadyClock::time_point since_ = SteadyClock::now();
};

std::optional<Image> Decode(SentPicture picture) {
  if (picture.width == 0) return imaging::DecodeJpegFrame(picture.bytes);
  return Image(picture.width, picture.height, PixelFormat::kBgr24, std::move(picture.bytes));
}

class LiveSource final : public FrameSource {
 public:
  LiveSource(std::string description, std::unique_ptr<Connection> connection)
      : description_(std::move(description)),
        wait_(connection->patience().first),
        reader_([this, connection = std::move(connection)](const std::stop_token& stop) mutable {
          Drain(*connection, stop);
          connection.reset();
        }) {}

  Result<Frame> Next(std::stop_token stop) override {
    const auto deadline = SteadyClock::now() + std::exchange(wait_, kLongestWait);
    for (;;) {
      std::optional<SentPicture> picture;
      {
        MutexLock lock(mutex_);
        changed_.wait_until(mutex_, stop, deadline,
                            [this]() KITH_REQUIRES(mutex_) { return newest_.has_value() || lost_; });
        if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
        if (!newest_) return LostError(lost_.value_or(ErrorCode::kSourceLost));
        picture = std::exchange(newest_, std::nullopt);
      }
      if (std::optional<Image> image = Decode(std::move(*picture)))
        return Frame{std::move(*image), description_};
    }
  }
  bool IsLive() const override { return true; }
  std::string Description() const override { return description_; }

 private:
  Error LostError(ErrorCode code) const {
    const std::string_view message =
        code == ErrorCode::kSourceFrozen
            ? Tr("{0} sends the same picture again and again. Switch it off and on again.")
            : Tr("{0} stopped sending pictures. Check that it is on and connected.");
    return {code, Filled(message, {description_})};
  }

  void Drain(Connection& connection, const std::stop_token& stop) {
    RepeatWatch repeats(connection.patience().repeat);
    ErrorCode reason = ErrorCode::kSourceLost;
    SentPicture picture;
    while (!stop.stop_requested() && connection.Read(picture, stop)) {
      if (repeats.IsFrozenAt(picture, SteadyClock::now())) {
        reason = ErrorCode::kSourceFrozen;
        break;
      }
      MutexLock lock(mutex_);
      if (!newest_) newest_.emplace();
      std::swap(*newest_, picture);  // the memory of the one that nobody took is used again
      changed_.notify_all();
    }
    MutexLock lock(mutex_);
    if (reason == ErrorCode::kSourceFrozen) newest_.reset();
    lost_ = reason;
    changed_.notify_all();
  }

  const std::string description_;
  std::chrono::milliseconds wait_;  ///< of the next call of Next, whose thread alone has it
  Mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<SentPicture> newest_ KITH_GUARDED_BY(mutex_);
  std::optional<ErrorCode> lost_ KITH_GUARDED_BY(mutex_);
  std::jthread reader_;  // last: it uses the others
};

}  // namespace

void StoreJpeg(const cv::Mat& bytes, SentPicture& picture) {
  picture.bytes.assign(bytes.datastart, bytes.dataend);
  picture.width = picture.height = 0;
}

void StorePixels(const cv::Mat& bgr, SentPicture& picture) {
  picture.bytes.assign(bgr.datastart, bgr.dataend);
  picture.width = bgr.cols;
  picture.height = bgr.rows;
}

std::unique_ptr<FrameSource> MakeLiveSource(std::string description, std::unique_ptr<Connection> connection) {
  return std::make_unique<LiveSource>(std::move(description), std::move(connection));
}

}  // namespace kith::capture
