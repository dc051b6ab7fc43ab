// SPDX-License-Identifier: Apache-2.0
#include "storage/following_json.h"

#include <array>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace kith::storage {
namespace {

using Json = nlohmann::json;

template <typename T>
T Sound(const std::optional<T>& value, const char* what) {
  if (!value) throw std::runtime_error(std::string("a kept change has no sound ") + what);
  return *value;
}

template <typename IdType>
IdType IdFrom(const Json& json) {
  return Sound(IdType::Parse(json.get<std::string>()), "id");
}

Day DayOf(const Json& json) {
  return Sound(ParseDay(json.get<std::string>()), "day");
}

void PutDay(Json& json, const char* key, const std::optional<Day>& day) {
  if (day) json[key] = FormatDay(*day);
}

std::optional<Day> TakeDay(const Json& json, const char* key) {
  return json.contains(key) ? std::optional(DayOf(json[key])) : std::nullopt;
}

Json ToJson(const FollowUp& f) {
  Json json = {{"id", f.id.ToString()},
               {"contact", f.contact.ToString()},
               {"kind", FollowUpKindName(f.kind)},
               {"due", FormatDay(f.due)},
               {"text", f.text},
               {"skipped", f.skipped},
               {"note", f.note},
               {"plan", f.plan},
               {"step", f.step},
               {"moved", f.moved}};
  if (f.repeat_days) json["repeat_days"] = *f.repeat_days;
  PutDay(json, "done_on", f.done_on);
  PutDay(json, "wanted", f.wanted);
  PutDay(json, "occasion", f.occasion);
  if (f.introduction) json["introduction"] = f.introduction->ToString();
  return json;
}

void FromJson(const Json& json, FollowUp& f) {
  f.id = IdFrom<FollowUpId>(json["id"]);
  f.contact = IdFrom<ContactId>(json["contact"]);
  f.kind = Sound(ParseFollowUpKind(json["kind"].get<std::string>()), "kind");
  f.due = DayOf(json["due"]);
  f.text = json["text"];
  f.skipped = json["skipped"];
  f.note = json["note"];
  f.plan = json["plan"];
  f.step = json["step"];
  f.moved = json["moved"];
  if (json.contains("repeat_days")) f.repeat_days = json["repeat_days"].get<int>();
  f.done_on = TakeDay(json, "done_on");
  f.wanted = TakeDay(json, "wanted");
  f.occasion = TakeDay(json, "occasion");
  if (json.contains("introduction")) f.introduction = IdFrom<IntroductionId>(json["introduction"]);
}

/// The lists of a relationship by their names.
template <typename RelationshipType>
auto TextListsOf(RelationshipType& r) {
  return std::array{std::pair{"tags", &r.tags}, std::pair{"looks_for", &r.looks_for},
                    std::pair{"offers", &r.offers}, std::pair{"places", &r.places},
                    std::pair{"languages", &r.languages}};
}

Json ListsToJson(const Relationship& r) {
  Json json = Json::object();
  for (const auto& [name, list] : TextListsOf(r)) {
    if (!list->empty()) json[name] = *list;
  }
  return json;
}

void ListsFromJson(const Json& json, Relationship& r) {
  for (const auto& [name, list] : TextListsOf(r))
    *list = json.value(name, std::vector<std::string>());
}

Json ToJson(const Relationship& r) {
  Json json = {{"contact", r.contact.ToString()},
               {"circle", r.circle},
               {"let_go", r.let_go},
               {"lists", ListsToJson(r)}};
  PutDay(json, "quiet_until", r.quiet_until);
  PutDay(json, "found_on", r.found_on);
  return json;
}

void FromJson(const Json& json, Relationship& r) {
  r.contact = IdFrom<ContactId>(json["contact"]);
  r.circle = json["circle"];
  r.let_go = json["let_go"];
  ListsFromJson(json["lists"], r);
  r.quiet_until = TakeDay(json, "quiet_until");
  r.found_on = TakeDay(json, "found_on");
}

Json ToJson(const Encounter& e) {
  return {{"id", e.id.ToString()},
          {"contact", e.contact.ToString()},
          {"on", FormatDay(e.on)},
          {"kind", EncounterKindName(e.kind)},
          {"note", e.note}};
}

void FromJson(const Json& json, Encounter& e) {
  e.id = IdFrom<EncounterId>(json["id"]);
  e.contact = IdFrom<ContactId>(json["contact"]);
  e.on = DayOf(json["on"]);
  e.kind = Sound(ParseEncounterKind(json["kind"].get<std::string>()), "kind");
  e.note = json["note"];
}

Json ToJson(const Introduction& i) {
  Json json = {{"id", i.id.ToString()},
               {"contacts", {i.contacts[0].ToString(), i.contacts[1].ToString()}},
               {"reason", i.reason},
               {"answers", {AnswerName(i.answers[0]), AnswerName(i.answers[1])}},
               {"begun", FormatDay(i.begun)}};
  PutDay(json, "made_on", i.made_on);
  return json;
}

void FromJson(const Json& json, Introduction& i) {
  i.id = IdFrom<IntroductionId>(json["id"]);
  for (std::size_t k = 0; k < i.contacts.size(); ++k) {
    i.contacts[k] = IdFrom<ContactId>(json["contacts"][k]);
    i.answers[k] = Sound(ParseAnswer(json["answers"][k].get<std::string>()), "answer");
  }
  i.reason = json["reason"];
  i.begun = DayOf(json["begun"]);
  i.made_on = TakeDay(json, "made_on");
}

template <typename T>
Json ToJson(const std::vector<Edit<T>>& edits) {
  Json json = Json::array();
  for (const Edit<T>& edit : edits) {
    Json one = Json::object();
    if (edit.before) one["before"] = ToJson(*edit.before);
    if (edit.after) one["after"] = ToJson(*edit.after);
    json.push_back(std::move(one));
  }
  return json;
}

template <typename T>
void FromJson(const Json& json, std::vector<Edit<T>>& edits) {
  for (const Json& one : json) {
    Edit<T>& edit = edits.emplace_back();
    if (one.contains("before")) FromJson(one["before"], edit.before.emplace());
    if (one.contains("after")) FromJson(one["after"], edit.after.emplace());
  }
}

}  // namespace

std::string WriteFollowingChange(const FollowingChange& change) {
  const Json json = {{"what", change.what},
                     {"follow_ups", ToJson(change.follow_ups)},
                     {"relationships", ToJson(change.relationships)},
                     {"encounters", ToJson(change.encounters)},
                     {"introductions", ToJson(change.introductions)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

FollowingChange ReadFollowingChange(const std::string& text) {
  const Json json = Json::parse(text);
  FollowingChange change;
  change.what = json["what"];
  FromJson(json["follow_ups"], change.follow_ups);
  FromJson(json["relationships"], change.relationships);
  FromJson(json["encounters"], change.encounters);
  FromJson(json["introductions"], change.introductions);
  return change;
}

std::string WriteLists(const Relationship& relationship) {
  return ListsToJson(relationship).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void ReadLists(const std::string& text, Relationship& relationship) {
  ListsFromJson(Json::parse(text), relationship);
}

}  // namespace kith::storage
