// SPDX-License-Identifier: Apache-2.0
#include "exchange/file_names.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/text.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kMostBytes = 80;

/// Names of devices on Windows, which can't be files with any ending.
bool IsDevice(std::string_view name) {
  const std::string folded = LowerCase(name.substr(0, name.find('.')));
  constexpr auto kDevices = std::to_array<std::string_view>({"con", "prn", "aux", "nul"});
  const bool numbered = folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt")) &&
                        folded[3] >= '0' && folded[3] <= '9';
  return numbered || std::ranges::find(kDevices, folded) != kDevices.end();
}

/// What can't be seen, and what turns the direction of the letters around it.
bool IsHidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

std::string Counted(const std::string& name, int count) {
  return count == 1 ? name : name + " " + std::to_string(count);
}

}  // namespace

std::string FileNameOf(std::string_view text) {
  std::u32string letters = DecodeUtf8(NormalizeText(text));
  std::erase_if(letters, IsHidden);
  std::string name = NormalizeText(EncodeUtf8(letters));
  std::ranges::replace_if(
      name, [](char c) { return std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos; }, '-');
  if (name.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (IsContinuationByte(name[end]))
      --end;
    name.resize(end);
  }
  const std::size_t begin = name.find_first_not_of(".-~ ");
  if (begin == std::string::npos) return "No name";
  name = name.substr(begin, name.find_last_not_of(". ") + 1 - begin);
  return IsDevice(name) ? name + "-" : name;
}

std::string FileNameOf(std::string_view text, const UuidBytes& id, std::string_view ending) {
  constexpr std::size_t kEndOfId = 28;
  return FileNameOf(text) + " " + FormatUuid(id).substr(kEndOfId) + std::string(ending);
}

std::string FileNames::Next(std::string_view text, std::string_view ending) {
  const std::string name = FileNameOf(text);
  for (int count = 1;; ++count) {
    std::string candidate = Counted(name, count);
    if (taken_.insert(LowerCase(candidate)).second) return candidate.append(ending);
  }
}

std::filesystem::path FreePath(const std::filesystem::path& folder, std::string_view text,
                               std::string_view ending) {
  const std::string name = FileNameOf(text);
  for (int count = 1;; ++count) {
    std::filesystem::path path = folder / Counted(name, count).append(ending);
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return path;
  }
}

}  // namespace kith::exchange
