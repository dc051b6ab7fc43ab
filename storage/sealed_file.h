// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/result.h"

namespace kith::storage {

// A file that only the one who knows the passphrase can read: libsodium's secretstream
// (XChaCha20-Poly1305) in pieces of 64 KiB, its key made of the passphrase by Argon2id with the "moderate"
// limits (about half a second and 256 MB, kept in the file). A piece that was changed, left out or cut off at
// the end is noticed.

/// Whether the file begins as a sealed one does.
bool IsSealed(const std::filesystem::path& file);

/// Told how much is done, from 0 to 1; false: it shall stop.
using SealProgress = std::function<bool(double part)>;

/// Writes `plain` sealed to `sealed`, a new file for its owner only, flushed to the disk. kCancelled if it
/// was to stop.
Result<void> SealFile(const std::filesystem::path& plain, const std::filesystem::path& sealed,
                      const std::string& passphrase, const SealProgress& progress = {});

/// The reverse. kNotAllowed for a wrong passphrase, kUnreadable for a file that was damaged or cut off;
/// `plain` is removed then.
Result<void> UnsealFile(const std::filesystem::path& sealed, const std::filesystem::path& plain,
                        const std::string& passphrase);

}  // namespace kith::storage
