// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/phone_number.h"
#include "core/text.h"
#include "exchange/base64.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/words.h"

namespace kith::exchange {
namespace {

std::string MediaTypeOf(const std::vector<std::uint8_t>& bytes, std::string stated) {
  static constexpr std::pair<std::string_view, std::string_view> kBeginnings[] = {
      {"\xFF\xD8\xFF", "image/jpeg"}, {"\x89PNG", "image/png"}, {"GIF8", "image/gif"}, {"BM", "image/bmp"}};
  for (const auto& [beginning, type] : kBeginnings) {
    const bool same = bytes.size() >= beginning.size() &&
                      std::equal(beginning.begin(), beginning.end(), bytes.begin(),
                                 [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    if (same) return std::string(type);
  }
  const bool plain = std::all_of(stated.begin(), stated.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '+' || c == '-' || c == '.';
  });
  return plain && stated.find('/') != std::string::npos ? stated : "image/jpeg";
}

/// "JPEG" of TYPE=JPEG or of the bare parameter of 2.1.
std::string StatedType(const ContentLine& line) {
  for (const ContentLine::Parameter& one : line.parameters) {
    const std::string word = LowerCase(one.value);
    const bool bare = one.name.empty() && word != "base64" && word != "b";
    if ((one.name == "TYPE" && word != "pref") || bare) return "image/" + word;
  }
  return {};
}

void Replace(std::string& text, std::string_view code, char letter) {
  for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
    text.replace(at, code.size(), 1, letter);
}

}  // namespace

Phone PhoneOf(const ContentLine& line, const std::string& region, bool is_kiths) {
  std::string text = NormalizeText(PlainValue(line.value));
  std::string extension;
  if (text.starts_with("tel:")) {
    text.erase(0, 4);
    if (const std::size_t at = text.find(";ext="); at != std::string::npos)
      extension = text.substr(at + 5, text.find(';', at + 1) - at - 5);
    text = text.substr(0, text.find(';'));
  } else if (const std::size_t pause = text.find_first_of(",;"); pause != std::string::npos) {
    const std::size_t begin = text.find_first_not_of(",; ", pause);
    if (begin != std::string::npos) extension = text.substr(begin);
    text.erase(pause);
  }
  const auto number = is_kiths ? std::nullopt : ParsePhoneNumber(text, region);
  PhoneType type = PhoneType::kOther;
  static constexpr std::pair<std::string_view, PhoneType> kWords[] = {
      {"FAX", PhoneType::kFax},       {"CELL", PhoneType::kMobile}, {"MOBILE", PhoneType::kMobile},
      {"IPHONE", PhoneType::kMobile}, {"WORK", PhoneType::kWork},   {"HOME", PhoneType::kHome}};
  for (const auto& [word, meaning] : kWords) {
    if (type == PhoneType::kOther && line.Says("TYPE", word)) type = meaning;
  }
  Phone phone{.number = number ? number->e164 : text, .raw = text, .type = type};
  phone.extension = !extension.empty() ? extension : number ? number->extension : "";
  return phone;
}

std::optional<Birthday> BirthdayOf(const ContentLine& line) {
  std::string text = NormalizeText(line.value);
  text = text.substr(0, text.find_first_of("T "));
  const bool has_year = !text.starts_with("--");
  if (!has_year) text.erase(0, 2);
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.size() != (has_year ? 8U : 4U)) return std::nullopt;
  if (!has_year) digits = "1604" + digits;
  const std::optional<Day> day =
      ParseDay(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
  if (!day) return std::nullopt;
  Birthday birthday{day->month() / day->day(), std::nullopt};
  const bool omitted =
      line.Value("X-APPLE-OMIT-YEAR") == digits.substr(0, 4) || day->year() == std::chrono::year(1604);
  if (has_year && !omitted) birthday.year = day->year();
  return birthday;
}

std::optional<EncodedImage> PictureIn(const ContentLine& line) {
  const std::string_view value = line.value;
  EncodedImage image;
  std::string stated;
  if (value.starts_with("data:")) {
    const std::size_t comma = value.find(',');
    if (comma == std::string_view::npos || value.substr(0, comma).find(";base64") == std::string_view::npos)
      return std::nullopt;
    stated = LowerCase(value.substr(5, value.find_first_of(";,") - 5));
    image.bytes = DecodeBase64(value.substr(comma + 1));
  } else if (line.Says("ENCODING", "B") || line.Says("ENCODING", "BASE64")) {
    stated = StatedType(line);
    image.bytes = DecodeBase64(value);
  }
  if (image.bytes.empty()) return std::nullopt;
  image.media_type = MediaTypeOf(image.bytes, stated);
  return image;
}

std::string UrlOf(const ContentLine& line, bool is_kiths) {
  std::string text = NormalizeText(PlainValue(line.value));
  if (line.Says(kKithParameter, kBare) && text.starts_with("http://")) text.erase(0, 7);
  if (line.Says(kKithParameter, kSpaced)) {
    Replace(text, "%20", ' ');
    Replace(text, "%22", '"');
  }
  if (is_kiths) {
    Replace(text, "%2c", ',');
    Replace(text, "%3b", ';');
    Replace(text, "%5c", '\\');
  }
  return text;
}

}  // namespace kith::exchange
