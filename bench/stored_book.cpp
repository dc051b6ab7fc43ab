// SPDX-License-Identifier: Apache-2.0
#include "bench/stored_book.h"

#include "bench/fictional_book.h"

namespace kith::bench {

Result<void> StoreBook(storage::Store& store, int contacts) {
  const followup::Book book = FictionalBook({.contacts = contacts});
  if (const auto imported = store.contact_import().Import(book.contacts); !imported) return imported.error();
  return store.follow_ups().Add(book.follow_ups);
}

}  // namespace kith::bench
