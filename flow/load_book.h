// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/contact_store.h"
#include "core/following_store.h"
#include "core/result.h"
#include "followup/book.h"

namespace kith::flow {

/// The stores that a book is made from.
struct BookStores {
  ContactStore& contacts;
  FollowUpStore& follow_ups;
  FollowingStore& following;
  EventStore& events;
  const Clock& clock;
};

/// Everything in the stores that following up is decided from; contacts by name.
Result<followup::Book> LoadBook(const BookStores& stores);

}  // namespace kith::flow
