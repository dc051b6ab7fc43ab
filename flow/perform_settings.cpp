// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::LoadSettings&) {
  Result<FoundSettings> found = ports_.settings.Load();
  if (!found) return EffectFailed{found.error()};
  return SettingsLoaded{*std::move(found)};
}

Action Performer::Do(const effect::KeepSettings& effect) {
  const Result<void> kept = ports_.settings.Keep(effect.before, effect.after);
  if (!kept) return SettingsNotKept{effect.before, kept.error()};
  return SettingsKept{effect.after};
}

Action Performer::Do(const effect::SetPin& effect) {
  const Result<void> set = ports_.settings.SetPin(effect.old, effect.fresh);
  if (!set) return PinNotChanged{set.error()};
  return PinChanged{true};
}

Action Performer::Do(const effect::RemovePin& effect) {
  const Result<void> removed = ports_.settings.RemovePin(effect.old);
  if (!removed) return PinNotChanged{removed.error()};
  return PinChanged{false};
}

Action Performer::Do(const effect::MakeBackup& effect) {
  // The program's end stops it, too.
  const std::stop_callback stop(stop_, [&] { effect.job->stop.request_stop(); });
  const auto made = ports_.settings.BackUp(effect.wish, effect.job->done, effect.job->stop.get_token());
  if (!made) return BackupNotMade{effect.ticket, made.error()};
  return BackupMade{effect.ticket, *made};
}

Action Performer::Do(const effect::PlayGotIt&) {
  ports_.chime.Play();
  return EffectCancelled{};
}

}  // namespace kith::flow
