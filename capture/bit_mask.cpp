// SPDX-License-Identifier: Apache-2.0
#include "capture/bit_mask.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <opencv2/core/hal/intrin.hpp>

#include "capture/wide.h"

namespace kith::capture {
namespace {

constexpr int kWord = 64;

/// Eight bytes by eight bits.
constexpr auto kBytes = [] {
  std::array<std::uint64_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit)
      table[i] |= (i >> bit & 1U) != 0 ? std::uint64_t{255} << (8 * bit) : 0;
  }
  return table;
}();

KITH_ALSO_WIDE
void InvertRow(std::uint64_t* row, std::size_t words, std::uint64_t last) {
  for (std::size_t i = 0; i < words; ++i)
    row[i] = ~row[i];
  row[words - 1] &= last;
}

/// `row` with the words before and after it, which are 0.
KITH_ALSO_WIDE
void GrowRow(const std::uint64_t* row, std::size_t words, int by, std::uint64_t* grown) {
  for (std::size_t i = 0; i < words; ++i)
    grown[i] |= row[i] << by | row[i] >> by | row[i - 1] >> (kWord - by) | row[i + 1] << (kWord - by);
}

KITH_ALSO_WIDE
void Unite(const std::uint64_t* more, std::size_t words, std::uint64_t* with) {
  for (std::size_t i = 0; i < words; ++i)
    with[i] |= more[i];
}

}  // namespace

BitMask::BitMask(const cv::Mat& picture, int level)
    : width_(picture.cols),
      height_(picture.rows),
      words_(static_cast<std::size_t>((width_ + kWord - 1) / kWord)),
      last_(~std::uint64_t{0} >> (words_ * kWord - static_cast<std::size_t>(width_))),
      bits_(words_ * static_cast<std::size_t>(height_)) {
  constexpr int kLanes = cv::v_uint8x16::nlanes;
  const cv::v_uint8x16 levels = cv::v_setall_u8(cv::saturate_cast<std::uint8_t>(level));
  for (int y = 0; y < height_; ++y) {
    const auto* row = picture.ptr<std::uint8_t>(y);
    std::uint64_t* word = Row(y);
    int x = 0;
    for (; x + kWord <= width_; x += kWord) {
      for (int lane = 0; lane < kWord; lane += kLanes) {
        const int above = cv::v_signmask(cv::v_load(row + x + lane) > levels);
        *word |= static_cast<std::uint64_t>(above) << lane;
      }
      ++word;
    }
    for (; x < width_; ++x)
      *word |= std::uint64_t{row[x] > level} << (x % kWord);
  }
}

int BitMask::Count() const {
  int count = 0;
  for (const std::uint64_t word : bits_)
    count += std::popcount(word);
  return count;
}

void BitMask::Invert() {
  for (int y = 0; y < height_; ++y)
    InvertRow(Row(y), words_, last_);
}

void BitMask::Open(int reach) {
  Invert();
  Close(reach);
  Invert();
}

void BitMask::Close(int reach) {
  Grow(reach);
  Invert();
  Grow(reach);
  Invert();
}

cv::Mat BitMask::ToMat() const {
  constexpr int kAtOnce = 8;
  cv::Mat mat(height_, width_, CV_8UC1);
  for (int y = 0; y < height_; ++y) {
    auto* row = mat.ptr<std::uint8_t>(y);
    const std::uint64_t* word = Row(y);
    int x = 0;
    for (; x + kWord <= width_; x += kWord, ++word) {
      for (int byte = 0; byte < kAtOnce; ++byte)
        std::memcpy(row + x + kAtOnce * byte, &kBytes[*word >> (kAtOnce * byte) & 255U], kAtOnce);
    }
    for (; x < width_; ++x)
      row[x] = (*word >> (x % kWord) & 1U) != 0 ? 255 : 0;
  }
  return mat;
}

/// By steps that leave no gap: what was grown by n can be laid 2 n + 1 further.
void BitMask::Grow(int reach) {
  for (int grown = 0, step = 1; grown < reach; grown += step, step = std::min(2 * grown + 1, reach - grown)) {
    GrowAcross(step);
    GrowDown(step);
  }
}

void BitMask::GrowAcross(int by) {
  std::vector<std::uint64_t> row(words_ + 2);
  for (int y = 0; y < height_; ++y) {
    std::copy_n(Row(y), words_, row.begin() + 1);
    GrowRow(row.data() + 1, words_, by, Row(y));
    Row(y)[words_ - 1] &= last_;
  }
}

void BitMask::GrowDown(int by) {
  const std::vector<std::uint64_t> before = bits_;
  const std::size_t distance = static_cast<std::size_t>(by) * words_;
  if (distance >= bits_.size()) return;
  Unite(before.data(), bits_.size() - distance, bits_.data() + distance);
  Unite(before.data() + distance, bits_.size() - distance, bits_.data());
}

}  // namespace kith::capture
