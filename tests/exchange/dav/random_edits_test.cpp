// SPDX-License-Identifier: Apache-2.0
// Two Kiths and another program edit one address book at random, while the network breaks at random moments.
// KITH_SYNC_ROUNDS (25) says how many rounds, KITH_SYNC_SEED (1) which.
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/contact_changes.h"
#include "core/text.h"
#include "tests/exchange/dav/dav_user.h"
#include "tests/exchange/dav/essence.h"
#include "tests/support/cutting_proxy.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

int FromEnvironment(const char* name, int otherwise) {
  const char* const value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

/// What was added to whom; all values are different.
struct Added {
  std::string name;
  std::string value;
  bool is_single = false;   ///< only one such value can stand: another may take its place
  bool is_unknown = false;  ///< Kith has no place for it: it is on the server only
};

class RandomEdits : public testing::Test {
 protected:
  RandomEdits() { ada_.options().may_delete_many = bob_.options().may_delete_many = true; }

  std::string Url() const { return "http://localhost:" + std::to_string(network_.port()); }
  std::string Collection() const { return server_.Url() + "/host/kith/"; }

  void EditHere(DavUser& user, const std::string& word) {
    std::vector<Contact> contacts = user.Contacts();
    if (contacts.empty() || Chance(0.12)) {
      user.Add("Person " + word);
      names_.insert("Person " + word);
      return;
    }
    Contact contact = contacts[random_() % contacts.size()];
    if (Chance(0.03)) {
      user.Erase(contact.id);
      deleted_.insert(contact.details.name.full);
      return;
    }
    Change(contact, word);
    user.Update(contact);
  }

  void Change(Contact& contact, const std::string& word) {
    ContactDetails& details = contact.details;
    const auto added = [&](const std::string& value, bool is_single = false) {
      added_.push_back({details.name.full, value, is_single});
    };
    switch (random_() % 7) {
      case 0:
        details.emails.push_back(word + "@example.org");
        return added(details.emails.back());
      case 1:
        details.titles.insert(details.titles.begin(), "Title " + word);
        return added(details.titles.front());
      case 2:
        details.organization = "Firm " + word;
        return added(details.organization, true);
      case 3:
        details.notes += (details.notes.empty() ? "" : "\n") + ("Note " + word);
        return added("Note " + word);
      case 4:
        contact.interests.push_back("Interest " + word);
        return added(contact.interests.back());
      case 5:
        contact.birthday = Birthday{std::chrono::March / static_cast<int>(1 + random_() % 28), std::nullopt};
        return;
      default:
        if (details.emails.empty()) return;
        removed_.insert(details.emails.back());
        details.emails.pop_back();
    }
  }

  void EditElsewhere(int round) {
    const ProcessOutcome outcome =
        RunProcess({KITH_SYSTEM_PYTHON, KITH_SOURCE_DIR "/tests/exchange/dav/third_client.py", Collection(),
                    Radicale::kUser, Radicale::kPassword, std::to_string(round)});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::vector<std::string> said(3);
    std::size_t part = 0;
    for (const char c : outcome.out.substr(0, outcome.out.find('\n'))) {
      if (c == '\t') {
        ++part;
      } else {
        said[part] += c;
      }
    }
    if (said[0] == "add") names_.insert(said[1]);
    if (said[0] == "delete") deleted_.insert(said[1]);
    if (said[0] == "failed" || said[0] == "add" || said[0] == "delete") return;
    if (said[0] == "organization") added_elsewhere_[said[1]] = said[2];
    added_.push_back({said[1], said[2], said[0] == "organization", said[0] == "unknown"});
  }

  void Sync(DavUser& user, bool breaks) {
    network_.Cut(random_(), breaks ? 20'000 : 0);
    const auto report = user.TryContacts();
    if (!breaks) {
      ASSERT_TRUE(report) << report.error().message << report.error().detail;
      ASSERT_FALSE(report->sync.trouble) << report->sync.trouble->message;
    }
    const bool is_cut_off = !report || report->sync.trouble;
    cut_off_ += is_cut_off ? 1 : 0;
    if (!report) return;
    for (const auto& event : report->sync.events)
      EXPECT_NE(event.kind, exchange::dav::SyncEvent::Kind::kUnreadable) << event.name << event.detail;
  }

  /// Until nothing happens any more.
  void Settle() {
    for (int i = 0; i < 8; ++i) {
      network_.Cut(0, 0);
      const bool quiet = ada_.SyncContacts().events.empty() & bob_.SyncContacts().events.empty();
      if (quiet) return;
    }
    ADD_FAILURE() << "they don't come to rest";
  }

  /// All that a Kith knows of its contacts, what they held before and what waits for them, too.
  static std::string AllTextOf(DavUser& user, const std::string& name) {
    std::string all;
    for (const Contact& contact : user.Contacts()) {
      if (contact.details.name.full != name) continue;
      for (const ContactChange& change : ChangesBetween({}, contact, {}))
        all += change.after + '\n';
      for (const Revision& revision : user.store().history().Revisions(contact.id).value()) {
        for (const FieldChange& change : revision.changes)
          all += change.before + '\n' + change.after + '\n';
      }
      for (const Suggestion& suggestion : user.store().history().Suggestions(contact.id).value())
        all += suggestion.suggested + '\n';
    }
    return all;
  }

  static std::string NowTextOf(const Contact& contact) {
    std::string all;
    for (const ContactChange& change : ChangesBetween({}, contact, {}))
      all += change.after + '\n';
    return all;
  }

  /// The cards as the server has them, by their names.
  std::map<std::string, std::string> TextsThere() const {
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server_.collections())) {
      if (entry.path().extension() != ".vcf") continue;
      const std::string text = ReadBytes(entry.path());
      const std::size_t name = text.find("FN:") + 3;
      texts[text.substr(name, text.find_first_of("\r\n", name) - name)] = text;
    }
    return texts;
  }

  void ExpectNothingLost() {
    std::map<std::string, std::string> there = TextsThere();
    std::map<std::string, std::string> now;
    for (const Contact& contact : ada_.Contacts())
      now[contact.details.name.full] = NowTextOf(contact) + '\n';
    for (const Added& one : added_) {
      if (deleted_.contains(one.name) || removed_.contains(one.value)) continue;
      if (one.is_unknown) {
        EXPECT_THAT(there[one.name], testing::HasSubstr(one.value)) << "of " << one.name;
      } else if (!one.is_single) {
        EXPECT_THAT(now[one.name], testing::HasSubstr(one.value)) << "of " << one.name;
      } else if (!one.value.starts_with("third") || added_elsewhere_[one.name] == one.value) {
        EXPECT_THAT(AllTextOf(ada_, one.name) + AllTextOf(bob_, one.name), testing::HasSubstr(one.value))
            << "of " << one.name;
      }
    }
  }

  void ExpectEachOnce() {
    std::multiset<std::string> names;
    for (const Contact& contact : ada_.Contacts())
      names.insert(contact.details.name.full);
    for (const std::string& name : names_) {
      if (deleted_.contains(name)) {
        EXPECT_LE(names.count(name), 1U) << name;
      } else {
        EXPECT_EQ(names.count(name), 1U) << name;
      }
    }
    EXPECT_LE(names.size(), names_.size());
  }

  bool Chance(double share) { return std::uniform_real_distribution<>(0, 1)(random_) < share; }

  ManualClock clock_;
  Radicale server_;
  CuttingProxy network_{server_.port()};
  DavUser ada_{clock_, Url()};
  DavUser bob_{clock_, Url()};
  std::mt19937_64 random_{static_cast<std::uint64_t>(FromEnvironment("KITH_SYNC_SEED", 1))};
  std::set<std::string> names_;
  std::set<std::string> deleted_;
  std::set<std::string> removed_;
  std::vector<Added> added_;
  std::map<std::string, std::string> added_elsewhere_;  ///< the last firm that the other program gave whom
  int cut_off_ = 0;
};

TEST_F(RandomEdits, EndEqualWithoutLossOrDoubles) {
  const int rounds = FromEnvironment("KITH_SYNC_ROUNDS", 25);
  for (int i = 0; i < 5; ++i)
    EditHere(ada_, "begin" + std::to_string(i));
  Sync(ada_, false);
  for (int round = 0; round < rounds && !HasFatalFailure(); ++round) {
    clock_.Advance(std::chrono::seconds(1));
    if (Chance(0.7)) EditHere(ada_, "ada" + std::to_string(round));
    if (Chance(0.7)) EditHere(bob_, "bob" + std::to_string(round));
    if (Chance(0.5)) EditElsewhere(round);
    if (Chance(0.6)) Sync(ada_, Chance(0.5));
    if (Chance(0.6)) Sync(bob_, Chance(0.5));
  }
  Settle();
  EXPECT_EQ(Essence(ada_.Contacts()), Essence(bob_.Contacts()));
  DavUser fresh(clock_, server_.Url());
  fresh.SyncContacts();
  EXPECT_EQ(Essence(fresh.Contacts()), Essence(ada_.Contacts())) << "as the server has them";
  ExpectEachOnce();
  ExpectNothingLost();
  std::cout << rounds << " rounds, " << cut_off_ << " times cut off, " << names_.size() << " people, "
            << deleted_.size() << " of them deleted\n";
  EXPECT_GT(cut_off_, rounds / 20);
}

}  // namespace
}  // namespace kith::test
