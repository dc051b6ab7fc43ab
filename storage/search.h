// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/contact_store.h"
#include "storage/database.h"

namespace kith::storage {

// Full-text search of contacts, in FTS5. Text is folded (core/text.h) before it is indexed and before it is
// looked for, since FTS5's own tokenizer leaves "Ł", "ß" and other scripts as they are. Where words say
// nothing:
//   digits   are also looked for inside the phones, in national or international form
//   CJK      is looked for as it stands: its words have no spaces between them, and folding them to sounds
//            would find namesakes in sound only
//   emoji    are looked for as they stand
// Everything a person types is a word, never an operator.

/// Within the transaction that changed the contact, for a row that isn't indexed.
void IndexWords(Database& database, std::int64_t row, const Contact& contact);

/// Words of rows that were removed leave the index's segments, too, where FTS5 would keep them until they are
/// merged. Rewrites the index: 0.4 s with 100,000 contacts.
void ForgetIndexedWords(Database& database);

/// A statement that gives contacts.row in the order of ContactStore::Search. Of a longer text only the first
/// 16 words count.
struct SearchStatement {
  std::string sql;
  Values values;
};
SearchStatement FormSearch(const ContactQuery& query);

/// The same for a text that fits so many that ranking them all would keep a person waiting: those whose names
/// begin with it, by name, then others as they come. Rows may come twice. Empty if it fits few enough.
std::vector<SearchStatement> FormCrowdedSearch(Database& database, const ContactQuery& query);

/// The same for words of which each may have a typo in it; nullopt if no word is near to theirs. For a search
/// that found nobody.
std::optional<SearchStatement> FormForgivingSearch(Database& database, const ContactQuery& query);

/// What contact_phones.digits holds for a phone.
std::string SearchedDigits(const Phone& phone);

}  // namespace kith::storage
