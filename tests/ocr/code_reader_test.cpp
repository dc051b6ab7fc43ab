// SPDX-License-Identifier: Apache-2.0
#include "ocr/code_reader.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <qrencode.h>

#include "imaging/mat.h"

namespace kith::ocr {
namespace {

constexpr const char* kCard =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Żak;Ada\r\nFN:Ada Żak 山田\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n";

/// A white card with one QR code whose top-left module is at (left, top).
cv::Mat CardWithCode(const std::string& payload, int module, int left, int top) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(payload.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  cv::Mat card(600, 1000, CV_8UC3, cv::Scalar(255, 255, 255));
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) == 0) continue;
      cv::rectangle(card, {left + x * module, top + y * module, module, module}, {0, 0, 0}, cv::FILLED);
    }
  }
  return card;
}

TEST(ReadCodes, GivesThePayloadAsItWasEncoded) {
  const std::vector<Code> codes = ReadCodes(imaging::ToImage(CardWithCode(kCard, 6, 300, 100)));
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].payload, kCard);
}

TEST(ReadCodes, SaysWhereTheCodeIs) {
  const std::vector<Code> codes =
      ReadCodes(imaging::ToImage(CardWithCode("https://example.com", 8, 300, 100)));
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_NEAR(codes[0].box.x, 300, 10);
  EXPECT_NEAR(codes[0].box.y, 100, 10);
  EXPECT_NEAR(codes[0].box.width, 25 * 8, 20);  // version 2
  EXPECT_NEAR(codes[0].box.height, 25 * 8, 20);
}

TEST(ReadCodes, SeesACodeOnATurnedCard) {
  cv::Mat turned;
  cv::rotate(CardWithCode(kCard, 6, 300, 100), turned, cv::ROTATE_90_CLOCKWISE);
  EXPECT_EQ(ReadCodes(imaging::ToImage(turned)).size(), 1u);
}

TEST(ReadCodes, SeesASmallCodeOnASmallCardImage) {
  cv::Mat small;
  cv::resize(CardWithCode(kCard, 5, 300, 100), small, {}, 0.4, 0.4, cv::INTER_AREA);  // 2 pixels a module
  const std::vector<Code> codes = ReadCodes(imaging::ToImage(small));
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].payload, kCard);
  EXPECT_NEAR(codes[0].box.x, 120, 8);
}

TEST(ReadCodes, SeesSeveralCodes) {
  cv::Mat card = CardWithCode("https://example.com/left", 6, 100, 100);
  CardWithCode("https://example.org/right", 6, 600, 100).colRange(500, 1000).copyTo(card.colRange(500, 1000));
  EXPECT_EQ(ReadCodes(imaging::ToImage(card)).size(), 2u);
}

TEST(ReadCodes, FindsNoneOnABlankCardOrAnEmptyImage) {
  EXPECT_TRUE(ReadCodes(imaging::ToImage(cv::Mat(600, 1000, CV_8UC3, cv::Scalar(255, 255, 255)))).empty());
  EXPECT_TRUE(ReadCodes(Image()).empty());
}

}  // namespace
}  // namespace kith::ocr
