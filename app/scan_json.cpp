// SPDX-License-Identifier: Apache-2.0
#include "app/scan_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/contact_json.h"

namespace kith::app {
namespace {

using Json = nlohmann::ordered_json;

/// Enough digits for a person and for scripts, without the noise of binary fractions.
double Rounded(double value, double step) {
  return std::round(value / step) * step;
}

Json CardToJson(const ScanRecord& record) {
  Json corners = Json::array();
  for (const Point& corner : record.corners) {
    corners.push_back({Rounded(corner.x, 0.125), Rounded(corner.y, 0.125)});
  }
  return {{"corners", corners}, {"rotation", record.rotation}};
}

Json FieldToJson(const Field& field) {
  Json json = {{"kind", FieldKindName(field.kind)},
               {"value", field.value},
               {"confidence", std::round(field.confidence * 1000) / 1000}};
  if (!field.box.empty()) json["box"] = {field.box.x, field.box.y, field.box.width, field.box.height};
  return json;
}

std::string OneLine(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string ScanRecordToJson(const ScanRecord& record) {
  Json fields = Json::array();
  for (const Field& field : record.draft.fields)
    fields.push_back(FieldToJson(field));
  return OneLine({{"source", record.source},
                  {"card", CardToJson(record)},
                  {"contact", DetailsToJson(record.draft.details)},
                  {"fields", fields},
                  {"lines", TextsOf(record.draft.lines)},
                  {"elapsed_ms", Rounded(record.elapsed_ms, 0.5)}});
}

std::string ScanErrorToJson(const std::string& source, const Error& error) {
  return OneLine({{"source", source}, {"error", error.message}});
}

}  // namespace kith::app
