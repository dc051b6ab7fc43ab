// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_extras.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "exchange/dav/card_patch.h"
#include "exchange/stable_id.h"
#include "exchange/vcard/content_lines.h"
#include "exchange/vcard/properties.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/vcard.h"

namespace kith::exchange::dav {
namespace {

constexpr std::string_view kMark = "X-KITH-HAS";

/// RFC 6350, 6.1 to 6.7: cardinality *1. What else a card has once is no extra.
constexpr std::array<std::string_view, 4> kOnce = {"ANNIVERSARY", "GENDER", "KIND", "SORT-STRING"};

/// The same in whatever group it stands.
std::string DigestOf(const VcardProperty& property) {
  std::string text = property.name;
  for (const auto& [name, value] : property.parameters)
    text += ";" + name + "=" + value;
  return StableContactId(text + ":" + property.value).ToString();
}

std::string DigestOf(const EncodedImage& picture) {
  return DigestOf(PropertyOfPicture(picture));
}

std::set<std::string> DigestsOf(const ContactExtras& extras) {
  std::set<std::string> digests;
  for (const VcardProperty& property : extras.properties) {
    if (property.of.empty()) digests.insert(DigestOf(property));
  }
  for (const EncodedImage& picture : extras.pictures)
    digests.insert(DigestOf(picture));
  return digests;
}

std::set<std::string> MarksOf(const std::string& text) {
  std::set<std::string> digests;
  for (const ContentLine& line : LinesOf(text)) {
    if (line.name != kMark) continue;
    for (std::string& digest : SplitValue(line.value, ','))
      digests.insert(std::move(digest));
  }
  return digests;
}

bool IsSecond(const VcardProperty& property, const ContactExtras& others) {
  return std::ranges::find(kOnce, property.name) != kOnce.end() &&
         std::ranges::find(others.properties, property.name, &VcardProperty::name) != others.properties.end();
}

}  // namespace

std::string MarkedText(std::string text, const ContactExtras& extras) {
  std::string value;
  for (const std::string& digest : DigestsOf(extras))
    value += (value.empty() ? "" : ",") + digest;
  if (value.empty()) return text;
  std::string line;
  AppendFolded(line, {kMark, ":", value});
  text.insert(text.rfind("END:VCARD"), line);
  return text;
}

std::string UnmarkedText(const std::string& text) {
  Lines lines = LinesOf(text);
  std::erase_if(lines, [](const ContentLine& line) { return line.name == kMark; });
  return TextOf(lines);
}

ContactExtras AddedHere(const ContactExtras& here, const std::string& agreed, const ContactExtras& theirs,
                        const ContactExtras& remote) {
  std::set<std::string> known = MarksOf(agreed);
  known.merge(DigestsOf(theirs));
  known.merge(DigestsOf(remote));
  std::set<std::string> groups;  // with something new in them: a date goes with its label
  for (const VcardProperty& property : here.properties) {
    if (!property.group.empty() && property.of.empty() && !known.contains(DigestOf(property)))
      groups.insert(property.group);
  }
  ContactExtras added;
  for (const VcardProperty& property : here.properties) {
    if (!property.of.empty() || IsSecond(property, remote) || IsSecond(property, added)) continue;
    if (groups.contains(property.group) || !known.contains(DigestOf(property)))
      added.properties.push_back(property);
  }
  for (const EncodedImage& picture : here.pictures) {
    if (!known.contains(DigestOf(picture))) added.pictures.push_back(picture);
  }
  ContactExtras joined = remote;
  JoinExtras(joined, added);
  const auto pictures = static_cast<std::ptrdiff_t>(remote.pictures.size());
  const auto properties = static_cast<std::ptrdiff_t>(remote.properties.size());
  return {{joined.pictures.begin() + pictures, joined.pictures.end()},
          {joined.properties.begin() + properties, joined.properties.end()}};
}

std::string WithExtras(const std::string& text, const ContactExtras& more) {
  Lines lines = LinesOf(text);
  const auto add = [&](const VcardProperty& property) {
    const std::string line = PropertyLine(property, VcardVersion::k3);
    if (!line.empty()) lines.insert(std::ranges::find(lines, "END", &ContentLine::name), LineOf(line));
  };
  std::ranges::for_each(more.properties, add);
  for (const EncodedImage& picture : more.pictures)
    add(PropertyOfPicture(picture));
  return TextOf(lines);
}

}  // namespace kith::exchange::dav
