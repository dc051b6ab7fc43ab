// SPDX-License-Identifier: Apache-2.0
#include "flow/update.h"

#include <algorithm>
#include <utility>

#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

using std::chrono::seconds;

constexpr seconds kInfoStays{6};
constexpr std::chrono::milliseconds kProgressShown{250};  ///< so often a long job's progress is drawn
constexpr std::chrono::milliseconds kFlight{600};         ///< of a captured card over the screen
constexpr std::chrono::milliseconds kPicture{16};
constexpr seconds kHostIdle{180};  ///< an unlocked kiosk that nobody uses locks itself
constexpr int kFreeAttempts = 3;
constexpr seconds kFirstPause{30};
constexpr seconds kLongestPause{300};  ///< the host must not be kept out for the evening

/// In order to keep the screen usable when something fails again and again.
constexpr std::size_t kMaxNotices = 3;

/// So long a guest may do nothing before they are asked whether they are there; nullopt: nobody is asked.
std::optional<seconds> GuestMayIdle(const AppState& state) {
  const std::optional<GuestVisit>& visit = state.guest.visit;
  if (!state.settings.kiosk || !state.lock.locked) return std::nullopt;
  if ((state.review && state.review->saving) || (visit && visit->keeping)) return std::nullopt;
  if (state.guest.receipt || (visit && visit->step == GuestStep::kThanks)) return kReadingWarning;
  if (state.review || visit) return kIdleWarning;
  return std::nullopt;
}

/// A picture that moves on the screen: the card that was captured flies in.
std::optional<Instant> NextPicture(const AppState& state) {
  const std::optional<GuestVisit>& visit = state.guest.visit;
  if (!visit || visit->step != GuestStep::kGotIt || !visit->got_at) return std::nullopt;
  const bool flies = state.settings.look.animations && state.now < *visit->got_at + kFlight;
  if (flies) return state.now + kPicture;
  return visit->draft ? *visit->got_at + kGotItShown : std::optional<Instant>();
}

bool IsHostAtKiosk(const AppState& state) {
  return state.settings.kiosk && !state.lock.locked;
}

bool Passed(const std::optional<Instant>& moment, Instant now) {
  return moment && *moment <= now;
}

void KeepEarliest(std::optional<Instant>& earliest, const std::optional<Instant>& moment) {
  if (moment && (!earliest || *moment < *earliest)) earliest = moment;
}

}  // namespace

seconds PauseAfter(int wrong_attempts) {
  if (wrong_attempts < kFreeAttempts) return seconds(0);
  seconds pause = kFirstPause;
  for (int i = kFreeAttempts; i < wrong_attempts && pause < kLongestPause; ++i)
    pause *= 2;
  return std::min(pause, kLongestPause);
}

AppState InitialState(Settings settings, Instant now, Day today) {
  AppState state;
  state.settings = std::move(settings);
  state.lock.locked = state.settings.kiosk;
  state.now = state.last_input = now;
  state.today = today;
  state.scan.preview.hint = ScanHint::kStarting;
  return state;
}

std::vector<Effect> StartEffects(const AppState& state) {
  std::vector<Effect> effects = {effect::LoadWaiting{.resume_interrupted = true},
                                 effect::LoadDue{state.today}};
  if (state.settings.kiosk) effects.emplace_back(effect::LoadHostCard{});  // guests take it home
  return effects;
}

std::vector<Effect> Update(AppState& state, const Action& action) {
  std::vector<Effect> effects;
  Updater updater(state, effects);
  action.Accept([&](const auto& a) { updater.On(a); });
  return effects;
}

bool WantsCamera(const AppState& state) {
  return state.screen == Screen::kScan && !state.guest.receipt;
}

bool WantsPreview(const AppState& state) {
  return state.screen == Screen::kSettings && state.settings_screen.tab == SettingsTab::kCamera;
}

bool WantsBack(const AppState& state) {
  if (state.screen != Screen::kReview || !state.review || state.review->saving) return false;
  if (!state.review->back.empty()) return false;
  return std::any_of(state.scan.cards.begin(), state.scan.cards.end(), [&](const RecentCard& card) {
    return card.id == state.review->capture && card.ticket != 0 && card.ticket == state.scan.last_ticket;
  });
}

bool IsStoringCard(const AppState& state) {
  return std::ranges::any_of(state.scan.cards,
                             [](const RecentCard& card) { return card.stage == CardStage::kStoring; });
}

std::optional<Instant> NextDeadline(const AppState& state) {
  std::optional<Instant> earliest;
  if (state.lock.retry_at) earliest = std::min(*state.lock.retry_at, state.now + seconds(1));  // counted down
  if (state.scan.moment) KeepEarliest(earliest, state.scan.moment->until);
  for (const Notice& notice : state.notices)
    KeepEarliest(earliest, notice.until);
  if (const std::optional<seconds> idle = GuestMayIdle(state)) {
    const Instant warning = state.last_input + *idle;
    KeepEarliest(earliest, state.now < warning ? warning : state.now + seconds(1));
  }
  KeepEarliest(earliest, NextPicture(state));
  KeepEarliest(earliest, state.guest.live_until);
  if (state.guest.receipt && state.guest.retry_at)
    KeepEarliest(earliest, std::min(*state.guest.retry_at, state.now + seconds(1)));
  if (IsHostAtKiosk(state)) KeepEarliest(earliest, state.last_input + kHostIdle);
  if (state.intake.job || state.sync.job || state.settings_screen.backup.job)
    KeepEarliest(earliest, state.now + kProgressShown);
  return earliest;
}

std::optional<int> SecondsUntilReset(const AppState& state) {
  const std::optional<seconds> idle = GuestMayIdle(state);
  if (!idle || state.now < state.last_input + *idle) return std::nullopt;
  const auto left = std::chrono::ceil<seconds>(state.last_input + *idle + kTimeToReact - state.now);
  return static_cast<int>(std::max(seconds(0), left).count());
}

void Updater::Go(Screen screen) {
  state_.screen = screen;
  if (screen == Screen::kContacts) {
    On(SearchContacts{state_.contacts.query});
    Run(effect::LoadFilterChoices{});
  }
  if (screen == Screen::kDue) LoadDueTab();
  if (screen == Screen::kEvents) LoadEvents();
  if (screen == Screen::kSync) Run(effect::LoadSync{});
  if (screen == Screen::kSettings) Run(effect::LoadSettings{});
  if (screen == Screen::kHostCard && !state_.host_card.loaded) Run(effect::LoadHostCard{});
}

void Updater::On(const ShowScreen& action) {
  if (state_.lock.locked && action.screen != Screen::kScan) return;
  if (action.screen == Screen::kReview && !state_.review) return;
  if (state_.review && state_.review->saving) return;
  if (state_.lock.locked && state_.review) EndReview();
  if (IsGuestThere()) LeaveVisit();
  Go(action.screen);
}

void Updater::On(const DismissNotice& action) {
  std::erase_if(state_.notices, [&](const Notice& notice) { return notice.id == action.id; });
}

void Updater::On(const Unlock& action) {
  LockState& lock = state_.lock;
  if (!lock.locked || lock.checking || (lock.retry_at && state_.now < *lock.retry_at)) return;
  lock.checking = true;
  Run(effect::CheckPin{action.pin});
}

void Updater::On(const PinChecked& action) {
  LockState& lock = state_.lock;
  if (!lock.checking) return;
  if (action.right) {
    LeaveVisit();
    lock = {};
    state_.guest = {};
    state_.last_input = state_.now;
    return TellErased();
  }
  lock.checking = false;
  ++lock.wrong_attempts;
  const seconds pause = PauseAfter(lock.wrong_attempts);
  if (pause > seconds(0)) lock.retry_at = state_.now + pause;
}

void Updater::On(const PinNotChecked& action) {
  state_.lock.checking = false;
  Tell(action.error);
}

void Updater::LockUp() {
  if (!state_.settings.kiosk || state_.lock.locked) return;
  state_.lock = {.locked = true};
  state_.review.reset();
  state_.contacts = {};
  state_.exporting = {};
  if (state_.intake.step != IntakeStep::kImport) StopIntake();  // else it ends in peace, untold
  state_.intake = {};
  state_.guest = {};
  state_.keeping = {.erased = state_.keeping.erased, .erased_is_told = state_.keeping.erased_is_told};
  state_.events = {};
  state_.ready = {};
  EndSync();
  state_.sync = {};
  state_.settings_screen = {};  // a backup that is being made ends in peace, untold
  state_.due = {.loaded = state_.due.loaded, .count_until_today = state_.due.count_until_today};
  state_.notices.clear();
  state_.scan.moment.reset();
  state_.screen = Screen::kScan;
}

void Updater::On(const Lock&) {
  if (state_.review && state_.review->saving) return;
  LockUp();
}

void Updater::On(const PersonIsThere&) {
  state_.last_input = state_.now;
}

void Updater::On(const CloseProgram&) {
  state_.closing = !state_.lock.locked;
}

void Updater::On(const Tick& action) {
  const bool new_day = action.today != state_.today;
  state_.now = action.now;
  state_.today = action.today;
  std::erase_if(state_.notices, [&](const Notice& notice) { return Passed(notice.until, action.now); });
  if (state_.scan.moment && state_.scan.moment->until <= action.now) state_.scan.moment.reset();
  if (Passed(state_.lock.retry_at, action.now)) state_.lock.retry_at.reset();
  if (SecondsUntilReset(state_) == 0) {
    LeaveVisit();
    EndReview();
    state_.screen = Screen::kScan;
  }
  if (Passed(state_.guest.retry_at, action.now)) state_.guest.retry_at.reset();
  if (Passed(state_.guest.live_until, action.now)) state_.guest.live_until.reset();
  OpenCheckInTime();
  if (IsHostAtKiosk(state_) && action.now >= state_.last_input + kHostIdle) On(Lock{});
  if (!new_day) return;
  LoadDueList();
  Run(effect::CareForDay{state_.today});
}

bool Updater::IsGuestThere() const {
  return state_.settings.kiosk && !IsHostAtKiosk(state_);
}

void Updater::On(const EffectFailed& action) {
  Tell(action.error);
}

void Updater::On(const EffectCancelled&) {}

void Updater::Tell(const Error& error) {
  Tell(error, std::string(ProblemTitle(error)));
}

void Updater::Tell(const Error& error, std::string title) {
  if (error.code == ErrorCode::kCancelled) return;
  const bool shown_already = std::any_of(state_.notices.begin(), state_.notices.end(),
                                         [&](const Notice& notice) { return notice.text == error.message; });
  if (shown_already) return;
  state_.notices.push_back(
      {state_.next_ticket++, NoticeTone::kProblem, std::move(title), error.message, std::nullopt});
  if (state_.notices.size() > kMaxNotices) state_.notices.erase(state_.notices.begin());
}

void Updater::Inform(std::string title, std::string text) {
  state_.notices.push_back(
      {state_.next_ticket++, NoticeTone::kInfo, std::move(title), std::move(text), state_.now + kInfoStays});
  if (state_.notices.size() > kMaxNotices) state_.notices.erase(state_.notices.begin());
}

}  // namespace kith::flow
