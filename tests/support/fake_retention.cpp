// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

class FakeRetentionStore : public RetentionStore {
 public:
  explicit FakeRetentionStore(State& state) : state_(state) {}

  Result<EventRetention> GetEventRetention(EventId id) override {
    return state_.Call("retention.GetEventRetention", [&]() -> Result<EventRetention> {
      if (!state_.events.contains(id)) return NotThere("The event");
      return state_.retention[id];
    });
  }

  Result<void> SetEventRetention(EventId id, const EventRetention& retention) override {
    return state_.Call("retention.SetEventRetention", [&]() -> Result<void> {
      if (retention.card_image_days.value_or(0) < 0)
        return Error{ErrorCode::kInvalidInput, "Card images can't be kept for fewer than 0 days."};
      if (!state_.events.contains(id)) return NotThere("The event");
      state_.retention[id] = retention;
      return {};
    });
  }

  Result<void> SetEraseOn(ContactId id, std::optional<Day> day) override {
    return state_.Call("retention.SetEraseOn", [&]() -> Result<void> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      state_.erase_on.erase(id);
      if (day) state_.erase_on[id] = *day;
      return {};
    });
  }

  Result<RetentionReport> EraseDue(Day today) override {
    return state_.Call("retention.EraseDue", [&]() -> Result<RetentionReport> {
      RetentionReport report;
      for (const ContactId id : DueContacts(today)) {
        state_.EraseContact(id);
        ++report.contacts;
      }
      for (const CaptureId id : DueCaptures(today)) {
        state_.EraseCapture(id);
        ++report.captures;
      }
      for (const auto& [id, contact] : state_.contacts)
        report.card_images += EraseCardImage(contact, today) ? 1 : 0;
      return report;
    });
  }

  Result<void> RecordExport(const ExportRecord& record) override {
    return state_.Call("retention.RecordExport", [&]() -> Result<void> {
      state_.exports.push_back(record);
      return {};
    });
  }

  Result<std::vector<ExportRecord>> ExportsWith(ContactId id) override {
    return state_.Call("retention.ExportsWith", [&]() -> Result<std::vector<ExportRecord>> {
      std::vector<ExportRecord> found;
      for (ExportRecord record : state_.exports) {
        const auto& contacts = record.contacts;
        if (std::find(contacts.begin(), contacts.end(), id) == contacts.end()) continue;
        record.contacts.clear();
        found.insert(found.begin(), std::move(record));
      }
      return found;
    });
  }

  Result<bool> WasErased(ContactId id) override {
    return state_.Call("retention.WasErased", [&]() -> Result<bool> { return state_.erased.contains(id); });
  }

 private:
  bool HasExpired(const std::optional<EventId>& event, Day today) {
    if (!event) return false;
    const std::optional<Day> expires = state_.retention[*event].expires;
    return expires && *expires <= today;
  }

  std::vector<ContactId> DueContacts(Day today) {
    std::vector<ContactId> due;
    for (const auto& [id, contact] : state_.contacts) {
      const auto own = state_.erase_on.find(id);
      if (own != state_.erase_on.end() ? own->second <= today : HasExpired(contact.event, today))
        due.push_back(id);
    }
    return due;
  }

  std::vector<CaptureId> DueCaptures(Day today) {
    std::vector<CaptureId> due;
    for (const auto& [id, one] : state_.captures) {
      if (one.capture.state != CaptureState::kConfirmed && HasExpired(one.capture.event, today))
        due.push_back(id);
    }
    return due;
  }

  bool EraseCardImage(const Contact& contact, Day today) {
    if (!contact.capture || !state_.captures.contains(*contact.capture)) return false;
    FakeCapture& card = state_.captures.at(*contact.capture);
    const std::optional<EventId> event = contact.event ? contact.event : card.capture.event;
    if (!event || card.images_erased) return false;
    const std::optional<int> days = state_.retention[*event].card_image_days;
    if (!days || AddDays(state_.clock.DayAt(contact.created), *days) > today) return false;
    card.images_erased = true;
    return true;
  }

  State& state_;
};

}  // namespace

std::unique_ptr<RetentionStore> MakeFakeRetentionStore(State& state) {
  return std::make_unique<FakeRetentionStore>(state);
}

}  // namespace kith::test
