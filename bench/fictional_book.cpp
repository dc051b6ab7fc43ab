// SPDX-License-Identifier: Apache-2.0
#include "bench/fictional_book.h"

#include <algorithm>
#include <random>
#include <string>

namespace kith::bench {
namespace {

constexpr int kTopics = 400;
constexpr int kSkills = 300;
constexpr int kTowns = 60;

class Maker {
 public:
  explicit Maker(const BookSize& size) : size_(size), random_(size.seed) {}

  followup::Book Make() {
    if (size_.one_event) book_.events[event_] = {.name = "Autumn Meetup", .place = "", .last_day = kBenchDay};
    for (int i = 0; i < size_.contacts; ++i)
      AddPerson(i);
    return std::move(book_);
  }

 private:
  int Below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  /// Small numbers come more often: the smallest of three.
  int Often(int end) { return std::min({Below(end), Below(end), Below(end)}); }

  void AddPerson(int number) {
    Contact contact;
    contact.id = MakeId<ContactId>(kNow);
    const std::string name = "Person" + std::to_string(number);
    contact.details.name = {name + " Example", name, "Example"};
    contact.details.organization = "Works " + std::to_string(Below(size_.contacts / 3 + 1));
    contact.met_on = size_.one_event ? kBenchDay : AddDays(kBenchDay, -Below(365));
    if (size_.one_event) contact.event = event_;
    if (Below(3) == 0) {
      const Day birthday = AddDays(kBenchDay, Below(365));
      contact.birthday = Birthday{birthday.month() / birthday.day(), std::nullopt};
    }
    for (int i = Below(3) + 2; i > 0; --i)
      contact.interests.push_back("topic " + std::to_string(Often(kTopics)));
    AddRelationship(contact);
    AddFollowUp(contact);
    book_.contacts.push_back(std::move(contact));
  }

  void AddRelationship(const Contact& contact) {
    const int tenth = Below(10);
    Relationship relationship{.contact = contact.id,
                              .circle = tenth == 0  ? "close"
                                        : tenth < 5 ? "friends"
                                                    : "yearly"};
    if (Below(3) == 0) relationship.looks_for = {"skill " + std::to_string(Often(kSkills))};
    if (Below(2) == 0) relationship.offers = {"skill " + std::to_string(Often(kSkills))};
    relationship.places = {"Town " + std::to_string(Often(kTowns))};
    relationship.languages = {Below(3) == 0 ? "de" : "en"};
    book_.following.relationships.push_back(std::move(relationship));
  }

  void AddFollowUp(const Contact& contact) {
    FollowUp follow_up;
    follow_up.id = MakeId<FollowUpId>(kNow);
    follow_up.contact = contact.id;
    follow_up.kind = Below(4) == 0 ? FollowUpKind::kPromise : FollowUpKind::kCheckIn;
    follow_up.due = AddDays(kBenchDay, Below(400) - 30);
    follow_up.text = "Check in with " + contact.details.name.given;
    book_.follow_ups.push_back(std::move(follow_up));
  }

  static constexpr Instant kNow = std::chrono::sys_days(kBenchDay);

  BookSize size_;
  std::mt19937 random_;
  EventId event_ = MakeId<EventId>(kNow);
  followup::Book book_;
};

}  // namespace

followup::Book FictionalBook(const BookSize& size) {
  return Maker(size).Make();
}

}  // namespace kith::bench
