// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <system_error>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "app/command_line.h"
#include "app/contact_ids.h"
#include "app/contact_json.h"
#include "app/contact_text.h"
#include "app/open_store.h"
#include "app/store_commands.h"
#include "exchange/atomic_file.h"

namespace kith::app {
namespace {

using Json = nlohmann::ordered_json;

std::string EndingOf(const EncodedImage& image) {
  return image.media_type == "image/png" ? ".png" : ".jpg";
}

Result<void> WritePrivately(const std::filesystem::path& file, std::string_view bytes) {
  const mode_t before = umask(0077);
  auto written = exchange::WriteFileAtomically(file, bytes);
  umask(before);
  return written;
}

Result<void> WriteImage(const std::filesystem::path& file, const EncodedImage& image) {
  return WritePrivately(file, {reinterpret_cast<const char*>(image.bytes.data()), image.bytes.size()});
}

/// Writes the card's images; its description.
Result<Json> WriteCard(CaptureStore& captures, CaptureId id, const std::filesystem::path& folder,
                       const std::string& name) {
  const Result<Capture> capture = captures.Get(id);
  if (!capture) return capture.error();
  Json json = {{"id", id.ToString()}, {"taken", FormatInstant(capture->taken)}, {"source", capture->source}};
  for (const CardSide side : {CardSide::kFront, CardSide::kBack}) {
    const Result<EncodedImage> image = captures.CardImage(id, side);
    if (!image && image.error().code == ErrorCode::kNotFound) continue;
    if (!image) return image.error();
    const char* const which = side == CardSide::kFront ? "front" : "back";
    const std::string file = name + '-' + which + EndingOf(*image);
    if (auto written = WriteImage(folder / file, *image); !written) return written.error();
    json[which] = file;
  }
  if (const Result<Draft> draft = captures.GetDraft(id)) {
    json["read"] = DetailsToJson(draft->details);
    json["lines"] = TextsOf(draft->lines);
  }
  return json;
}

/// Writes the pictures of the person, and tells what vCards said of them that a contact has no place for.
Result<void> DescribeExtras(ContactExtrasStore& store, ContactId contact, const std::filesystem::path& folder,
                            Json& json) {
  const Result<ContactExtras> extras = store.Get(contact);
  if (!extras) return extras.error();
  for (std::size_t i = 0; i < extras->pictures.size(); ++i) {
    const std::string file = "picture-" + std::to_string(i + 1) + EndingOf(extras->pictures[i]);
    if (auto written = WriteImage(folder / file, extras->pictures[i]); !written) return written;
    json["pictures"].push_back(file);
  }
  for (const VcardProperty& property : extras->properties) {
    Json item = {{"name", property.name}, {"value", property.value}};
    if (!property.group.empty()) item["group"] = property.group;
    if (!property.of.empty()) item["of"] = property.of;
    for (const auto& [name, value] : property.parameters)
      item["parameters"].push_back(name + "=" + value);
    json["properties"].push_back(std::move(item));
  }
  return {};
}

Result<void> DescribeFollowing(storage::Store& store, ContactId contact, Json& json) {
  const Result<Following> following = store.following().Load();
  if (!following) return following.error();
  for (const Relationship& known : following->relationships) {
    if (known.contact != contact) continue;
    json["relationship"] = {{"circle", known.circle},       {"tags", known.tags},
                            {"looks_for", known.looks_for}, {"offers", known.offers},
                            {"places", known.places},       {"languages", known.languages},
                            {"let_go", known.let_go}};
  }
  for (const Encounter& encounter : following->encounters) {
    if (encounter.contact != contact) continue;
    json["encounters"].push_back({{"on", FormatDay(encounter.on)},
                                  {"kind", EncounterKindName(encounter.kind)},
                                  {"note", encounter.note}});
  }
  for (const Introduction& introduction : following->introductions) {
    if (std::ranges::find(introduction.contacts, contact) == introduction.contacts.end()) continue;
    json["introductions"].push_back(
        {{"begun", FormatDay(introduction.begun)}, {"reason", introduction.reason}});
  }
  return {};
}

Result<Json> DescribePerson(storage::Store& store, const Contact& contact,
                            const std::filesystem::path& folder) {
  Json json = {{"contact", ContactToJson(contact)}};
  if (contact.event) {
    const Result<Event> event = store.events().Get(*contact.event);
    if (!event) return event.error();
    json["event"] = event->name;
  }
  if (auto extras = DescribeExtras(store.extras(), contact.id, folder, json); !extras) return extras.error();
  const auto cards = store.duplicates().CardsOf(contact.id);
  if (!cards) return cards.error();
  for (std::size_t i = 0; i < cards->size(); ++i) {
    Result<Json> card = WriteCard(store.captures(), (*cards)[i], folder, "card-" + std::to_string(i + 1));
    if (!card) return card.error();
    json["cards"].push_back(*std::move(card));
  }
  FollowUpQuery query;
  query.contact = contact.id;
  query.include_done = true;
  const auto follow_ups = store.follow_ups().List(query);
  if (!follow_ups) return follow_ups.error();
  for (const FollowUp& follow_up : *follow_ups) {
    Json item = {{"kind", FollowUpKindName(follow_up.kind)},
                 {"due", FormatDay(follow_up.due)},
                 {"text", follow_up.text}};
    if (!follow_up.note.empty()) item["note"] = follow_up.note;
    if (follow_up.done_on) item["done_on"] = FormatDay(*follow_up.done_on);
    json["follow_ups"].push_back(std::move(item));
  }
  if (auto following = DescribeFollowing(store, contact.id, json); !following) return following.error();
  const auto revisions = store.history().Revisions(contact.id);
  if (!revisions) return revisions.error();
  for (const Revision& revision : *revisions)
    json["history"].push_back(RevisionToJson(revision));
  const auto suggestions = store.history().Suggestions(contact.id);
  if (!suggestions) return suggestions.error();
  for (const kith::Suggestion& suggestion : *suggestions)
    json["suggestions"].push_back({{"field", suggestion.field}, {"suggested", suggestion.suggested}});
  const auto exports = store.retention().ExportsWith(contact.id);
  if (!exports) return exports.error();
  for (const ExportRecord& record : *exports)
    json["exports"].push_back(
        {{"when", FormatInstant(record.when)}, {"format", record.format}, {"path", record.path}});
  return json;
}

void TellExports(const std::vector<ExportRecord>& exports) {
  if (exports.empty()) return;
  std::cerr << "This person went there; erase what is there, too:\n";
  for (const ExportRecord& record : exports)
    std::cerr << "  " << FormatInstant(record.when).substr(0, 16) << " UTC  " << record.path << '\n';
}

}  // namespace

Result<int> RunPerson(const PersonOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Result<Contact> contact = FindContact(store.contacts(), options.contact);
  if (!contact) return contact.error();
  if (mkdir(options.output.c_str(), 0700) != 0) {
    return Error{
        ErrorCode::kInvalidInput,
        "The folder \"" + options.output.string() + "\" can't be made. Name one that isn't there yet.",
        std::generic_category().message(errno)};
  }
  const Result<Json> person = DescribePerson(store, *contact, options.output);
  if (!person) return person.error();
  const std::string text = person->dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  if (auto written = WritePrivately(options.output / "person.json", text); !written) return written.error();
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(options.output, error);
  const auto recorded = store.retention().RecordExport(
      {(*opened)->clock->Now(), "person", (error ? options.output : whole).string(), {contact->id}});
  if (!recorded) return recorded.error();
  std::cerr << "Wrote all that is kept of " << contact->details.name.full << " to " << options.output.string()
            << ".\n";
  return kSuccess;
}

Result<int> RunErase(const EraseOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Result<Contact> contact = FindContact(store.contacts(), options.contact);
  if (!contact) return contact.error();
  const auto exports = store.retention().ExportsWith(contact->id);
  if (!exports) return exports.error();
  if (!options.sure) {
    std::cerr << "This would erase " << ContactToLine(*contact)
              << ", with card images, history and follow-ups, for good."
              << " Say --yes to do it.\n";
    TellExports(*exports);
    return kFailure;
  }
  if (auto erased = store.contacts().Erase(contact->id); !erased) return erased.error();
  std::cerr
      << "Erased. Backups made before still hold it: daily ones go after a week, the others after 30 days.\n";
  TellExports(*exports);
  return kSuccess;
}

}  // namespace kith::app
