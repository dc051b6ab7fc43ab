// SPDX-License-Identifier: Apache-2.0
#include "app/batch_scan.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "app/open_store.h"
#include "app/picture_scanner.h"
#include "imaging/codec.h"

namespace kith::app {
namespace {

namespace fs = std::filesystem;

double MillisecondsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// All that one thread needs to go from pictures to drafts.
class Worker {
 public:
  static Result<std::unique_ptr<Worker>> Open(const BatchScanOptions& options, const Config& config) {
    auto worker = std::make_unique<Worker>();
    auto scanner = PictureScanner::Open(config.languages, config.region);
    if (!scanner) return scanner.error();
    worker->scanner_ = std::move(*scanner);
    if (!options.save) return worker;

    auto store = OpenStore(config);
    if (!store) return store.error();
    worker->store_ = std::move(*store);
    if (!config.event.empty()) {
      const Result<Event> event = worker->store_->store->events().FindOrCreate(config.event);
      if (!event) return event.error();
      worker->event_ = event->id;
    }
    return worker;
  }

  PictureOutcome Scan(const ListedPicture& listed) {
    const PictureRef& picture = listed.picture;
    PictureOutcome outcome{picture.name(), {}, listed.error};
    if (listed.error) return outcome;
    auto begin = std::chrono::steady_clock::now();
    const Result<std::vector<CardInPicture>> cards = scanner_->FindCards(picture);
    if (!cards) {
      outcome.error = cards.error();
      return outcome;
    }
    for (std::size_t i = 0; i < cards->size(); ++i) {
      const CardInPicture& card = (*cards)[i];
      const Result<Draft> draft = store_ ? KeepAndRead(picture, i, card.card) : scanner_->ReadCard(card.card);
      if (draft) {
        outcome.cards.push_back(
            {picture.name(), card.corners, card.rotation, *draft, MillisecondsSince(begin)});
      } else {
        outcome.error = draft.error();
      }
      begin = std::chrono::steady_clock::now();
    }
    return outcome;
  }

  /// Reads what is waiting in the store, until nothing is.
  Result<void> ReadWaiting() {
    for (;;) {
      const Result<std::optional<CaptureId>> claimed = store_->store->queue().Claim();
      if (!claimed) return claimed.error();
      if (!*claimed) return {};
      const Result<EncodedImage> encoded = store_->store->captures().CardImage(**claimed, CardSide::kFront);
      const Result<Image> card = encoded ? codec_.Decode(*encoded) : Result<Image>(encoded.error());
      const Result<Draft> draft = card ? scanner_->ReadCard(*card) : Result<Draft>(card.error());
      const Result<void> ended = draft ? store_->store->queue().Finish(**claimed, *draft)
                                       : store_->store->queue().Fail(**claimed, draft.error());
      if (!ended) return ended.error();
    }
  }

  Result<void> ResumeInterrupted() {
    const Result<int> resumed = store_->store->queue().ResumeInterrupted();
    return resumed ? Result<void>() : resumed.error();
  }

 private:
  Result<Draft> KeepAndRead(const PictureRef& picture, std::size_t index, const Image& card) {
    const Result<CaptureId> id = Keep(picture, index, card);
    if (!id) return id.error();
    const Result<bool> ours = store_->store->queue().ClaimCapture(*id);
    if (!ours) return ours.error();
    if (!*ours) {
      if (Result<Draft> known = store_->store->captures().GetDraft(*id)) return known;
      return scanner_->ReadCard(card);  // another process is reading it into the store
    }
    Result<Draft> draft = scanner_->ReadCard(card);
    const Result<void> ended =
        draft ? store_->store->queue().Finish(*id, *draft) : store_->store->queue().Fail(*id, draft.error());
    return ended ? draft : ended.error();
  }

  Result<CaptureId> Keep(const PictureRef& picture, std::size_t index, const Image& card) {
    const Result<std::string> key = SourceKey(picture);
    if (!key) return key.error();
    Result<EncodedImage> encoded = codec_.Encode(card);
    if (!encoded) return encoded.error();
    const Result<CaptureId> id =
        store_->store->captures().Add({.front = std::move(*encoded),
                                       .back = std::nullopt,
                                       .taken = store_->clock->Now(),
                                       .source = picture.name(),
                                       .source_key = *key + "#" + std::to_string(index),
                                       .event = event_});
    if (id) std::cerr << "kept " + picture.name() + " as " + id->ToString() + "\n" << std::flush;
    return id;
  }

  std::unique_ptr<PictureScanner> scanner_;
  std::unique_ptr<OpenedStore> store_;
  std::optional<EventId> event_;
  imaging::JpegCodec codec_;
};

/// Outcomes as the workers finish them, given back in order.
class OrderedOutcomes {
 public:
  explicit OrderedOutcomes(std::size_t count) : outcomes_(count) {}

  void Put(std::size_t index, PictureOutcome outcome) {
    {
      const std::lock_guard lock(mutex_);
      outcomes_[index] = std::move(outcome);
    }
    arrived_.notify_one();
  }

  PictureOutcome Take(std::size_t index) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return outcomes_[index].has_value(); });
    return *std::exchange(outcomes_[index], std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<std::optional<PictureOutcome>> outcomes_;
};

}  // namespace

Result<void> ScanPictures(const std::vector<ListedPicture>& pictures, const BatchScanOptions& options,
                          const Config& config, const std::function<void(const PictureOutcome&)>& report) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : cores;
  const std::size_t count = std::max<std::size_t>(1, std::min(wanted, pictures.size()));

  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t i = 0; i < count; ++i) {
    auto worker = Worker::Open(options, config);
    if (!worker) return worker.error();
    workers.push_back(std::move(*worker));
  }
  if (options.save) {
    if (const Result<void> resumed = workers.front()->ResumeInterrupted(); !resumed) return resumed;
  }

  OrderedOutcomes outcomes(pictures.size());
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> threads;
    for (const auto& worker : workers) {
      threads.emplace_back([&worker = *worker, &outcomes, &next, &pictures] {
        for (std::size_t i = next++; i < pictures.size(); i = next++) {
          PictureOutcome outcome{pictures[i].picture.name(), {}, std::nullopt};
          try {
            outcome = worker.Scan(pictures[i]);
          } catch (const std::exception& error) {
            outcome.error =
                Error{ErrorCode::kInternal, outcome.picture + " could not be read.", error.what()};
          }
          outcomes.Put(i, std::move(outcome));
        }
      });
    }
    for (std::size_t i = 0; i < pictures.size(); ++i)
      report(outcomes.Take(i));
  }
  return options.save ? workers.front()->ReadWaiting() : Result<void>();
}

}  // namespace kith::app
