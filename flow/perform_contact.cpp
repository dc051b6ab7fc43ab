// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "core/contact_changes.h"
#include "core/language.h"
#include "flow/performer.h"
#include "flow/present.h"
#include "followup/changes.h"

namespace kith::flow {
namespace {

/// More are a crowd, not somebody who came twice.
constexpr std::size_t kAlikeShown = 3;

Error ChangedMeanwhile() {
  return {ErrorCode::kNotAllowed,
          std::string(Tr("Somebody else changed this contact meanwhile. Look at it again."))};
}

}  // namespace

Result<Relationship> Performer::RelationshipOf(ContactId id) {
  const Result<Following> following = ports_.following.Load();
  if (!following) return following.error();
  return followup::RelationshipOf({.following = *following}, id);
}

Result<std::vector<AlikeContact>> Performer::AlikeOf(const Contact& contact) {
  const Result<std::vector<DuplicatePair>> pairs = ports_.duplicates.FindLike(contact);
  if (!pairs) return pairs.error();
  std::vector<AlikeContact> alike;
  for (const DuplicatePair& pair : *pairs) {
    if (alike.size() == kAlikeShown) break;
    Result<Contact> other = ports_.contacts.Get(pair.first == contact.id ? pair.second : pair.first);
    if (!other) return other.error();
    alike.push_back({std::move(*other), pair.likeness});
  }
  return alike;
}

Result<std::vector<ReadCard>> Performer::CardsOf(ContactId id) {
  const Result<std::vector<CaptureId>> captures = ports_.duplicates.CardsOf(id);
  if (!captures) return captures.error();
  std::vector<ReadCard> cards;
  for (const CaptureId capture : *captures) {
    // A card that nobody could read, or whose picture is erased by now, is no reason to show nothing.
    cards.push_back({ports_.captures.GetDraft(capture).value_or(Draft()),
                     DecodedCard(capture, CardSide::kFront).value_or(Image())});
  }
  return cards;
}

Action Performer::Do(const effect::LoadContact& effect) {
  Result<Contact> contact = ports_.contacts.Get(effect.id);
  if (!contact) return EffectFailed{contact.error()};
  FollowUpQuery query;
  query.contact = effect.id;
  Result<std::vector<FollowUp>> follow_ups = ports_.follow_ups.List(query);
  if (!follow_ups) return EffectFailed{follow_ups.error()};
  ContactLoaded loaded{std::move(*contact), "", std::move(*follow_ups)};
  if (loaded.contact.event) {
    const Result<Event> event = ports_.events.Get(*loaded.contact.event);
    if (!event) return EffectFailed{event.error()};
    loaded.event_name = event->name;
  }
  auto relationship = RelationshipOf(effect.id);
  auto cards = CardsOf(effect.id);
  auto revisions = ports_.history.Revisions(effect.id);
  auto suggestions = ports_.history.Suggestions(effect.id);
  auto alike = AlikeOf(loaded.contact);
  auto consents = ports_.guests.ConsentsOf(effect.id);
  if (!relationship) return EffectFailed{relationship.error()};
  if (!cards) return EffectFailed{cards.error()};
  if (!revisions) return EffectFailed{revisions.error()};
  if (!suggestions) return EffectFailed{suggestions.error()};
  if (!alike) return EffectFailed{alike.error()};
  if (!consents) return EffectFailed{consents.error()};
  loaded.consents = std::move(*consents);
  loaded.relationship = std::move(*relationship);
  loaded.cards = std::move(*cards);
  for (Revision& revision : *revisions) {
    const Day day = ports_.clock.DayAt(revision.when);
    loaded.revisions.push_back({std::move(revision), day});
  }
  loaded.suggestions = std::move(*suggestions);
  loaded.alike = std::move(*alike);
  for (const followup::Circle& circle : ports_.rules.circles)
    loaded.circles.push_back(circle.name);
  return loaded;
}

Action Performer::Do(const effect::FindAlike& effect) {
  Contact contact;
  contact.details = effect.details;
  Result<std::vector<AlikeContact>> alike = AlikeOf(contact);
  if (!alike) return EffectFailed{alike.error()};
  return AlikeFound{effect.capture, std::move(*alike)};
}

Result<std::string> Performer::Join(const effect::ConfirmContact& effect, ContactId id) {
  for (const ContactId other : effect.apart_from) {
    if (auto apart = ports_.duplicates.TellApart(id, other); !apart) return apart.error();
  }
  if (!effect.same_as) return std::string();
  if (auto merged = ports_.duplicates.Merge(*effect.same_as, id, effect.actor); !merged)
    return merged.error();
  const Result<Contact> kept = ports_.contacts.Get(*effect.same_as);
  if (!kept) return kept.error();
  return DisplayName(kept->details);
}

Result<void> Performer::Know(const Relationship& relationship) {
  const Result<Following> following = ports_.following.Load();
  if (!following) return following.error();
  const followup::Book book{.following = *following};
  if (followup::RelationshipOf(book, relationship.contact) == relationship) return {};
  return ports_.following.Apply(followup::Know(book, relationship));
}

Action Performer::Do(const effect::SaveContact& effect) {
  const ContactId id = effect.before.contact.id;
  const auto now = ports_.contacts.Get(id);
  if (!now) return ContactNotChanged{id, now.error()};
  const auto relationship = RelationshipOf(id);
  if (!relationship) return ContactNotChanged{id, relationship.error()};
  if (!ChangesBetween(*now, effect.before.contact, {}).empty() || *relationship != effect.before.relationship)
    return ContactNotChanged{id, ChangedMeanwhile()};
  if (auto kept = ports_.contacts.Update(effect.after.contact, Actor::kHost); !kept)
    return ContactNotChanged{id, kept.error()};
  if (auto known = Know(effect.after.relationship); !known) {
    // Nothing or all of it: what was kept a moment ago goes again.
    if (auto back = ports_.contacts.Update(*now, Actor::kHost); !back)
      return ContactNotChanged{id, back.error()};
    return ContactNotChanged{id, known.error()};
  }
  return ContactChanged{id, Filled(Tr("{0} is saved"), {DisplayName(effect.after.contact.details)})};
}

Action Performer::Do(const effect::MergeContacts& effect) {
  if (auto merged = ports_.duplicates.Merge(effect.kept, effect.other, Actor::kHost); !merged)
    return ContactNotChanged{effect.kept, merged.error()};
  return ContactChanged{effect.kept, std::string(Tr("The two are one contact now"))};
}

Action Performer::Do(const effect::TellApart& effect) {
  if (auto apart = ports_.duplicates.TellApart(effect.one, effect.other); !apart)
    return ContactNotChanged{effect.one, apart.error()};
  return ContactChanged{effect.one, std::string(Tr("The two stay two contacts"))};
}

Action Performer::Do(const effect::UndoRevision& effect) {
  if (auto undone = ports_.history.Undo(effect.contact, effect.revision); !undone)
    return ContactNotChanged{effect.contact, undone.error()};
  return ContactChanged{effect.contact, std::string(Tr("Taken back"))};
}

Action Performer::Do(const effect::SettleSuggestion& effect) {
  if (auto settled = ports_.history.Settle(effect.contact, effect.field, effect.accept); !settled)
    return ContactNotChanged{effect.contact, settled.error()};
  return ContactChanged{effect.contact, std::string(effect.accept ? Tr("Changed") : Tr("Left as it is"))};
}

Action Performer::Do(const effect::CareForDay& effect) {
  // First, so that the backup doesn't hold what must not be kept any longer.
  const Result<RetentionReport> erased = ports_.retention.EraseDue(effect.today);
  if (!erased) return EffectFailed{erased.error()};
  DayCaredFor done{*erased};
  if (auto backup = ports_.daily_backup.BackUp(effect.today); !backup) done.no_backup = backup.error();
  return done;
}

}  // namespace kith::flow
