// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/draft.h"
#include "core/ids.h"
#include "core/image.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

enum class CaptureState {
  kWaiting,    ///< kept, not read yet
  kDrafted,    ///< read; waits for a person
  kFailed,     ///< reading failed for good; the card image is still there to be typed by hand
  kConfirmed,  ///< a person made a contact of it
};

/// A card image kept in the store, without its pixels.
struct Capture {
  CaptureId id;
  Instant taken{};
  std::string source;  ///< "photos/a.jpg", "Demo camera"
  CaptureState state = CaptureState::kWaiting;
  std::optional<EventId> event;

  friend bool operator==(const Capture&, const Capture&) = default;
};

struct NewCapture {
  EncodedImage front;
  std::optional<EncodedImage> back;
  Instant taken{};
  std::string source;
  /// What makes it the same capture when a batch is run again ("<digest of the file>#<number of the card>").
  /// Empty for cameras: every capture is a new one.
  std::string source_key;
  std::optional<EventId> event;
};

enum class CardSide { kFront, kBack };

/// Port: captures. One object a thread.
class CaptureStore {
 public:
  virtual ~CaptureStore() = default;
  /// On disk, together with the job to read it, when this returns. A source_key that is there already gives
  /// the id of the capture that has it and stores nothing.
  virtual Result<CaptureId> Add(const NewCapture& capture) = 0;
  /// The other side of a card that is in the store: on disk when this returns, and unless a person has
  /// confirmed already, both sides wait to be read. A second call replaces the first one's image.
  virtual Result<void> AttachBack(CaptureId id, const EncodedImage& back) = 0;
  virtual Result<Capture> Get(CaptureId id) = 0;
  virtual Result<EncodedImage> CardImage(CaptureId id, CardSide side) = 0;
  /// Oldest first.
  virtual Result<std::vector<Capture>> List(CaptureState state, int limit) = 0;
  /// kNotFound until it was read.
  virtual Result<Draft> GetDraft(CaptureId id) = 0;
  /// With its image, draft and jobs. The contact made from it stays, without a capture.
  virtual Result<void> Erase(CaptureId id) = 0;
};

/// A card whose reading failed this often won't be read: a person types it.
inline constexpr int kReadingAttempts = 3;

/// A card that was being read whenever the program crashed, this often, is set aside: a person types it.
inline constexpr int kCrashedAttempts = 3;

/// That the machine went off is rarely the card's fault (somebody pulled the plug again), so it is forgiven
/// more often. But nothing is tried for ever.
inline constexpr int kInterruptedAttempts = 20;

/// Port: cards waiting to be read. A crash loses no job: what was begun and not finished is taken up again.
/// Several threads and processes may take jobs of one store; each has its own object.
class ReadingQueue {
 public:
  virtual ~ReadingQueue() = default;
  /// The oldest capture that nobody is reading yet, those that were begun before last; nullopt if there is
  /// none.
  virtual Result<std::optional<CaptureId>> Claim() = 0;
  /// One capture out of turn: the card on the screen first. False if it isn't waiting.
  virtual Result<bool> ClaimCapture(CaptureId id) = 0;
  /// The draft and the end of the job in one transaction. A capture has exactly one draft: a second call
  /// replaces the first, and changes nothing once a person has confirmed.
  virtual Result<void> Finish(CaptureId id, const Draft& draft) = 0;
  /// Reading failed: tried again by later claims; kFailed when it was begun kReadingAttempts times.
  virtual Result<void> Fail(CaptureId id, const Error& error) = 0;
  /// To be called once at the start of a process, before it claims: jobs that a crash interrupted wait again.
  /// How many. A card that was begun kCrashedAttempts times and now by a program that crashed becomes kFailed
  /// instead; so does one that was begun kInterruptedAttempts times, if it was the machine that went off.
  virtual Result<int> ResumeInterrupted() = 0;
};

}  // namespace kith
