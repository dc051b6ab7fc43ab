// SPDX-License-Identifier: Apache-2.0
#include "core/contact_extras.h"

#include <algorithm>
#include <set>

namespace kith {
namespace {

using Properties = std::vector<VcardProperty>;

std::size_t BytesOf(const VcardProperty& property) {
  std::size_t bytes =
      property.group.size() + property.name.size() + property.value.size() + property.of.size();
  for (const auto& [name, value] : property.parameters)
    bytes += name.size() + value.size();
  return bytes;
}

bool Has(const Properties& properties, const VcardProperty& wanted) {
  return std::find(properties.begin(), properties.end(), wanted) != properties.end();
}

/// Whether something is known of that value already.
bool TellsOf(const Properties& properties, const VcardProperty& property) {
  return !property.of.empty() && std::any_of(properties.begin(), properties.end(), [&](const auto& one) {
    return one.name == property.name && one.of == property.of;
  });
}

/// Those of one group, without its name.
Properties InGroup(const Properties& properties, const std::string& group) {
  Properties found;
  for (const VcardProperty& property : properties) {
    if (property.group != group) continue;
    found.push_back(property);
    found.back().group.clear();
  }
  return found;
}

std::set<std::string> GroupsOf(const Properties& properties) {
  std::set<std::string> groups;
  for (const VcardProperty& property : properties) {
    if (!property.group.empty()) groups.insert(property.group);
  }
  return groups;
}

std::string UnusedGroup(const std::set<std::string>& used, const std::string& wanted) {
  std::string name = wanted;
  for (int number = 1; used.contains(name); ++number)
    name = "item" + std::to_string(number);
  return name;
}

bool HasGroupWith(const Properties& kept, const Properties& wanted) {
  const std::set<std::string> groups = GroupsOf(kept);
  return std::any_of(groups.begin(), groups.end(), [&](const std::string& group) {
    const Properties there = InGroup(kept, group);
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& one) { return Has(there, one); });
  });
}

void JoinGroup(Properties& kept, Properties more, const std::string& group,
               const std::set<std::string>& reserved) {
  std::erase_if(more, [&](const VcardProperty& property) { return TellsOf(kept, property); });
  if (more.empty() || HasGroupWith(kept, more)) return;
  std::set<std::string> used = GroupsOf(kept);
  if (used.contains(group)) used.insert(reserved.begin(), reserved.end());
  const std::string name = UnusedGroup(used, group);
  for (VcardProperty& property : more) {
    property.group = name;
    kept.push_back(std::move(property));
  }
}

void JoinProperties(Properties& kept, const Properties& others) {
  const std::set<std::string> groups = GroupsOf(others);
  std::set<std::string> done;
  for (const VcardProperty& property : others) {
    if (property.group.empty()) {
      if (!Has(kept, property) && !TellsOf(kept, property)) kept.push_back(property);
    } else if (done.insert(property.group).second) {
      JoinGroup(kept, InGroup(others, property.group), property.group, groups);
    }
  }
}

}  // namespace

std::size_t LimitExtras(ContactExtras& extras) {
  const std::size_t before = extras.pictures.size() + extras.properties.size();
  std::erase_if(extras.pictures,
                [](const EncodedImage& picture) { return picture.bytes.size() > kMostPictureBytes; });
  if (extras.pictures.size() > kMostPictures) extras.pictures.resize(kMostPictures);
  std::size_t bytes = 0;
  std::size_t count = 0;
  std::erase_if(extras.properties, [&](const VcardProperty& property) {
    const std::size_t more = BytesOf(property);
    if (count == kMostProperties || bytes + more > kMostPropertyBytes) return true;
    bytes += more;
    ++count;
    return false;
  });
  return before - extras.pictures.size() - extras.properties.size();
}

void JoinExtras(ContactExtras& kept, const ContactExtras& other) {
  for (const EncodedImage& picture : other.pictures) {
    if (std::find(kept.pictures.begin(), kept.pictures.end(), picture) == kept.pictures.end())
      kept.pictures.push_back(picture);
  }
  JoinProperties(kept.properties, other.properties);
}

}  // namespace kith
