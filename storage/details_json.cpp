// SPDX-License-Identifier: Apache-2.0
#include "storage/details_json.h"

#include <nlohmann/json.hpp>

namespace kith {

using nlohmann::json;

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
       {"handles", details.handles},
       {"other_names", details.other_names},
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
  details.handles = j.value("handles", none);
  details.other_names = j.value("other_names", none);
  details.notes = j.value("notes", "");
}

}  // namespace kith
