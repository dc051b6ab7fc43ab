// SPDX-License-Identifier: Apache-2.0
#include "followup/messages.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/text.h"
#include "followup/introduction_steps.h"

namespace kith::followup {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// The text with its placeholders filled; nullopt if one of them isn't known.
std::optional<std::string> FilledOrNothing(std::string_view text, const Values& values) {
  std::string result;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    result += text.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) return result;
    const auto value = values.find(text.substr(open + 1, close - open - 1));
    if (value == values.end() || value->second.empty()) return std::nullopt;
    result += value->second;
    text.remove_prefix(close + 1);
  }
}

/// Parts in square brackets go where something in them isn't known; elsewhere a person fills it in.
std::string FilledParts(std::string_view text, const Values& known) {
  constexpr std::string_view kNames[] = {"given",  "name",  "event", "interest", "promise",
                                         "reason", "other", "years", "host"};
  Values or_gap = known;
  for (const std::string_view name : kNames) {
    std::string& value = or_gap[std::string(name)];
    if (value.empty()) value = "\u2026";
  }
  std::string result;
  while (true) {
    const std::size_t open = text.find('[');
    const std::size_t close = open == std::string_view::npos ? open : text.find(']', open);
    const std::string_view plain = text.substr(0, close == std::string_view::npos ? close : open);
    result += FilledOrNothing(plain, or_gap).value_or(std::string(plain));
    if (close == std::string_view::npos) return result;
    result += FilledOrNothing(text.substr(open + 1, close - open - 1), known).value_or("");
    text.remove_prefix(close + 1);
  }
}

const MessageTemplate* FindTemplate(const Rules& rules, FollowUpKind kind, int step,
                                    const std::string& language) {
  for (const std::vector<MessageTemplate>* all : {&rules.messages, &OwnTemplates()}) {
    for (const MessageTemplate& one : *all) {
      if (one.kind == kind && one.language == language && (one.step == 0 || one.step == step)) return &one;
    }
  }
  return nullptr;
}

/// Whether the text gives away who it is about.
bool Names(const std::string& text, const Contact& contact) {
  const std::string folded = FoldText(text);
  const ContactDetails& details = contact.details;
  for (const std::string* name :
       {&details.name.full, &details.name.given, &details.name.family, &details.organization}) {
    if (!name->empty() && folded.find(FoldText(*name)) != std::string::npos) return true;
  }
  return false;
}

/// Gives whom the message also goes to; nullptr: nobody.
const Contact* AddIntroduction(const Book& book, const FollowUp& stored, Values& values) {
  for (const Introduction& introduction : book.following.introductions) {
    if (introduction.id != stored.introduction) continue;
    const bool first = introduction.contacts[0] == stored.contact;
    const Contact* other = ContactWith(book, introduction.contacts[first ? 1 : 0]);
    if (other == nullptr) return nullptr;
    // Whom they would meet is named when both agreed, not before: not in the reason either.
    const bool agreed = stored.step == kBringTogether;
    if (agreed) values["other"] = NameInText(*other);
    if (agreed || !Names(introduction.reason, *other)) values["reason"] = introduction.reason;
    return agreed ? other : nullptr;
  }
  return nullptr;
}

Recipient RecipientOf(const Contact& contact) {
  const std::vector<std::string>& emails = contact.details.emails;
  return {contact.id, contact.details.name.full, emails.empty() ? std::string() : emails.front()};
}

Values ValuesOf(const Book& book, const Rules& rules, const QueueItem& item, const Contact& contact) {
  Values values{
      {"given", contact.details.name.given.empty() ? NameInText(contact) : contact.details.name.given},
      {"name", contact.details.name.full},
      {"host", rules.host_name}};
  if (!contact.interests.empty()) values["interest"] = contact.interests.front();
  if (contact.event) {
    const auto event = book.events.find(*contact.event);
    if (event != book.events.end()) values["event"] = event->second.name;
  }
  if (item.kind == FollowUpKind::kPromise || item.kind == FollowUpKind::kSendLink)
    values["promise"] = item.text;
  if (item.kind == FollowUpKind::kAnniversary && item.occasion && contact.met_on)
    values["years"] = std::to_string(int{item.occasion->year()} - int{contact.met_on->year()});
  return values;
}

}  // namespace

std::optional<Message> WriteMessage(const Book& book, const Rules& rules, const QueueItem& item,
                                    const std::string& language) {
  const Contact* contact = ContactWith(book, item.contact);
  if (contact == nullptr) return std::nullopt;
  const auto found = std::find_if(book.follow_ups.begin(), book.follow_ups.end(),
                                  [&](const FollowUp& one) { return one.id == item.follow_up; });
  const FollowUp* stored = item.follow_up && found != book.follow_ups.end() ? &*found : nullptr;

  std::vector<std::string> languages = RelationshipOf(book, item.contact).languages;
  if (!language.empty()) languages.insert(languages.begin(), language);
  languages.insert(languages.end(), {rules.language, "en"});
  const MessageTemplate* chosen = nullptr;
  for (const std::string& candidate : languages) {
    chosen = FindTemplate(rules, item.kind, stored != nullptr ? stored->step : 0, candidate);
    if (chosen != nullptr) break;
  }
  if (chosen == nullptr) return std::nullopt;
  Values values = ValuesOf(book, rules, item, *contact);
  Message message{.language = chosen->language, .mail = {.to = {RecipientOf(*contact)}}};
  if (stored != nullptr && stored->introduction) {
    const Contact* other = AddIntroduction(book, *stored, values);
    if (other != nullptr) message.mail.to.push_back(RecipientOf(*other));
  }
  message.mail.subject = FilledParts(chosen->subject, values);
  message.mail.body = FilledParts(chosen->body, values);
  return message;
}

}  // namespace kith::followup
