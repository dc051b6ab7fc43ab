// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/fields.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/person_name.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/stable_id.h"
#include "exchange/vcard/properties.h"
#include "exchange/vcard/values.h"
#include "exchange/vcard/words.h"

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

bool IsPreferred(const ContentLine& line) {
  return line.Says("TYPE", "PREF") || line.Value("PREF") == "1";
}

bool SaysToKith(const ContentLine& line, std::string_view word) {
  return line.Value(kKithParameter) == word;
}

/// Collects what the properties say, the preferred of its kind first.
class Reader {
 public:
  explicit Reader(const std::string& region) : region_(region) {}

  Vcard Read(const std::vector<ContentLine>& lines) {
    for (const ContentLine& line : lines)
      kith_ = kith_ || (line.name == "PRODID" && line.value.find("//Kith//") != std::string::npos);
    for (const bool preferred : {true, false}) {
      for (const ContentLine& line : lines) {
        if (IsPreferred(line) == preferred && !Take(line)) Keep(line, PropertyOf(line));
      }
    }
    CompleteName();
    CompleteNotes();
    DropHandlesOfUrls();
    Identify(lines);
    std::stable_sort(kept_.begin(), kept_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [number, property] : kept_)
      card_.extras.properties.push_back(std::move(property));
    return std::move(card_);
  }

 private:
  using Taking = bool (Reader::*)(const ContentLine&);

  Contact& contact() { return card_.contact; }
  ContactDetails& details() { return card_.contact.details; }

  /// False: a contact has no place for it.
  bool Take(const ContentLine& line) {
    static constexpr std::pair<std::string_view, Taking> kTakings[] = {
        {"VERSION", &Reader::PassOver},
        {"PRODID", &Reader::PassOver},
        {"REV", &Reader::PassOver},
        {"UID", &Reader::TakeUid},
        {"KIND", &Reader::TakeKind},
        {"FN", &Reader::TakeFullName},
        {"N", &Reader::TakeName},
        {"NICKNAME", &Reader::TakeNicknames},
        {"X-PHONETIC-FIRST-NAME", &Reader::TakeSpokenGivenName},
        {"X-PHONETIC-LAST-NAME", &Reader::TakeSpokenFamilyName},
        {"ORG", &Reader::TakeOrganization},
        {"TITLE", &Reader::TakeTitle},
        {"ROLE", &Reader::TakeTitle},
        {"TEL", &Reader::TakePhone},
        {"EMAIL", &Reader::TakeEmail},
        {"URL", &Reader::TakeUrl},
        {"ADR", &Reader::TakeAddress},
        {"LABEL", &Reader::TakeLabel},
        {"X-SOCIALPROFILE", &Reader::TakeHandle},
        {"SOCIALPROFILE", &Reader::TakeHandle},
        {"IMPP", &Reader::TakeHandle},
        {"BDAY", &Reader::TakeBirthday},
        {"NOTE", &Reader::TakeNote},
        {"INTEREST", &Reader::TakeInterest},
        {"X-INTEREST", &Reader::TakeInterest},
        {"HOBBY", &Reader::TakeInterest},
        {"CATEGORIES", &Reader::TakeCategories},
        {kMetOnProperty, &Reader::TakeMetOn},
        {"PHOTO", &Reader::TakePicture}};
    for (const auto& [name, take] : kTakings) {
      if (name == line.name) return (this->*take)(line);
    }
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

  void Keep(const ContentLine& line, VcardProperty property) {
    kept_.emplace_back(line.number, std::move(property));
  }

  /// Keeps what the contact can't hold of a value that it holds: its group, its types if they aren't the
  /// usual ones, and how it was written, unless the contact knows that. Without `always` only if there is a
  /// group or such a type.
  void KeepMore(const ContentLine& line, const std::string& of, const VcardParameters& usual,
                bool always = false) {
    VcardProperty property = PropertyOf(line);
    property.parameters = PlainTypes(property.parameters);
    if (of.empty() || (property.group.empty() && property.parameters == usual && !always)) return;
    if (line.name == "TEL" || line.name == "EMAIL" || line.name == "URL") property.value.clear();
    // As it was understood: the id that is computed from it must be the same again.
    if (line.name == "UID") property.value = NormalizeText(line.value);
    property.of = of;
    Keep(line, std::move(property));
  }

  bool PassOver(const ContentLine& /*line*/) { return true; }

  bool TakeUid(const ContentLine& line) {
    uid_ = NormalizeText(PlainValue(line.value));
    uid_line_ = &line;
    return true;
  }

  /// A person is what every card is, and a company's card is known by its name.
  bool TakeKind(const ContentLine& line) {
    const std::string kind = LowerCase(NormalizeText(line.value));
    if (kind != "org") return kind == "individual";
    organization_line_ = &line;
    return true;
  }

  bool TakeFullName(const ContentLine& line) {
    if (SaysToKith(line, kMadeName)) return made_name_ = true;
    return TakeOnce(details().name.full, PlainValue(line.value));
  }

  bool TakeName(const ContentLine& line) {
    if (name_line_) return false;
    name_line_ = &line;
    name_parts_ = SplitValue(line.value, ';');
    name_parts_.resize(5);
    if (SaysToKith(line, kWholeName)) return true;
    const bool listed = !kith_ && line.value.find(',') != std::string::npos;
    for (std::string& part : name_parts_)
      part = NormalizeText(listed ? Joined(SplitText(part, ","), " ") : part);
    details().name.family = name_parts_[0];
    details().name.given = name_parts_[1];
    return true;
  }

  bool TakeNicknames(const ContentLine& line) {
    for (const std::string& name : SplitValue(line.value, ','))
      AddTo(details().other_names, name);
    return true;
  }

  bool TakeSpokenGivenName(const ContentLine& line) { return TakeSpoken(spoken_given_, line); }
  bool TakeSpokenFamilyName(const ContentLine& line) { return TakeSpoken(spoken_family_, line); }

  /// The spoken name stands among the other names where the first of its parts is.
  bool TakeSpoken(std::string& part, const ContentLine& line) {
    if (!spoken_at_) spoken_at_ = details().other_names.size();
    return TakeOnce(part, PlainValue(line.value));
  }

  bool TakeOrganization(const ContentLine& line) {
    if (!details().organization.empty() || !details().department.empty()) return false;
    const std::vector<std::string> parts = SplitValue(line.value, ';');
    details().organization = NormalizeText(parts[0]);
    details().department = Joined({parts.begin() + 1, parts.end()}, ", ");
    KeepMore(line, OfOrganization(details()), {}, parts.size() > 2 && !parts[2].empty());
    return true;
  }

  bool TakeTitle(const ContentLine& line) { return AddTo(details().titles, PlainValue(line.value)); }

  bool TakePhone(const ContentLine& line) {
    const Phone phone = PhoneOf(line, region_, kith_);
    const auto same = [&](const Phone& other) {
      return other.number == phone.number && other.extension == phone.extension && other.type == phone.type;
    };
    auto& phones = details().phones;
    if (phone.number.empty() || std::any_of(phones.begin(), phones.end(), same)) return true;
    phones.push_back(phone);
    KeepMore(line, OfPhone(phone), TypesOf(phone.type));
    return true;
  }

  bool TakeEmail(const ContentLine& line) {
    std::string email = NormalizeText(PlainValue(line.value));
    if (email.starts_with("mailto:")) email.erase(0, 7);
    return AddWithMore(details().emails, email, line, {});
  }

  bool TakeUrl(const ContentLine& line) { return AddWithMore(details().urls, UrlOf(line, kith_), line, {}); }

  bool AddWithMore(std::vector<std::string>& list, const std::string& value, const ContentLine& line,
                   const VcardParameters& usual, bool always = false) {
    const std::size_t before = list.size();
    AddTo(list, value);
    if (list.size() > before) KeepMore(line, list.back(), usual, always);
    return true;
  }

  /// Kith's own parts are made of the address as it was printed, which stands beside them.
  bool TakeAddress(const ContentLine& line) {
    if (SaysToKith(line, kPrinted)) return true;
    const std::string label(line.Value("LABEL"));
    if (kith_ && !label.empty()) return AddTo(details().addresses, PlainParameter(label));
    const std::string address = Joined(SplitValue(line.value, ';'), ", ");
    return AddWithMore(details().addresses, address, line, {}, /*always=*/true);
  }

  bool TakeLabel(const ContentLine& line) {
    return SaysToKith(line, kPrinted) && AddTo(details().addresses, PlainValue(line.value));
  }

  /// "X-SOCIALPROFILE;TYPE=twitter:https://…", "IMPP:skype:ada", "…;X-USER=ada:x-apple:ada".
  bool TakeHandle(const ContentLine& line) {
    if (SaysToKith(line, kOfUrl)) return true;
    std::string value = NormalizeText(PlainValue(line.value));
    if (value.starts_with("x-apple:")) value.erase(0, value.find(':') + 1);
    auto handle = ParseSocialHandle(value);
    for (const std::string_view parameter : {"TYPE", "SERVICE-TYPE", "X-SERVICE-TYPE"}) {
      const std::string service(line.Value(parameter));
      if (!handle) handle = ParseSocialHandle(service + ": " + value);
      if (!handle) handle = ParseSocialHandle(service + ": " + std::string(line.Value("X-USER")));
    }
    return handle && AddTo(details().handles, handle->ToString());
  }

  bool TakeBirthday(const ContentLine& line) {
    const std::optional<Birthday> birthday = BirthdayOf(line);
    if (!birthday || contact().birthday) return false;
    contact().birthday = birthday;
    return true;
  }

  bool TakeNote(const ContentLine& line) {
    const std::string note = CleanText(PlainValue(line.value));
    if (!note.empty()) details().notes += (details().notes.empty() ? "" : "\n") + note;
    return true;
  }

  bool TakeInterest(const ContentLine& line) { return AddTo(contact().interests, PlainValue(line.value)); }

  /// The event's name, and what another program added to the list.
  bool TakeCategories(const ContentLine& line) {
    if (!SaysToKith(line, kEvent)) return false;
    const std::vector<std::string> names = SplitValue(line.value, ',');
    TakeOnce(card_.event, names[0]);
    std::string others;
    for (std::size_t i = 1; i < names.size(); ++i)
      others += (others.empty() ? "" : ",") + EscapedText(names[i]);
    if (!others.empty()) Keep(line, {"", "CATEGORIES", {}, others, ""});
    return true;
  }

  bool TakeMetOn(const ContentLine& line) {
    contact().met_on = ParseDay(NormalizeText(line.value));
    return contact().met_on.has_value();
  }

  bool TakePicture(const ContentLine& line) {
    std::optional<EncodedImage> picture = PictureIn(line);
    if (!picture) return false;
    JoinExtras(card_.extras, {{*std::move(picture)}, {}});
    return true;
  }

  void CompleteName() {
    PersonName& name = details().name;
    if (name.full.empty() && !name_parts_.empty() && !made_name_)
      name.full =
          Joined({name_parts_[3], name_parts_[1], name_parts_[2], name_parts_[0], name_parts_[4]}, " ");
    // A company's card (Apple's X-ABShowAs:COMPANY) has the company's name there.
    if (!kith_ && name.given.empty() && name.family.empty() && name.full == details().organization)
      name.full.clear();
    if (organization_line_ && !name.full.empty()) Keep(*organization_line_, PropertyOf(*organization_line_));
    AddSpokenName();
    if (!name_line_ || SaysToKith(*name_line_, kWholeName)) return;
    const bool has_more = std::any_of(name_parts_.begin() + 2, name_parts_.end(),
                                      [](const std::string& part) { return !part.empty(); });
    KeepMore(*name_line_, OfName(name), {}, has_more);
  }

  void AddSpokenName() {
    std::vector<std::string>& names = details().other_names;
    const std::size_t before = names.size();
    AddTo(names, spoken_given_ + " " + spoken_family_);
    if (names.size() == before) return;
    std::rotate(names.begin() + static_cast<std::ptrdiff_t>(spoken_at_.value_or(before)), names.end() - 1,
                names.end());
  }

  /// What Kith itself wrote behind the notes for other programs stands elsewhere, too.
  void CompleteNotes() {
    std::string& notes = details().notes;
    const std::string addition = CleanText(NoteAddition(contact().interests, card_.event, contact().met_on));
    if (!kith_ || addition.empty() || !notes.ends_with(addition)) return;
    if (notes.size() == addition.size()) {
      notes.clear();
    } else if (notes[notes.size() - addition.size() - 1] == '\n') {
      notes.resize(notes.size() - addition.size() - 1);
    }
  }

  /// A profile's address says which handle it is.
  void DropHandlesOfUrls() {
    if (kith_) return;
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
      contact().id = *id;
    } else if (!uid_.empty()) {
      contact().id = StableContactId("uid " + uid_);
    } else {
      std::string all = "card";
      for (const ContentLine& line : lines) {
        if (line.name != "REV" && line.name != "PRODID") all += '\n' + line.raw;
      }
      contact().id = StableContactId(all);
    }
    if (!uid_.empty() && uid_ != "urn:uuid:" + contact().id.ToString())
      KeepMore(*uid_line_, contact().id.ToString(), {}, /*always=*/true);
  }

  const std::string& region_;
  Vcard card_;
  bool kith_ = false;  ///< Kith wrote it
  bool made_name_ = false;
  std::string uid_;
  std::string spoken_given_, spoken_family_;
  std::optional<std::size_t> spoken_at_;
  std::vector<std::string> name_parts_;  ///< family, given, additional, prefix, suffix
  const ContentLine* uid_line_ = nullptr;
  const ContentLine* name_line_ = nullptr;
  const ContentLine* organization_line_ = nullptr;   ///< KIND:org
  std::vector<std::pair<int, VcardProperty>> kept_;  ///< with the number of the line
};

}  // namespace

Vcard VcardOf(const std::vector<ContentLine>& lines, const std::string& region) {
  return Reader(region).Read(lines);
}

}  // namespace kith::exchange
