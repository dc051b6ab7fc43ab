// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

/// Oldest first, as lists and claims have them.
bool IsOlder(const FakeCapture* a, const FakeCapture* b) {
  return std::pair(a->capture.taken, a->capture.id) < std::pair(b->capture.taken, b->capture.id);
}

class FakeCaptureStore : public CaptureStore {
 public:
  explicit FakeCaptureStore(State& state) : state_(state) {}

  Result<CaptureId> Add(const NewCapture& capture) override {
    return state_.Call("captures.Add", [&]() -> Result<CaptureId> {
      if (capture.front.bytes.empty()) {
        return Error{ErrorCode::kInvalidInput, "A capture needs a card image."};
      }
      if (capture.event && !state_.events.contains(*capture.event)) return NotThere("The event");
      for (const auto& [id, other] : state_.captures) {
        if (!capture.source_key.empty() && other.made_of.source_key == capture.source_key) return id;
      }
      const auto id = MakeId<CaptureId>(state_.clock.Now());
      const Capture kept{id, capture.taken, capture.source, CaptureState::kWaiting, capture.event};
      state_.captures[id] = {.capture = kept, .made_of = capture, .draft = {}};
      return id;
    });
  }

  Result<void> AttachBack(CaptureId id, const EncodedImage& back) override {
    return state_.Call("captures.AttachBack", [&]() -> Result<void> {
      if (back.bytes.empty()) return Error{ErrorCode::kInvalidInput, "The back of a card needs an image."};
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      FakeCapture& capture = found->second;
      capture.made_of.back = back;
      if (capture.capture.state == CaptureState::kConfirmed) return {};
      capture.capture.state = CaptureState::kWaiting;
      capture.waits_again = capture.being_read;
      if (capture.being_read) capture.begun = 0;
      capture.being_read = false;
      return {};
    });
  }

  Result<Capture> Get(CaptureId id) override {
    return state_.Call("captures.Get", [&]() -> Result<Capture> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      return found->second.capture;
    });
  }

  Result<EncodedImage> CardImage(CaptureId id, CardSide side) override {
    return state_.Call("captures.CardImage", [&]() -> Result<EncodedImage> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      if (found->second.images_erased) return NotThere("The card image");
      if (side == CardSide::kFront) return found->second.made_of.front;
      if (!found->second.made_of.back) return NotThere("The back of the card");
      return *found->second.made_of.back;
    });
  }

  Result<std::vector<Capture>> List(CaptureState capture_state, int limit) override {
    return state_.Call("captures.List", [&]() -> Result<std::vector<Capture>> {
      std::vector<const FakeCapture*> found;
      for (const auto& [id, capture] : state_.captures) {
        if (capture.capture.state == capture_state) found.push_back(&capture);
      }
      std::sort(found.begin(), found.end(), IsOlder);
      found.resize(std::min(found.size(), static_cast<std::size_t>(std::max(limit, 0))));
      std::vector<Capture> captures;
      captures.reserve(found.size());
      for (const FakeCapture* capture : found)
        captures.push_back(capture->capture);
      return captures;
    });
  }

  Result<Draft> GetDraft(CaptureId id) override {
    return state_.Call("captures.GetDraft", [&]() -> Result<Draft> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      if (!found->second.draft) return Error{ErrorCode::kNotFound, "The card wasn't read yet."};
      return *found->second.draft;
    });
  }

  Result<void> Erase(CaptureId id) override {
    return state_.Call("captures.Erase", [&]() -> Result<void> {
      if (!state_.captures.contains(id)) return NotThere("The capture");
      state_.EraseCapture(id);
      return {};
    });
  }

 private:
  State& state_;
};

class FakeReadingQueue : public ReadingQueue {
 public:
  explicit FakeReadingQueue(State& state) : state_(state) {}

  Result<std::optional<CaptureId>> Claim() override {
    return state_.Call("queue.Claim", [&]() -> Result<std::optional<CaptureId>> {
      FakeCapture* next = nullptr;
      for (auto& [id, capture] : state_.captures) {
        if (Waits(capture) && (next == nullptr || IsBefore(capture, *next))) next = &capture;
      }
      if (next == nullptr) return std::optional<CaptureId>();
      Begin(*next);
      return std::optional(next->capture.id);
    });
  }

  Result<bool> ClaimCapture(CaptureId id) override {
    return state_.Call("queue.ClaimCapture", [&]() -> Result<bool> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end() || !Waits(found->second)) return false;
      Begin(found->second);
      return true;
    });
  }

  Result<void> Finish(CaptureId id, const Draft& draft) override {
    return state_.Call("queue.Finish", [&]() -> Result<void> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      FakeCapture& capture = found->second;
      capture.being_read = false;
      if (capture.capture.state == CaptureState::kConfirmed) return {};
      capture.capture.state = CaptureState::kDrafted;
      capture.draft = draft;
      return {};
    });
  }

  Result<void> Fail(CaptureId id, const Error&) override {
    return state_.Call("queue.Fail", [&]() -> Result<void> {
      const auto found = state_.captures.find(id);
      if (found == state_.captures.end()) return NotThere("The capture");
      if (found->second.being_read) Stop(found->second, kReadingAttempts);
      return {};
    });
  }

  Result<int> ResumeInterrupted() override {
    return state_.Call("queue.ResumeInterrupted", [&]() -> Result<int> {
      int resumed = 0;
      for (auto& [id, capture] : state_.captures) {
        if (!capture.being_read) continue;
        Stop(capture, kCrashedAttempts);  // a fake has no machine that goes off
        if (capture.capture.state == CaptureState::kWaiting) ++resumed;
      }
      return resumed;
    });
  }

 private:
  static bool Waits(const FakeCapture& capture) {
    const bool wanted = capture.capture.state == CaptureState::kWaiting ||
                        (capture.capture.state == CaptureState::kDrafted && capture.waits_again);
    return wanted && !capture.being_read;
  }

  static bool IsBefore(const FakeCapture& a, const FakeCapture& b) {
    return a.begun != b.begun ? a.begun < b.begun : IsOlder(&a, &b);
  }

  static void Begin(FakeCapture& capture) {
    capture.being_read = true;
    capture.waits_again = false;
    ++capture.begun;
  }

  static void Stop(FakeCapture& capture, int allowed_attempts) {
    capture.being_read = false;
    if (capture.begun >= allowed_attempts) capture.capture.state = CaptureState::kFailed;
  }

  State& state_;
};

}  // namespace

std::unique_ptr<CaptureStore> MakeFakeCaptureStore(State& state) {
  return std::make_unique<FakeCaptureStore>(state);
}

std::unique_ptr<ReadingQueue> MakeFakeReadingQueue(State& state) {
  return std::make_unique<FakeReadingQueue>(state);
}

}  // namespace kith::test
