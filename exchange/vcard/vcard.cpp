// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/vcard.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/person_name.h"
#include "core/postal_address.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "exchange/vcard/properties.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/words.h"

namespace kith::exchange {
namespace {

/// What can't stand in a URI is percent-encoded; so are the comma and the semicolon, where some readers
/// (vobject) end a value all the same. In lower case, by which Kith knows its own.
std::string UriValue(std::string_view url) {
  std::string uri;
  for (const char c : CleanText(url)) {
    if (c == ' ' || c == '\n' || c == '\\' || c == '"' || c == ',' || c == ';') {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte / 16U], kDigits[byte % 16U]};
    } else {
      uri += c;
    }
  }
  return uri;
}

bool IsInternational(std::string_view number) {
  return number.size() > 1 && number[0] == '+' &&
         std::all_of(number.begin() + 1, number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "20261128T180000Z" in 4.0; to the second: fractions are legal and often not understood.
std::string RevisionValue(Instant instant, VcardVersion version) {
  std::string text = FormatInstant(instant).substr(0, 19) + "Z";
  if (version == VcardVersion::k4) std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

/// Writes one contact.
class CardWriter {
 public:
  CardWriter(std::string& out, const WholeContact& whole, const VcardWriting& writing)
      : out_(out), contact_(whole.contact), extras_(whole.extras), writing_(writing) {}

  void Write(const std::string& event) {
    Line({"BEGIN:VCARD"});
    Line({Is4() ? "VERSION:4.0" : "VERSION:3.0"});
    Line({"PRODID:", kProductId});
    WriteIdentity();
    WriteName();
    WriteDetails();
    WriteBirthday();
    WriteMeeting(event);
    Line({"REV:", RevisionValue(contact_.updated, writing_.version)});
    for (const VcardProperty& property : extras_.properties) {
      if (!property.of.empty()) continue;
      if (const std::string line = PropertyLine(property, writing_.version); !line.empty()) Line({line});
    }
    if (writing_.pictures) {
      for (const EncodedImage& picture : extras_.pictures)
        Line({PropertyLine(PropertyOfPicture(picture), writing_.version)});
    }
    Line({"END:VCARD"});
  }

 private:
  const ContactDetails& details() const { return contact_.details; }
  bool Is4() const { return writing_.version == VcardVersion::k4; }

  void Line(std::initializer_list<std::string_view> pieces) { AppendFolded(out_, pieces); }
  /// Nothing if the text is empty.
  void Text(std::string_view property, std::string_view text) {
    if (!text.empty()) Line({property, ":", Escaped(text)});
  }
  /// In 4.0 a semicolon may stand in a text as it is, and ical.js (Nextcloud, Thunderbird) shows a backslash
  /// that stands before it.
  std::string Escaped(std::string_view text) const {
    return EscapedText(text, Is4() ? Semicolons::kPlain : Semicolons::kEscaped);
  }
  void Kith(std::string_view property, std::string_view word, std::string_view value) {
    Line({property, ";", kKithParameter, "=", word, ":", value});
  }

  const VcardProperty* MarkOf(std::string_view name, const std::string& of) const {
    for (const VcardProperty& property : extras_.properties) {
      if (property.name == name && !of.empty() && property.of == of) return &property;
    }
    return nullptr;
  }

  /// "item1.TEL;TYPE=CELL": what stands before the value, as it came or in Kith's way.
  static std::string Head(std::string_view name, const VcardProperty* mark,
                          const std::string& usual_parameters) {
    if (mark == nullptr) return std::string(name) + usual_parameters;
    return GroupText(mark->group) + std::string(name) + ParameterText(mark->parameters);
  }

  void WriteIdentity() {
    const std::string id = contact_.id.ToString();
    const VcardProperty* const uid = MarkOf("UID", id);
    Line({"UID:", uid ? "" : "urn:uuid:", uid ? uid->value : id});
    const auto has_kind = [](const VcardProperty& property) { return property.name == "KIND"; };
    if (!Is4() || std::any_of(extras_.properties.begin(), extras_.properties.end(), has_kind)) return;
    Line({details().name.full.empty() && !details().organization.empty() ? "KIND:org" : "KIND:individual"});
  }

  void WriteName() {
    const PersonName& name = details().name;
    if (const VcardProperty* const mark = MarkOf("N", OfName(name))) {
      Line({Head("N", mark, ""), ":", mark->value});
    } else if (name.given.empty() && name.family.empty() && !name.full.empty()) {
      Kith("N", kWholeName, StructuredValue({"", name.full, "", "", ""}));
    } else {
      Line({"N:", StructuredValue({name.family, name.given, "", "", ""})});
    }
    if (name.full.empty()) {
      Kith("FN", kMadeName, Escaped(DisplayName(contact_)));
    } else {
      Text("FN", name.full);
    }
    for (const std::string& other : details().other_names)
      WriteOtherName(other);
  }

  /// There can be one spoken name only, and only if its parts put together are the name again.
  void WriteOtherName(const std::string& name) {
    if (spoken_ || !IsLatin(name) || IsLatin(details().name.full)) return Text("NICKNAME", name);
    const PersonName spoken = SplitPersonName(name);
    const std::string given = spoken.given.empty() ? spoken.full : spoken.given;
    if (Join({given, spoken.family}, " ") != name) return Text("NICKNAME", name);
    spoken_ = true;
    Text("X-PHONETIC-FIRST-NAME", given);
    Text("X-PHONETIC-LAST-NAME", spoken.family);
  }

  void WriteDetails() {
    if (!details().organization.empty() || !details().department.empty()) WriteOrganization();
    for (const std::string& title : details().titles)
      Text("TITLE", title);
    for (std::size_t i = 0; i < details().phones.size(); ++i)
      WritePhone(details().phones[i], Preference(i, details().phones.size()));
    for (std::size_t i = 0; i < details().emails.size(); ++i)
      WriteEmail(details().emails[i], Preference(i, details().emails.size()));
    for (const std::string& url : details().urls)
      WriteUrl(url);
    for (const std::string& address : details().addresses)
      WriteAddress(address);
    for (const SocialHandle& handle : SocialHandlesOf(details()))
      WriteHandle(handle);
  }

  /// Of several values the first is the best.
  std::string Preference(std::size_t index, std::size_t count) const {
    return Is4() && index == 0 && count > 1 ? ";PREF=1" : "";
  }

  void WriteOrganization() {
    if (const VcardProperty* const mark = MarkOf("ORG", OfOrganization(details())))
      return Line({Head("ORG", mark, ""), ":", mark->value});
    Line({"ORG:", details().department.empty()
                      ? EscapedText(details().organization)
                      : StructuredValue({details().organization, details().department})});
  }

  static std::string UsualTypes(PhoneType type) {
    switch (type) {
      case PhoneType::kMobile:
        return ";TYPE=CELL";
      case PhoneType::kWork:
        return ";TYPE=WORK,VOICE";
      case PhoneType::kFax:
        return ";TYPE=WORK,FAX";
      case PhoneType::kHome:
        return ";TYPE=HOME,VOICE";
      case PhoneType::kOther:
        break;
    }
    return ";TYPE=VOICE";
  }

  void WritePhone(const Phone& phone, const std::string& preference) {
    const VcardProperty* const mark = MarkOf("TEL", OfPhone(phone));
    const std::string head = Head("TEL", mark, UsualTypes(phone.type)) + preference;
    const std::string& number = phone.number.empty() ? phone.raw : phone.number;
    if (Is4() && IsInternational(number) &&
        phone.extension.find_first_not_of("0123456789") == std::string::npos)
      return Line({head, ";VALUE=uri:tel:", number, phone.extension.empty() ? "" : ";ext=", phone.extension});
    Line({head, ":", Escaped(number + (phone.extension.empty() ? "" : "," + phone.extension))});
  }

  void WriteEmail(const std::string& email, const std::string& preference) {
    const VcardProperty* const mark = MarkOf("EMAIL", email);
    std::string head = Head("EMAIL", mark, "");
    if (!Is4()) head += ";TYPE=INTERNET";
    Line({head, preference, ":", Escaped(email)});
  }

  void WriteUrl(const std::string& url) {
    const bool bare = url.find("://") == std::string::npos;
    VcardParameters words;
    if (bare) words.emplace_back(kKithParameter, kBare);
    if (url.find_first_of(" \"") != std::string::npos) words.emplace_back(kKithParameter, kSpaced);
    Line({Head("URL", MarkOf("URL", url), ""), ParameterText(words), ":", bare ? "http://" : "",
          UriValue(url)});
  }

  void WriteAddress(const std::string& address) {
    if (const VcardProperty* const mark = MarkOf("ADR", address))
      return Line({Head("ADR", mark, ""), ":", mark->value});
    const PostalAddress parts = SplitPostalAddress(address);
    const std::string value = parts == PostalAddress()
                                  ? StructuredValue({"", "", address, "", "", "", ""})
                                  : StructuredValue({"", "", parts.street, parts.city, parts.region,
                                                     parts.postal_code, parts.country});
    if (Is4()) {
      const VcardParameters label = {{"LABEL", CleanText(address)}};
      return Line({"ADR;TYPE=WORK", ParameterText(label), ":", value});
    }
    Kith("ADR;TYPE=WORK", kPrinted, value);
    Kith("LABEL;TYPE=WORK", kPrinted, Escaped(address));
  }

  void WriteHandle(const SocialHandle& handle) {
    const bool kept = std::find(details().handles.begin(), details().handles.end(), handle.ToString()) !=
                      details().handles.end();
    std::string head = "X-SOCIALPROFILE;TYPE=" + LowerCase(handle.service);
    if (!kept) head += ";" + std::string(kKithParameter) + "=" + std::string(kOfUrl);
    const std::string url = handle.Url();
    if (ParseSocialHandle(url) != handle) head += ";X-USER=" + handle.handle;
    Line({head, ":", url.empty() ? "x-apple:" + handle.handle : UriValue(url)});
  }

  void WriteBirthday() {
    const auto& birthday = contact_.birthday;
    if (!birthday || !birthday->day.ok()) return;
    // 1604 is a leap year, so 29 February exists in it.
    const Day day =
        birthday->year.value_or(std::chrono::year(1604)) / birthday->day.month() / birthday->day.day();
    std::string text = FormatDay(day);
    if (!Is4()) return Line({birthday->year ? "BDAY:" : "BDAY;X-APPLE-OMIT-YEAR=1604:", text});
    std::erase(text, '-');
    Line({"BDAY:", birthday->year ? text : "--" + text.substr(4)});
  }

  void WriteMeeting(const std::string& event) {
    for (const std::string& interest : contact_.interests)
      Text(Is4() ? "INTEREST" : "X-INTEREST", interest);
    if (contact_.met_on) Line({kMetOnProperty, ":", FormatDay(*contact_.met_on)});
    Text("NOTE", Join({details().notes, NoteAddition(contact_.interests, event, contact_.met_on)}, "\n"));
    if (!event.empty()) Kith("CATEGORIES", kEvent, Escaped(event));
  }

  std::string& out_;
  const Contact& contact_;
  const ContactExtras& extras_;
  const VcardWriting& writing_;
  bool spoken_ = false;
};

}  // namespace

void AppendVcard(std::string& out, const WholeContact& whole, const EventNames& event_names,
                 const VcardWriting& writing) {
  CardWriter(out, whole, writing).Write(EventName(whole.contact, event_names));
}

std::string WriteVcards(std::span<const Contact> contacts, const EventNames& event_names) {
  std::string out;
  for (const Contact& contact : contacts)
    AppendVcard(out, {contact, {}}, event_names);
  return out;
}

}  // namespace kith::exchange
