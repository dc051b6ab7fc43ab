// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/introduction.h"
#include "core/relationship.h"
#include "core/time.h"

namespace kith::app {

/// done, skip, snooze, message: something with one item of "kith due".
struct ItemOptions {
  std::string key;
  std::string note;
  std::string until;     ///< a day, or a name of followup::SnoozeChoices
  std::string language;  ///< of a message
  bool mailto = false;
  bool open = false;          ///< in the mail program
  std::filesystem::path eml;  ///< the draft that is written; empty: none
};

struct LogOptions {
  std::string contact;
  EncounterKind kind = EncounterKind::kMet;
  std::optional<Day> on;
  std::string note;
};

struct PromiseOptions {
  std::string contact;
  std::string words;
  std::optional<Day> by;
};

/// What is known of a contact; what isn't given stays. An empty circle is none; "-text" takes one out of a
/// list.
struct KnowOptions {
  std::string contact;
  std::optional<std::string> circle;
  std::optional<std::string> birthday;  ///< as ParseBirthday takes it; empty: not known after all
  std::vector<std::string> tags, looks_for, offers, places, languages;
  bool let_go = false;
  bool take_up = false;
};

struct PlanOptions {
  bool apply = false;
  std::string give;     ///< the name of a plan that `contact` gets
  std::string contact;  ///< of `give`
  bool found = false;   ///< the card lay in a drawer
};

struct IntroduceOptions {
  std::vector<std::string> contacts;  ///< none: suggest; two: begin
  std::string why;
  std::string event;
  bool made = false;      ///< they know each other by now
  bool declined = false;  ///< not these two
  std::string answer_of;  ///< of the two, who answered
  Answer answer = Answer::kNone;
  int most = 20;
  bool json = false;
};

struct NextOptions {
  bool json = false;
  bool only_missing = false;
};

struct RemindOptions {
  bool daemon = false;
  bool once = false;
};

}  // namespace kith::app
