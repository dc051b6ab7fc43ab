// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/host_settings.h"

namespace kith::flow::test {

class FakeSettings final : public SettingsDesk {
 public:
  Result<FoundSettings> Load() override {
    if (fault) return *fault;
    found.offer.has_pin = !pin.empty();
    return found;
  }
  Result<void> Keep(const HostSettings& before, const HostSettings& after) override {
    if (fault) return *fault;
    found.kept = after;
    keeps.emplace_back(before, after);
    return {};
  }
  Result<void> SetPin(const std::string& old, const std::string& fresh) override {
    if (!pin.empty() && old != pin) return Error{ErrorCode::kNotAllowed, "That isn't the PIN."};
    pin = fresh;
    return {};
  }
  Result<void> RemovePin(const std::string& old) override { return SetPin(old, ""); }
  Result<SealedBackup> BackUp(const BackupWish& wish, std::atomic<int>& percent,
                              const std::stop_token& stop) override {
    wishes.push_back(wish);
    percent = 40;
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    if (fault) return *fault;
    return SealedBackup{wish.target, {}};
  }

  FoundSettings found;
  std::string pin;
  std::vector<std::pair<HostSettings, HostSettings>> keeps;
  std::vector<BackupWish> wishes;
  std::optional<Error> fault;
};

class FakeChime final : public Chime {
 public:
  void Play() override { ++played; }
  int played = 0;
};

}  // namespace kith::flow::test
