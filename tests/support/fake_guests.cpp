// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/receipt_code.h"
#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

class FakeGuestRecords : public GuestRecords {
 public:
  explicit FakeGuestRecords(State& state) : state_(state) {}

  Result<std::string> Keep(const Contact& contact, std::span<const FollowUp> follow_ups,
                           std::span<const Consent> consents) override {
    const std::optional<Error> fault = state_.FaultOf("guests.Keep");
    if (fault) return *fault;
    const Result<void> confirmed = state_.contact_store->Confirm(contact, follow_ups, Actor::kGuest);
    if (!confirmed) return confirmed.error();
    return state_.Call("guests.Keep after Confirm", [&]() -> Result<std::string> {
      for (const Consent& consent : consents)
        state_.consents[contact.id][consent.kind] = consent;
      const auto number = static_cast<std::uint8_t>(++state_.last_receipt);
      return state_.receipts[contact.id] = ReceiptCode({0xAB, 0xCD, 0xEF, 0x01, number});
    });
  }

  Result<std::optional<ContactId>> Find(const std::string& receipt) override {
    return state_.Call("guests.Find", [&]() -> Result<std::optional<ContactId>> {
      for (const auto& [contact, code] : state_.receipts) {
        if (code == receipt) return std::optional(Shown(contact));
      }
      return std::optional<ContactId>();
    });
  }

  Result<std::vector<Consent>> ConsentsOf(ContactId id) override {
    return state_.Call("guests.ConsentsOf", [&]() -> Result<std::vector<Consent>> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      std::vector<Consent> consents;
      for (const ConsentKind kind : {ConsentKind::kKeepInTouch, ConsentKind::kIntroduce}) {
        if (const Consent* newest = Newest(id, kind)) consents.push_back(*newest);
      }
      return consents;
    });
  }

  Result<std::vector<ContactId>> WhoDeclined(ConsentKind kind) override {
    return state_.Call("guests.WhoDeclined", [&]() -> Result<std::vector<ContactId>> {
      std::vector<ContactId> declined;
      for (const auto& [id, contact] : state_.contacts) {
        const Consent* newest = Newest(id, kind);
        if (newest != nullptr && !newest->given) declined.push_back(id);
      }
      return declined;
    });
  }

 private:
  ContactId Shown(ContactId id) const {
    for (auto hidden = state_.merged.find(id); hidden != state_.merged.end(); hidden = state_.merged.find(id))
      id = hidden->second.kept;
    return id;
  }

  const Consent* Newest(ContactId id, ConsentKind kind) const {
    const Consent* newest = nullptr;
    for (const auto& [contact, consents] : state_.consents) {
      const auto consent = consents.find(kind);
      if (Shown(contact) != id || consent == consents.end()) continue;
      if (newest == nullptr || newest->at < consent->second.at) newest = &consent->second;
    }
    return newest;
  }

  State& state_;
};

}  // namespace

std::unique_ptr<GuestRecords> MakeFakeGuestRecords(State& state) {
  return std::make_unique<FakeGuestRecords>(state);
}

}  // namespace kith::test
