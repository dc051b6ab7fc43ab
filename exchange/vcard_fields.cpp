// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard_fields.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/charset.h"
#include "core/email_address.h"
#include "core/phone_number.h"
#include "core/social_handle.h"
#include "core/text.h"

namespace kith::exchange {
namespace {

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    const std::string clean = NormalizeText(part);
    if (clean.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += clean;
  }
  return joined;
}

/// Every line clean, no empty ones at the ends.
std::string CleanLines(const std::string& text) {
  return Joined(SplitText(text, "\n"), "\n");
}

bool IsPreferred(const ContentLine& line) {
  return line.Says("TYPE", "PREF") || line.Value("PREF") == "1";
}

void AddNote(std::string& notes, const std::string& text) {
  if (text.empty()) return;
  notes += (notes.empty() ? "" : "\n") + text;
}

std::vector<std::uint8_t> DecodeBase64(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
  };
  std::vector<std::uint8_t> bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = digit(c);
    if (value < 0) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count)));
  }
  return bytes;
}

/// "data:image/jpeg;base64,…" (4.0), or the bytes themselves with TYPE=JPEG (2.1, 3.0). A picture that
/// stands elsewhere is not fetched.
std::optional<EncodedImage> PhotoOf(const ContentLine& line) {
  const std::string_view value = line.value;
  EncodedImage image;
  if (value.starts_with("data:")) {
    const std::size_t comma = value.find(',');
    if (comma == std::string_view::npos || value.substr(0, comma).find(";base64") == std::string_view::npos)
      return std::nullopt;
    image.media_type = std::string(value.substr(5, value.find_first_of(";,") - 5));
    image.bytes = DecodeBase64(value.substr(comma + 1));
  } else if (line.Says("ENCODING", "B") || line.Says("ENCODING", "BASE64")) {
    image.media_type = line.Says("TYPE", "PNG") ? "image/png" : "image/jpeg";
    image.bytes = DecodeBase64(value);
  }
  if (image.bytes.empty()) return std::nullopt;
  return image;
}

PhoneType TypeOf(const ContentLine& line) {
  const auto is = [&](std::string_view word) { return line.Says("TYPE", word); };
  if (is("FAX")) return PhoneType::kFax;
  if (is("CELL") || is("MOBILE") || is("IPHONE")) return PhoneType::kMobile;
  if (is("WORK")) return PhoneType::kWork;
  if (is("HOME")) return PhoneType::kHome;
  return PhoneType::kOther;
}

/// An extension stands behind a dialler's pause ("+1…,12") or as ";ext=" of a tel: URI.
Phone PhoneOf(const ContentLine& line, const std::string& region) {
  std::string text = NormalizeText(PlainValue(line.value));
  std::string extension;
  if (text.starts_with("tel:")) {
    text.erase(0, 4);
    if (const std::size_t at = text.find(";ext="); at != std::string::npos)
      extension = text.substr(at + 5, text.find(';', at + 1) - at - 5);
    text = text.substr(0, text.find(';'));
  } else if (const std::size_t pause = text.find_first_of(",;"); pause != std::string::npos) {
    extension = text.substr(text.find_first_not_of(",; ", pause) == std::string::npos
                                ? text.size()
                                : text.find_first_not_of(",; ", pause));
    text.erase(pause);
  }
  const std::optional<PhoneNumber> number = ParsePhoneNumber(text, region);
  Phone phone{.number = number ? number->e164 : text, .raw = text, .type = TypeOf(line)};
  phone.extension = !extension.empty() ? extension : number ? number->extension : "";
  return phone;
}

/// "1985-04-12", "19850412", "--04-12", "--0412", any of them with a time behind; Apple writes no year as
/// 1604.
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

/// As it stands in a vCard 3.0: without the encoding of 2.1.
std::string PlainLine(const ContentLine& line) {
  if (!line.Says("ENCODING", "QUOTED-PRINTABLE") && line.Value("CHARSET").empty()) return line.raw;
  std::string text = (line.group.empty() ? "" : line.group + ".") + line.name;
  for (const ContentLine::Parameter& one : line.parameters) {
    if (one.name == "ENCODING" || one.name == "CHARSET" || one.value == "QUOTED-PRINTABLE") continue;
    text += ";" + (one.name.empty() ? "TYPE=" : one.name + "=") + one.value;
  }
  text += ':';
  for (const char c : line.value) {
    if (c == '\n') {
      text += "\\n";
    } else if (c != '\r') {
      text += c;
    }
  }
  return text;
}

/// The same text gives the same id: version 8 of RFC 9562, made by two FNV-1a hashes.
ContactId IdOf(std::string_view text) {
  UuidBytes bytes{};
  for (std::size_t half = 0; half < 2; ++half) {
    std::uint64_t hash = 14695981039346656037U + half * 0x9E3779B97F4A7C15U;
    for (const char c : text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    for (std::size_t i = 0; i < 8; ++i)
      bytes[half * 8 + i] = static_cast<std::uint8_t>(hash >> (8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return ContactId(bytes);
}

/// Collects what the properties say, the preferred of its kind first.
class Reader {
 public:
  explicit Reader(const std::string& region) : region_(region) {}

  Vcard Read(const std::vector<ContentLine>& lines) {
    for (const ContentLine& line : lines)
      kith_ = kith_ || (line.name == "PRODID" && line.value.find("//Kith//") != std::string::npos);
    for (const ContentLine& line : lines)
      labelled_ = labelled_ || (kith_ && line.name == "LABEL");
    for (const bool preferred : {true, false}) {
      for (const ContentLine& line : lines) {
        if (IsPreferred(line) == preferred && !Take(line)) unknown_.push_back(&line);
      }
    }
    std::sort(unknown_.begin(), unknown_.end(),
              [](const ContentLine* a, const ContentLine* b) { return a->number < b->number; });
    for (const ContentLine* line : unknown_)
      card_.others.push_back(PlainLine(*line));
    CompleteName();
    CompleteOtherNames();
    DropHandlesOfUrls();
    Identify(lines);
    return std::move(card_);
  }

 private:
  ContactDetails& details() { return card_.contact.details; }

  /// False: a contact has no place for it.
  bool Take(const ContentLine& line) {
    const std::string& name = line.name;
    if (name == "VERSION" || name == "PRODID" || name == "REV") return true;
    if (name == "UID") return TakeUid(line);
    if (name == "FN") return TakeOnce(details().name.full, PlainValue(line.value));
    if (name == "N") return TakeName(line);
    if (name == "ORG") return TakeOrganization(line);
    if (name == "TITLE" || name == "ROLE") return AddTo(details().titles, PlainValue(line.value));
    if (name == "TEL") return TakePhone(line);
    if (name == "EMAIL") return AddTo(details().emails, EmailOf(line));
    if (name == "URL") return AddTo(details().urls, UrlOf(line));
    // Kith's labels are the addresses as they were printed, of which it made the parts.
    if (name == "ADR")
      return labelled_ || AddTo(details().addresses, Joined(SplitValue(line.value, ';'), ", "));
    if (name == "LABEL" && kith_) return AddTo(details().addresses, PlainValue(line.value));
    if (name == "X-SOCIALPROFILE" || name == "IMPP") return TakeHandle(line);
    if (name == "NICKNAME" && kith_) return AddTo(details().other_names, PlainValue(line.value));
    if (name == "X-PHONETIC-FIRST-NAME") return TakeOnce(spoken_given_, PlainValue(line.value));
    if (name == "X-PHONETIC-LAST-NAME") return TakeOnce(spoken_family_, PlainValue(line.value));
    if (name == "BDAY") return TakeBirthday(line);
    if (name == "NOTE") return TakeNote(line);
    if (name == "PHOTO") return TakePhoto(line);
    if (name == "CATEGORIES" && kith_) return TakeOnce(card_.event, PlainValue(line.value));
    return false;
  }

  static bool AddTo(std::vector<std::string>& list, const std::string& value) {
    const std::string clean = NormalizeText(value);
    if (!clean.empty() && std::find(list.begin(), list.end(), clean) == list.end()) list.push_back(clean);
    return true;
  }

  static bool TakeOnce(std::string& kept, const std::string& value) {
    if (!kept.empty()) return NormalizeText(value) == kept;
    kept = NormalizeText(value);
    return true;
  }

  bool TakeUid(const ContentLine& line) {
    uid_ = NormalizeText(PlainValue(line.value));
    return true;
  }

  bool TakeName(const ContentLine& line) {
    if (!name_parts_.empty()) return false;
    name_parts_ = SplitValue(line.value, ';');
    name_parts_.resize(5);
    for (std::string& part : name_parts_)
      part = NormalizeText(Joined(SplitText(part, ","), " "));
    details().name.family = name_parts_[0];
    details().name.given = name_parts_[1];
    return true;
  }

  bool TakeOrganization(const ContentLine& line) {
    if (!details().organization.empty() || !details().department.empty()) return false;
    const std::vector<std::string> parts = SplitValue(line.value, ';');
    details().organization = NormalizeText(parts[0]);
    details().department = Joined({parts.begin() + 1, parts.end()}, ", ");
    return true;
  }

  bool TakePhone(const ContentLine& line) {
    const Phone phone = PhoneOf(line, region_);
    const auto same = [&](const Phone& other) {
      return other.number == phone.number && other.extension == phone.extension && other.type == phone.type;
    };
    auto& phones = details().phones;
    if (!phone.number.empty() && std::none_of(phones.begin(), phones.end(), same)) phones.push_back(phone);
    return true;
  }

  /// "X-SOCIALPROFILE;TYPE=twitter:https://…", "IMPP:skype:ada", "…;X-USER=ada:x-apple:ada".
  bool TakeHandle(const ContentLine& line) {
    std::string value = NormalizeText(PlainValue(line.value));
    if (value.starts_with("x-apple:")) value.erase(0, value.find(':') + 1);
    auto handle = ParseSocialHandle(value);
    if (!handle) handle = ParseSocialHandle(std::string(line.Value("TYPE")) + ": " + value);
    return handle && AddTo(details().handles, handle->ToString());
  }

  static std::string EmailOf(const ContentLine& line) {
    std::string text = NormalizeText(PlainValue(line.value));
    if (text.starts_with("mailto:")) text.erase(0, 7);
    return text;
  }

  /// For other programs Kith writes a web address with a scheme, and some letters percent-encoded (UriValue
  /// of vcard.cpp).
  std::string UrlOf(const ContentLine& line) const {
    std::string text = NormalizeText(PlainValue(line.value));
    if (!kith_) return text;
    if (text.starts_with("http://")) text.erase(0, 7);
    static constexpr std::pair<std::string_view, char> kEncoded[] = {
        {"%2C", ','}, {"%3B", ';'}, {"%20", ' '}, {"%22", '"'}, {"%5C", '\\'}};
    for (const auto& [code, letter] : kEncoded) {
      for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
        text.replace(at, code.size(), 1, letter);
    }
    return text;
  }

  bool TakeBirthday(const ContentLine& line) {
    const std::optional<Birthday> birthday = BirthdayOf(line);
    if (!birthday || card_.contact.birthday) return false;
    card_.contact.birthday = birthday;
    return true;
  }

  /// What Kith itself wrote into the notes for other programs goes back to where it came from.
  bool TakeNote(const ContentLine& line) {
    static constexpr std::string_view kInterests = "Likes to talk about: ";
    for (const std::string& text : SplitText(CleanLines(PlainValue(line.value)), "\n")) {
      const std::size_t day = text.size() >= 10 ? text.size() - 10 : 0;
      if (kith_ && text.starts_with(kInterests)) {
        for (const std::string& interest : SplitText(text.substr(kInterests.size()), ","))
          AddTo(card_.contact.interests, interest);
      } else if (kith_ && text.starts_with("Met ") &&
                 (ParseDay(text.substr(day)) || text.starts_with("Met at "))) {
        card_.contact.met_on = ParseDay(text.substr(day));
      } else {
        AddNote(details().notes, text);
      }
    }
    return true;
  }

  bool TakePhoto(const ContentLine& line) {
    std::optional<EncodedImage> photo = PhotoOf(line);
    if (!photo || card_.photo) return false;
    card_.photo = std::move(photo);
    return true;
  }

  void CompleteName() {
    PersonName& name = details().name;
    if (name.full.empty() && !name_parts_.empty())
      name.full =
          Joined({name_parts_[3], name_parts_[1], name_parts_[2], name_parts_[0], name_parts_[4]}, " ");
    // A company's card (Apple's X-ABShowAs:COMPANY) and Kith's card without a name have the company's there.
    if (name.given.empty() && name.family.empty() && name.full == details().organization) name.full.clear();
    if (!kith_ || !name.family.empty() || name.given != name.full) return;
    name.given.clear();  // Kith writes a name whose parts it doesn't know as a given name
    const ContactDetails& all = details();
    const bool stands_for_it =
        (!all.organization.empty() && name.full == all.organization) ||
        (all.organization.empty() && !all.emails.empty() && name.full == all.emails[0]);
    if (stands_for_it) name.full.clear();
  }

  void CompleteOtherNames() { AddTo(details().other_names, spoken_given_ + " " + spoken_family_); }

  /// A profile's address says which handle it is.
  void DropHandlesOfUrls() {
    std::erase_if(details().handles, [&](const std::string& handle) {
      return std::ranges::any_of(details().urls, [&](const std::string& url) {
        const auto of_url = ParseSocialHandle(url);
        return of_url && of_url->ToString() == handle;
      });
    });
  }

  void Identify(const std::vector<ContentLine>& lines) {
    std::string uid = uid_;
    if (uid.starts_with("urn:uuid:")) uid.erase(0, 9);
    if (const auto id = ContactId::Parse(LowerCase(uid)); id && !id->is_nil()) {
      card_.contact.id = *id;
    } else if (!uid_.empty()) {
      card_.contact.id = IdOf("uid " + uid_);
    } else {
      std::string all = "card";
      for (const ContentLine& line : lines) {
        if (line.name != "REV" && line.name != "PRODID") all += '\n' + line.raw;
      }
      card_.contact.id = IdOf(all);
    }
  }

  const std::string& region_;
  Vcard card_;
  bool kith_ = false;      ///< Kith wrote it
  bool labelled_ = false;  ///< … and the addresses as they were printed
  std::string uid_;
  std::string spoken_given_, spoken_family_;
  std::vector<std::string> name_parts_;  ///< family, given, additional, prefix, suffix
  std::vector<const ContentLine*> unknown_;
};

}  // namespace

Vcard VcardOf(const std::vector<ContentLine>& lines, const std::string& region) {
  return Reader(region).Read(lines);
}

}  // namespace kith::exchange
