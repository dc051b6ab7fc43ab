// SPDX-License-Identifier: Apache-2.0
#include "app/scan_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/samples.h"

namespace kith::app {
namespace {

using Json = nlohmann::json;

ScanRecord Record() {
  ScanRecord record;
  record.source = "photos/a.jpg";
  record.corners = {{{10.06, 20}, {110, 20}, {110, 80}, {10, 80}}};
  record.rotation = 90;
  record.draft = test::SampleDraft();
  record.elapsed_ms = 412.2;
  return record;
}

TEST(ScanRecordToJson, HasTheFormOfTheContract) {
  ScanRecord record = Record();
  record.draft.details = {};
  record.draft.details.name = {"Ada Example", "Ada", "Example"};
  record.draft.details.titles = {"Engineer"};
  record.draft.details.phones = {{"+14155550123", "(415) 555-0123", "", PhoneType::kMobile}};
  record.draft.fields = {{FieldKind::kName, "Ada Example", 0.97, {1, 2, 30, 4}}};
  record.draft.lines = {{"Ada Example"}, {"Engineer"}};
  EXPECT_EQ(Json::parse(ScanRecordToJson(record)), Json::parse(R"({
    "source": "photos/a.jpg",
    "card": {"corners": [[10.0, 20.0], [110.0, 20.0], [110.0, 80.0], [10.0, 80.0]], "rotation": 90},
    "contact": {"name": "Ada Example", "given": "Ada", "family": "Example", "titles": ["Engineer"],
                "phones": [{"number": "+14155550123", "raw": "(415) 555-0123", "type": "mobile"}]},
    "fields": [{"kind": "name", "value": "Ada Example", "confidence": 0.97, "box": [1, 2, 30, 4]}],
    "lines": ["Ada Example", "Engineer"],
    "elapsed_ms": 412.0})"));
}

TEST(ScanRecordToJson, LeavesOutTheKeysOfWhatIsNotKnown) {
  ScanRecord record = Record();
  record.draft = {};
  const Json json = Json::parse(ScanRecordToJson(record));
  EXPECT_EQ(json.at("contact"), Json::object());
  EXPECT_EQ(json.at("fields"), Json::array());
  EXPECT_EQ(json.at("lines"), Json::array());
}

TEST(ScanRecordToJson, TellsThePartsOfAddressesAndTheHandles) {
  ScanRecord record = Record();
  record.draft.details = {};
  record.draft.details.addresses = {"1 Main St, Springfield", "1 Main St, Springfield, IL 62700"};
  record.draft.details.handles = {"WeChat: ada_example"};
  record.draft.details.urls = {"github.com/ada-example"};
  record.draft.details.other_names = {"\u30a8\u30a4\u30c0"};
  EXPECT_EQ(Json::parse(ScanRecordToJson(record)).at("contact"), Json::parse(R"({
    "urls": ["github.com/ada-example"],
    "addresses": ["1 Main St, Springfield", "1 Main St, Springfield, IL 62700"],
    "address_parts": [{"street": "1 Main St", "city": "Springfield", "region": "IL", "postal_code": "62700"}],
    "handles": [{"service": "WeChat", "handle": "ada_example"},
                {"service": "GitHub", "handle": "ada-example", "url": "https://github.com/ada-example"}],
    "other_names": ["\u30a8\u30a4\u30c0"]})"));
}

TEST(ScanRecordToJson, HasNoBoxForAFieldThatWasNotReadOnTheCard) {
  ScanRecord record = Record();
  record.draft.fields = {{FieldKind::kEmail, "ada@example.com", 1, {}}};
  EXPECT_FALSE(Json::parse(ScanRecordToJson(record)).at("fields").at(0).contains("box"));
}

TEST(ScanRecordToJson, IsOneLineWhateverTheTextHolds) {
  ScanRecord record = Record();
  record.draft.details.notes = "two\nlines\r\n\"quoted\"\t\x01";
  const std::string line = ScanRecordToJson(record);
  EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
  EXPECT_EQ(Json::parse(line).at("contact").at("notes"), record.draft.details.notes);
}

TEST(ScanRecordToJson, ReplacesBytesThatAreNotUtf8) {
  ScanRecord record = Record();
  record.source = "caf\xE9.jpg";
  record.draft.details.name.full = "Zo\xC3\xAB \xFF";
  const Json json = Json::parse(ScanRecordToJson(record));
  EXPECT_EQ(json.at("source"), "caf\xEF\xBF\xBD.jpg");
  EXPECT_EQ(json.at("contact").at("name"), "Zo\xC3\xAB \xEF\xBF\xBD");
}

TEST(ScanErrorToJson, NamesTheSourceAndWhatIsWrong) {
  const Json json = Json::parse(ScanErrorToJson("\xFF.jpg", {ErrorCode::kUnreadable, "It is empty.", "log"}));
  EXPECT_EQ(json, Json({{"source", "\xEF\xBF\xBD.jpg"}, {"error", "It is empty."}}));
}

}  // namespace
}  // namespace kith::app
