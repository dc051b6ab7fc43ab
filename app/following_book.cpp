// SPDX-License-Identifier: Apache-2.0
#include "app/following_book.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>
#include <vector>

#include "app/command_line.h"
#include "app/contact_text.h"
#include "flow/load_book.h"

namespace kith::app {
namespace {

std::string EndOf(const std::string& id) {
  constexpr std::size_t kShort = 8;
  return id.substr(id.size() - kShort);
}

}  // namespace

Result<OpenedBook> OpenBook(const Config& config) {
  auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Clock& clock = *(*opened)->clock;
  auto book =
      flow::LoadBook({store.contacts(), store.follow_ups(), store.following(), store.events(), clock});
  if (!book) return book.error();
  const followup::Moment moment{clock.Today(), clock.Now()};
  return OpenedBook{*std::move(opened), *std::move(book), moment};
}

std::string ShortKeyOf(const followup::QueueItem& item) {
  if (item.follow_up) return EndOf(item.follow_up->ToString());
  return std::string(FollowUpKindName(item.kind)) + "-" + EndOf(item.contact.ToString());
}

Result<followup::QueueItem> FindItem(const OpenedBook& book, const followup::Rules& rules,
                                     const std::string& key) {
  constexpr int kYear = 365;
  followup::Rules without_limit = rules;
  without_limit.calendar.per_day =
      static_cast<int>(book.book.contacts.size() + book.book.follow_ups.size()) + 1;
  std::vector<followup::QueueItem> found;
  const std::vector<followup::QueueItem> queue =
      followup::BuildQueue(book.book, followup::People(book.book), without_limit, book.moment.today, kYear);
  std::copy_if(queue.begin(), queue.end(), std::back_inserter(found), [&](const followup::QueueItem& item) {
    return KeyOf(item) == key || ShortKeyOf(item) == key;
  });
  if (found.empty()) {
    return Error{ErrorCode::kNotFound,
                 "Nothing to do has the id \"" + key + "\". \"kith due --all\" lists them."};
  }
  if (found.size() > 1) {
    return Error{ErrorCode::kInvalidInput,
                 "The id \"" + key + "\" fits several. Give the whole one, from \"kith due --all --json\"."};
  }
  return found.front();
}

Result<Contact> FindContact(storage::Store& store, const std::string& text) {
  if (const auto id = ContactId::Parse(text)) return store.contacts().Get(*id);
  const auto found = store.contacts().Search({.text = text, .limit = 3});
  if (!found) return found.error();
  if (found->empty()) return Error{ErrorCode::kNotFound, "There is no contact \"" + text + "\"."};
  if (found->size() > 1) {
    return Error{ErrorCode::kInvalidInput,
                 "Several contacts fit \"" + text + "\", such as " + ContactToLine((*found)[0]) + " and " +
                     ContactToLine((*found)[1]) + ". Give more of the name, or the id."};
  }
  return found->front();
}

Result<int> Keep(storage::Store& store, const Result<FollowingChange>& change) {
  if (!change) return change.error();
  if (change->empty()) {
    std::cerr << "Nothing changed.\n";
    return kSuccess;
  }
  if (const auto applied = store.following().Apply(*change); !applied) return applied.error();
  std::cerr << change->what << ".\n";
  return kSuccess;
}

}  // namespace kith::app
