// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/card_pictures.h"
#include "core/clock.h"
#include "core/contact_extras.h"
#include "core/contact_store.h"
#include "core/exporter.h"
#include "core/following_store.h"
#include "exchange/contact_text.h"
#include "followup/book.h"
#include "followup/due.h"

namespace kith::exchange {

/// Gathers what is in the store and writes it as the request asks. Lists of follow-ups have each contact's
/// next birthday and check-in too. The stores and the clock must outlive it.
class ListExporter : public Exporter {
 public:
  /// `pictures`: of the cards, for the page; nullptr: it has none.
  ListExporter(ContactStore& contacts, ContactExtrasStore& extras, FollowUpStore& follow_ups,
               FollowingStore& following, EventStore& events, followup::Rules rules, const Clock& clock,
               CardPictures* pictures = nullptr)
      : contacts_(contacts),
        extras_(extras),
        follow_ups_(follow_ups),
        following_(following),
        events_(events),
        rules_(std::move(rules)),
        clock_(clock),
        pictures_(pictures) {}

  /// An empty list is written too: a file with no entries, or with the header only.
  Result<ExportReport> Export(const ExportRequest& request) override;

 private:
  struct Text {
    std::string bytes;
    int count = 0;
    std::vector<ContactId> contacts;
  };

  struct WholeBook {
    followup::Book book;
    std::vector<Event> events;  ///< newest first
  };

  Result<Text> WriteFollowUps(const ExportRequest& request, const std::vector<Contact>& contacts,
                              const EventNames& event_names);
  Result<Text> WriteTaskList(const ExportRequest& request, const std::vector<followup::DueItem>& items,
                             const std::vector<Contact>& contacts, const EventNames& event_names);
  Result<std::vector<followup::DueItem>> CheckIns(const std::vector<Contact>& contacts);
  Result<ExportReport> WriteDrafts(const ExportRequest& request);
  Result<ExportReport> WritePeople(const ExportRequest& request);
  Result<WholeBook> LoadBook();
  Result<followup::Book> LoadBook(std::vector<Contact> contacts);
  Result<EventNames> LoadEventNames();

  ContactStore& contacts_;
  ContactExtrasStore& extras_;
  FollowUpStore& follow_ups_;
  FollowingStore& following_;
  EventStore& events_;
  followup::Rules rules_;
  const Clock& clock_;
  CardPictures* pictures_;
};

}  // namespace kith::exchange
