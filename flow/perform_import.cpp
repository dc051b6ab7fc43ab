// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::ListPictures& effect) {
  return PicturesListed{ports_.importer.List(effect.paths)};
}

Action Performer::Do(const effect::ImportPicture& effect) {
  const Result<std::vector<ImportedCard>> cards = ports_.importer.CardsOf(effect.picture);
  if (!cards) return PictureImported{{}, cards.error()};
  PictureImported imported;
  for (const ImportedCard& card : *cards) {
    const Result<ImportedCapture> kept = Keep(card, effect.event);
    if (!kept) {
      imported.error = kept.error();
      break;
    }
    imported.captures.push_back(*kept);
  }
  return imported;
}

Result<ImportedCapture> Performer::Keep(const ImportedCard& card, const std::optional<EventId>& event) {
  Result<EncodedImage> front = ports_.codec.Encode(card.card);
  if (!front) return front.error();
  const Instant now = ports_.clock.Now();
  const Result<CaptureId> id = ports_.captures.Add({.front = std::move(*front),
                                                    .back = std::nullopt,
                                                    .taken = now,
                                                    .source = card.source,
                                                    .source_key = card.source_key,
                                                    .event = event});
  if (!id) return id.error();
  const Result<Capture> capture = ports_.captures.Get(*id);
  if (!capture) return capture.error();
  return ImportedCapture{*id, capture->state, capture->taken != now};
}

}  // namespace kith::flow
