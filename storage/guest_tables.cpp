// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <utility>

#include <sodium.h>

#include "core/language.h"
#include "core/receipt_code.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/digest.h"
#include "storage/merging.h"
#include "storage/revisions.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

/// Without a key: whoever can read this database needs no code to see what is in it.
std::string DigestOf(const std::string& receipt) {
  return ContentDigest({reinterpret_cast<const std::uint8_t*>(receipt.data()), receipt.size()});
}

std::string NewReceipt() {
  ReceiptBits bits{};
  randombytes_buf(bits.data(), bits.size());
  return ReceiptCode(bits);
}

Consent ConsentFrom(const Row& row) {
  return {.kind = ParseConsentKind(row.Text(0)).value_or(ConsentKind::kKeepInTouch),
          .given = row.Int(1) != 0,
          .words = row.Text(2),
          .at = row.Moment(3)};
}

class GuestTables : public GuestRecords {
 public:
  GuestTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<std::string> Keep(const Contact& contact, std::span<const FollowUp> follow_ups,
                           std::span<const Consent> consents) override {
    return Guard(database_.file(), [&]() -> Result<std::string> {
      if (sodium_init() < 0)
        return Error{ErrorCode::kUnavailable, std::string(Tr("This machine gives no random numbers."))};
      Transaction transaction(database_, Transaction::Kind::kWrite);
      const auto confirmed = ConfirmContact(database_, contact, follow_ups, {Actor::kGuest, clock_.Now()});
      if (!confirmed) return confirmed.error();
      const std::int64_t row = RowOfContact(database_, contact.id).value();
      for (const Consent& consent : consents) {
        database_.Run(
            "INSERT OR REPLACE INTO consents(contact, kind, given, words, at) VALUES(?, ?, ?, ?, ?)",
            {row, ConsentKindName(consent.kind), consent.given ? 1 : 0, consent.words, consent.at});
      }
      const std::string receipt = NewReceipt();
      database_.Run("INSERT OR REPLACE INTO receipts(contact, digest) VALUES(?, ?)",
                    {row, DigestOf(receipt)});
      transaction.Commit();
      return receipt;
    });
  }

  Result<std::optional<ContactId>> Find(const std::string& receipt) override {
    return Guard(database_.file(), [&]() -> Result<std::optional<ContactId>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const auto row = database_.Number("SELECT contact FROM receipts WHERE digest = ?", {DigestOf(receipt)});
      return row ? Shown(*row) : std::nullopt;
    });
  }

  Result<std::vector<Consent>> ConsentsOf(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<Consent>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      const std::optional<std::int64_t> row = RowOfContact(database_, id);
      if (!row) return NotThere(Kept::kContact);
      std::vector<Consent> consents;
      database_.Each(std::string(kWithMerged) +
                         "SELECT kind, given, words, at FROM consents JOIN persons ON persons.row = contact"
                         " ORDER BY kind DESC, at DESC",
                     {*row}, [&](const Row& found) {
                       const Consent consent = ConsentFrom(found);
                       if (ConsentOf(consents, consent.kind) == nullptr) consents.push_back(consent);
                     });
      return consents;
    });
  }

  Result<std::vector<ContactId>> WhoDeclined(ConsentKind kind) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<ContactId>> {
      const Transaction snapshot(database_, Transaction::Kind::kRead);
      std::map<ContactId, std::pair<Instant, bool>> newest;
      // Without merges there is one answer a person; those that agreed are of interest beside them only.
      database_.Each(
          "SELECT contact, given, at FROM consents WHERE kind = ?1 AND (given = 0 OR contact IN"
          " (SELECT row FROM contacts WHERE merged_into IS NOT NULL UNION SELECT merged_into FROM contacts))",
          {ConsentKindName(kind)}, [&](const Row& row) {
            const std::optional<ContactId> person = Shown(row.Number(0));
            if (!person) return;
            const std::pair answer(row.Moment(2), row.Int(1) != 0);
            const auto [known, is_new] = newest.emplace(*person, answer);
            if (!is_new && known->second.first < answer.first) known->second = answer;
          });
      std::vector<ContactId> declined;
      for (const auto& [person, answer] : newest) {
        if (!answer.second) declined.push_back(person);
      }
      return declined;
    });
  }

 private:
  /// Who is seen where that contact is: itself, or the one that it was merged into. nullopt: it was put
  /// aside.
  std::optional<ContactId> Shown(std::int64_t row) {
    std::optional<ContactId> shown;
    database_.Each(
        "WITH RECURSIVE chain(row) AS (VALUES(?1) UNION ALL"
        " SELECT merged_into FROM contacts JOIN chain USING (row) WHERE merged_into IS NOT NULL)"
        " SELECT id FROM contacts JOIN chain USING (row) WHERE merged_into IS NULL AND removed IS NULL",
        {row}, [&](const Row& found) { shown = ContactId(found.Uuid(0)); });
    return shown;
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<GuestRecords> MakeGuestTables(Database& database, const Clock& clock) {
  return std::make_unique<GuestTables>(database, clock);
}

}  // namespace kith::storage
