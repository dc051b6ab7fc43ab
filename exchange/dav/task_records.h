// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/clock.h"
#include "core/contact_store.h"
#include "core/following_store.h"
#include "exchange/contact_text.h"
#include "exchange/dav/records.h"
#include "exchange/dav/task_text.h"
#include "followup/book.h"

namespace kith::exchange::dav {

/// Where follow-ups are kept.
struct TaskPorts {
  ContactStore& contacts;
  FollowUpStore& follow_ups;
  FollowingStore& following;
  EventStore& events;
  const Clock& clock;
};

/// Follow-ups as VTODOs. What another program marks as done is done here, with what comes next; `kith undo`
/// takes back what a server changed. Tasks that belong to no contact that is here aren't touched. Done ones
/// are kept up, but not created on the server. The stores and the clock must outlive it.
class TaskRecords : public Records {
 public:
  TaskRecords(const TaskPorts& ports, followup::Rules rules) : ports_(ports), rules_(std::move(rules)) {}

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
  /// The contacts and events that texts are made of, as List found them.
  Result<void> LoadPeople();
  Result<std::string> TextOf(const FollowUp& follow_up) const;
  Result<Task> TaskNow(const FollowUp& follow_up) const;
  Result<void> Store(const FollowUp& before, const Task& task);
  Result<FollowingChange> Finish(const FollowUp& before, const FollowUp& after);

  TaskPorts ports_;
  followup::Rules rules_;
  std::map<ContactId, Contact> people_;
  EventNames event_names_;
};

}  // namespace kith::exchange::dav
