// SPDX-License-Identifier: Apache-2.0
#include "storage/pin_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include <sodium.h>

#include "core/language.h"
#include "storage/files.h"

namespace kith::storage {
namespace {

constexpr std::size_t kShortestPin = 4;
constexpr std::size_t kLongestPin = 12;
// A fifth of a second or so, in memory that an old laptop has to spare.
constexpr auto kOperations = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr auto kMemory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

bool IsPin(const std::string& pin) {
  return pin.size() >= kShortestPin && pin.size() <= kLongestPin &&
         std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

PinFile::PinFile(std::filesystem::path file) : file_(std::move(file)) {}

bool PinFile::IsSet() const {
  std::error_code ignored;
  return std::filesystem::exists(file_, ignored);
}

Result<void> PinFile::Set(const std::string& pin) {
  if (!IsPin(pin))
    return Error{ErrorCode::kInvalidInput, std::string(Tr("A PIN has 4 to 12 digits and nothing else."))};
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash.data(), pin.data(), pin.size(), kOperations, kMemory) != 0) {
    return Error{ErrorCode::kUnavailable,
                 std::string(Tr("The PIN couldn't be kept: there isn't enough free memory."))};
  }
  if (auto made = EnsurePrivateFolder(file_.parent_path()); !made) return made;
  std::filesystem::path fresh = file_;
  fresh += ".new";
  if (auto made = EnsurePrivateFile(fresh); !made) return made;
  std::ofstream out(fresh, std::ios::trunc);
  out << hash.data() << '\n';
  out.close();
  if (!out)
    return Error{ErrorCode::kStorageFull,
                 Filled(Tr("\"{0}\" couldn't be written. Make room."), {fresh.string()})};
  if (auto flushed = FlushFile(fresh); !flushed) return flushed;
  return ReplaceFile(fresh, file_);
}

Result<void> PinFile::Remove() {
  std::error_code error;
  std::filesystem::remove(file_, error);
  if (!error) return {};
  return Error{ErrorCode::kPermissionDenied,
               Filled(Tr("\"{0}\" couldn't be removed. Check who owns it."), {file_.string()}),
               error.message()};
}

Result<bool> PinFile::IsRight(const std::string& pin) {
  if (!IsSet()) {
    return Error{ErrorCode::kNotFound,
                 std::string(Tr("There is no PIN any more. Set one with \"kith pin\"."))};
  }
  std::ifstream in(file_);
  std::string hash;
  std::getline(in, hash);
  const bool is_hash = hash.starts_with(crypto_pwhash_STRPREFIX) && hash.size() < crypto_pwhash_STRBYTES;
  if (sodium_init() < 0 || !is_hash) {
    return Error{ErrorCode::kUnreadable,
                 Filled(Tr("\"{0}\" holds no PIN. Set it again with \"kith pin\"."), {file_.string()})};
  }
  return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace kith::storage
