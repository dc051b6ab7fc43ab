// SPDX-License-Identifier: Apache-2.0
#include "app/capture_thread.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

#include "app/way_up.h"
#include "capture/card_finder.h"
#include "capture/card_watcher.h"
#include "capture/rectify.h"
#include "capture/retry_pause.h"
#include "core/language.h"
#include "imaging/codec.h"
#include "ocr/card_reader.h"

namespace kith::app {
namespace {

using namespace std::chrono_literals;

/// While nobody sees the camera's picture, this often is enough to notice that it is still there.
constexpr std::chrono::milliseconds kUnwatchedPause{2000};
/// Until it is noticed that somebody looks, or waits for the other side of a card.
constexpr std::chrono::milliseconds kAttentionPause{200};

Instant Now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Returns early when somebody asks to stop.
void WaitFor(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::unique_lock lock(mutex);
  condition.wait_for(lock, stop, time, [] { return false; });
}

flow::ScanHint ToScanHint(capture::Hint hint) {
  switch (hint) {
    case capture::Hint::kShowCard:
      return flow::ScanHint::kShowCard;
    case capture::Hint::kCloser:
      return flow::ScanHint::kCloser;
    case capture::Hint::kHoldStill:
      return flow::ScanHint::kHoldStill;
    case capture::Hint::kMoreLight:
      return flow::ScanHint::kMoreLight;
    case capture::Hint::kTooBlurry:
      return flow::ScanHint::kTooBlurry;
    case capture::Hint::kWholeCard:
      return flow::ScanHint::kWholeCard;
    case capture::Hint::kTilt:
      return flow::ScanHint::kTilt;
    case capture::Hint::kGot:
      return flow::ScanHint::kGot;
  }
  return flow::ScanHint::kShowCard;
}

/// Without a reader of those languages, cards are kept as they were held.
QuarterTurnsOf OpenReader(const std::string& languages) {
  auto opened = ocr::CardReader::Open({.languages = languages});
  if (!opened) return [](const Image&, const std::stop_token&) { return 0; };
  return [reader = std::shared_ptr<ocr::CardReader>(std::move(*opened))](const Image& card,
                                                                         std::stop_token stop) {
    return reader->QuarterTurnsToUpright(card, ocr::TurnHint::kAnyWay, std::move(stop)).value_or(0);
  };
}

/// All that lives on the capture thread.
class CaptureLoop {
 public:
  CaptureLoop(const CameraSwitch& camera, flow::Inlets& inlets) : camera_(camera), inlets_(inlets) {}

  void Run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      CameraSwitch::Position position = camera_.Now();
      const bool other_languages = !way_up_ || options_.languages != position.options.languages;
      options_ = std::move(position.options);
      if (other_languages)
        way_up_ = std::make_unique<WayUp>([languages = options_.languages] { return OpenReader(languages); });
      std::stop_source until;
      const auto end = [&until] { until.request_stop(); };
      const std::stop_callback closing(stop, end);
      const std::stop_callback switched(position.until, end);
      LookThrough(until.get_token());
      while (!until.stop_requested())  // it has come to its end
        WaitFor(std::chrono::hours(24), until.get_token());
    }
  }

 private:
  /// Until it comes to its end, or is to stop.
  void LookThrough(const std::stop_token& stop) {
    retry_.Reset();
    stuck_.reset();
    watcher_.emplace();
    while (!stop.stop_requested()) {
      auto source = capture::OpenFrameSource(options_.camera, options_.source);
      if (stop.stop_requested()) return;
      if (source) {
        if (Watch(**source, stop)) return;
        source->reset();  // some cameras serve one at a time
      } else {
        inlets_.mailbox.Post(flow::CameraFailed{source.error()});
      }
      WaitFor(retry_.Next(), stop);
    }
  }

  /// True when the source has come to its end.
  bool Watch(FrameSource& source, const std::stop_token& stop) {
    const bool pictures =
        std::filesystem::is_directory(options_.camera) || imaging::HasPictureName(options_.camera);
    bool opened = false;
    while (!stop.stop_requested()) {
      if (source.IsLive()) WaitWhileUnwatched(stop);
      const Result<Frame> frame = source.Next(stop);
      if (!frame) {
        if (IsOver(frame.error())) return true;
        if (IsLost(frame.error())) return false;
        continue;
      }
      if (IsStillStuck(*frame)) continue;
      if (!std::exchange(opened, true)) {
        retry_.Reset();
        inlets_.mailbox.Post(flow::CameraOpened{source.Description(), options_.camera});
      }
      newest_ = frame->image;
      if (pictures && ShowWhileBeingSet(*frame, stop)) return true;
      pictures ? TakeAtOnce(*frame) : Observe(*frame);
    }
    return true;
  }

  bool IsOver(const Error& error) {
    if (error.code == ErrorCode::kEndOfStream) inlets_.mailbox.Post(flow::CameraFinished{});
    return error.code == ErrorCode::kEndOfStream || error.code == ErrorCode::kCancelled;
  }

  bool IsLost(const Error& error) {
    inlets_.mailbox.Post(flow::CameraFailed{error});
    if (error.code == ErrorCode::kSourceFrozen) stuck_ = newest_;
    return error.code == ErrorCode::kSourceFrozen || error.code == ErrorCode::kSourceLost;
  }

  /// A camera that got stuck on a picture often shows it again when it is opened anew: that isn't a camera
  /// that works.
  bool IsStillStuck(const Frame& frame) {
    if (stuck_ && std::ranges::equal(stuck_->pixels(), frame.image.pixels())) return true;
    stuck_.reset();
    return false;
  }

  /// The cards of a picture are taken once the host has left the settings. True if that isn't to happen.
  bool ShowWhileBeingSet(const Frame& frame, const std::stop_token& stop) {
    if (inlets_.preview_wanted) inlets_.preview.Put({frame.image, std::nullopt, flow::ScanHint::kShowCard});
    while (inlets_.preview_wanted && !stop.stop_requested())
      WaitFor(kAttentionPause, stop);
    return stop.stop_requested();
  }

  void WaitWhileUnwatched(const std::stop_token& stop) {
    const auto is_seen = [this] { return inlets_.camera_wanted || inlets_.preview_wanted; };
    for (auto waited = 0ms; waited < kUnwatchedPause && !is_seen() && !stop.stop_requested();
         waited += kAttentionPause) {
      WaitFor(kAttentionPause, stop);
      if (inlets_.back_wanted) return;
    }
  }

  void Observe(const Frame& frame) {
    using Wanted = capture::CardWatcher::Wanted;
    const bool on_screen = inlets_.camera_wanted;
    if (!on_screen && inlets_.preview_wanted)
      inlets_.preview.Put({frame.image, std::nullopt, flow::ScanHint::kShowCard});
    if (!on_screen && !inlets_.back_wanted) return;
    const capture::Observation observation =
        watcher_->Observe(frame.image, Now(), on_screen ? Wanted::kCards : Wanted::kOnlyBack);
    // Drawing it would hold up the frame that says "Got it".
    const bool is_held_up = observation.card && !observation.card->is_back;
    if (on_screen && !is_held_up)
      inlets_.preview.Put({frame.image, observation.corners, ToScanHint(observation.hint)});
    if (!observation.card) return LookAhead(frame.image, observation);
    const capture::CapturedCard& card = *observation.card;
    if (card.is_back) {
      inlets_.mailbox.Post(flow::BackCaptured{Upright(card.image, card.corners)});
    } else {
      Capture(card.image, card.corners, frame.source, card.together);
    }
  }

  void LookAhead(const Image& frame, const capture::Observation& observation) {
    const bool may_be_taken = observation.corners && observation.hint != capture::Hint::kGot;
    may_be_taken ? way_up_->See(frame, *observation.corners) : way_up_->SeeNothing();
  }

  /// A picture from a folder isn't held still: every card on it is taken.
  void TakeAtOnce(const Frame& frame) {
    for (const capture::FoundCard& found : capture::FindCards(frame.image)) {
      inlets_.preview.Put({frame.image, found.corners, flow::ScanHint::kGot});
      Capture(capture::Rectify(frame.image, found.corners), std::nullopt, frame.source);
    }
  }

  void Capture(const Image& card, const std::optional<Quad>& corners, const std::string& source,
               bool together = false) {
    inlets_.mailbox.Post(flow::CardCaptured{Upright(card, corners), source, together});
  }

  Image Upright(const Image& card, const std::optional<Quad>& corners) {
    return capture::Turn(card, way_up_->TurnsOf(card, corners));
  }

  const CameraSwitch& camera_;
  CaptureOptions options_;
  flow::Inlets& inlets_;
  capture::RetryPause retry_;
  Image newest_;
  std::optional<Image> stuck_;                   ///< what the camera showed when it froze
  std::optional<capture::CardWatcher> watcher_;  ///< a new one for each source
  std::unique_ptr<WayUp> way_up_;
};

}  // namespace

CaptureThread::CaptureThread(const CameraSwitch& camera, flow::Inlets& inlets)
    : thread_([&camera, &inlets](const std::stop_token& stop) {
        try {
          CaptureLoop(camera, inlets).Run(stop);
        } catch (const std::exception& error) {
          inlets.mailbox.Post(
              flow::CameraFailed{{ErrorCode::kInternal,
                                  std::string(Tr("The camera stopped. Start Kith again.")), error.what()}});
        }
      }) {}

}  // namespace kith::app
