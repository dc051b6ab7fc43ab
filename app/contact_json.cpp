// SPDX-License-Identifier: Apache-2.0
#include "app/contact_json.h"

#include <nlohmann/json.hpp>

#include "core/postal_address.h"
#include "core/social_handle.h"

namespace kith::app {
namespace {

using Json = nlohmann::ordered_json;

void Put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

void Put(Json& json, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) json[key] = values;
}

Json PhoneToJson(const Phone& phone) {
  Json json = {{"number", phone.number}, {"raw", phone.raw}, {"type", PhoneTypeName(phone.type)}};
  Put(json, "extension", phone.extension);
  return json;
}

Json AddressPartsToJson(const PostalAddress& address) {
  Json json = Json::object();
  Put(json, "street", address.street);
  Put(json, "city", address.city);
  Put(json, "region", address.region);
  Put(json, "postal_code", address.postal_code);
  Put(json, "country", address.country);
  return json;
}

Json HandleToJson(const SocialHandle& handle) {
  Json json = {{"service", handle.service}, {"handle", handle.handle}};
  Put(json, "url", handle.Url());
  return json;
}

}  // namespace

Json DetailsToJson(const ContactDetails& details) {
  Json json = Json::object();
  Put(json, "name", details.name.full);
  Put(json, "given", details.name.given);
  Put(json, "family", details.name.family);
  Put(json, "organization", details.organization);
  Put(json, "department", details.department);
  Put(json, "titles", details.titles);
  for (const Phone& phone : details.phones)
    json["phones"].push_back(PhoneToJson(phone));
  Put(json, "emails", details.emails);
  Put(json, "urls", details.urls);
  Put(json, "addresses", details.addresses);
  for (const std::string& address : details.addresses) {
    if (Json parts = AddressPartsToJson(SplitPostalAddress(address)); !parts.empty())
      json["address_parts"].push_back(std::move(parts));
  }
  for (const SocialHandle& handle : SocialHandlesOf(details))
    json["handles"].push_back(HandleToJson(handle));
  Put(json, "other_names", details.other_names);
  Put(json, "notes", details.notes);
  return json;
}

Json ContactToJson(const Contact& contact) {
  Json json = {{"id", contact.id.ToString()}};
  json.update(DetailsToJson(contact.details));
  if (contact.birthday) {
    const Day day(contact.birthday->year.value_or(std::chrono::year(0)), contact.birthday->day.month(),
                  contact.birthday->day.day());
    const std::string text = FormatDay(day);
    json["birthday"] = contact.birthday->year ? text : "--" + text.substr(5);
  }
  Put(json, "interests", contact.interests);
  if (contact.met_on) json["met_on"] = FormatDay(*contact.met_on);
  return json;
}

Json RevisionToJson(const Revision& revision) {
  Json json = {{"number", revision.number},
               {"when", FormatInstant(revision.when)},
               {"actor", ActorName(revision.actor)},
               {"machine", revision.machine}};
  if (revision.undoes) json["undoes"] = *revision.undoes;
  for (const FieldChange& change : revision.changes)
    json["changes"].push_back({{"field", change.field}, {"before", change.before}, {"after", change.after}});
  return json;
}

}  // namespace kith::app
