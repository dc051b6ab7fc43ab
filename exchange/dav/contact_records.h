// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "core/contact_extras.h"
#include "core/contact_history.h"
#include "core/contact_store.h"
#include "core/sync_store.h"
#include "exchange/contact_text.h"
#include "exchange/dav/card_text.h"
#include "exchange/dav/records.h"

namespace kith::exchange::dav {

struct CardsToMerge;
struct MergedCards;

/// Where contacts are kept.
struct ContactPorts {
  ContactStore& contacts;
  ContactHistory& history;
  ContactExtrasStore& extras;
  EventStore& events;
  SyncStore& sync;
};

/// Contacts as vCards. What a contact carries beyond its fields comes along when it is taken over, and goes
/// along when it is created there. Later the server's changes of it are taken; of those made here, what was
/// added goes there, and what was removed stays there. The stores must outlive it.
class ContactRecords : public Records {
 public:
  /// `region` (ISO 3166) is for numbers without a country code.
  ContactRecords(const ContactPorts& ports, std::string region) : ports_(ports), region_(std::move(region)) {}

  Result<std::vector<LocalRecord>> List() override;
  Result<std::string> NewText(const LocalRecord& record) override;
  Result<Absence> WhyAbsent(const UuidBytes& id) override;
  Result<KnownText> Know(const std::string& text, bool is_kiths) override;
  Result<Reconciled> Reconcile(const SyncedItem& agreed, const std::string& remote,
                               Direction direction) override;
  Result<Reconciled> TakeHere(const KnownText& known, const std::string& remote) override;
  Result<void> FoldIn(const UuidBytes& id, const std::string& remote, bool is_kiths) override;
  Result<void> Remove(std::span<const UuidBytes> ids) override;

 private:
  Result<EventNames> Names();
  /// LocalRecord::text.
  Result<std::string> TextOf(const Contact& contact, const ContactExtras& extras);
  /// An event of that name, made if there is none; none for an empty name.
  Result<void> SetEvent(Contact& contact, const std::string& name);
  /// A value that waited as a suggestion and would be replaced by another one goes to the notes.
  Result<void> KeepWaiting(MergedCards& merged, ContactId id);
  /// What the card carries beyond a contact, as it changed there.
  Result<bool> TakeExtras(ContactId id, const ContactExtras& theirs, const ContactExtras& remote);
  /// What was added here since both ends agreed on the text `agreed`; the outcome's own text names it.
  Result<void> SendExtras(const Contact& contact, const std::string& agreed, const CardsToMerge& cards,
                          Reconciled& outcome);
  Result<Contact> Store(const Contact& before, const Vcard& local, MergedCards& merged);

  ContactPorts ports_;
  std::string region_;
};

}  // namespace kith::exchange::dav
