// SPDX-License-Identifier: Apache-2.0
#include "ocr/letters_data.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <vector>

#include "core/language.h"

namespace kith::ocr {
namespace {

// The form of tessdatamanager.h: the number of kinds of parts, where each begins (-1: there is none), the
// parts in this order.
constexpr std::size_t kWordList = 19;  // TESSDATA_LSTM_SYSTEM_DAWG
constexpr std::int32_t kMostParts = 64;

struct Part {
  std::int64_t begin = -1;
  std::int64_t end = -1;
};

/// Empty if the head makes no sense.
std::vector<Part> PartsIn(std::ifstream& in, std::int64_t size) {
  std::int32_t count = 0;
  in.read(reinterpret_cast<char*>(&count), sizeof count);
  if (!in || count <= 0 || count > kMostParts) return {};
  std::vector<std::int64_t> begins(static_cast<std::size_t>(count));
  in.read(reinterpret_cast<char*>(begins.data()), static_cast<std::streamsize>(8 * begins.size()));
  if (!in) return {};
  std::vector<Part> parts(begins.size());
  std::int64_t end = size;
  for (std::size_t i = begins.size(); i-- > 0;) {
    if (begins[i] < 0) continue;
    if (begins[i] > end) return {};
    parts[i] = {begins[i], end};
    end = begins[i];
  }
  return parts;
}

void AppendBytes(std::string& bytes, const void* from, std::size_t count) {
  bytes.append(static_cast<const char*>(from), count);
}

}  // namespace

Result<std::string> LoadWithoutWords(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  const std::vector<Part> parts =
      in && !error ? PartsIn(in, static_cast<std::int64_t>(size)) : std::vector<Part>();
  std::string head;
  std::string body;
  const auto count = static_cast<std::int32_t>(parts.size());
  AppendBytes(head, &count, sizeof count);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool kept = parts[i].begin >= 0 && i != kWordList;
    const auto begin =
        kept ? static_cast<std::int64_t>(sizeof count + 8 * parts.size() + body.size()) : std::int64_t{-1};
    AppendBytes(head, &begin, sizeof begin);
    if (!kept) continue;
    std::string part(static_cast<std::size_t>(parts[i].end - parts[i].begin), '\0');
    in.seekg(parts[i].begin);
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    body += part;
  }
  if (parts.empty() || !in)
    return Error{ErrorCode::kUnavailable,
                 Filled(Tr("The language data {0} can't be read."), {file.string()})};
  return head + body;
}

}  // namespace kith::ocr
