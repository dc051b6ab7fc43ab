// SPDX-License-Identifier: Apache-2.0
#include "storage/contact_fields.h"

#include <array>
#include <functional>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/contact_changes.h"
#include "core/language.h"
#include "storage/details_json.h"

namespace kith::storage {
namespace {

using nlohmann::json;

struct FieldForm {
  const char* name;
  json (*get)(const Contact&);
  void (*set)(Contact&, const json&);
};

/// A field that JSON knows how to hold: `member` gives it from a contact, const or not.
#define KITH_PLAIN_FIELD(name, member)                                            \
  FieldForm {                                                                     \
    name, [](const Contact& contact) -> json { return contact.member; },          \
        [](Contact& contact, const json& value) { value.get_to(contact.member); } \
  }

template <typename IdType>
json IdValue(const std::optional<IdType>& id) {
  return id ? json(id->ToString()) : json();
}

template <typename IdType>
std::optional<IdType> IdOf(const json& value) {
  return value.is_null() ? std::nullopt : IdType::Parse(value.get<std::string>());
}

json BirthdayValue(const Contact& contact) {
  if (!contact.birthday) return {};
  const std::chrono::month_day day = contact.birthday->day;
  json value = {{"month", static_cast<unsigned>(day.month())}, {"day", static_cast<unsigned>(day.day())}};
  if (contact.birthday->year) value["year"] = static_cast<int>(*contact.birthday->year);
  return value;
}

void SetBirthday(Contact& contact, const json& value) {
  contact.birthday.reset();
  if (value.is_null()) return;
  Birthday birthday;
  birthday.day = std::chrono::month(value.at("month").get<unsigned>()) /
                 std::chrono::day(value.at("day").get<unsigned>());
  if (value.contains("year")) birthday.year = std::chrono::year(value.at("year").get<int>());
  contact.birthday = birthday;
}

const std::array kFields = {
    KITH_PLAIN_FIELD(TrLater("name"), details.name.full),
    KITH_PLAIN_FIELD(TrLater("given name"), details.name.given),
    KITH_PLAIN_FIELD(TrLater("family name"), details.name.family),
    KITH_PLAIN_FIELD(TrLater("organization"), details.organization),
    KITH_PLAIN_FIELD(TrLater("department"), details.department),
    KITH_PLAIN_FIELD(TrLater("titles"), details.titles),
    KITH_PLAIN_FIELD(TrLater("phones"), details.phones),
    KITH_PLAIN_FIELD(TrLater("emails"), details.emails),
    KITH_PLAIN_FIELD(TrLater("urls"), details.urls),
    KITH_PLAIN_FIELD(TrLater("addresses"), details.addresses),
    KITH_PLAIN_FIELD(TrLater("handles"), details.handles),
    KITH_PLAIN_FIELD(TrLater("other names"), details.other_names),
    KITH_PLAIN_FIELD(TrLater("notes"), details.notes),
    FieldForm{TrLater("birthday"), BirthdayValue, SetBirthday},
    KITH_PLAIN_FIELD(TrLater("interests"), interests),
    FieldForm{TrLater("event"), [](const Contact& contact) { return IdValue(contact.event); },
              [](Contact& contact, const json& value) { contact.event = IdOf<EventId>(value); }},
    FieldForm{
        TrLater("met on"),
        [](const Contact& contact) { return contact.met_on ? json(FormatDay(*contact.met_on)) : json(); },
        [](Contact& contact, const json& value) {
          contact.met_on = value.is_null() ? std::nullopt : ParseDay(value.get<std::string>());
        }},
    FieldForm{TrLater("capture"), [](const Contact& contact) { return IdValue(contact.capture); },
              [](Contact& contact, const json& value) { contact.capture = IdOf<CaptureId>(value); }},
};

const FieldForm* FormOf(std::string_view field) {
  for (const FieldForm& form : kFields) {
    if (form.name == field) return &form;
  }
  return nullptr;
}

}  // namespace

std::string FieldValue(const Contact& contact, std::string_view field) {
  const FieldForm* const form = FormOf(field);
  return form == nullptr ? std::string()
                         : form->get(contact).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string FieldWord(std::string_view field) {
  return std::string(Tr(std::string(field).c_str()));
}

Error ChangedAgain(std::string_view field) {
  return {
      ErrorCode::kNotAllowed,
      Filled(Tr("The field \"{0}\" was changed again since. Undo that change first."), {FieldWord(field)})};
}

Result<void> SetField(Contact& contact, std::string_view field, std::string_view value) {
  const FieldForm* const form = FormOf(field);
  try {
    if (form == nullptr) throw std::runtime_error("there is no such field");
    form->set(contact, json::parse(value));
    return {};
  } catch (const std::exception& exception) {
    return Error{
        ErrorCode::kStorage,
        Filled(Tr("What the history keeps of the field \"{0}\" can't be put back."), {FieldWord(field)}),
        exception.what()};
  }
}

}  // namespace kith::storage
