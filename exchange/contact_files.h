// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "core/contact_file.h"

namespace kith::exchange {

/// vCards and CSV files on this machine's disks.
class LocalContactFiles : public ContactFiles {
 public:
  /// `region` (ISO 3166) is for phone numbers without a country code.
  explicit LocalContactFiles(std::string region) : region_(std::move(region)) {}

  Result<ContactFile> Inspect(const std::filesystem::path& path) override;
  Result<void> Read(const ContactFile& file, const FoundContactSink& sink,
                    const std::stop_token& stop) override;

 private:
  std::string region_;
};

}  // namespace kith::exchange
