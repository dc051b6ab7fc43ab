// SPDX-License-Identifier: Apache-2.0
#include "flow/present.h"

#include <algorithm>

namespace kith::flow {
namespace {

std::string WhenText(Day due, Day today) {
  return (due < today ? "since " : "") + DayName(due, today);
}

std::string Capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void AddReach(ContactPane& pane, std::string_view label, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    pane.reach.push_back({std::string(label), text});
}

std::string MetText(const Contact& contact, std::string_view event_name, Day today) {
  if (!contact.met_on && event_name.empty()) return "";
  std::string text = "Met";
  if (!event_name.empty()) text += " at " + std::string(event_name);
  if (!contact.met_on) return text;
  const std::string day = DayName(*contact.met_on, today);
  const bool is_date = !day.empty() && day.front() >= '0' && day.front() <= '9';
  return text + (is_date ? " on " : " ") + day;
}

std::vector<LabelledText> KnownLines(const Contact& contact, const Relationship& relationship) {
  std::vector<LabelledText> lines;
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) lines.push_back({label, text});
  };
  const auto joined = [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
      text += (text.empty() ? "" : ", ") + part;
    return text;
  };
  if (contact.birthday) add("Birthday", BirthdayName(*contact.birthday));
  add("Circle", relationship.circle);
  add("Tags", joined(relationship.tags));
  add("Looks for", joined(relationship.looks_for));
  add("Offers", joined(relationship.offers));
  return lines;
}

}  // namespace

std::vector<ContactRow> ContactRows(std::span<const Contact> contacts) {
  std::vector<ContactRow> rows;
  rows.reserve(contacts.size());
  for (const Contact& contact : contacts) {
    const std::string name = DisplayName(contact.details);
    rows.push_back({contact.id, name, AboutText(contact.details), Initials(name)});
  }
  return rows;
}

ContactPane PaneOf(const ContactLoaded& loaded, Day today) {
  const Contact& contact = loaded.contact;
  const ContactDetails& details = contact.details;
  ContactPane pane;
  pane.id = contact.id;
  pane.name = DisplayName(details);
  pane.initials = Initials(pane.name);
  pane.about = AboutText(details);
  pane.met = MetText(contact, loaded.event_name, today);
  pane.interests = contact.interests;
  pane.notes = details.notes;
  for (const FollowUp& follow_up : loaded.follow_ups)
    pane.next.push_back({WhenText(follow_up.due, today), follow_up.text});
  for (const Phone& phone : details.phones)
    pane.reach.push_back({std::string(PhoneTypeLabel(phone.type)), PhoneText(phone)});
  AddReach(pane, FieldLabel(FieldKind::kEmail), details.emails);
  AddReach(pane, FieldLabel(FieldKind::kUrl), details.urls);
  AddReach(pane, FieldLabel(FieldKind::kHandle), details.handles);
  AddReach(pane, FieldLabel(FieldKind::kAddress), details.addresses);
  AddReach(pane, FieldLabel(FieldKind::kOtherName), details.other_names);
  if (!details.department.empty()) AddReach(pane, FieldLabel(FieldKind::kDepartment), {details.department});
  if (details.titles.size() > 1)
    AddReach(pane, FieldLabel(FieldKind::kTitle), {details.titles.begin() + 1, details.titles.end()});
  pane.known = KnownLines(contact, loaded.relationship);
  pane.alike = AlikeRows(loaded.alike);
  pane.suggestions = SuggestionRows(loaded.suggestions);
  pane.history = RevisionRows(loaded.revisions, today);
  for (const ReadCard& card : loaded.cards)
    pane.cards.push_back({card.front, CompareWithCard(card.draft.details, details)});
  pane.circles = loaded.circles;
  pane.kept = {contact, loaded.relationship};
  pane.kept.relationship.contact = contact.id;
  return pane;
}

Moment BothSidesMoment(Instant until) {
  Moment moment = GotItMoment(until);
  moment.title = "Got both sides";
  return moment;
}

Moment GotItMoment(Instant until) {
  return {Moment::Kind::kGotIt, "Got it", "You can take your card back.", until};
}

Moment SavedMoment(const Contact& contact, std::span<const FollowUp> follow_ups, Day today, Instant until) {
  Moment moment{Moment::Kind::kSaved, DisplayName(contact.details) + " is saved", "", until};
  if (!follow_ups.empty()) {
    const FollowUp& next =
        *std::min_element(follow_ups.begin(), follow_ups.end(),
                          [](const FollowUp& a, const FollowUp& b) { return a.due < b.due; });
    moment.text = Capitalized(DayName(next.due, today)) + ": " + next.text;
  }
  return moment;
}

}  // namespace kith::flow
