// SPDX-License-Identifier: Apache-2.0
#include "parse/qr_payload.h"

#include <algorithm>

#include "core/email_address.h"
#include "core/phone_number.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "core/url.h"

namespace kith::parse {
namespace {

/// One property: "TEL;TYPE=CELL:+1…".
struct Property {
  std::string name;        ///< upper case, without its group
  std::string parameters;  ///< upper case, ";TYPE=CELL"
  std::string value;       ///< still escaped
};

std::string DecodeQuotedPrintable(std::string_view text) {
  const auto hex = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    if (!coded) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(16 * hex(text[i + 1]) + hex(text[i + 2]));
    i += 2;
  }
  return out;
}

/// Logical lines: folded ones (RFC 6350 section 3.2) and soft breaks of quoted-printable put together.
std::vector<std::string> UnfoldedLines(std::string_view text) {
  std::vector<std::string> lines;
  bool soft_break = false;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) continue;
    const bool folded = !lines.empty() && (line.front() == ' ' || line.front() == '\t');
    if (folded) {
      lines.back() += line.substr(1);
    } else if (soft_break) {
      lines.back().pop_back();
      lines.back() += line;
    } else {
      lines.emplace_back(line);
    }
    soft_break =
        UpperCase(lines.back()).find("QUOTED-PRINTABLE") != std::string::npos && lines.back().back() == '=';
  }
  return lines;
}

std::optional<Property> PropertyOf(const std::string& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string head = UpperCase(line.substr(0, colon));
  const std::size_t semicolon = head.find(';');
  Property property;
  property.name = head.substr(0, semicolon);
  property.name = property.name.substr(property.name.find('.') + 1);  // npos + 1 is 0: no group
  if (semicolon != std::string::npos) property.parameters = head.substr(semicolon);
  property.value = line.substr(colon + 1);
  if (property.parameters.find("QUOTED-PRINTABLE") != std::string::npos)
    property.value = DecodeQuotedPrintable(property.value);
  return property;
}

/// Parts between unescaped separators, escapes resolved (RFC 6350 section 3.4), trimmed.
std::vector<std::string> Components(std::string_view value, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      parts.back() += value[i] == 'n' || value[i] == 'N' ? ' ' : value[i];
    } else if (value[i] == separator) {
      parts.emplace_back();
    } else {
      parts.back() += value[i];
    }
  }
  for (std::string& part : parts)
    part = NormalizeText(part);
  return parts;
}

std::string FirstComponent(std::string_view value) {
  return Components(value, '\0').front();
}

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

PhoneType TypeOf(const std::string& parameters) {
  const auto has = [&](std::string_view word) { return parameters.find(word) != std::string::npos; };
  if (has("FAX")) return PhoneType::kFax;
  if (has("CELL") || has("MOBILE")) return PhoneType::kMobile;
  if (has("HOME")) return PhoneType::kHome;
  return has("PAGER") ? PhoneType::kOther : PhoneType::kWork;
}

void AddPhone(std::string_view text, const std::string& parameters, const std::vector<std::string>& regions,
              ContactDetails& details) {
  Phone phone;
  phone.raw = FirstComponent(text.starts_with("tel:") ? text.substr(4) : text);
  phone.number = phone.raw;
  phone.type = TypeOf(parameters);
  for (const std::string& region : regions.empty() ? std::vector<std::string>{""} : regions) {
    const auto number = ParsePhoneNumber(phone.raw, region);
    if (!number) continue;
    phone.number = number->e164;
    phone.extension = number->extension;
    if (parameters.empty() && number->type) phone.type = *number->type;
    if (number->valid) break;
  }
  if (!phone.raw.empty()) details.phones.push_back(std::move(phone));
}

void AddEmail(std::string_view text, ContactDetails& details) {
  if (const auto email = ParseEmailAddress(FirstComponent(text))) details.emails.push_back(email->ToString());
}

void AddUrl(std::string_view text, ContactDetails& details) {
  if (const auto url = ParseUrl(FirstComponent(text))) details.urls.push_back(url->ToString());
}

void AddNote(const std::string& note, ContactDetails& details) {
  if (note.empty()) return;
  if (!details.notes.empty()) details.notes += "\n";
  details.notes += note;
}

/// "X-SOCIALPROFILE;TYPE=TWITTER:https://…", "IMPP:skype:ada", "…;X-USER=ada:x-apple:ada".
void AddHandle(const Property& property, ContactDetails& details) {
  std::string value = FirstComponent(property.value);
  if (value.starts_with("x-apple:")) value.erase(0, value.find(':') + 1);
  auto handle = ParseSocialHandle(value);
  const std::size_t type = property.parameters.find("TYPE=");
  if (!handle && type != std::string::npos) {
    const std::string service = property.parameters.substr(type + 5);
    handle = ParseSocialHandle(service.substr(0, service.find_first_of(";,")) + ": " + value);
  }
  if (handle) details.handles.push_back(handle->ToString());
}

/// A name in another script or as it is spoken.
void AddOtherName(const std::string& name, ContactDetails& details) {
  if (!name.empty()) details.other_names.push_back(name);
}

/// "Family;Given;Additional;Prefix;Suffix".
void SetName(std::string_view value, PersonName& name) {
  std::vector<std::string> parts = Components(value, ';');
  parts.resize(5);
  name.family = parts[0];
  name.given = parts[1];
  if (name.full.empty()) name.full = Joined({parts[3], parts[1], parts[2], parts[0]}, " ");
}

void AddProperty(const Property& property, const std::vector<std::string>& regions, ContactDetails& details) {
  const std::string& name = property.name;
  if (name == "FN") details.name.full = FirstComponent(property.value);
  if (name == "N") SetName(property.value, details.name);
  if (name == "ORG") {
    const std::vector<std::string> parts = Components(property.value, ';');
    details.organization = parts[0];
    details.department = Joined({parts.begin() + 1, parts.end()}, ", ");
  }
  if (name == "TITLE" || name == "ROLE") {
    const std::string title = FirstComponent(property.value);
    if (!title.empty()) details.titles.push_back(title);
  }
  if (name == "TEL")
    AddPhone(property.value, property.parameters.empty() ? ";" : property.parameters, regions, details);
  if (name == "EMAIL") AddEmail(property.value, details);
  if (name == "URL") AddUrl(property.value, details);
  if (name == "ADR") {
    const std::string address = Joined(Components(property.value, ';'), ", ");
    if (!address.empty()) details.addresses.push_back(address);
  }
  if (name == "X-SOCIALPROFILE" || name == "IMPP") AddHandle(property, details);
  if (name == "NICKNAME" || name == "SOUND")
    AddOtherName(Joined(Components(property.value, ','), " "), details);
  if (name == "NOTE") AddNote(FirstComponent(property.value), details);
  if (name == "BDAY") AddNote("Birthday: " + FirstComponent(property.value), details);
}

/// A nickname in the letters of the name is no other way to write it.
void DropNicknames(ContactDetails& details) {
  if (!IsLatin(details.name.full)) return;
  std::erase_if(details.other_names, [](const std::string& name) { return IsLatin(name); });
}

ContactDetails ParseVcard(std::string_view payload, const std::vector<std::string>& regions) {
  ContactDetails details;
  for (const std::string& line : UnfoldedLines(payload)) {
    if (const auto property = PropertyOf(line)) AddProperty(*property, regions, details);
  }
  DropNicknames(details);
  return details;
}

/// "MECARD:N:Example,Ada;TEL:…;EMAIL:…;;" (NTT docomo): like one vCard line a field, names with a comma.
ContactDetails ParseMecard(std::string_view payload, const std::vector<std::string>& regions) {
  ContactDetails details;
  std::string field;
  for (std::size_t i = 0; i <= payload.size(); ++i) {
    if (i + 1 < payload.size() && payload[i] == '\\') {
      field += payload.substr(i, 2);
      ++i;
      continue;
    }
    if (i < payload.size() && payload[i] != ';') {
      field += payload[i];
      continue;
    }
    auto property = PropertyOf(field);
    field.clear();
    if (!property) continue;
    if (property->name == "N") {
      const std::vector<std::string> parts = Components(property->value, ',');
      details.name.family = parts.size() > 1 ? parts[0] : "";
      details.name.given = parts.size() > 1 ? parts[1] : "";
      details.name.full = parts.size() > 1 ? Joined({parts[1], parts[0]}, " ") : parts[0];
      continue;
    }
    AddProperty(*property, regions, details);
  }
  DropNicknames(details);
  return details;
}

}  // namespace

std::optional<ContactDetails> ParseQrPayload(std::string_view payload,
                                             const std::vector<std::string>& regions) {
  const std::size_t begin = payload.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  payload.remove_prefix(begin);
  const std::string lower = LowerCase(payload.substr(0, 16));
  ContactDetails details;
  if (lower.starts_with("begin:vcard")) {
    details = ParseVcard(payload, regions);
  } else if (lower.starts_with("mecard:")) {
    details = ParseMecard(payload.substr(7), regions);
  } else if (lower.starts_with("mailto:")) {
    AddEmail(payload.substr(
                 7, payload.find('?') == std::string_view::npos ? payload.size() : payload.find('?') - 7),
             details);
  } else if (lower.starts_with("tel:")) {
    AddPhone(payload.substr(4), "", regions, details);
  } else if (lower.starts_with("http://") || lower.starts_with("https://")) {
    AddUrl(payload, details);
  }
  return details == ContactDetails() ? std::nullopt : std::optional(std::move(details));
}

}  // namespace kith::parse
