// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/truth.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace kith::tools {
namespace {

using Json = nlohmann::ordered_json;

Json PhoneJson(const PhoneTruth& phone) {
  Json json{{"number", phone.number}, {"type", PhoneTypeName(phone.type)}};
  for (const PhoneType type : phone.also)
    json["also"].push_back(PhoneTypeName(type));
  return json;
}

double Tenths(double value) {
  return std::round(value * 10) / 10;
}

void AddPlace(const CardTruth& truth, Json& json) {
  if (!truth.corners) return;
  for (const Point& corner : *truth.corners)
    json["corners"].push_back({Tenths(corner.x), Tenths(corner.y)});
  json["rotation"] = truth.rotation;
}

void AddText(const CardTruth& truth, Json& json) {
  json["name"] = truth.name;
  json["org"] = truth.org;
  json["title"] = truth.title;
  json["phone"] = Json::array();
  for (const PhoneTruth& phone : truth.phone)
    json["phone"].push_back(PhoneJson(phone));
  json["email"] = truth.email;
  json["url"] = truth.url;
  json["address"] = truth.address;
  json["language"] = truth.language;
  json["department"] = truth.department;
  if (!truth.cut.empty()) json["cut"] = truth.cut;
  json["layout"] = truth.layout;
  json["country"] = truth.country;
}

Json BackJson(const BackTruth& back) {
  Json json;
  AddPlace(back.truth, json);
  json["held"] = {back.held.first, back.held.last};
  AddText(back.truth, json);
  return json;
}

}  // namespace

std::string FormatTruth(const CardTruth& truth, const std::optional<ClipTruth>& clip) {
  Json json;
  AddPlace(truth, json);
  if (clip) {
    json["held"] = {clip->held.first, clip->held.last};
    json["frames"] = clip->held.frames;
    json["fps"] = clip->held.fps;
    json["script"] = clip->script;
  }
  AddText(truth, json);
  if (clip && clip->back) json["back"] = BackJson(*clip->back);
  return json.dump();
}

std::string FormatTruth(const SceneTruth& scene) {
  Json json{{"scene", scene.scene}, {"cards", Json::array()}};
  for (const CardTruth& card : scene.cards) {
    Json one;
    AddPlace(card, one);
    AddText(card, one);
    json["cards"].push_back(std::move(one));
  }
  return json.dump();
}

std::string FormatTruthFile(const std::map<std::string, std::string>& truth_by_picture) {
  Json json = Json::object();
  for (const auto& [picture, truth] : truth_by_picture)
    json[picture] = Json::parse(truth);
  return json.dump(1) + "\n";
}

}  // namespace kith::tools
