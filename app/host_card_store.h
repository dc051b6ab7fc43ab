// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "core/clock.h"
#include "core/host_card.h"

namespace kith::app {

/// The host card as a vCard file in the data folder, which must be there when it is kept: another program's
/// vCard may be put in its place. The clock must outlive it.
class HostCardStore final : public HostCards {
 public:
  /// `region`: of a phone number without a country code, ISO 3166.
  HostCardStore(std::filesystem::path file, std::string region, const Clock& clock)
      : file_(std::move(file)), region_(std::move(region)), clock_(clock) {}

  Result<HostCard> Load() override;
  Result<HostCard> Keep(const HostCard& card) override;
  Result<HostCode> CodeOf(const HostCard& card, const std::string& event) override;
  Result<std::filesystem::path> Write(const HostCard& card, const std::string& event, HostCardFile kind,
                                      const std::filesystem::path& folder) override;
  /// Into that file, in the place of what was there.
  Result<void> WriteTo(const HostCard& card, const std::string& event, HostCardFile kind,
                       const std::filesystem::path& path);

 private:
  std::filesystem::path file_;
  std::string region_;
  const Clock& clock_;
};

}  // namespace kith::app
