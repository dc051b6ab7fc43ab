// SPDX-License-Identifier: Apache-2.0
#include "storage/draft_json.h"

#include <nlohmann/json.hpp>

#include "storage/details_json.h"

namespace kith {

using nlohmann::json;

// Found by nlohmann-json next to the types that they convert.

void to_json(json& j, const Field& field) {
  const Box& box = field.box;
  j = {{"kind", FieldKindName(field.kind)},
       {"value", field.value},
       {"confidence", field.confidence},
       {"box", {box.x, box.y, box.width, box.height}}};
}

void from_json(const json& j, Field& field) {
  field.kind = ParseFieldKind(j.value("kind", "")).value_or(FieldKind::kNote);
  field.value = j.value("value", "");
  field.confidence = j.value("confidence", 0.0);
  const json& box = j.at("box");
  field.box = {box.at(0), box.at(1), box.at(2), box.at(3)};
}

}  // namespace kith

namespace kith::storage {

std::string FormatDraft(const Draft& draft) {
  const nlohmann::json json = {{"details", draft.details}, {"fields", draft.fields}, {"lines", draft.lines}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Draft> ParseDraft(std::string_view json) {
  try {
    const nlohmann::json parsed = nlohmann::json::parse(json);
    Draft draft;
    draft.details = parsed.value("details", ContactDetails());
    draft.fields = parsed.value("fields", std::vector<Field>());
    draft.lines = parsed.value("lines", std::vector<std::string>());
    return draft;
  } catch (const nlohmann::json::exception& exception) {
    return Error{ErrorCode::kStorage,
                 "The stored draft of this card is damaged. Erase the capture and scan it again.",
                 exception.what()};
  }
}

}  // namespace kith::storage
