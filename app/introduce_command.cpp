// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/following_book.h"
#include "followup/introduction_steps.h"
#include "followup/suggestions.h"

namespace kith::app {
namespace {

using followup::Suggestion;

std::string NameOf(const followup::People& people, ContactId id) {
  const followup::Person* person = people.Find(id);
  return person == nullptr ? "?" : ContactToLine(*person->contact);
}

std::string ToJson(const Suggestion& suggestion, const followup::People& people) {
  nlohmann::ordered_json json = {
      {"contacts", {suggestion.contacts[0].ToString(), suggestion.contacts[1].ToString()}},
      {"names",
       {people.Find(suggestion.contacts[0])->contact->details.name.full,
        people.Find(suggestion.contacts[1])->contact->details.name.full}},
      {"reasons", suggestion.reasons},
      {"score", suggestion.score}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<int> Suggest(const IntroduceOptions& options, OpenedBook& opened) {
  const auto event = FindEvent(opened.store().events(), options.event);
  if (!event) return event.error();
  const auto declined = opened.store().guests().WhoDeclined(ConsentKind::kIntroduce);
  if (!declined) return declined.error();
  std::erase_if(opened.book.contacts, [&](const Contact& contact) {
    return std::ranges::find(*declined, contact.id) != declined->end();
  });
  const followup::People people(opened.book);
  const std::vector<Suggestion> suggestions =
      SuggestIntroductions(opened.book, people, {.event = *event, .most = options.most});
  for (const Suggestion& suggestion : suggestions) {
    if (options.json) {
      std::cout << ToJson(suggestion, people) << '\n';
    } else {
      std::cout << NameOf(people, suggestion.contacts[0]) << "\n  and "
                << NameOf(people, suggestion.contacts[1]) << "\n  because " << ReasonText(suggestion)
                << "\n\n";
    }
  }
  if (suggestions.empty()) std::cerr << "Nobody to introduce just now.\n";
  return kSuccess;
}

std::string ReasonFor(const IntroduceOptions& options, const followup::Book& book,
                      const std::array<ContactId, 2>& pair) {
  if (!options.why.empty()) return options.why;
  followup::Book two;
  two.events = book.events;
  two.following.relationships = book.following.relationships;
  std::copy_if(book.contacts.begin(), book.contacts.end(), std::back_inserter(two.contacts),
               [&](const Contact& contact) { return contact.id == pair[0] || contact.id == pair[1]; });
  const std::vector<Suggestion> found = SuggestIntroductions(two, followup::People(two));
  return found.empty() ? std::string() : ReasonText(found.front());
}

/// Not these two: kept as declined, so that they are never suggested again.
FollowingChange Declined(const std::array<ContactId, 2>& pair, followup::Moment moment) {
  Introduction introduction{.id = MakeId<IntroductionId>(moment.now),
                            .contacts = {std::min(pair[0], pair[1]), std::max(pair[0], pair[1])},
                            .answers = {Answer::kNo, Answer::kNone},
                            .begun = moment.today};
  FollowingChange change{.what = "Won't introduce these two"};
  change.introductions.push_back({std::nullopt, std::move(introduction)});
  return change;
}

}  // namespace

Result<int> RunIntroduce(const IntroduceOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  if (options.contacts.empty()) return Suggest(options, *opened);
  std::array<ContactId, 2> pair;
  for (std::size_t i = 0; i < pair.size(); ++i) {
    const auto contact = FindContact(opened->store(), options.contacts[i]);
    if (!contact) return contact.error();
    pair[i] = contact->id;
  }
  const followup::Rules& rules = config.following.rules;
  const Introduction* known = followup::IntroductionOf(opened->book, pair[0], pair[1]);
  if (options.answer != Answer::kNone) {
    if (known == nullptr) return Error{ErrorCode::kNotFound, "The two aren't being introduced."};
    const auto who = FindContact(opened->store(), options.answer_of);
    if (!who) return who.error();
    return Keep(opened->store(),
                RecordAnswer(opened->book, rules, known->id, who->id, options.answer, opened->moment));
  }
  if (options.made)
    return Keep(opened->store(), RecordIntroduced(opened->book, pair[0], pair[1], opened->moment));
  if (options.declined && known == nullptr) return Keep(opened->store(), Declined(pair, opened->moment));
  if (options.declined) {
    return Keep(opened->store(),
                RecordAnswer(opened->book, rules, known->id, pair[0], Answer::kNo, opened->moment));
  }
  return Keep(opened->store(), BeginIntroduction(opened->book, rules, pair[0], pair[1],
                                                 ReasonFor(options, opened->book, pair), opened->moment));
}

}  // namespace kith::app
