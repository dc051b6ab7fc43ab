// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "core/language.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

/// What the store calls a field, for a person.
std::string FieldName(const std::string& field) {
  static constexpr std::pair<std::string_view, const char*> kNames[] = {
      {"name", TrLater("Name")},
      {"given name", TrLater("Given name")},
      {"family name", TrLater("Family name")},
      {"phones", TrLater("Phones")},
      {"emails", TrLater("E-mails")},
      {"urls", TrLater("Web addresses")},
      {"titles", TrLater("Titles")},
      {"addresses", TrLater("Addresses")},
      {"organization", TrLater("Organization")},
      {"notes", TrLater("Notes")},
      {"department", TrLater("Department")},
      {"birthday", TrLater("Birthday")},
      {"interests", TrLater("Likes")},
      {"met on", TrLater("Met on")},
      {"event", TrLater("Event")},
      {"capture", TrLater("Card")},
      {"created", TrLater("Kept")},
      {"merged", TrLater("Joined with")},
      {"separated", TrLater("Separated")},
      {"pictures", TrLater("Pictures")},
      {"properties", TrLater("Other details")}};
  for (const auto& [name, shown] : kNames) {
    if (name == field) return std::string(Tr(shown));
  }
  return field;
}

/// Translators: {0} is a day: "Yesterday", "3 December".
std::string_view ByWhom(Actor actor) {
  switch (actor) {
    case Actor::kGuest:
      return Tr("{0}, by the guest");
    case Actor::kHost:
      return Tr("{0}, by you");
    case Actor::kReader:
      return Tr("{0}, by reading the card");
    case Actor::kImport:
      return Tr("{0}, by an import");
    case Actor::kHub:
      return Tr("{0}, by another kiosk");
  }
  return "{0}";
}

std::string Lines(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : "\n") + part;
  return text;
}

std::string PhoneLines(const std::vector<Phone>& phones) {
  std::vector<std::string> texts;
  for (const Phone& phone : phones)
    texts.push_back(PhoneText(phone));
  return Lines(texts);
}

/// A field whose value is the id of something says nothing to a person.
ChangeLine LineOf(const FieldChange& change) {
  const bool is_id = change.field == "event" || change.field == "capture";
  if (is_id) return {FieldName(change.field), "", std::string(Tr("changed"))};
  return {FieldName(change.field), change.before, change.after};
}

}  // namespace

std::vector<CardLine> CompareWithCard(const ContactDetails& on_card, const ContactDetails& now) {
  std::vector<CardLine> lines;
  const auto add = [&](FieldKind kind, const std::string& card, const std::string& kept) {
    if (!card.empty() || !kept.empty())
      lines.push_back({std::string(FieldLabel(kind)), card, kept, card == kept});
  };
  add(FieldKind::kName, on_card.name.full, now.name.full);
  add(FieldKind::kTitle, Lines(on_card.titles), Lines(now.titles));
  add(FieldKind::kOrganization, on_card.organization, now.organization);
  add(FieldKind::kDepartment, on_card.department, now.department);
  add(FieldKind::kPhone, PhoneLines(on_card.phones), PhoneLines(now.phones));
  add(FieldKind::kEmail, Lines(on_card.emails), Lines(now.emails));
  add(FieldKind::kUrl, Lines(on_card.urls), Lines(now.urls));
  add(FieldKind::kAddress, Lines(on_card.addresses), Lines(now.addresses));
  add(FieldKind::kNote, on_card.notes, now.notes);
  return lines;
}

std::vector<RevisionRow> RevisionRows(std::span<const DatedRevision> revisions, Day today) {
  std::vector<RevisionRow> rows;
  std::set<std::string> changed_since;
  for (const auto& [revision, day] : revisions) {
    RevisionRow row{
        revision.number, Filled(ByWhom(revision.actor), {Capitalized(DayName(day, today))}), {}, true};
    if (revision.undoes) row.title = Filled(Tr("{0}, taking back a change"), {row.title});
    for (const FieldChange& change : revision.changes) {
      row.lines.push_back(LineOf(change));
      const bool for_good = change.field == "created" || change.field == "separated";
      row.can_undo = row.can_undo && !for_good && !changed_since.contains(change.field);
    }
    for (const FieldChange& change : revision.changes)
      changed_since.insert(change.field == "separated" ? "merged" : change.field);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<SuggestionRow> SuggestionRows(std::span<const Suggestion> suggestions) {
  std::vector<SuggestionRow> rows;
  for (const Suggestion& suggestion : suggestions) {
    const std::string_view from = suggestion.actor == Actor::kImport ? Tr("An import")
                                  : suggestion.actor == Actor::kHub  ? Tr("Another kiosk")
                                                                     : Tr("A reading of the card");
    rows.push_back({suggestion.field, FieldName(suggestion.field), suggestion.kept, suggestion.suggested,
                    std::string(from)});
  }
  return rows;
}

std::string ReasonsText(const Likeness& likeness) {
  std::vector<std::string> reasons;
  for (const std::string& reason : likeness.reasons)
    reasons.emplace_back(Tr(reason.c_str()));
  return Joined(reasons);
}

std::vector<AlikeRow> AlikeRows(std::span<const AlikeContact> alike) {
  std::vector<AlikeRow> rows;
  for (const AlikeContact& one : alike) {
    AlikeRow row{one.contact.id, DisplayName(one.contact.details), AboutText(one.contact.details), ""};
    row.why = ReasonsText(one.likeness);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kith::flow
