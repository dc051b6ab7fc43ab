// SPDX-License-Identifier: Apache-2.0
#include "followup/promises.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text.h"

namespace kith::followup {
namespace {

using Words = std::vector<std::string>;
using namespace std::string_view_literals;

constexpr int kDaysWithoutDay = 2;

// All words are folded, as FoldText does it.

constexpr std::array kDoing = {"send"sv,  "bring"sv,     "share"sv,  "mail"sv,   "email"sv,     "e-mail"sv,
                               "call"sv,  "forward"sv,   "lend"sv,   "show"sv,   "give"sv,      "ask"sv,
                               "write"sv, "introduce"sv, "invite"sv, "return"sv, "recommend"sv, "schicke"sv,
                               "sende"sv, "bringe"sv,    "gebe"sv,   "rufe"sv,   "schreibe"sv,  "leihe"sv,
                               "zeige"sv, "frage"sv,     "stelle"sv, "maile"sv,  "lade"sv,      "empfehle"sv};
/// German puts the verb last in a note: "Link schicken".
constexpr std::array kDoingAtTheEnd = {"schicken"sv, "senden"sv,    "mitbringen"sv,   "bringen"sv,
                                       "geben"sv,    "anrufen"sv,   "schreiben"sv,    "leihen"sv,
                                       "zeigen"sv,   "fragen"sv,    "vorstellen"sv,   "mailen"sv,
                                       "einladen"sv, "empfehlen"sv, "weiterleiten"sv, "zuruckgeben"sv};
constexpr std::array kMine = {"i"sv,      "i'll"sv,  "ill"sv,          "will"sv,     "must"sv, "should"sv,
                              "to"sv,     "need"sv,  "have"sv,         "promised"sv, "todo"sv, "todo:"sv,
                              "please"sv, "and"sv,   "then"sv,         "i'd"sv,      "ich"sv,  "werde"sv,
                              "muss"sv,   "soll"sv,  "versprochen:"sv, "bitte"sv,    "und"sv,  "we"sv,
                              "we'll"sv,  "let's"sv, "also"sv};
constexpr std::array kIWill = {"i'll"sv, "we'll"sv, "i'd"sv};
constexpr std::array kOthers = {"er"sv, "sie"sv, "he"sv, "she"sv, "they"sv, "will"sv};
constexpr std::array kLinkWords = {"link"sv, "links"sv, "url"sv, "slides"sv, "folien"sv};

constexpr std::array<std::array<std::string_view, 2>, 7> kWeekdays = {{{"sunday", "sonntag"},
                                                                       {"monday", "montag"},
                                                                       {"tuesday", "dienstag"},
                                                                       {"wednesday", "mittwoch"},
                                                                       {"thursday", "donnerstag"},
                                                                       {"friday", "freitag"},
                                                                       {"saturday", "samstag"}}};
constexpr std::array<std::array<std::string_view, 2>, 12> kMonths = {{{"january", "januar"},
                                                                      {"february", "februar"},
                                                                      {"march", "marz"},
                                                                      {"april", "april"},
                                                                      {"may", "mai"},
                                                                      {"june", "juni"},
                                                                      {"july", "juli"},
                                                                      {"august", "august"},
                                                                      {"september", "september"},
                                                                      {"october", "oktober"},
                                                                      {"november", "november"},
                                                                      {"december", "dezember"}}};
constexpr std::array<std::array<std::string_view, 2>, 6> kNumbers = {{{"a", "einem"},
                                                                      {"two", "zwei"},
                                                                      {"three", "drei"},
                                                                      {"four", "vier"},
                                                                      {"five", "funf"},
                                                                      {"six", "sechs"}}};

Words WordsOf(std::string_view text) {
  std::string folded = FoldText(text);
  constexpr std::string_view kCurly = "\u2019";  // an apostrophe as telephones type it
  for (std::size_t at = folded.find(kCurly); at != std::string::npos; at = folded.find(kCurly))
    folded.replace(at, kCurly.size(), "'");
  return SplitText(folded, " ");
}

template <std::size_t kCount>
bool IsOneOf(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where in a table of names a word stands, from 0.
template <std::size_t kCount>
std::optional<unsigned> Position(const std::array<std::array<std::string_view, 2>, kCount>& names,
                                 std::string_view word) {
  for (unsigned i = 0; i < kCount; ++i) {
    if (IsOneOf(names[i], word)) return i;
  }
  return std::nullopt;
}

std::optional<int> WholeNumber(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ','))
    word.remove_suffix(1);
  for (const std::string_view ending : {"st"sv, "nd"sv, "rd"sv, "th"sv}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

std::string_view Bare(std::string_view word) {
  while (!word.empty() && std::string_view(".,;:!?)\"").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  while (!word.empty() && (word.front() == '(' || word.front() == '"'))
    word.remove_prefix(1);
  return word;
}

/// The next day of that month and day, on `from` or after it.
std::optional<Day> NextOn(unsigned month, int day, Day from) {
  if (month < 1 || month > 12 || day < 1) return std::nullopt;
  for (int ahead = 0; ahead <= 1; ++ahead) {
    const Day candidate = (from.year() + std::chrono::years(ahead)) / std::chrono::month(month) /
                          std::chrono::day(static_cast<unsigned>(day));
    if (candidate.ok() && candidate >= from) return candidate;
  }
  return std::nullopt;
}

Day NextWeekday(unsigned weekday, Day from) {
  const std::chrono::weekday today{std::chrono::sys_days(from)};
  const auto ahead = static_cast<int>((std::chrono::weekday(weekday) - today).count());
  return AddDays(from, ahead == 0 ? 7 : ahead);
}

/// "3.12.", "03.12.2026"
std::optional<Day> GermanDate(std::string_view word, Day from) {
  const std::vector<std::string> parts = SplitText(word, ".");
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const std::optional<int> day = WholeNumber(parts[0]);
  const std::optional<int> month = WholeNumber(parts[1]);
  if (!day || !month || *month < 1 || *month > 12) return std::nullopt;
  if (parts.size() == 2) return NextOn(static_cast<unsigned>(*month), *day, from);
  const std::optional<int> year = WholeNumber(parts[2]);
  if (!year || *day < 1) return std::nullopt;
  const Day date = std::chrono::year(*year < 100 ? 2000 + *year : *year) /
                   std::chrono::month(static_cast<unsigned>(*month)) /
                   std::chrono::day(static_cast<unsigned>(*day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// "3 May", "May 3rd", "3. Mai".
std::optional<Day> NamedDate(const Words& words, std::size_t at, Day from) {
  const std::optional<unsigned> month = Position(kMonths, Bare(words[at]));
  if (!month) return std::nullopt;
  if (at > 0) {
    if (const std::optional<int> day = WholeNumber(words[at - 1])) return NextOn(*month + 1, *day, from);
  }
  if (at + 1 < words.size()) {
    if (const std::optional<int> day = WholeNumber(words[at + 1])) return NextOn(*month + 1, *day, from);
  }
  return std::nullopt;
}

/// "in two weeks", "in 3 Tagen".
std::optional<Day> DayIn(const Words& words, std::size_t at, Day from) {
  if (words[at] != "in" || at + 2 >= words.size()) return std::nullopt;
  std::optional<int> count = WholeNumber(words[at + 1]);
  if (words[at + 1] == "einer") count = 1;
  if (const auto named = Position(kNumbers, words[at + 1])) count = static_cast<int>(*named) + 1;
  constexpr int kMost = 1000;
  if (!count || *count < 0 || *count > kMost) return std::nullopt;
  const std::string_view unit = Bare(words[at + 2]);
  if (unit.starts_with("day") || unit.starts_with("tag")) return AddDays(from, *count);
  if (unit.starts_with("week") || unit.starts_with("woche")) return AddDays(from, 7 * *count);
  if (unit.starts_with("month") || unit.starts_with("monat")) return AddDays(from, 30 * *count);
  return std::nullopt;
}

std::optional<Day> DayAt(const Words& words, std::size_t at, Day from) {
  const std::string_view word = Bare(words[at]);
  const std::string_view before = at > 0 ? std::string_view(words[at - 1]) : std::string_view();
  const bool next = before == "next" || before == "nachste" || before == "nachsten";
  if (const std::optional<Day> day = ParseDay(word)) return day;
  if (word == "tomorrow" || word == "morgen") return AddDays(from, 1);
  if (word == "today" || word == "tonight" || word == "heute") return from;
  if (word == "ubermorgen") return AddDays(from, 2);
  if ((word == "week" || word == "woche") && next) return NextWeekday(1, from);
  if ((word == "month" || word == "monat") && next) return AddDays(from, 30);
  if (const std::optional<unsigned> weekday = Position(kWeekdays, word)) return NextWeekday(*weekday, from);
  if (word.find('.') != std::string_view::npos) {
    if (const std::optional<Day> day = GermanDate(word, from)) return day;
  }
  if (const std::optional<Day> day = NamedDate(words, at, from)) return day;
  return DayIn(words, at, from);
}

/// Where "send" stands: at the beginning, or behind words that say that it is the host who does it.
bool Promises(const Words& words) {
  for (const std::string& word : words) {
    const std::string_view bare = Bare(word);
    if (IsOneOf(kDoing, bare)) return true;
    if (!IsOneOf(kMine, word)) break;
  }
  // "We talked about tea and I'll send the link"; "promised to call".
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!IsOneOf(kDoing, Bare(words[i]))) continue;
    if (IsOneOf(kIWill, words[i - 1])) return true;
    if (i < 2 || (i > 2 && IsOneOf(kOthers, words[i - 3]))) continue;
    if (words[i - 1] == "will" && words[i - 2] == "i") return true;
    if (words[i - 1] == "to" && words[i - 2] == "promised") return true;
  }
  const auto last = std::find_if(words.rbegin(), words.rend(),
                                 [](const std::string& word) { return IsOneOf(kDoingAtTheEnd, Bare(word)); });
  // "Link bis Freitag schicken": nobody else is named as who does it.
  return last != words.rend() && std::distance(words.rbegin(), last) <= 3 && !IsOneOf(kOthers, words.front());
}

/// Sentences; a dot within "3.12." or "example.com" ends none.
std::vector<std::string> SentencesOf(std::string_view note) {
  std::vector<std::string> sentences;
  std::string sentence;
  for (std::size_t i = 0; i < note.size(); ++i) {
    const char c = note[i];
    const bool space_follows = i + 1 == note.size() || note[i + 1] == ' ' || note[i + 1] == '\n';
    const bool after_digit = i > 0 && note[i - 1] >= '0' && note[i - 1] <= '9';
    const bool ends =
        c == '\n' || c == ';' || c == '!' || c == '?' || (c == '.' && space_follows && !after_digit);
    if (!ends) {
      sentence += c;
      continue;
    }
    sentences.push_back(NormalizeText(sentence));
    sentence.clear();
  }
  sentences.push_back(NormalizeText(sentence));
  std::erase_if(sentences, [](const std::string& one) { return one.empty(); });
  return sentences;
}

}  // namespace

std::optional<Day> FindDay(std::string_view text, Day from) {
  const Words words = WordsOf(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const std::optional<Day> day = DayAt(words, i, from)) return day;
  }
  return std::nullopt;
}

std::vector<Promise> FindPromises(std::string_view note, Day noted_on) {
  std::vector<Promise> promises;
  for (std::string& sentence : SentencesOf(note)) {
    const Words words = WordsOf(sentence);
    if (words.empty() || !Promises(words)) continue;
    Promise promise;
    promise.by = FindDay(sentence, noted_on);
    const bool link = std::any_of(words.begin(), words.end(),
                                  [](const std::string& word) { return IsOneOf(kLinkWords, Bare(word)); });
    if (link) promise.kind = FollowUpKind::kSendLink;
    promise.words = std::move(sentence);
    promises.push_back(std::move(promise));
  }
  return promises;
}

FollowUp FollowUpOf(const Promise& promise, const Contact& contact, const Calendar& calendar, Day today,
                    Instant now) {
  Day due = std::max(today, promise.by.value_or(AddDays(today, kDaysWithoutDay)));
  const Day asked = due;
  while (calendar.Skips(due) && due > today)
    due = AddDays(due, -1);
  if (calendar.Skips(due)) due = NextDay(calendar, asked);
  return {.id = MakeId<FollowUpId>(now),
          .contact = contact.id,
          .kind = promise.kind,
          .due = due,
          .text = promise.words,
          .repeat_days = std::nullopt,
          .done_on = std::nullopt};
}

FollowUp PromisedFollowUp(const std::string& words, const std::optional<Day>& by, const Contact& contact,
                          const Calendar& calendar, Day today, Instant now) {
  Promise promise{.words = words, .by = by ? by : FindDay(words, today)};
  const Words all = WordsOf(words);
  if (std::any_of(all.begin(), all.end(),
                  [](const std::string& word) { return IsOneOf(kLinkWords, Bare(word)); }))
    promise.kind = FollowUpKind::kSendLink;
  return FollowUpOf(promise, contact, calendar, today, now);
}

}  // namespace kith::followup
