// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard.h"

#include <array>
#include <cstdio>
#include <initializer_list>
#include <string_view>

#include "core/person_name.h"
#include "core/postal_address.h"
#include "core/social_handle.h"
#include "core/text.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kMaxLineBytes = 75;  // RFC 2426 section 2.6, without the line break

bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// A content line with its CRLF; continued lines begin with a space.
void AppendFolded(std::string& out, std::string_view line) {
  std::size_t room = kMaxLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (IsContinuationByte(line[cut]))
      --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = kMaxLineBytes - 1;
  }
  out += line;
  out += "\r\n";
}

/// A text value (RFC 2426 section 5, text-value).
std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : CleanText(text)) {
    if (c == '\\' || c == ',' || c == ';') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

/// Components of a structured value.
std::string Structured(std::initializer_list<std::string_view> components) {
  std::string value;
  const char* separator = "";
  for (const std::string_view component : components) {
    value += separator + Escaped(component);
    separator = ";";
  }
  return value;
}

/// A URI value isn't escaped by backslashes, so what can't stand in one is percent-encoded; so are the comma
/// and the semicolon, where some readers (vobject) end a value all the same.
std::string UriValue(std::string_view url) {
  std::string uri = url.find("://") == std::string_view::npos ? "http://" : "";
  for (const char c : CleanText(url)) {
    if (std::string_view(" \n\\\",;").find(c) != std::string_view::npos) {
      std::array<char, 4> encoded{};
      std::snprintf(encoded.data(), encoded.size(), "%%%02X", static_cast<unsigned>(c));
      uri += encoded.data();
    } else {
      uri += c;
    }
  }
  return uri;
}

std::string_view TelTypes(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return "CELL";
    case PhoneType::kWork:
      return "WORK,VOICE";
    case PhoneType::kFax:
      return "WORK,FAX";
    case PhoneType::kHome:
      return "HOME,VOICE";
    case PhoneType::kOther:
      break;
  }
  return "VOICE";
}

std::string TelValue(const Phone& phone) {
  std::string number = phone.number.empty() ? phone.raw : phone.number;
  if (!phone.extension.empty()) number += "," + phone.extension;
  return Escaped(number);
}

std::string NameValue(const PersonName& name) {
  const bool known_parts = !name.given.empty() || !name.family.empty();
  return Structured({name.family, known_parts ? name.given : name.full, "", "", ""});
}

std::string BirthdayProperty(const Birthday& birthday) {
  // 1604 is a leap year, so 29 February exists in it.
  const Day day = birthday.year.value_or(std::chrono::year(1604)) / birthday.day.month() / birthday.day.day();
  return (birthday.year ? "BDAY:" : "BDAY;X-APPLE-OMIT-YEAR=1604:") + FormatDay(day);
}

std::string NoteText(const Contact& contact, const EventNames& event_names) {
  const std::string interests = Join(contact.interests, ", ");
  return Join({contact.details.notes, interests.empty() ? "" : "Likes to talk about: " + interests,
               HowMet(contact, event_names)},
              "\n");
}

/// REV to the second: fractions are legal and often not understood.
std::string RevisionValue(Instant instant) {
  return FormatInstant(instant).substr(0, 19) + "Z";
}

class CardWriter {
 public:
  explicit CardWriter(std::string& out) : out_(out) {}

  void Line(const std::string& line) { AppendFolded(out_, line); }
  /// Nothing if the text is empty.
  void Text(std::string_view property, std::string_view text) {
    if (!text.empty()) Line(std::string(property) + ":" + Escaped(text));
  }

 private:
  std::string& out_;
};

std::string AddressValue(const std::string& address) {
  const PostalAddress parts = SplitPostalAddress(address);
  if (parts == PostalAddress()) return Structured({"", "", address, "", "", "", ""});
  return Structured({"", "", parts.street, parts.city, parts.region, parts.postal_code, parts.country});
}

void WriteHandle(const SocialHandle& handle, CardWriter& card) {
  const std::string url = handle.Url();
  const std::string type = "X-SOCIALPROFILE;TYPE=" + LowerCase(handle.service);
  card.Line(url.empty() ? type + ";X-USER=" + handle.handle + ":x-apple:" + handle.handle
                        : type + ":" + UriValue(url));
}

void WriteOtherName(const std::string& name, const PersonName& usual, CardWriter& card) {
  if (!IsLatin(name) || IsLatin(usual.full)) return card.Text("NICKNAME", name);
  const PersonName spoken = SplitPersonName(name);
  card.Text("X-PHONETIC-FIRST-NAME", spoken.given.empty() ? spoken.full : spoken.given);
  card.Text("X-PHONETIC-LAST-NAME", spoken.family);
}

void WriteDetails(const ContactDetails& details, CardWriter& card) {
  if (!details.organization.empty() || !details.department.empty()) {
    card.Line("ORG:" + (details.department.empty() ? Escaped(details.organization)
                                                   : Structured({details.organization, details.department})));
  }
  for (const std::string& title : details.titles)
    card.Text("TITLE", title);
  for (const Phone& phone : details.phones) {
    card.Line("TEL;TYPE=" + std::string(TelTypes(phone.type)) + ":" + TelValue(phone));
  }
  for (const std::string& email : details.emails)
    card.Text("EMAIL;TYPE=INTERNET", email);
  for (const std::string& url : details.urls)
    card.Line("URL:" + UriValue(url));
  for (const std::string& address : details.addresses) {
    card.Line("ADR;TYPE=WORK:" + AddressValue(address));
    card.Text("LABEL;TYPE=WORK", address);
  }
  for (const SocialHandle& handle : SocialHandlesOf(details))
    WriteHandle(handle, card);
  for (const std::string& name : details.other_names)
    WriteOtherName(name, details.name, card);
}

std::string Base64(std::span<const std::uint8_t> bytes) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8U | (i + j < bytes.size() ? bytes[i + j] : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      text += i + j <= bytes.size() ? kDigits[bits >> (18 - 6 * j) & 63U] : '=';
  }
  return text;
}

void WriteContact(const Contact& contact, const EventNames& event_names, CardWriter& card,
                  const Vcard* read = nullptr) {
  card.Line("BEGIN:VCARD");
  card.Line("VERSION:3.0");
  card.Line("PRODID:-//Kith//Kith//EN");
  card.Line("UID:urn:uuid:" + contact.id.ToString());
  card.Line("N:" + NameValue(contact.details.name));
  card.Text("FN", DisplayName(contact));
  WriteDetails(contact.details, card);
  if (contact.birthday && contact.birthday->day.ok()) card.Line(BirthdayProperty(*contact.birthday));
  card.Text("NOTE", NoteText(contact, event_names));
  card.Text("CATEGORIES", EventName(contact, event_names));
  card.Line("REV:" + RevisionValue(contact.updated));
  if (read && read->photo) {
    const char* type = read->photo->media_type == "image/png" ? "PNG" : "JPEG";
    card.Line(std::string("PHOTO;ENCODING=b;TYPE=") + type + ":" + Base64(read->photo->bytes));
  }
  if (read) {
    for (const std::string& other : read->others)
      card.Line(other);
  }
  card.Line("END:VCARD");
}

}  // namespace

std::string WriteVcards(std::span<const Contact> contacts, const EventNames& event_names) {
  std::string out;
  CardWriter card(out);
  for (const Contact& contact : contacts)
    WriteContact(contact, event_names, card);
  return out;
}

std::string WriteVcards(std::span<const Vcard> cards) {
  std::string out;
  CardWriter writer(out);
  for (const Vcard& card : cards) {
    EventNames names;
    Contact contact = card.contact;
    if (!card.event.empty()) {
      contact.event = EventId(contact.id.bytes());  // stands for the name within this card only
      names[*contact.event] = card.event;
    }
    WriteContact(contact, names, writer, &card);
  }
  return out;
}

}  // namespace kith::exchange
