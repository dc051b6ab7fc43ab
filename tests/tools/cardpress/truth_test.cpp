// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/truth.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kith::tools {
namespace {

using Json = nlohmann::json;

TEST(FormatTruth, WritesEveryFieldAsAList) {
  const Json json = Json::parse(FormatTruth(CardTruth{}));
  for (const char* field :
       {"name", "org", "title", "phone", "email", "url", "address", "language", "department"}) {
    EXPECT_TRUE(json.at(field).is_array()) << field;
  }
  EXPECT_FALSE(json.contains("corners"));
  EXPECT_FALSE(json.contains("cut"));
}

TEST(FormatTruth, WritesPhonesWithTheirTypes) {
  CardTruth truth;
  truth.phone = {{"020 7946 0001", PhoneType::kWork, {PhoneType::kOther}},
                 {"07700 900123", PhoneType::kMobile, {}}};
  const Json json = Json::parse(FormatTruth(truth));
  EXPECT_EQ(json["phone"][0],
            Json::parse(R"({"number": "020 7946 0001", "type": "work", "also": ["other"]})"));
  EXPECT_EQ(json["phone"][1], Json::parse(R"({"number": "07700 900123", "type": "mobile"})"));
}

TEST(FormatTruth, WritesCornersRotationAndCutValues) {
  CardTruth truth;
  truth.corners = Quad{{{1, 2}, {30.04, 2}, {30, 20}, {1, 20}}};
  truth.rotation = 90;
  truth.cut["email"] = {"ada@example.com"};
  const Json json = Json::parse(FormatTruth(truth));
  EXPECT_EQ(json["corners"], Json::parse("[[1.0,2.0],[30.0,2.0],[30.0,20.0],[1.0,20.0]]"));
  EXPECT_EQ(json["rotation"], 90);
  EXPECT_EQ(json["cut"]["email"][0], "ada@example.com");
}

TEST(FormatTruth, ListsTheCardsOfAScene) {
  CardTruth card;
  card.name = {"Ada Example"};
  card.corners = Quad{{{1, 2}, {30, 2}, {30, 20}, {1, 20}}};
  const Json json = Json::parse(FormatTruth(SceneTruth{"table", {card, card}}));
  EXPECT_EQ(json["scene"], "table");
  ASSERT_EQ(json["cards"].size(), 2U);
  EXPECT_EQ(json["cards"][1], Json::parse(FormatTruth(card)));
  EXPECT_EQ(Json::parse(FormatTruth(SceneTruth{"room", {}}))["cards"], Json::array());
}

TEST(FormatTruthFile, NamesEveryPicture) {
  const std::string one = FormatTruth(CardTruth{});
  const Json json = Json::parse(FormatTruthFile({{"001.png", one}, {"002.png", one}}));
  EXPECT_EQ(json.size(), 2U);
  EXPECT_TRUE(json.contains("002.png"));
}

}  // namespace
}  // namespace kith::tools
