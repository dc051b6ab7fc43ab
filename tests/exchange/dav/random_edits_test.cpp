// SPDX-License-Identifier: Apache-2.0
// Two Kiths and another program edit one address book at random, while the network breaks at random moments.
// KITH_SYNC_ROUNDS (20) says how many rounds, KITH_SYNC_SEED (1) which.
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
  bool is_unknown = false;  ///< a contact has no place for it
};

class RandomEdits : public testing::Test {
 protected:
  RandomEdits() { ada_.options().may_delete_many = bob_.options().may_delete_many = true; }

  std::string Url() const { return "http://localhost:" + std::to_string(network_.port()); }
  std::string Collection() const { return server_.Url() + "/host/kith/"; }
  void EditHere(DavUser& user, const std::string& word) {
    if (Chance(0.3)) return EditTask(user, word);
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
    if (Chance(0.1)) return AddProperty(user, contact, word);
    Change(contact, word);
    user.Update(contact);
  }

  void AddProperty(DavUser& user, const Contact& contact, const std::string& word) {
    ContactExtras extras = user.store().extras().Get(contact.id).value();
    extras.properties.push_back({.name = "X-HERE", .value = "Property " + word});
    ASSERT_TRUE(user.store().extras().Put(contact.id, extras, Actor::kImport));
    added_.push_back({contact.details.name.full, extras.properties.back().value, false, true});
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
  void EditTask(DavUser& user, const std::string& word) {
    const std::vector<FollowUp> open = user.store().follow_ups().List({}).value();
    const std::vector<Contact> contacts = user.Contacts();
    if (contacts.empty()) return;
    if (open.empty() || Chance(0.4)) {
      FollowUp added = SampleFollowUp(contacts[random_() % contacts.size()].id, clock_.Today(), "Do " + word);
      added.kind = FollowUpKind::kOther;
      if (Chance(0.3)) added.repeat_days = 30;
      EXPECT_TRUE(user.store().follow_ups().Add(std::array{added}));
      return;
    }
    const FollowUp& before = open[random_() % open.size()];
    std::optional<FollowUp> after = before;
    switch (random_() % 5) {
      case 0:
        after->done_on = clock_.Today();
        break;
      case 1:
        after->due = AddDays(before.due, 1);
        break;
      case 2:
        after->text = "Rather do " + word;
        break;
      case 3:
        after->note += (after->note.empty() ? "" : "\n") + ("Task note " + word);
        task_notes_[before.id.ToString()].push_back("Task note " + word);
        break;
      default:
        after.reset();
        deleted_tasks_.insert(before.id.ToString());
    }
    EXPECT_TRUE(user.store().following().Apply({.what = "Changed", .follow_ups = {{before, after}}}));
  }

  void EditElsewhere(int round) {
    const ProcessOutcome outcome =
        RunProcess({KITH_SYSTEM_PYTHON, KITH_SOURCE_DIR "/tests/exchange/dav/third_client.py", Collection(),
                    server_.Url() + "/host/kithfollowups/", Radicale::kUser, Radicale::kPassword,
                    std::to_string(round)});
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
    if (said[0] == "task-description") task_notes_[said[1]].push_back(said[2]);
    if (said[0].starts_with("task-") || said[0] == "nothing") return;
    if (said[0] == "failed" || said[0] == "add" || said[0] == "delete") return;
    if (said[0] == "organization") added_elsewhere_[said[1]] = said[2];
    added_.push_back({said[1], said[2], said[0] == "organization", said[0] == "unknown"});
  }

  void Sync(DavUser& user, bool breaks) {
    network_.Cut(random_(), breaks ? 20'000 : 0);
    Judge(user.TryContacts(), breaks);
    Judge(user.TryTasks(), breaks);
  }

  void Judge(const Result<exchange::dav::ServiceReport>& report, bool breaks) {
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
      std::size_t events = 0;
      for (DavUser* const user : {&ada_, &bob_})
        events += user->SyncContacts().events.size() + user->SyncTasks().events.size();
      if (events == 0) return;
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
    for (const auto& entry : std::filesystem::directory_iterator(server_.collections() / "host" / "kith")) {
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
        const std::string& text = there[one.name];
        EXPECT_THAT(text, testing::HasSubstr(one.value)) << "of " << one.name;
        EXPECT_EQ(text.find(one.value + "\r\n"), text.rfind(one.value + "\r\n")) << text;
      } else if (!one.is_single) {
        EXPECT_THAT(now[one.name], testing::HasSubstr(one.value)) << "of " << one.name;
      } else if (!one.value.starts_with("third") || added_elsewhere_[one.name] == one.value) {
        EXPECT_THAT(AllTextOf(ada_, one.name) + AllTextOf(bob_, one.name), testing::HasSubstr(one.value))
            << "of " << one.name;
      }
    }
  }
  using Tasks = std::map<std::string, FollowUp>;

  static Tasks TasksOf(DavUser& user, bool with_done) {
    Tasks tasks;
    for (FollowUp& task : user.store().follow_ups().List({.include_done = with_done}).value())
      tasks.emplace(task.id.ToString(), task);
    return tasks;
  }

  /// What was done before a server knew of it stays where it was.
  void ExpectEqualTasks(DavUser& one, DavUser& other) {
    EXPECT_EQ(TasksOf(one, false), TasksOf(other, false));
    const Tasks others = TasksOf(other, true);
    for (const auto& [id, task] : TasksOf(one, true)) {
      if (others.contains(id)) {
        EXPECT_EQ(others.at(id), task) << task.text;
      }
    }
  }

  void ExpectNoTaskLostOrTwice() {
    std::set<std::string> seen;
    for (const auto& [id, task] : TasksOf(ada_, false))
      EXPECT_TRUE(seen.insert(task.contact.ToString() + task.text + FormatDay(task.due)).second) << task.text;
    Tasks all = TasksOf(bob_, true);
    all.merge(TasksOf(ada_, true));
    for (const auto& [id, notes] : task_notes_) {
      if (!all.contains(id) || deleted_tasks_.contains(id)) continue;
      for (const std::string& note : notes)
        EXPECT_THAT(all.at(id).note, testing::HasSubstr(note)) << all.at(id).text;
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
  std::map<std::string, std::vector<std::string>> task_notes_;  ///< by the task's id
  std::set<std::string> deleted_tasks_;
  std::map<std::string, std::string> added_elsewhere_;  ///< the last firm that the other program gave whom
  int cut_off_ = 0;
};

TEST_F(RandomEdits, EndEqualWithoutLossOrDoubles) {
  const int rounds = FromEnvironment("KITH_SYNC_ROUNDS", 20);
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
  fresh.SyncTasks();
  ExpectEqualTasks(ada_, bob_);
  ExpectEqualTasks(fresh, ada_);
  ExpectNoTaskLostOrTwice();
  EXPECT_EQ(Essence(fresh.Contacts()), Essence(ada_.Contacts())) << "as the server has them";
  ExpectEachOnce();
  ExpectNothingLost();
  std::cout << rounds << " rounds, " << cut_off_ << " times cut off, " << names_.size() << " people, "
            << deleted_.size() << " of them deleted\n";
  EXPECT_GT(cut_off_, rounds / 20);
}

}  // namespace
}  // namespace kith::test
