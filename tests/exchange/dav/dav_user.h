// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/contact.h"
#include "exchange/dav/curl_http.h"
#include "exchange/dav/sync_service.h"
#include "storage/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace kith::test {

/// Somebody with a Kith of their own who synchronises it with a server.
class DavUser {
 public:
  /// `region` is US.
  DavUser(const Clock& clock, std::string address, const std::filesystem::path& ca_file = {});

  storage::Store& store() { return *store_; }
  const Clock& clock() const { return clock_; }
  exchange::dav::SyncOptions& options() { return options_; }
  /// Requests go there from now on.
  void UseAddress(std::string address) { address_ = std::move(address); }

  /// The outcome of synchronising contacts; fails the test if it couldn't begin.
  exchange::dav::SyncReport SyncContacts();
  Result<exchange::dav::ServiceReport> TryContacts();
  exchange::dav::SyncReport SyncTasks();
  Result<exchange::dav::ServiceReport> TryTasks();

  Contact Add(const std::string& name);
  std::vector<Contact> Contacts();
  /// The one of that name; fails the test without it.
  Contact Named(const std::string& name);
  void Update(const Contact& contact);
  void Erase(ContactId id);

 private:
  Result<exchange::dav::ServiceReport> Sync(exchange::dav::Service service, const std::string& name,
                                            exchange::dav::Records& records);

  const Clock& clock_;
  TempFolder folder_;
  std::unique_ptr<storage::Store> store_;
  std::string address_;
  std::filesystem::path ca_file_;
  exchange::dav::SyncOptions options_;
};

}  // namespace kith::test
