// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/desktop_mail.h"
#include "app/following_book.h"
#include "core/contact_changes.h"
#include "followup/messages.h"
#include "followup/next_steps.h"
#include "followup/plan_change.h"
#include "followup/promises.h"

namespace kith::app {
namespace {

using followup::QueueItem;

struct Found {
  OpenedBook book;
  QueueItem item;
};

Result<Found> Find(const ItemOptions& options, const Config& config) {
  auto book = OpenBook(config);
  if (!book) return book.error();
  auto item = FindItem(*book, config.following.rules, options.key);
  if (!item) return item.error();
  return Found{*std::move(book), *std::move(item)};
}

Result<Day> UntilOf(const std::string& text, const followup::Calendar& calendar, Day today) {
  if (const std::optional<Day> day = ParseDay(text)) return *day;
  std::string names;
  for (const followup::SnoozeChoice& choice : followup::SnoozeChoices(calendar, today)) {
    if (choice.name == text) return choice.day;
    names += (names.empty() ? "" : ", ") + std::string(choice.name);
  }
  return Error{ErrorCode::kInvalidInput,
               "\"" + text + "\" is no day. Give one like 2026-12-01, or one of " + names + "."};
}

void ChangeList(std::vector<std::string>& list, const std::vector<std::string>& changes) {
  for (const std::string& change : changes) {
    if (change.starts_with('-')) {
      std::erase(list, change.substr(1));
    } else if (std::find(list.begin(), list.end(), change) == list.end()) {
      list.push_back(change);
    }
  }
}

void PrintMove(const followup::PlanMove& move, const followup::Book& book) {
  const FollowUp& one = move.before ? *move.before : *move.after;
  const auto contact = std::find_if(book.contacts.begin(), book.contacts.end(),
                                    [&](const Contact& candidate) { return candidate.id == one.contact; });
  const std::string before = move.before ? FormatDay(move.before->due) : "new       ";
  const std::string after = move.after ? FormatDay(move.after->due) : "gone      ";
  std::cout << before << "  ->  " << after << "  " << (move.after ? move.after->text : one.text);
  if (contact != book.contacts.end()) std::cout << "  (" << ContactToLine(*contact) << ")";
  std::cout << '\n';
}

Result<int> GivePlan(const PlanOptions& options, const Config& config, OpenedBook& opened) {
  const followup::Rules& rules = config.following.rules;
  const std::string& name = options.found ? followup::FoundCardPlan().name : options.give;
  const followup::Plan* plan = rules.PlanNamed(name);
  if (plan == nullptr) return Error{ErrorCode::kNotFound, "There is no plan \"" + name + "\" in kith.toml."};
  const auto contact = FindContact(opened.store(), options.contact);
  if (!contact) return contact.error();
  const followup::People people(opened.book);
  followup::DayLoad load = LoadOf(opened.book);
  followup::Anchors anchors = AnchorsOf(opened.book, *people.Find(contact->id));
  if (options.found) anchors.met = opened.moment.today;
  // Nobody is told a year later that it was nice to meet.
  followup::Plan coming{.name = plan->name, .steps = {}};
  std::copy_if(
      plan->steps.begin(), plan->steps.end(), std::back_inserter(coming.steps),
      [&](const followup::PlanStep& step) { return WantedDay(step, anchors) >= opened.moment.today; });
  if (coming.steps.empty()) {
    return Error{ErrorCode::kNotAllowed, "Every step of the plan \"" + plan->name +
                                             "\" would be past, counted from " + FormatDay(anchors.met) +
                                             ". A circle says how often to be in touch from now on."};
  }
  FollowingChange change =
      followup::Add("Gave the plan " + plan->name,
                    FollowUpsFor(coming, *contact, anchors, rules.calendar, load, opened.moment.now));
  if (options.found) {
    Relationship relationship = RelationshipOf(opened.book, contact->id);
    relationship.found_on = opened.moment.today;
    change.relationships = followup::Know(opened.book, relationship).relationships;
  }
  return Keep(opened.store(), change);
}

Result<void> KeepBirthday(ContactStore& contacts, ContactId id, const std::string& text) {
  Result<Contact> contact = contacts.Get(id);
  if (!contact) return contact.error();
  contact->birthday = ParseBirthday(text);
  if (!text.empty() && !contact->birthday)
    return Error{ErrorCode::kInvalidInput, "\"" + text + "\" isn't a birthday. Write 03-14 or 1990-03-14."};
  return contacts.Update(*contact);
}

/// Prints the mail, or puts it where the options say.
Result<int> TakeMail(const MailDraft& mail, const ItemOptions& options, storage::Store& store,
                     const Clock& clock) {
  DesktopMail desk(store.retention(), clock);
  if (options.open) {
    const auto opened = desk.OpenInMailProgram(mail);
    if (!opened) return opened.error();
  } else if (!options.eml.empty()) {
    const auto written = desk.WriteDraft(mail, options.eml);
    if (!written) return written.error();
    std::cerr << "Wrote " << options.eml.string() << ".\n";
  } else if (options.mailto) {
    const auto link = desk.Link(mail);
    if (!link) return link.error();
    std::cout << *link << '\n';
  } else {
    const std::string to = RecipientsText(mail);
    if (!to.empty()) std::cout << "To: " << to << '\n';
    std::cout << "Subject: " << mail.subject << "\n\n" << mail.body << '\n';
  }
  return kSuccess;
}

}  // namespace

Result<int> RunDone(const ItemOptions& options, const Config& config) {
  auto found = Find(options, config);
  if (!found) return found.error();
  const OpenedBook& book = found->book;
  return Keep(found->book.store(),
              MarkDone(book.book, config.following.rules, found->item, options.note, book.moment));
}

Result<int> RunSkip(const ItemOptions& options, const Config& config) {
  auto found = Find(options, config);
  if (!found) return found.error();
  return Keep(found->book.store(),
              Skip(found->book.book, config.following.rules, found->item, found->book.moment));
}

Result<int> RunSnooze(const ItemOptions& options, const Config& config) {
  auto found = Find(options, config);
  if (!found) return found.error();
  const followup::Rules& rules = config.following.rules;
  const auto until = UntilOf(options.until, rules.calendar, found->book.moment.today);
  if (!until) return until.error();
  return Keep(found->book.store(), Snooze(found->book.book, rules, found->item, *until, found->book.moment));
}

Result<int> RunUndo(const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  const auto undone = (*opened)->store->following().Undo();
  if (!undone) return undone.error();
  std::cerr << "Taken back: " << undone->what << ".\n";
  return kSuccess;
}

Result<int> RunMessage(const ItemOptions& options, const Config& config) {
  auto found = Find(options, config);
  if (!found) return found.error();
  const auto message = WriteMessage(found->book.book, config.following.rules, found->item, options.language);
  if (!message)
    return Error{ErrorCode::kNotFound, "There is nobody to write to in \"" + found->item.text + "\"."};
  return TakeMail(message->mail, options, found->book.store(), *found->book.opened->clock);
}

Result<int> RunLog(const LogOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  const auto contact = FindContact(opened->store(), options.contact);
  if (!contact) return contact.error();
  const Day on = options.on.value_or(opened->moment.today);
  if (on > opened->moment.today) {
    return Error{ErrorCode::kInvalidInput, FormatDay(on) + " is still to come. Note what has been."};
  }
  const Encounter encounter{.id = MakeId<EncounterId>(opened->moment.now),
                            .contact = contact->id,
                            .on = on,
                            .kind = options.kind,
                            .note = options.note};
  FollowingChange change = Log(opened->book, config.following.rules, encounter);
  for (const followup::Promise& promise : followup::FindPromises(options.note, on)) {
    change.follow_ups.push_back({std::nullopt, FollowUpOf(promise, *contact, config.following.rules.calendar,
                                                          opened->moment.today, opened->moment.now)});
    std::cerr << "Promised: " << promise.words << ", by " << FormatDay(change.follow_ups.back().after->due)
              << ".\n";
  }
  return Keep(opened->store(), change);
}

Result<int> RunPromise(const PromiseOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  const auto contact = FindContact(opened->store(), options.contact);
  if (!contact) return contact.error();
  const Day today = opened->moment.today;
  const FollowUp follow_up = followup::PromisedFollowUp(
      options.words, options.by, *contact, config.following.rules.calendar, today, opened->moment.now);
  return Keep(opened->store(),
              followup::Add("Promised by " + FormatDay(follow_up.due) + ": " + follow_up.text, {follow_up}));
}

Result<int> RunKnow(const KnowOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  const auto contact = FindContact(opened->store(), options.contact);
  if (!contact) return contact.error();
  if (options.let_go) return Keep(opened->store(), LetGo(opened->book, contact->id, opened->moment));
  Relationship known = RelationshipOf(opened->book, contact->id);
  if (options.circle) {
    if (!options.circle->empty() && config.following.rules.CircleNamed(*options.circle) == nullptr)
      return Error{ErrorCode::kNotFound, "There is no circle \"" + *options.circle + "\" in kith.toml."};
    known.circle = *options.circle;
  }
  if (options.birthday) {
    auto kept = KeepBirthday(opened->store().contacts(), contact->id, *options.birthday);
    if (!kept) return kept.error();
    std::cerr << "Noted: the birthday of " << contact->details.name.full << ".\n";
  }
  if (options.take_up) known.let_go = false;
  ChangeList(known.tags, options.tags);
  ChangeList(known.looks_for, options.looks_for);
  ChangeList(known.offers, options.offers);
  ChangeList(known.places, options.places);
  ChangeList(known.languages, options.languages);
  const FollowingChange change = followup::Know(opened->book, known);
  if (options.birthday && change.empty()) return kSuccess;
  return Keep(opened->store(), change);
}

Result<int> RunPlan(const PlanOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  if (options.found || !options.give.empty()) return GivePlan(options, config, *opened);
  const followup::PlanPreview preview = PreviewPlans(opened->book, config.following.rules, opened->moment);
  for (const followup::PlanMove& move : preview.moves)
    PrintMove(move, opened->book);
  if (preview.moves.empty()) {
    std::cerr << "Everything is as the plans say.\n";
    return kSuccess;
  }
  if (options.apply) return Keep(opened->store(), preview.change);
  std::cerr << preview.moves.size() << " would change. Do it with \"kith plan --apply\".\n";
  return kSuccess;
}

Result<int> RunNext(const NextOptions& options, const Config& config) {
  auto opened = OpenBook(config);
  if (!opened) return opened.error();
  int missing = 0;
  for (const followup::NextStep& step : NextSteps(opened->book, followup::People(opened->book),
                                                  config.following.rules, opened->moment.today)) {
    const bool nothing = step.fate == followup::Fate::kNothing;
    missing += nothing ? 1 : 0;
    if (options.only_missing && !nothing) continue;
    const auto contact = std::find_if(opened->book.contacts.begin(), opened->book.contacts.end(),
                                      [&](const Contact& one) { return one.id == step.contact; });
    if (options.json) {
      nlohmann::ordered_json json = {{"contact", step.contact.ToString()},
                                     {"name", contact->details.name.full},
                                     {"fate", nothing                               ? "nothing"
                                              : step.fate == followup::Fate::kLetGo ? "let-go"
                                                                                    : "planned"}};
      if (step.day) json["day"] = FormatDay(*step.day);
      if (step.day) json["text"] = step.text;
      std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    } else {
      std::cout << (step.day  ? FormatDay(*step.day)
                    : nothing ? "nothing   "
                              : "let go    ")
                << "  " << ContactToLine(*contact) << (step.text.empty() ? "" : "  (" + step.text + ")")
                << '\n';
    }
  }
  int unread = 0;
  for (const CaptureState state : {CaptureState::kWaiting, CaptureState::kDrafted, CaptureState::kFailed}) {
    const auto captures = opened->store().captures().List(state, 1'000'000);
    if (!captures) return captures.error();
    unread += static_cast<int>(captures->size());
  }
  if (unread > 0) std::cerr << unread << " cards wait to be read or reviewed.\n";
  std::cerr << (missing == 0
                    ? "Everyone has a next step.\n"
                    : std::to_string(missing) + " have no next step: give them a circle or a plan.\n");
  return kSuccess;
}

}  // namespace kith::app
