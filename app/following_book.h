// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "app/config.h"
#include "app/open_store.h"
#include "core/result.h"
#include "followup/book.h"
#include "followup/changes.h"
#include "followup/queue.h"

namespace kith::app {

/// What every command about following up begins with.
struct OpenedBook {
  std::unique_ptr<OpenedStore> opened;
  followup::Book book;
  followup::Moment moment;

  storage::Store& store() { return *opened->store; }
};

Result<OpenedBook> OpenBook(const Config& config);

/// What a person types for an item: the end of a stored follow-up's id, "birthday-" and the end of the
/// contact's.
std::string ShortKeyOf(const followup::QueueItem& item);

/// The open item of that key (whole or short) within the coming year; kNotFound, or kInvalidInput if the
/// short one fits several.
Result<followup::QueueItem> FindItem(const OpenedBook& book, const followup::Rules& rules,
                                     const std::string& key);

/// The contact of that id, or the only one that a search finds; else kNotFound or kInvalidInput.
Result<Contact> FindContact(storage::Store& store, const std::string& text);

/// Keeps the change, and says on stderr what was done.
Result<int> Keep(storage::Store& store, const Result<FollowingChange>& change);

}  // namespace kith::app
