// SPDX-License-Identifier: Apache-2.0
#include "storage/draft_json.h"

#include <nlohmann/json.hpp>

namespace kith {

using nlohmann::json;

// Found by nlohmann-json next to the types that they convert.

void to_json(json& j, const PersonName& name) {
  j = {{"full", name.full}, {"given", name.given}, {"family", name.family}};
}

void from_json(const json& j, PersonName& name) {
  name = {j.value("full", ""), j.value("given", ""), j.value("family", "")};
}

void to_json(json& j, const Phone& phone) {
  j = {{"number", phone.number},
       {"raw", phone.raw},
       {"extension", phone.extension},
       {"type", PhoneTypeName(phone.type)}};
}

void from_json(const json& j, Phone& phone) {
  phone = {j.value("number", ""), j.value("raw", ""), j.value("extension", ""),
           ParsePhoneType(j.value("type", "")).value_or(PhoneType::kOther)};
}

void to_json(json& j, const ContactDetails& details) {
  j = {{"name", details.name},
       {"organization", details.organization},
       {"department", details.department},
       {"titles", details.titles},
       {"phones", details.phones},
       {"emails", details.emails},
       {"urls", details.urls},
       {"addresses", details.addresses},
       {"notes", details.notes}};
}

void from_json(const json& j, ContactDetails& details) {
  const std::vector<std::string> none;
  details.name = j.value("name", PersonName());
  details.organization = j.value("organization", "");
  details.department = j.value("department", "");
  details.titles = j.value("titles", none);
  details.phones = j.value("phones", std::vector<Phone>());
  details.emails = j.value("emails", none);
  details.urls = j.value("urls", none);
  details.addresses = j.value("addresses", none);
  details.notes = j.value("notes", "");
}

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
