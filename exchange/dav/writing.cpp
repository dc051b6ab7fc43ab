// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/writing.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace kith::exchange::dav {
namespace {

using Kind = SyncEvent::Kind;

constexpr std::size_t kWrittenAtOnce = 64;

class Writing {
 public:
  explicit Writing(const WritePlaces& places) : places_(places) {}

  const WriteOutcome& outcome() const { return outcome_; }

  Result<void> WriteSome(std::span<Pending> batch) {
    std::vector<Write> writes;
    for (const Pending& pending : batch)
      writes.push_back(pending.write);
    const std::vector<Written> written = places_.collection.WriteAll(writes);
    std::vector<UuidBytes> gone;
    std::vector<Pending*> done;
    std::optional<Error> trouble;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      Pending& pending = batch[i];
      switch (written[i].outcome) {
        case Written::Outcome::kDone:
          Tell(places_.report, {pending.kind, pending.name});
          if (pending.kind == Kind::kCreatedThere) places_.report.events.back().id = pending.item.id;
          if (pending.write.text.empty()) {
            gone.push_back(pending.item.id);
          } else {
            pending.item.etag = pending.is_whole ? written[i].etag : std::string();
            outcome_.again |= pending.is_whole && written[i].etag.empty();  // to see what it is
            done.push_back(&pending);
          }
          break;
        case Written::Outcome::kChangedThere:
          outcome_.again = true;
          break;
        case Written::Outcome::kRefused:
          outcome_.is_incomplete = true;
          Tell(places_.report, {Kind::kRefused, pending.name, written[i].error.message});
          break;
        case Written::Outcome::kUnknown:
          if (!trouble) trouble = written[i].error;
          break;
      }
    }
    if (auto kept = Keep(done, gone); !kept) return kept;
    if (trouble) return *trouble;
    return LookAtWritten(done);
  }

 private:
  Result<void> Keep(const std::vector<Pending*>& done, std::span<const UuidBytes> gone) {
    std::vector<SyncedItem> items;
    for (const Pending* const pending : done)
      items.push_back(pending->item);
    if (items.empty() && gone.empty()) return {};
    return places_.store.Record(places_.address, items, gone);
  }

  /// Servers write what they get in their own way: what is remembered is that.
  Result<void> LookAtWritten(const std::vector<Pending*>& done) {
    std::vector<std::string> hrefs;
    for (const Pending* const pending : done) {
      if (!pending->item.etag.empty()) hrefs.push_back(pending->item.href);
    }
    if (hrefs.empty()) return {};
    const auto fetched = places_.collection.Fetch(hrefs);
    if (!fetched) return fetched.error();
    std::vector<Pending*> changed;
    for (Pending* const pending : done) {
      const auto found = fetched->find(PathKey(pending->item.href));
      if (found == fetched->end() || found->second.etag != pending->item.etag) continue;
      if (found->second.text == pending->item.theirs) continue;
      pending->item.theirs = found->second.text;
      changed.push_back(pending);
    }
    return Keep(changed, {});
  }

  const WritePlaces& places_;
  WriteOutcome outcome_;
};

}  // namespace

void Tell(SyncReport& report, SyncEvent event) {
  const bool is_trouble =
      event.kind == Kind::kUnreadable || event.kind == Kind::kRefused || event.kind == Kind::kHeldBack;
  if (is_trouble && std::ranges::find(report.events, event) != report.events.end()) return;
  report.events.push_back(std::move(event));
}

Result<WriteOutcome> WriteAllThere(const WritePlaces& places, std::span<Pending> writes) {
  Writing writing(places);
  for (std::size_t begin = 0; begin < writes.size(); begin += kWrittenAtOnce) {
    const std::size_t count = std::min(kWrittenAtOnce, writes.size() - begin);
    if (auto written = writing.WriteSome(writes.subspan(begin, count)); !written) return written.error();
  }
  return writing.outcome();
}

}  // namespace kith::exchange::dav
