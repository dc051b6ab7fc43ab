// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/contact_records.h"

#include <algorithm>
#include <optional>

#include "core/duplicates.h"
#include "exchange/dav/card_extras.h"
#include "exchange/dav/merge_cards.h"
#include "exchange/vcard/vcard.h"

namespace kith::exchange::dav {
namespace {

/// Whether a person here gave the field the value that it holds.
bool IsTyped(const std::vector<Revision>& revisions, std::string_view field) {
  for (const Revision& revision : revisions) {
    for (const FieldChange& change : revision.changes) {
      if (change.field == field || change.field == "created") return IsPerson(revision.actor);
    }
  }
  return true;
}

void AddNote(Vcard& card, const std::string& line) {
  std::string& notes = card.contact.details.notes;
  if (notes.find(line) != std::string::npos) return;
  notes += (notes.empty() ? "" : "\n") + line;
}

}  // namespace

Result<EventNames> ContactRecords::Names() {
  const Result<std::vector<Event>> events = ports_.events.List();
  if (!events) return events.error();
  EventNames names;
  for (const Event& event : *events)
    names[event.id] = event.name;
  return names;
}

Result<std::vector<LocalRecord>> ContactRecords::List() {
  const Result<EventNames> names = Names();
  if (!names) return names.error();
  std::vector<LocalRecord> records;
  const auto listed =
      ports_.extras.ForEach(std::nullopt, ExtrasWanted::kAll, [&](const WholeContact& whole) -> Result<void> {
        records.push_back(
            {whole.contact.id.bytes(), MarkedText(CardText(whole.contact, *names), whole.extras)});
        return {};
      });
  if (!listed) return listed.error();
  return records;
}

Result<std::string> ContactRecords::TextOf(const Contact& contact, const ContactExtras& extras) {
  const Result<EventNames> names = Names();
  if (!names) return names.error();
  return MarkedText(CardText(contact, *names), extras);
}

Result<std::string> ContactRecords::NewText(const LocalRecord& record) {
  const ContactId id(record.id);
  const Result<Contact> contact = ports_.contacts.Get(id);
  if (!contact) return UnmarkedText(record.text);
  const Result<ContactExtras> extras = ports_.extras.Get(id);
  if (!extras) return extras.error();
  if (extras->empty()) return UnmarkedText(record.text);
  const Result<EventNames> names = Names();
  if (!names) return names.error();
  std::string text;
  AppendVcard(text, {*contact, *extras}, *names);
  return text;
}

Result<bool> ContactRecords::TakeExtras(ContactId id, const ContactExtras& theirs,
                                        const ContactExtras& remote) {
  if (remote == theirs) return false;
  Result<ContactExtras> here = ports_.extras.Get(id);
  if (!here) return here.error();
  ContactExtras after = remote;
  if (*here != theirs) {
    after = *here;
    JoinExtras(after, remote);
  }
  LimitExtras(after);
  if (after == *here) return false;
  if (auto put = ports_.extras.Put(id, after, Actor::kHub); !put) return put.error();
  return true;
}

Result<Absence> ContactRecords::WhyAbsent(const UuidBytes& id) {
  const Result<ContactFate> fate = ports_.sync.FateOf(ContactId(id));
  if (!fate) return fate.error();
  switch (fate->kind) {
    case ContactFate::Kind::kMerged:
      return Absence::kMerged;
    case ContactFate::Kind::kRemoved:
      return Absence::kPutAside;
    case ContactFate::Kind::kErased:
      return Absence::kErased;
    case ContactFate::Kind::kUnknown:
    case ContactFate::Kind::kHere:
      break;
  }
  return Absence::kUnknown;
}

Result<KnownText> ContactRecords::Know(const std::string& text, bool is_kiths) {
  const Result<ServerCard> read = ReadCard(text, region_, is_kiths);
  if (!read) return read.error();
  return KnownText{read->card.contact.id.bytes(), DisplayName(read->card.contact), read->is_kiths};
}

Result<Reconciled> ContactRecords::Reconcile(const SyncedItem& agreed, const std::string& remote,
                                             Direction direction) {
  const Result<Contact> contact = ports_.contacts.Get(ContactId(agreed.id));
  // Gone in this very moment: the next pass sees it.
  if (!contact) return Error{ErrorCode::kNotAllowed, contact.error().message};
  const Result<EventNames> names = Names();
  if (!names) return names.error();
  const Result<std::vector<Revision>> revisions = ports_.history.Revisions(contact->id);
  if (!revisions) return revisions.error();

  Reconciled outcome{CardText(*contact, *names), remote};
  CardsToMerge cards;
  cards.local.contact = *contact;
  cards.local.event = EventName(*contact, *names);
  const auto read = [&](const std::string& text, bool is_kiths, Vcard& card) -> Result<void> {
    if (text.empty()) return {};
    Result<ServerCard> known = ReadCard(text, region_, is_kiths);
    if (!known) return known.error();
    card = std::move(known->card);
    return {};
  };
  for (const Result<void>& done :
       {read(outcome.ours, true, cards.seen), read(agreed.ours, true, cards.ours),
        read(remote, agreed.is_kiths, cards.remote), read(agreed.theirs, agreed.is_kiths, cards.theirs)}) {
    if (!done) return done.error();
  }

  const auto is_typed = [&](std::string_view field) { return IsTyped(*revisions, field); };
  MergedCards merged = MergeCards(cards, is_typed);
  Contact known = *contact;  // what the server is told of: a change of this very moment goes the next time
  if (direction == Direction::kPublish) {
    if (remote != agreed.theirs && !agreed.theirs.empty()) {
      CardsToMerge unseen = cards;
      unseen.remote = cards.theirs;
      outcome.remembered =
          PatchCard(agreed.theirs, MergeCards(unseen, is_typed).there, region_, agreed.is_kiths);
    }
  } else {
    const Result<Contact> stored = Store(*contact, cards.local, merged);
    if (!stored) return stored.error();
    const Result<bool> more = TakeExtras(contact->id, cards.theirs.extras, cards.remote.extras);
    if (!more) return more.error();
    outcome.contested = merged.contested;
    outcome.changed_here = *more || merged.here != cards.local;
    known = *stored;
  }
  merged.there.contact.updated = known.updated;
  outcome.there = PatchCard(remote, merged.there, region_, agreed.is_kiths);
  if (auto sent = SendExtras(known, agreed.ours, cards, outcome); !sent) return sent.error();
  return outcome;
}

Result<void> ContactRecords::SendExtras(const Contact& contact, const std::string& agreed,
                                        const CardsToMerge& cards, Reconciled& outcome) {
  const Result<ContactExtras> here = ports_.extras.Get(contact.id);
  if (!here) return Error{ErrorCode::kNotAllowed, here.error().message};
  const ContactExtras added = AddedHere(*here, agreed, cards.theirs.extras, cards.remote.extras);
  if (!added.empty()) {
    outcome.there = WithExtras(outcome.there, added);
    if (outcome.remembered) outcome.remembered = WithExtras(*outcome.remembered, added);
  }
  Result<std::string> ours = TextOf(contact, *here);
  if (!ours) return ours.error();
  outcome.ours = *std::move(ours);
  return {};
}

Result<Contact> ContactRecords::Store(const Contact& before, const Vcard& local, MergedCards& merged) {
  if (auto kept = KeepWaiting(merged, before.id); !kept) return kept.error();
  if (merged.here != local) {
    if (merged.here.event != local.event) {
      if (auto set = SetEvent(merged.here.contact, merged.here.event); !set) return set.error();
    }
    if (auto changed = ports_.sync.Change(before, merged.here.contact, Actor::kHub); !changed)
      return changed.error();
  }
  if (!merged.contested.empty()) {
    Contact suggested = merged.suggested.contact;
    suggested.details.notes = merged.here.contact.details.notes;
    suggested.event = merged.here.contact.event;
    if (merged.suggested.event != merged.here.event) {
      if (auto set = SetEvent(suggested, merged.suggested.event); !set) return set.error();
    }
    if (auto held = ports_.history.Suggest(suggested, Actor::kHub); !held) return held.error();
  }
  return ports_.contacts.Get(before.id);
}

Result<void> ContactRecords::KeepWaiting(MergedCards& merged, ContactId id) {
  if (merged.contested.empty()) return {};
  const Result<std::vector<Suggestion>> waiting = ports_.history.Suggestions(id);
  if (!waiting) return waiting.error();
  for (const Suggestion& suggestion : *waiting) {
    if (std::ranges::find(merged.contested, suggestion.field) == merged.contested.end()) continue;
    AddNote(merged.here, "Also: " + suggestion.suggested);
    AddNote(merged.there, "Also: " + suggestion.suggested);
  }
  return {};
}

Result<Reconciled> ContactRecords::TakeHere(const KnownText& known, const std::string& remote) {
  Result<ServerCard> read = ReadCard(remote, region_, known.is_kiths);
  if (!read) return read.error();
  Contact& contact = read->card.contact;
  if (auto set = SetEvent(contact, read->card.event); !set) return set.error();
  if (auto taken = ports_.sync.Change(std::nullopt, contact, Actor::kHub); !taken) return taken.error();
  const Result<bool> more = TakeExtras(contact.id, {}, read->card.extras);
  if (!more) return more.error();
  const Result<Contact> stored = ports_.contacts.Get(contact.id);
  if (!stored) return stored.error();
  const Result<ContactExtras> extras = ports_.extras.Get(stored->id);
  if (!extras) return extras.error();
  const Result<std::string> ours = TextOf(*stored, *extras);
  if (!ours) return ours.error();
  Reconciled outcome{*ours, remote};
  outcome.changed_here = true;
  return outcome;
}

Result<void> ContactRecords::FoldIn(const UuidBytes& id, const std::string& remote, bool is_kiths) {
  const Result<ContactFate> fate = ports_.sync.FateOf(ContactId(id));
  if (!fate) return fate.error();
  const Result<Contact> kept = ports_.contacts.Get(fate->kept);
  // The one that it was merged into is put aside: so is it.
  if (!kept) return {};
  const Result<ServerCard> read = ReadCard(remote, region_, is_kiths);
  if (!read) return read.error();
  const auto changed = ports_.sync.Change(*kept, MergedContact(*kept, read->card.contact), Actor::kHub);
  if (!changed) return changed;
  const Result<bool> more = TakeExtras(kept->id, {}, read->card.extras);
  return more ? Result<void>() : more.error();
}

Result<void> ContactRecords::Remove(std::span<const UuidBytes> ids) {
  std::vector<ContactId> contacts;
  for (const UuidBytes& id : ids)
    contacts.emplace_back(id);
  if (contacts.empty()) return {};
  return ports_.sync.Remove(contacts);
}

Result<void> ContactRecords::SetEvent(Contact& contact, const std::string& name) {
  contact.event.reset();
  if (name.empty()) return {};
  const Result<Event> event = ports_.events.FindOrCreate(name);
  if (!event) return event.error();
  contact.event = event->id;
  return {};
}

}  // namespace kith::exchange::dav
