// SPDX-License-Identifier: Apache-2.0
#include "storage/extra_rows.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/text.h"
#include "storage/contact_fields.h"
#include "storage/digest.h"

namespace kith {

using nlohmann::json;

void to_json(json& j, const VcardProperty& property) {
  j = {property.group, property.name, property.parameters, property.value, property.of};
}

void from_json(const json& j, VcardProperty& property) {
  property = {j.at(0).get<std::string>(), j.at(1).get<std::string>(),
              j.at(2).get<std::vector<std::pair<std::string, std::string>>>(), j.at(3).get<std::string>(),
              j.at(4).get<std::string>()};
}

}  // namespace kith

namespace kith::storage {
namespace {

using nlohmann::json;
using Properties = std::vector<VcardProperty>;
using Digests = std::vector<std::string>;

std::string Dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Each once: the same picture needn't be kept twice.
Digests DigestsOf(const std::vector<EncodedImage>& pictures) {
  Digests digests;
  for (const EncodedImage& picture : pictures) {
    std::string digest = ContentDigest(picture.bytes);
    if (std::find(digests.begin(), digests.end(), digest) == digests.end())
      digests.push_back(std::move(digest));
  }
  return digests;
}

Digests ShownPictures(Database& database, std::int64_t row) {
  Digests digests;
  database.Each(
      "SELECT digest FROM contact_pictures WHERE contact = ? AND position IS NOT NULL ORDER BY position",
      {row}, [&](const Row& picture) { digests.push_back(picture.Text(0)); });
  return digests;
}

/// Shows those pictures, in that order; all of them are in the table.
void ShowPictures(Database& database, std::int64_t row, const Digests& digests) {
  database.Run("UPDATE contact_pictures SET position = NULL WHERE contact = ?", {row});
  int position = 0;
  for (const std::string& digest : digests)
    database.Run("UPDATE contact_pictures SET position = ? WHERE contact = ? AND digest = ?",
                 {position++, row, digest});
}

void AddPictures(Database& database, std::int64_t row, const std::vector<EncodedImage>& pictures) {
  for (const EncodedImage& picture : pictures) {
    database.Run(
        "INSERT OR IGNORE INTO contact_pictures(contact, digest, media_type, bytes) VALUES(?, ?, ?, ?)",
        {row, ContentDigest(picture.bytes), picture.media_type,
         std::span<const std::uint8_t>(picture.bytes)});
  }
}

void ReplaceProperties(Database& database, std::int64_t row, const Properties& properties) {
  database.Run("DELETE FROM contact_properties WHERE contact = ?", {row});
  int position = 0;
  for (const VcardProperty& property : properties) {
    database.Run(
        "INSERT INTO contact_properties(contact, position, property_group, name, parameters, value, of_value)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        {row, position++, property.group, property.name, Dump(property.parameters), property.value,
         property.of});
  }
}

std::string PicturesText(std::size_t count) {
  if (count == 0) return {};
  return std::to_string(count) + (count == 1 ? " picture" : " pictures");
}

/// For a person: a line for each, of a length that can be read.
std::string PropertiesText(const Properties& properties) {
  constexpr std::size_t kMostLetters = 60;
  std::string text;
  for (const VcardProperty& property : properties) {
    std::u32string value = DecodeUtf8(property.of.empty() ? property.value : property.of);
    if (value.size() > kMostLetters) value = value.substr(0, kMostLetters) + U"…";
    text += (text.empty() ? "" : "\n") + property.name + ": " + NormalizeText(EncodeUtf8(value));
  }
  return text;
}

ValueChange PicturesChange(const Digests& before, const Digests& after) {
  return {{std::string(kPicturesField), PicturesText(before.size()), PicturesText(after.size())},
          Dump(before),
          Dump(after)};
}

ValueChange PropertiesChange(const Properties& before, const Properties& after) {
  return {{std::string(kPropertiesField), PropertiesText(before), PropertiesText(after)},
          Dump(before),
          Dump(after)};
}

}  // namespace

void LoadProperties(Database& database, const RowBatch& batch, std::span<ContactExtras> extras) {
  database.Each(
      "SELECT property_group, name, parameters, value, of_value, contact FROM contact_properties"
      " WHERE contact" +
          batch.Condition() + " ORDER BY contact, position",
      batch.Values(), [&](const Row& found) {
        VcardProperty property{found.Text(0), found.Text(1), {}, found.Text(3), found.Text(4)};
        if (const std::string parameters = found.Text(2); parameters != "[]")
          json::parse(parameters).get_to(property.parameters);
        extras[batch.PlaceOf(found.Number(5))].properties.push_back(std::move(property));
      });
}

Properties LoadProperties(Database& database, std::int64_t row) {
  ContactExtras extras;
  LoadProperties(database, RowBatch({row}), {&extras, 1});
  return std::move(extras.properties);
}

ContactExtras LoadExtras(Database& database, std::int64_t row) {
  ContactExtras extras;
  LoadProperties(database, RowBatch({row}), {&extras, 1});
  extras.pictures = LoadPictures(database, row);
  return extras;
}

std::vector<EncodedImage> LoadPictures(Database& database, std::int64_t row) {
  std::vector<EncodedImage> pictures;
  database.Each(
      "SELECT bytes, media_type FROM contact_pictures WHERE contact = ? AND position IS NOT NULL"
      " ORDER BY position",
      {row}, [&](const Row& picture) {
        pictures.push_back({picture.Bytes(0), picture.Text(1)});
      });
  return pictures;
}

void InsertExtras(Database& database, std::int64_t row, const ContactExtras& extras) {
  if (extras.empty()) return;
  AddPictures(database, row, extras.pictures);
  ShowPictures(database, row, DigestsOf(extras.pictures));
  ReplaceProperties(database, row, extras.properties);
}

bool WriteExtras(Database& database, std::int64_t row, const ContactExtras& extras,
                 const Authorship& authorship) {
  std::vector<ValueChange> changes;
  const Digests shown = ShownPictures(database, row);
  if (const Digests wanted = DigestsOf(extras.pictures); shown != wanted) {
    AddPictures(database, row, extras.pictures);
    ShowPictures(database, row, wanted);
    changes.push_back(PicturesChange(shown, wanted));
  }
  if (const Properties before = LoadProperties(database, row); before != extras.properties) {
    ReplaceProperties(database, row, extras.properties);
    changes.push_back(PropertiesChange(before, extras.properties));
  }
  RecordChanges(database, row, changes, authorship);
  return !changes.empty();
}

Result<void> UndoExtras(Database& database, std::int64_t row, std::span<const ValueChange> undone,
                        const Authorship& authorship) {
  std::vector<ValueChange> changes;
  for (const ValueChange& change : undone) {
    const bool of_pictures = change.shown.field == kPicturesField;
    const std::string now =
        of_pictures ? Dump(ShownPictures(database, row)) : Dump(LoadProperties(database, row));
    if (now != change.new_value) return ChangedAgain(change.shown.field);
    const json wanted = json::parse(change.old_value);
    if (of_pictures) {
      changes.push_back(PicturesChange(ShownPictures(database, row), wanted.get<Digests>()));
      ShowPictures(database, row, wanted.get<Digests>());
    } else {
      changes.push_back(PropertiesChange(LoadProperties(database, row), wanted.get<Properties>()));
      ReplaceProperties(database, row, wanted.get<Properties>());
    }
  }
  RecordChanges(database, row, changes, authorship);
  return {};
}

}  // namespace kith::storage
