// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "core/contact_history.h"
#include "core/contact_store.h"
#include "core/sync_store.h"
#include "exchange/contact_text.h"
#include "exchange/dav/card_text.h"
#include "exchange/dav/records.h"

namespace kith::exchange::dav {

struct MergedCards;

/// Contacts as vCards. The stores must outlive it.
class ContactRecords : public Records {
 public:
  /// `region` (ISO 3166) is for numbers without a country code.
  ContactRecords(ContactStore& contacts, ContactHistory& history, EventStore& events, SyncStore& sync,
                 std::string region)
      : contacts_(contacts), history_(history), events_(events), sync_(sync), region_(std::move(region)) {}

  Result<std::vector<LocalRecord>> List() override;
  Result<Absence> WhyAbsent(const UuidBytes& id) override;
  Result<KnownText> Know(const std::string& text, bool is_kiths) override;
  Result<Reconciled> Reconcile(const SyncedItem& agreed, const std::string& remote,
                               Direction direction) override;
  Result<Reconciled> TakeHere(const KnownText& known, const std::string& remote) override;
  Result<void> FoldIn(const UuidBytes& id, const std::string& remote, bool is_kiths) override;
  Result<void> Remove(std::span<const UuidBytes> ids) override;

 private:
  Result<EventNames> Names();
  /// An event of that name, made if there is none; none for an empty name.
  Result<void> SetEvent(Contact& contact, const std::string& name);
  /// A value that waited as a suggestion and would be replaced by another one goes to the notes.
  Result<void> KeepWaiting(MergedCards& merged, ContactId id);
  Result<Contact> Store(const Contact& before, const Vcard& local, MergedCards& merged);

  ContactStore& contacts_;
  ContactHistory& history_;
  EventStore& events_;
  SyncStore& sync_;
  std::string region_;
};

}  // namespace kith::exchange::dav
