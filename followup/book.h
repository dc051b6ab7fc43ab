// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/following_store.h"
#include "followup/plan.h"

namespace kith::followup {

/// How often to be in touch: a range, not a deadline. Counted from the last time of being in touch.
struct Circle {
  std::string name = {};
  int wanted_days = 0;  ///< from then on it is a good moment
  int latest_days = 0;  ///< by then it should have been; not below wanted_days

  friend bool operator==(const Circle&, const Circle&) = default;
};

/// "close" 4 to 8 weeks, "friends" 3 to 6 months, "yearly" 11 to 13 months.
std::vector<Circle> DefaultCircles();

/// The words that a message is made from. "{given}", "{name}", "{event}", "{interest}", "{promise}",
/// "{reason}", "{other}", "{years}" and "{host}" stand for what is known; a part in square brackets is left
/// out if one of its own isn't.
struct MessageTemplate {
  FollowUpKind kind = FollowUpKind::kOther;
  int step = 0;               ///< of an introduction; 0: all
  std::string language = {};  ///< ISO 639-1
  std::string subject = {};
  std::string body = {};
};

/// An event as far as following up goes; empty: none.
struct EventDays {
  std::string name = {};
  std::string place = {};
  std::optional<Day> last_day = {};  ///< where the host is
  std::string plan = {};             ///< its own, by name
};

/// What the host decided about following up. Never changes while the program runs.
struct Rules {
  Calendar calendar = {};
  std::vector<Plan> plans = {DefaultPlan(), FoundCardPlan()};
  std::string plan = "default";                         ///< the plan of who is met
  std::map<std::string, std::string> event_plans = {};  ///< by the event's name: another plan
  std::vector<Circle> circles = DefaultCircles();
  std::map<std::string, std::string> tag_circles = {};  ///< by tag: the circle of who has no own
  int birthday_lead_days = 0;                           ///< birthdays come up so many days before
  bool anniversaries = true;                            ///< of having met
  std::string language = "en";                          ///< of messages to people whose own isn't known
  std::vector<MessageTemplate> messages = {};           ///< go before Kith's own
  std::string host_name = {};                           ///< under messages; may be empty

  /// nullptr: no plan, or circle, of that name.
  const Plan* PlanNamed(const std::string& name) const;
  const Circle* CircleNamed(const std::string& name) const;
  /// The plan for who is met at that event: its own, if there is one of that name, else by its name.
  const Plan& PlanFor(const EventDays& event) const;
};

/// Everything that following up is decided from.
struct Book {
  std::vector<Contact> contacts = {};  ///< in the order in which people are listed
  std::map<EventId, EventDays> events = {};
  std::vector<FollowUp> follow_ups = {};  ///< done ones too
  Following following = {};
};

/// One contact with what the book says of them.
struct Person {
  const Contact* contact = nullptr;
  const Relationship* relationship = nullptr;  ///< nullptr: nothing is known
  std::optional<Day> last_contact = {};        ///< met, written to, called, or a follow-up done
  std::optional<Day> last_skipped = {};        ///< the last check-in that was skipped
  std::optional<Day> next_contact = {};        ///< the first open follow-up that gets in touch

  bool let_go() const { return relationship != nullptr && relationship->let_go; }
};

struct IdHash {
  template <typename Tag>
  std::size_t operator()(const Id<Tag>& id) const {
    std::size_t hash = 0;  // the second half of a UUID is random
    std::memcpy(&hash, id.bytes().data() + id.bytes().size() - sizeof hash, sizeof hash);
    return hash;
  }
};

/// Finds people in a book, which must outlive it unchanged.
class People {
 public:
  explicit People(const Book& book);

  const std::vector<Person>& all() const { return people_; }  ///< in the book's order
  /// nullptr: the book has no such contact.
  const Person* Find(ContactId id) const;

 private:
  Person* At(ContactId id);
  std::size_t SlotOf(ContactId id) const;

  std::vector<Person> people_;
  /// Where in `people_` a contact is, by the hash of its id, the next free slot if that is taken: a third of
  /// the time of std::unordered_map, and a list of a hundred thousand is made whenever something is due.
  std::vector<std::uint32_t> slots_;
};

/// Whether doing it means having been in touch.
bool IsContact(FollowUpKind kind);

/// The circle of a person: their own, else the first that one of their tags has; nullptr: none.
const Circle* CircleOf(const Person& person, const Rules& rules);

/// What the steps of a plan count from for that person.
Anchors AnchorsOf(const Book& book, const Person& person);

/// Does to the book what the change says; false, and nothing is done, if something isn't as it has it before.
bool ApplyTo(Book& book, const FollowingChange& change);

}  // namespace kith::followup
