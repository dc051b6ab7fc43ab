// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/pin_check.h"
#include "core/result.h"

namespace kith::storage {

/// The host's PIN as a file for its owner only. The file has a hash of it (libsodium's Argon2id, with a
/// salt), never the PIN.
class PinFile final : public PinCheck {
 public:
  explicit PinFile(std::filesystem::path file);

  bool IsSet() const;
  /// kInvalidInput for anything but 4 to 12 digits.
  Result<void> Set(const std::string& pin);
  /// Does nothing if there is none.
  Result<void> Remove();
  /// Also kUnreadable if the file holds something else.
  Result<bool> IsRight(const std::string& pin) override;

 private:
  std::filesystem::path file_;
};

}  // namespace kith::storage
