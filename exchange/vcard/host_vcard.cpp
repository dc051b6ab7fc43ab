// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/host_vcard.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language.h"
#include "core/person_name.h"
#include "core/phone_number.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "exchange/qr_code.h"
#include "exchange/vcard/reader.h"
#include "exchange/vcard/vcard.h"

namespace kith::exchange {
namespace {

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kFold = "\r\n ";

std::optional<Phone> PhoneOf(const std::string& text, const std::string& region) {
  if (text.empty()) return std::nullopt;
  const std::optional<PhoneNumber> number = ParsePhoneNumber(text, region);
  if (!number || !number->valid) return Phone{text, text, {}, PhoneType::kOther};
  return Phone{number->e164, text, number->extension, number->type.value_or(PhoneType::kOther)};
}

std::string WriteContact(Contact contact, const std::string& event) {
  EventNames names;
  if (!event.empty()) {
    contact.event = EventId(contact.id.bytes());  // stands for the name in this text only
    names[*contact.event] = event;
  }
  return WriteVcards(std::span(&contact, 1), names);
}

Contact ContactOf(const HostCard& card, const std::string& region) {
  Contact contact;
  contact.id = card.id;
  contact.details.name = SplitPersonName(card.name);
  contact.details.name.full = NormalizeText(card.name);
  contact.details.organization = card.organization;
  if (!card.title.empty()) contact.details.titles = {card.title};
  if (const std::optional<Phone> phone = PhoneOf(card.phone, region)) contact.details.phones = {*phone};
  if (!card.email.empty()) contact.details.emails = {card.email};
  if (!card.url.empty()) contact.details.urls = {card.url};
  contact.details.handles = card.handles;
  return contact;
}

/// What of a host card goes into a code.
struct CodeText {
  HostCard card;
  std::string event;

  std::string Write(const std::string& region) const;
  /// Takes out what matters least; what that was, empty if only the name is left.
  std::string LeaveOut();
};

/// Handles as the addresses of their pages: no camera of a phone knows X-SOCIALPROFILE.
Contact WithPages(Contact contact) {
  ContactDetails& details = contact.details;
  for (const std::string& written : std::exchange(details.handles, {})) {
    const std::optional<SocialHandle> handle = ParseSocialHandle(written);
    const std::string url = handle ? handle->Url() : std::string();
    if (!url.empty()) {
      details.urls.push_back(url);
    } else {
      details.notes += (details.notes.empty() ? "" : "\n") + written;
    }
  }
  return contact;
}

/// The properties of a vCard that the cameras of phones understand, each on one line.
std::string Shortened(const std::string& vcard) {
  constexpr auto kUnderstood = std::to_array<std::string_view>(
      {"BEGIN", "VERSION", "N", "FN", "ORG", "TITLE", "TEL", "EMAIL", "URL", "NOTE", "END"});
  std::string unfolded;
  for (std::size_t i = 0; i < vcard.size(); ++i) {
    if (vcard.compare(i, kFold.size(), kFold) == 0) {
      i += kFold.size() - 1;
    } else {
      unfolded += vcard[i];
    }
  }
  std::string text;
  for (std::size_t begin = 0, end = 0; begin < unfolded.size(); begin = end) {
    end = std::min(unfolded.find('\n', begin), unfolded.size() - 1) + 1;
    const std::string_view line = std::string_view(unfolded).substr(begin, end - begin);
    const std::string_view name = line.substr(0, line.find_first_of(":;"));
    if (std::ranges::find(kUnderstood, name) != kUnderstood.end()) text += line;
  }
  return text;
}

std::string CodeText::Write(const std::string& region) const {
  return Shortened(WriteContact(WithPages(ContactOf(card, region)), event));
}

std::string CodeText::LeaveOut() {
  if (!card.handles.empty()) {
    std::string gone = card.handles.back();
    card.handles.pop_back();
    return gone;
  }
  const std::array<std::pair<std::string*, const char*>, 6> parts = {
      {{&card.url, TrLater("the web address")},
       {&card.title, TrLater("the title")},
       {&card.organization, TrLater("the organization")},
       {&event, TrLater("where you met")},
       {&card.phone, TrLater("the phone number")},
       {&card.email, TrLater("the e-mail address")}}};
  for (const auto& [text, what] : parts) {
    if (text->empty()) continue;
    text->clear();
    return std::string(Tr(what));
  }
  return {};
}

}  // namespace

std::string WriteHostVcard(const HostCard& card, const std::string& event, const std::string& region) {
  return WriteContact(ContactOf(card, region), event);
}

Result<HostCard> ReadHostVcard(std::istream& in, const std::string& region) {
  std::optional<Contact> first;
  const Result<void> read = ReadVcards(
      in, {.region = region},
      [&first](Vcard card) {
        if (!first) first = std::move(card.contact);
      },
      [](const RefusedVcard&) {});
  if (!read) return read.error();
  if (!first)
    return Error{ErrorCode::kUnreadable,
                 std::string(Tr("There is no vCard in it that could be the host card."))};
  const ContactDetails& details = first->details;
  const auto best = [](const std::vector<std::string>& values) {
    return values.empty() ? std::string() : values.front();
  };
  HostCard card{.id = first->id,
                .name = details.name.full,
                .organization = details.organization,
                .title = best(details.titles),
                .email = best(details.emails),
                .url = {},
                .handles = {}};
  for (const SocialHandle& handle : SocialHandlesOf(details))
    card.handles.push_back(handle.ToString());
  const auto page = std::ranges::find_if(
      details.urls, [](const std::string& url) { return !ParseSocialHandle(url).has_value(); });
  if (page != details.urls.end()) card.url = *page;
  if (!details.phones.empty()) card.phone = PhoneForPeople(details.phones.front());
  if (card.url.starts_with(kHttp)) card.url.erase(0, kHttp.size());  // which is added where none was given
  return card;
}

Result<HostCode> MakeHostCode(const HostCard& card, const std::string& event, const std::string& region) {
  if (NormalizeText(card.name).empty())
    return Error{ErrorCode::kInvalidInput, std::string(Tr("The host card has no name yet. Fill it in."))};
  CodeText text{card, event};
  HostCode made;
  while (true) {
    if (std::optional<QrCode> code = MakeQrCode(text.Write(region))) {
      made.code = *std::move(code);
      return made;
    }
    std::string gone = text.LeaveOut();
    if (gone.empty()) {
      return Error{ErrorCode::kInvalidInput,
                   std::string(Tr("The name is too long for a code that a phone could read. Shorten it."))};
    }
    made.left_out.push_back(std::move(gone));
  }
}

}  // namespace kith::exchange
