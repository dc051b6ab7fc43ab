// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/properties.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "exchange/base64.h"
#include "exchange/vcard/text.h"

namespace kith::exchange {
namespace {

constexpr std::string_view kBytesMark = ";base64,";

bool IsAmong(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool Has(const std::string& name, VcardVersion version) {
  return version == VcardVersion::k4
             ? !IsAmong(name, {"AGENT", "CLASS", "LABEL", "MAILER", "NAME", "PROFILE", "SORT-STRING"})
             : !IsAmong(name, {"CLIENTPIDMAP", "XML"});
}

/// TYPE of 3.0 as a media type.
std::string MediaType(std::string_view property, const std::string& type) {
  if (property == "KEY") {
    if (type == "PGP") return "application/pgp-keys";
    if (type == "X509") return "application/pkix-cert";
  } else if (!type.empty()) {
    return (property == "SOUND" ? "audio/" : "image/") + LowerCase(type);
  }
  return "application/octet-stream";
}

std::string TypeOf(std::string_view media_type) {
  if (media_type == "application/pgp-keys") return "PGP";
  if (media_type == "application/pkix-cert") return "X509";
  if (media_type.starts_with("image/") || media_type.starts_with("audio/"))
    return UpperCase(media_type.substr(6));
  return {};
}

/// The properties that are bytes.
bool HoldsBytes(std::string_view name) {
  return IsAmong(name, {"PHOTO", "LOGO", "SOUND", "KEY"});
}

/// "LOGO;ENCODING=b;TYPE=PNG:…" -> "LOGO:data:image/png;base64,…"
void MakeDataAddress(VcardProperty& property) {
  std::string type;
  std::erase_if(property.parameters, [&](const auto& parameter) {
    if (parameter.first == "TYPE" && type.empty()) {
      type = UpperCase(parameter.second);
      return true;
    }
    return parameter.first == "ENCODING" || parameter.first == "VALUE";
  });
  std::erase_if(property.value, [](char c) { return c == ' '; });
  property.value = "data:" + MediaType(property.name, type) + std::string(kBytesMark) + property.value;
}

/// The reverse.
void MakeEncoded(VcardProperty& property) {
  const std::size_t mark = property.value.find(kBytesMark);
  const std::string type = TypeOf(std::string_view(property.value).substr(5, mark - 5));
  if (!type.empty()) property.parameters.insert(property.parameters.begin(), {"TYPE", type});
  property.parameters.insert(property.parameters.begin(), {"ENCODING", "b"});
  property.value.erase(0, mark + kBytesMark.size());
}

bool IsDataAddress(const VcardProperty& property) {
  return HoldsBytes(property.name) && property.value.starts_with("data:") &&
         property.value.find(kBytesMark) != std::string::npos;
}

bool IsDay(std::string_view text, std::string_view form) {
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '0' ? c >= '0' && c <= '9' : c == f;
         });
}

/// One line, whatever somebody put into the store.
std::string OneLine(std::string_view value) {
  if (std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return std::string(value);
  std::string line;
  for (const char c : value) {
    if (c == '\n') line += "\\n";
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') line += c;
  }
  return line;
}

}  // namespace

VcardProperty PropertyOf(const ContentLine& line) {
  VcardProperty property{line.group, line.name, {}, OneLine(line.value), {}};
  for (const ContentLine::Parameter& one : line.parameters) {
    const bool of_transport = one.name == "CHARSET" || UpperCase(one.value) == "QUOTED-PRINTABLE";
    const std::string name = one.name.empty() ? "TYPE" : one.name;
    if (!of_transport) property.parameters.emplace_back(name, PlainParameter(one.value));
  }
  if (HoldsBytes(property.name) && (line.Says("ENCODING", "B") || line.Says("ENCODING", "BASE64")))
    MakeDataAddress(property);
  if (property.name == "X-ANNIVERSARY") property.name = "ANNIVERSARY";
  if (property.name == "ANNIVERSARY" && IsDay(property.value, "0000-00-00")) std::erase(property.value, '-');
  return property;
}

std::string PropertyLine(const VcardProperty& property, VcardVersion version) {
  if (!IsPropertyName(property.name) || !Has(property.name, version)) return {};
  VcardProperty written = property;
  if (version == VcardVersion::k3) {
    if (IsDataAddress(written)) MakeEncoded(written);
    if (written.name == "ANNIVERSARY") {
      if (IsDay(written.value, "00000000")) written.value.insert(6, "-").insert(4, "-");
      written.name = "X-ANNIVERSARY";
    }
  }
  return GroupText(written.group) + written.name + ParameterText(written.parameters) + ":" +
         OneLine(written.value);
}

VcardProperty PropertyOfPicture(const EncodedImage& picture) {
  return {
      "", "PHOTO", {}, "data:" + picture.media_type + std::string(kBytesMark) + Base64(picture.bytes), ""};
}

}  // namespace kith::exchange
