// SPDX-License-Identifier: Apache-2.0
#include "storage/draft_json.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/language.h"
#include "storage/details_json.h"

namespace kith {

using nlohmann::json;

namespace {

json BoxToJson(const Box& box) {
  return {box.x, box.y, box.width, box.height};
}

Box BoxFromJson(const json& box) {
  return {box.at(0), box.at(1), box.at(2), box.at(3)};
}

}  // namespace

// Found by nlohmann-json next to the types that they convert.

void to_json(json& j, const Field& field) {
  j = {{"kind", FieldKindName(field.kind)},
       {"value", field.value},
       {"confidence", field.confidence},
       {"box", BoxToJson(field.box)}};
}

void from_json(const json& j, Field& field) {
  field.kind = ParseFieldKind(j.value("kind", "")).value_or(FieldKind::kNote);
  field.value = j.value("value", "");
  field.confidence = j.value("confidence", 0.0);
  field.box = BoxFromJson(j.at("box"));
}

}  // namespace kith

namespace kith::storage {

std::string FormatDraft(const Draft& draft) {
  // Texts and boxes apart: drafts were kept without these boxes once, and so are read by who knew no others.
  nlohmann::json boxes = nlohmann::json::array();
  for (const ReadLine& line : draft.lines)
    boxes.push_back(BoxToJson(line.box));
  const nlohmann::json json = {{"details", draft.details},
                               {"fields", draft.fields},
                               {"lines", TextsOf(draft.lines)},
                               {"line_boxes", boxes}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Draft> ParseDraft(std::string_view json) {
  try {
    const nlohmann::json parsed = nlohmann::json::parse(json);
    Draft draft;
    draft.details = parsed.value("details", ContactDetails());
    draft.fields = parsed.value("fields", std::vector<Field>());
    for (std::string& text : parsed.value("lines", std::vector<std::string>()))
      draft.lines.push_back({std::move(text)});
    const nlohmann::json boxes = parsed.value("line_boxes", nlohmann::json::array());
    for (std::size_t i = 0; i < std::min(boxes.size(), draft.lines.size()); ++i)
      draft.lines[i].box = BoxFromJson(boxes[i]);
    return draft;
  } catch (const nlohmann::json::exception& exception) {
    return Error{
        ErrorCode::kStorage,
        std::string(Tr("The stored draft of this card is damaged. Erase the capture and scan it again.")),
        exception.what()};
  }
}

}  // namespace kith::storage
