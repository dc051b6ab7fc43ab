// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "core/language.h"
#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

CardStage StageOf(CaptureState state) {
  switch (state) {
    case CaptureState::kWaiting:
      return CardStage::kReading;
    case CaptureState::kDrafted:
      return CardStage::kToReview;
    case CaptureState::kFailed:
      return CardStage::kUnreadable;
    case CaptureState::kConfirmed:
      break;
  }
  return CardStage::kSaved;
}

}  // namespace

void Updater::On(const ImportFiles& action) {
  if (state_.lock.locked) return;
  std::vector<std::filesystem::path> pictures = action.paths;
  const auto contacts = std::stable_partition(pictures.begin(), pictures.end(),
                                              [](const auto& path) { return !MayHoldContacts(path); });
  if (contacts != pictures.end()) On(OpenContactFile{*contacts});
  pictures.erase(contacts, pictures.end());
  if (pictures.empty()) return;
  ++state_.importing.lists;
  Run(effect::ListPictures{std::move(pictures)});
  ShowImportProgress();
}

void Updater::On(const PicturesListed& action) {
  ImportState& importing = state_.importing;
  importing.lists = std::max(0, importing.lists - 1);
  importing.waiting.insert(importing.waiting.end(), action.list.pictures.begin(), action.list.pictures.end());
  importing.pictures += static_cast<int>(action.list.pictures.size());
  importing.errors.insert(importing.errors.end(), action.list.errors.begin(), action.list.errors.end());
  if (!importing.running) GoOnImporting();
}

void Updater::On(const PictureImported& action) {
  ImportState& importing = state_.importing;
  importing.running = false;
  ++importing.done;
  importing.cards += static_cast<int>(action.captures.size());
  bool waits = false;
  for (const ImportedCapture& capture : action.captures) {
    RecentCard& card = CardFor(capture.id);
    if (card.stage == CardStage::kStoring) card.stage = StageOf(capture.state);
    importing.known += capture.known ? 1 : 0;
    waits = waits || capture.state == CaptureState::kWaiting;
  }
  const bool has_drafts = std::any_of(
      action.captures.begin(), action.captures.end(),
      [](const auto& capture) { return capture.known && capture.state == CaptureState::kDrafted; });
  if (has_drafts) Run(effect::LoadWaiting{});  // for their names
  if (action.error && action.error->code == ErrorCode::kCancelled) return;
  if (action.error) importing.errors.push_back(*action.error);
  GoOnImporting();
  // Behind the next picture: first everything is safe, then it is read.
  if (waits) Run(effect::ReadNext{});
}

void Updater::GoOnImporting() {
  ImportState& importing = state_.importing;
  if (!importing.waiting.empty()) {
    const std::optional<Event>& event = state_.settings.event;
    Run(effect::ImportPicture{std::move(importing.waiting.front()),
                              event ? std::optional<EventId>(event->id) : std::nullopt});
    importing.waiting.erase(importing.waiting.begin());
    importing.running = true;
  }
  if (importing.active()) {
    ShowImportProgress();
  } else {
    EndImport();
  }
}

void Updater::ShowImportProgress() {
  if (state_.lock.locked) return;
  ImportState& importing = state_.importing;
  const std::string text = ImportProgressText(importing);
  const auto notice = std::find_if(state_.notices.begin(), state_.notices.end(),
                                   [&](const Notice& n) { return n.id == importing.notice; });
  if (notice != state_.notices.end()) {
    notice->text = text;
  } else if (importing.notice == 0) {  // else somebody put it away
    Inform(std::string(Tr("Looking for cards")), text);
    importing.notice = state_.notices.back().id;
    state_.notices.back().tone = NoticeTone::kWorking;
    state_.notices.back().until.reset();
  }
}

void Updater::EndImport() {
  const ImportState ended = std::exchange(state_.importing, {});
  std::erase_if(state_.notices, [&](const Notice& notice) { return notice.id == ended.notice; });
  if (state_.lock.locked) return;
  if (ended.cards > 0) Inform(std::string(Tr("Cards brought in")), ImportResultText(ended));
  if (ended.errors.empty()) return;
  Tell({ended.errors.front().code, ImportErrorsText(ended.errors)},
       std::string(Tr("Some files gave no cards")));
}

}  // namespace kith::flow
