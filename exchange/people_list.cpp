// SPDX-License-Identifier: Apache-2.0
#include "exchange/people_list.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "exchange/contact_text.h"
#include "followup/next_steps.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kMostEncounters = 3;

/// What the book says of each contact, so that nothing is looked through again for everybody.
class ByContact {
 public:
  explicit ByContact(const followup::Book& book) {
    for (const FollowUp& follow_up : book.follow_ups) {
      if (!follow_up.done_on) open_[follow_up.contact].push_back({follow_up.due, follow_up.text});
    }
    for (auto& [contact, to_do] : open_)
      std::ranges::stable_sort(to_do, {}, &ToDo::day);
    for (const Encounter& encounter : book.following.encounters) {
      if (!encounter.note.empty()) encounters_[encounter.contact].push_back(&encounter);
    }
  }

  std::vector<ToDo> Open(ContactId contact) const {
    const auto found = open_.find(contact);
    return found == open_.end() ? std::vector<ToDo>() : found->second;
  }
  /// The newest first.
  std::vector<std::string> Noted(ContactId contact) const {
    std::vector<std::string> notes;
    const auto found = encounters_.find(contact);
    if (found == encounters_.end()) return notes;
    for (auto it = found->second.rbegin(); it != found->second.rend() && notes.size() < kMostEncounters; ++it)
      notes.push_back(FormatDay((*it)->on) + ": " + (*it)->note);
    return notes;
  }

 private:
  std::unordered_map<ContactId, std::vector<ToDo>, followup::IdHash> open_;
  std::unordered_map<ContactId, std::vector<const Encounter*>, followup::IdHash> encounters_;
};

std::string Reach(const ContactDetails& details) {
  std::vector<std::string> ways;
  for (const Phone& phone : details.phones) {
    if (phone.type != PhoneType::kFax) ways.push_back(PhoneForPeople(phone));
  }
  ways.insert(ways.end(), details.emails.begin(), details.emails.end());
  return Join(ways, " \u00B7 ");
}

ListedPerson PersonOf(const Contact& contact, const ByContact& known) {
  const ContactDetails& details = contact.details;
  ListedPerson person{
      .contact = &contact, .name = DisplayName(contact), .met = HowMet(contact, {}), .reach = Reach(details)};
  const std::string organization = details.organization == person.name ? std::string() : details.organization;
  person.about = Join({details.titles.empty() ? "" : details.titles.front(), organization}, ", ");
  if (!contact.interests.empty())
    person.talked_about.push_back("Likes to talk about " + Join(contact.interests, ", "));
  for (std::string& note : known.Noted(contact.id))
    person.talked_about.push_back(std::move(note));
  if (!details.notes.empty()) person.talked_about.push_back(details.notes);
  return person;
}

/// What is open, else the check-in or birthday that comes next.
std::vector<ToDo> ToDoOf(const followup::NextStep& step, const ByContact& known,
                         const std::optional<Day>& due_before) {
  std::vector<ToDo> to_do = known.Open(step.contact);
  if (to_do.empty() && step.day) to_do.push_back({*step.day, step.text});
  if (due_before) std::erase_if(to_do, [&](const ToDo& one) { return one.day >= *due_before; });
  return to_do;
}

}  // namespace

std::vector<ListedEvent> ListPeople(const followup::Book& book, const followup::Rules& rules,
                                    std::span<const Event> events, Day today, const PeopleListing& listing) {
  std::map<EventId, std::size_t> places;
  std::vector<ListedEvent> list;
  for (const Event& event : events) {
    places.emplace(event.id, list.size());
    list.push_back({event.name, event.place, {}});
  }
  list.push_back({"Met elsewhere", {}, {}});

  const ByContact known(book);
  const std::vector<followup::NextStep> steps = NextSteps(book, followup::People(book), rules, today);
  for (std::size_t i = 0; i < book.contacts.size(); ++i) {
    const Contact& contact = book.contacts[i];
    if (steps[i].fate == followup::Fate::kLetGo || (listing.event && contact.event != listing.event))
      continue;
    std::vector<ToDo> to_do = ToDoOf(steps[i], known, listing.due_before);
    if (listing.due_before && to_do.empty()) continue;
    const auto place = contact.event ? places.find(*contact.event) : places.end();
    ListedEvent& event = place == places.end() ? list.back() : list[place->second];
    event.people.push_back(PersonOf(contact, known));
    event.people.back().to_do = std::move(to_do);
  }
  std::erase_if(list, [](const ListedEvent& event) { return event.people.empty(); });
  return list;
}

}  // namespace kith::exchange
