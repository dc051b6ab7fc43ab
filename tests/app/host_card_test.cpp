// SPDX-License-Identifier: Apache-2.0
// The host card as a phone sees it: codes are read by ZXing, as Kith reads cards, and by zbarimg.
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/host_card_store.h"
#include "core/text.h"
#include "exchange/qr_code.h"
#include "exchange/vcard/host_vcard.h"
#include "imaging/codec.h"
#include "ocr/code_reader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using test::ReadBytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

HostCard Grace() {
  return {.name = "Grace Example",
          .organization = "Example, Sons; & Co.",
          .title = "Keeper of \"old\" boats",
          .phone = "+1 415-555-0123",
          .email = "grace@example.com",
          .url = "https://example.com/grace",
          .handles = {"LinkedIn: grace-example", "GitHub: grace"}};
}

/// For people.
std::string Written(const HostCard& card) {
  std::string text;
  for (const std::string& part : {card.name, card.organization, card.title, card.phone, card.email, card.url})
    text += part + "\n";
  for (const std::string& handle : card.handles)
    text += handle + "\n";
  return text;
}

class HostCardTest : public ::testing::Test {
 protected:
  HostCardStore Store() const { return {folder_.path() / "host.vcf", "US", clock_}; }

  /// What both readers see in the picture; they must agree.
  std::string Scanned(const std::filesystem::path& picture) const {
    const test::ProcessOutcome zbar =
        test::RunProcess({"zbarimg", "--quiet", "--raw", "-Sbinary", picture.string()});
    EXPECT_EQ(zbar.status, 0) << zbar.err;
    const std::vector<Code> codes = ocr::ReadCodes(imaging::LoadPicture(picture).value());
    EXPECT_EQ(codes.size(), 1U);
    if (codes.empty()) return {};
    EXPECT_EQ(codes.front().payload, zbar.out);
    return codes.front().payload;
  }
  std::string ScannedPng(const HostCard& card, const std::string& event) const {
    const std::filesystem::path path = folder_.path() / "card.png";
    const Result<void> written = Store().WriteTo(card, event, HostCardFile::kPng, path);
    EXPECT_TRUE(written) << (written ? "" : written.error().message);
    return Scanned(path);
  }
  static HostCard CardIn(const std::string& vcard) {
    std::istringstream in(vcard);
    return exchange::ReadHostVcard(in, "US").value();
  }

  test::TempFolder folder_;
  test::ManualClock clock_;
};

TEST_F(HostCardTest, IsKeptWithAnIdThatStays) {
  EXPECT_EQ(Store().Load().value(), HostCard());
  HostCard kept = Store().Keep(Grace()).value();
  EXPECT_FALSE(kept.id.is_nil());
  const ContactId id = kept.id;
  kept.title = "Sailor";
  EXPECT_EQ(Store().Keep(kept).value().id, id);
  kept = Store().Load().value();
  EXPECT_EQ(kept.id, id);
  kept.id = {};
  HostCard expected = Grace();
  expected.title = "Sailor";
  EXPECT_EQ(kept, expected);
}

TEST_F(HostCardTest, WithoutANameIsRefused) {
  EXPECT_EQ(Store().Keep({.email = "grace@example.com"}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(Store().CodeOf({.name = " \n"}, "").error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(Store().CodeOf({.name = std::string(600, 'x')}, "").error().code, ErrorCode::kInvalidInput);
}

TEST_F(HostCardTest, ThatIsNoVcardIsSaidSo) {
  test::WriteBytes(folder_.path() / "host.vcf", "Dear Grace,");
  EXPECT_EQ(Store().Load().error().code, ErrorCode::kUnreadable);
}

TEST_F(HostCardTest, TheVcardOfAPhoneMayBePutInItsPlace) {
  test::WriteBytes(folder_.path() / "host.vcf",
                   "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Example\r\nTEL;VALUE=uri:tel:+14155550123\r\n"
                   "EMAIL:grace@example.com\r\nURL:http://example.com\r\nEND:VCARD\r\n");
  const HostCard card = Store().Load().value();
  EXPECT_EQ(card.name, "Grace Example");
  EXPECT_EQ(card.phone, "+1 415-555-0123");
  EXPECT_EQ(card.url, "example.com");
  EXPECT_FALSE(card.id.is_nil());
}

TEST_F(HostCardTest, AScanBringsBackTheFieldsThatWerePutIn) {
  const std::string scanned = ScannedPng(Grace(), "Autumn Meetup");
  EXPECT_EQ(Written(CardIn(scanned)), Written(Grace()));
  EXPECT_THAT(scanned, HasSubstr("NOTE:Met at Autumn Meetup\r\n"));
  EXPECT_THAT(scanned, HasSubstr("URL:https://www.linkedin.com/in/grace-example\r\n"))
      << "cameras know no handles";
  EXPECT_THAT(scanned, Not(HasSubstr("X-SOCIALPROFILE")));
  EXPECT_THAT(Store().CodeOf(Grace(), "Autumn Meetup")->left_out, IsEmpty());
}

TEST_F(HostCardTest, EveryScriptIsScannedAsItWasWritten) {
  for (const char* name : {"Zoë Übung", "山田 太郎", "Åsa Łukasiewicz", "Игорь Пример", "דוגמה עדה", "مثال",
                           "Ada \xF0\x9F\x9B\xB6 Example", "é"}) {
    HostCard card = Grace();
    card.name = name;
    card.organization = "Größe & 株式会社";
    EXPECT_EQ(Written(CardIn(ScannedPng(card, "Café été"))), Written(card));
  }
}

TEST_F(HostCardTest, ANumberOfTheRegionGetsItsCountryCode) {
  HostCard card = Grace();
  card.phone = "(415) 555-0123";
  EXPECT_THAT(ScannedPng(card, ""), HasSubstr(":+14155550123\r\n"));
}

TEST_F(HostCardTest, AHandleWithoutAPageGoesToTheNote) {
  HostCard card = Grace();
  card.handles = {"WeChat: grace_boats"};
  EXPECT_THAT(ScannedPng(card, "Autumn Meetup"),
              HasSubstr("NOTE:WeChat: grace_boats\\nMet at Autumn Meetup\r\n"));
}

TEST_F(HostCardTest, WhatHasNoRoomIsLeftOutInOrderAndSaid) {
  HostCard card = Grace();
  card.url = "https://example.com/" + std::string(280, 'u');
  EXPECT_THAT(Store().CodeOf(card, "Meetup")->left_out,
              ElementsAre("GitHub: grace", "LinkedIn: grace-example", "the web address"));
  card.url.clear();
  card.organization = std::string(360, 'o');
  EXPECT_THAT(Store().CodeOf(card, "Meetup")->left_out,
              ElementsAre("GitHub: grace", "LinkedIn: grace-example", "the title", "the organization"));
  card.name = std::string(215, 'n');
  EXPECT_THAT(Store().CodeOf(card, std::string(300, 'e'))->left_out,
              ElementsAre("GitHub: grace", "LinkedIn: grace-example", "the title", "the organization",
                          "where you met", "the phone number", "the e-mail address"));
}

TEST_F(HostCardTest, TheLargestCodeIsScannedFromTheSizeOfAScreen) {
  HostCard card = Grace();
  card.url += "/" + std::string(150, 'u');
  const HostCode code = Store().CodeOf(card, "Autumn Meetup").value();
  ASSERT_EQ(code.code.size, exchange::kMostQrSquares);
  ASSERT_THAT(code.left_out, IsEmpty());
  constexpr int kPixels = 5;  // 465 pixels: what fits a window of 1280x800
  const auto png = imaging::EncodePng(exchange::QrPicture(code.code, kPixels)).value();
  const std::filesystem::path path = folder_.path() / "screen.png";
  test::WriteBytes(path, std::string(png.bytes.begin(), png.bytes.end()));
  EXPECT_EQ(Written(CardIn(Scanned(path))), Written(card));
}

TEST_F(HostCardTest, ThePictureHasWholeSquaresAndItsMargin) {
  const HostCode code = Store().CodeOf(Grace(), "").value();
  const Image picture = exchange::QrPicture(code.code, 3);
  ASSERT_EQ(picture.width(), 3 * (code.code.size + 8));
  const auto at = [&](int x, int y) {
    return picture.pixels()[static_cast<std::size_t>(y * picture.width() + x)];
  };
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      const int cx = x / 3 - 4;
      const int cy = y / 3 - 4;
      const bool inside = cx >= 0 && cy >= 0 && cx < code.code.size && cy < code.code.size;
      ASSERT_EQ(at(x, y), inside && code.code.IsDark(cx, cy) ? 0 : 255) << x << " " << y;
    }
  }
}

TEST_F(HostCardTest, TheDrawingHasTheSameSquares) {
  const HostCode code = Store().CodeOf(Grace(), "").value();
  const std::string svg = exchange::QrDrawing(code.code);
  QrCode drawn{code.code.size, std::vector<bool>(code.code.dark.size(), false)};
  const std::regex run("M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z");
  for (std::sregex_iterator it(svg.begin(), svg.end(), run), end; it != end; ++it) {
    EXPECT_EQ((*it)[3], (*it)[4]);
    for (int i = 0; i < std::stoi((*it)[3]); ++i) {
      const int x = std::stoi((*it)[1]) - QrCode::kMargin + i;
      const int y = std::stoi((*it)[2]) - QrCode::kMargin;
      drawn.dark[static_cast<std::size_t>(y * drawn.size + x)] = true;
    }
  }
  EXPECT_EQ(drawn, code.code);
  const std::string side = std::to_string(code.code.size + 8);
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 " + side + " " + side + "\""));
  EXPECT_THAT(svg, HasSubstr("<rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/>"));
}

TEST_F(HostCardTest, TheBlocksOfATerminalCanBeScanned) {
  const HostCode code = Store().CodeOf(Grace(), "Autumn Meetup").value();
  std::istringstream text(exchange::QrText(code.code, false));
  std::vector<std::u32string> lines;
  for (std::string line; std::getline(text, line);)
    lines.push_back(DecodeUtf8(line));
  constexpr int kSide = 4;
  const int width = static_cast<int>(lines.front().size()) * kSide;
  const int height = static_cast<int>(lines.size()) * 2 * kSide;
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const char32_t block =
          lines[static_cast<std::size_t>(y / (2 * kSide))][static_cast<std::size_t>(x / kSide)];
      const bool upper = y % (2 * kSide) < kSide;
      pixels.push_back(block == U'\u2588' || block == (upper ? U'\u2580' : U'\u2584') ? 0 : 255);
    }
  }
  const std::vector<Code> codes = ocr::ReadCodes(Image(width, height, PixelFormat::kGray8, pixels));
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(Written(CardIn(codes.front().payload)), Written(Grace()));
  EXPECT_THAT(exchange::QrText(code.code, true), HasSubstr("\x1B[38;5;16;48;5;231m"));
}

TEST_F(HostCardTest, TheFileHasTheWholeCard) {
  const std::filesystem::path path = folder_.path() / "card.vcf";
  const HostCard kept = Store().Keep(Grace()).value();
  ASSERT_TRUE(Store().WriteTo(kept, "Autumn Meetup", HostCardFile::kVcard, path));
  const std::string vcard = ReadBytes(path);
  EXPECT_THAT(vcard, HasSubstr("UID:urn:uuid:" + kept.id.ToString()));
  EXPECT_THAT(vcard, HasSubstr("NOTE:Met at Autumn Meetup"));
  EXPECT_EQ(Written(CardIn(vcard)), Written(Grace()));
}

TEST_F(HostCardTest, AFileThatIsThereIsLeftAlone) {
  const auto first = Store().Write(Grace(), "", HostCardFile::kSvg, folder_.path());
  const auto second = Store().Write(Grace(), "", HostCardFile::kSvg, folder_.path());
  EXPECT_EQ(first.value(), folder_.path() / "Grace Example.svg");
  EXPECT_EQ(second.value(), folder_.path() / "Grace Example 2.svg");
}

}  // namespace
}  // namespace kith::app
