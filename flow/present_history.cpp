// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "flow/present.h"

namespace kith::flow {
namespace {

/// What the store calls a field, for a person.
std::string FieldName(const std::string& field) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"name", "Name"},           {"given name", "Given name"}, {"family name", "Family name"},
      {"phones", "Phones"},       {"emails", "E-mails"},        {"urls", "Web addresses"},
      {"titles", "Titles"},       {"addresses", "Addresses"},   {"organization", "Organization"},
      {"notes", "Notes"},         {"department", "Department"}, {"birthday", "Birthday"},
      {"interests", "Likes"},     {"met on", "Met on"},         {"event", "Event"},
      {"capture", "Card"},        {"created", "Kept"},          {"merged", "Joined with"},
      {"separated", "Separated"}, {"pictures", "Pictures"},     {"properties", "Other details"}};
  for (const auto& [name, shown] : kNames) {
    if (name == field) return std::string(shown);
  }
  return field;
}

std::string ByWhom(Actor actor) {
  switch (actor) {
    case Actor::kGuest:
      return "by the guest";
    case Actor::kHost:
      return "by you";
    case Actor::kReader:
      return "by reading the card";
    case Actor::kImport:
      return "by an import";
    case Actor::kHub:
      return "by another kiosk";
  }
  return {};
}

std::string Upper(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
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
  if (is_id) return {FieldName(change.field), "", "changed"};
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
    RevisionRow row{revision.number, Upper(DayName(day, today)) + ", " + ByWhom(revision.actor), {}, true};
    if (revision.undoes) row.title += ", taking back a change";
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
    const char* from = suggestion.actor == Actor::kImport ? "An import"
                       : suggestion.actor == Actor::kHub  ? "Another kiosk"
                                                          : "A reading of the card";
    rows.push_back(
        {suggestion.field, FieldName(suggestion.field), suggestion.kept, suggestion.suggested, from});
  }
  return rows;
}

std::vector<AlikeRow> AlikeRows(std::span<const AlikeContact> alike) {
  std::vector<AlikeRow> rows;
  for (const AlikeContact& one : alike) {
    AlikeRow row{one.contact.id, DisplayName(one.contact.details), AboutText(one.contact.details), ""};
    for (const std::string& reason : one.likeness.reasons)
      row.why += (row.why.empty() ? "" : ", ") + reason;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kith::flow
