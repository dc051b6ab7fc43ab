// SPDX-License-Identifier: Apache-2.0
#include "storage/search.h"

#include <algorithm>

#include "core/text.h"
#include "storage/near_words.h"

namespace kith::storage {
namespace {

constexpr std::size_t kMaxWords = 16;
constexpr std::size_t kFewestPhoneDigits = 3;

std::string Digits(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string Joined(std::initializer_list<const std::vector<std::string>*> lists) {
  std::string text;
  for (const auto* list : lists) {
    for (const std::string& value : *list)
      text += value + '\n';
  }
  return FoldText(text);
}

/// Folded, and once more every word with a sign in it without that sign: "o'brien obrien", "at&t att".
std::string WithJoinedWords(const std::string& text) {
  std::string folded = FoldText(text);
  for (const std::string& word : SplitText(folded, " \n")) {
    if (const std::string joined = FoldToAlnum(word); joined != word) folded += ' ' + joined;
  }
  return folded;
}

std::string NamesOf(const ContactDetails& details) {
  std::string names = details.name.full;
  for (const std::string& name : details.other_names)
    names += '\n' + name;
  return names;
}

/// The digits to look for inside stored numbers: without the "(0)" and the zeros in front (trunk or
/// international prefix), which the international form hasn't got. Empty if `text` is no part of a number.
std::string PhonePart(std::string text) {
  if (text.find_first_not_of("0123456789 +-./()") != std::string::npos) return {};
  if (Digits(text).size() < kFewestPhoneDigits) return {};
  if (const std::size_t trunk = text.find("(0)"); trunk != std::string::npos) text.erase(trunk, 3);
  std::string digits = Digits(text);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.size() < 2 ? std::string() : digits;
}

/// Whether a word must be looked for as it stands: CJK and what follows it in Unicode (from U+2E80 on), or
/// nothing but symbols and emoji (from U+2100 on).
bool IsLiteral(const std::string& word) {
  const std::u32string characters = DecodeUtf8(word);
  const auto from = [&](char32_t first) {
    return std::any_of(characters.begin(), characters.end(),
                       [&](char32_t c) { return c >= first && c != 0xFFFD; });
  };
  if (FoldToAlnum(word).empty()) return from(0x2100);
  return std::any_of(characters.begin(), characters.end(),
                     [](char32_t c) { return (c >= 0x2E80 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000); });
}

std::string LikePattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

/// An FTS5 string, whatever stands in it.
std::string Quoted(std::string_view folded) {
  std::string quoted = "\"";
  for (const char c : folded) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

/// Matches words that begin so.
std::string Prefix(std::string_view word) {
  return Quoted(FoldText(word)) + '*';
}

std::string AllPrefixes(const std::vector<std::string>& words) {
  std::string expression;
  for (const std::string& word : words) {
    if (FoldToAlnum(word).empty()) continue;
    if (!expression.empty()) expression += " AND ";
    expression += Prefix(word);
  }
  return expression;
}

std::vector<std::string> WordsOf(const std::string& text) {
  std::vector<std::string> words = SplitText(NormalizeText(text), " ");
  if (words.size() > kMaxWords) words.resize(kMaxWords);
  return words;
}

/// The conditions of a search, as they are put together.
struct Conditions {
  std::vector<std::string> ranked;  ///< words of the index that also decide the order
  std::string sql;
  Values values;

  void AddPhone(const std::string& digits, const std::vector<std::string>& words) {
    sql +=
        " AND (contacts.row IN (SELECT contact FROM contact_phones WHERE digits LIKE ?)"
        " OR contacts.row IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?))";
    values.emplace_back(LikePattern(digits));
    values.emplace_back(AllPrefixes(words));
  }

  void AddLiteral(const std::string& word) {
    sql +=
        " AND (contacts.full_name || ' ' || contacts.organization || ' ' || contacts.department || ' ' ||"
        " contacts.notes LIKE ? ESCAPE '\\' OR contacts.row IN"
        " (SELECT contact FROM contact_values WHERE value LIKE ? ESCAPE '\\'))";
    values.emplace_back(LikePattern(word));
    values.emplace_back(LikePattern(word));
  }

  void AddWord(const std::string& word) {
    if (const std::string digits = PhonePart(word); !digits.empty()) {
      AddPhone(digits, {word});
    } else if (IsLiteral(word)) {
      AddLiteral(word);
    } else if (!FoldToAlnum(word).empty()) {
      ranked.push_back(word);
    }
  }
};

Conditions ConditionsOf(const std::string& text) {
  Conditions conditions;
  const std::vector<std::string> words = WordsOf(text);
  if (const std::string digits = PhonePart(NormalizeText(text)); !digits.empty()) {
    conditions.AddPhone(digits, words);
  } else {
    for (const std::string& word : words)
      conditions.AddWord(word);
  }
  return conditions;
}

/// With so many hits ranking takes some milliseconds.
constexpr int kCrowdOfHits = 3000;

/// Ranking sorts every hit, and one letter hits nearly everybody: there the order of names serves better.
bool WorthRanking(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const auto& word) { return FoldToAlnum(word).size() > 1; });
}

void AddFilters(const ContactQuery& query, SearchStatement& statement) {
  const auto add = [&](const char* sql, const auto&... values) {
    statement.sql += sql;
    (statement.values.emplace_back(values), ...);
  };
  if (query.event) add(" AND contacts.event = ?", *query.event);
  if (!query.interest.empty()) {
    add(" AND EXISTS (SELECT 1 FROM contact_values WHERE contact = contacts.row AND kind = 'interest'"
        " AND folded_text(value) = ?)",
        FoldText(query.interest));
  }
  if (!query.tag.empty()) {
    add(" AND EXISTS (SELECT 1 FROM relationships, json_each(relationships.lists, '$.tags') AS tag"
        " WHERE relationships.contact = contacts.row AND folded_text(tag.value) = ?)",
        FoldText(query.tag));
  }
  if (query.needs_review) add(" AND EXISTS (SELECT 1 FROM suggestions WHERE contact = contacts.row)");
  if (query.nothing_planned) {
    add(" AND NOT EXISTS (SELECT 1 FROM follow_ups WHERE contact = contacts.row AND done_on IS NULL)");
  }
  if (query.not_in_touch_since) {
    const Day since = *query.not_in_touch_since;
    add(" AND coalesce(met_on < ?, 1) AND NOT EXISTS"
        " (SELECT 1 FROM follow_ups WHERE contact = contacts.row AND done_on >= ? AND NOT skipped)"
        " AND NOT EXISTS (SELECT 1 FROM encounters WHERE contact = contacts.row AND happened >= ?)",
        since, since, since);
  }
}

SearchStatement Form(const ContactQuery& query, const Conditions& conditions, const std::string& match) {
  SearchStatement statement;
  std::string order = "contacts.sort_name, contacts.id";
  if (conditions.ranked.empty()) {
    statement.sql =
        "SELECT contacts.row FROM contacts WHERE contacts.merged_into IS NULL AND removed IS NULL";
  } else {
    statement.sql =
        "SELECT contacts.row FROM contact_search JOIN contacts ON contacts.row = contact_search.rowid"
        " WHERE contact_search MATCH ?";
    statement.values.emplace_back(match);
    // Columns in the order of the table: a name that matches says more than a note that does.
    if (WorthRanking(conditions.ranked)) order = "bm25(contact_search, 10, 5, 3, 2, 1), " + order;
  }
  statement.sql += conditions.sql;
  statement.values.insert(statement.values.end(), conditions.values.begin(), conditions.values.end());
  AddFilters(query, statement);
  statement.sql += " ORDER BY " + order + " LIMIT ?";
  statement.values.emplace_back(std::max(query.limit, 0));
  return statement;
}

}  // namespace

void IndexWords(Database& database, std::int64_t row, const Contact& contact) {
  const ContactDetails& details = contact.details;
  database.Run(
      "INSERT INTO contact_search(rowid, name, organization, topics, addresses, notes) VALUES(?, ?, ?, ?, ?, "
      "?)",
      {row, WithJoinedWords(NamesOf(details)),
       WithJoinedWords(details.organization + '\n' + details.department),
       Joined({&details.titles, &contact.interests}),
       Joined({&details.emails, &details.urls, &details.addresses, &details.handles}),
       FoldText(details.notes)});
}

void ForgetIndexedWords(Database& database) {
  database.Run("INSERT INTO contact_search(contact_search) VALUES('optimize')");
}

SearchStatement FormSearch(const ContactQuery& query) {
  const Conditions conditions = ConditionsOf(query.text);
  return Form(query, conditions, AllPrefixes(conditions.ranked));
}

std::vector<SearchStatement> FormCrowdedSearch(Database& database, const ContactQuery& query) {
  const Conditions conditions = ConditionsOf(query.text);
  if (conditions.ranked.empty() || !conditions.sql.empty()) return {};
  const std::string match = AllPrefixes(conditions.ranked);
  const auto hits = database.Number(
      "SELECT count(*) FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH ? LIMIT ?)",
      {match, kCrowdOfHits});
  if (hits < kCrowdOfHits) return {};
  const std::string name = FoldText(NormalizeText(query.text));
  SearchStatement named;
  named.sql =
      "SELECT contacts.row FROM contacts WHERE contacts.merged_into IS NULL AND removed IS NULL"
      " AND sort_name >= ? AND sort_name < ?";
  named.values = {name, name + "\xFF"};
  SearchStatement others;
  others.sql =
      "SELECT contacts.row FROM contact_search JOIN contacts ON contacts.row = contact_search.rowid"
      " WHERE contact_search MATCH ?";
  others.values.emplace_back(match);
  AddFilters(query, named);
  AddFilters(query, others);
  named.sql += " ORDER BY sort_name, id LIMIT ?";
  others.sql += " LIMIT ?";
  for (SearchStatement* statement : {&named, &others})
    statement->values.emplace_back(std::max(query.limit, 0));
  return {named, others};
}

std::optional<SearchStatement> FormForgivingSearch(Database& database, const ContactQuery& query) {
  const Conditions conditions = ConditionsOf(query.text);
  std::string match;
  bool differs = false;
  for (const std::string& word : conditions.ranked) {
    std::string alternatives = Prefix(word);
    for (const std::string& near : NearWords(database, FoldText(word))) {
      alternatives += " OR " + Quoted(near);
      differs = true;
    }
    match += (match.empty() ? "(" : " AND (") + alternatives + ')';
  }
  if (!differs) return std::nullopt;
  return Form(query, conditions, match);
}

std::string SearchedDigits(const Phone& phone) {
  return Digits(phone.number) + ' ' + Digits(phone.raw) + ' ' + Digits(phone.extension);
}

}  // namespace kith::storage
