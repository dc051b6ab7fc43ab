// SPDX-License-Identifier: Apache-2.0
#include "flow/present.h"

#include <algorithm>

#include "core/language.h"

namespace kith::flow {
namespace {

std::string WhenText(Day due, Day today) {
  // Translators: {0} is "yesterday", "3 December".
  return due < today ? Filled(Tr("since {0}"), {PlainDay(due, today)}) : DayName(due, today);
}

void AddReach(ContactPane& pane, std::string_view label, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    pane.reach.push_back({std::string(label), text});
}

std::string MetText(const Contact& contact, std::string_view event_name, Day today) {
  if (!contact.met_on && event_name.empty()) return "";
  if (!contact.met_on) return Filled(Tr("Met at {0}"), {event_name});
  const std::string day = OnDay(*contact.met_on, today);
  // Translators: {0} is an event; the last one is "yesterday", "on 3 December".
  return event_name.empty() ? Filled(Tr("Met {0}"), {day}) : Filled(Tr("Met at {0} {1}"), {event_name, day});
}

std::vector<LabelledText> KnownLines(const Contact& contact, const Relationship& relationship) {
  std::vector<LabelledText> lines;
  const auto add = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) lines.push_back({std::string(label), text});
  };
  if (contact.birthday) add(Tr("Birthday"), BirthdayName(*contact.birthday));
  add(Tr("Circle"), relationship.circle);
  add(Tr("Tags"), Joined(relationship.tags));
  add(Tr("Looks for"), Joined(relationship.looks_for));
  add(Tr("Offers"), Joined(relationship.offers));
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
  for (const Consent& consent : loaded.consents)
    pane.known.push_back({std::string(consent.given ? Tr("Agreed") : Tr("Did not agree")), consent.words});
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
  moment.title = Tr("Got both sides");
  return moment;
}

Moment GotItMoment(Instant until) {
  return {Moment::Kind::kGotIt, std::string(Tr("Got it")), std::string(Tr("You can take your card back.")),
          until};
}

Moment SavedMoment(const Contact& contact, std::span<const FollowUp> follow_ups, Day today, Instant until) {
  Moment moment{Moment::Kind::kSaved, Filled(Tr("{0} is saved"), {DisplayName(contact.details)}), "", until};
  if (!follow_ups.empty()) {
    const FollowUp& next =
        *std::min_element(follow_ups.begin(), follow_ups.end(),
                          [](const FollowUp& a, const FollowUp& b) { return a.due < b.due; });
    moment.text = Filled(Tr("{0}: {1}"), {Capitalized(DayName(next.due, today)), next.text});
  }
  return moment;
}

}  // namespace kith::flow
