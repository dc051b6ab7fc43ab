// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/dav/dav_user.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "exchange/dav/contact_records.h"
#include "exchange/dav/task_records.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"

namespace kith::test {

using exchange::dav::ServiceReport;
using exchange::dav::SyncReport;

DavUser::DavUser(const Clock& clock, std::string address, const std::filesystem::path& ca_file)
    : clock_(clock), address_(std::move(address)), ca_file_(ca_file) {
  auto opened = storage::Store::Open(folder_ / "kith.db", clock);
  if (!opened) throw std::runtime_error(opened.error().message);
  store_ = *std::move(opened);
}

Result<ServiceReport> DavUser::Sync(exchange::dav::Service service, const std::string& name,
                                    exchange::dav::Records& records) {
  const Result<std::string> server = exchange::dav::ServerOf(address_);
  if (!server) return server.error();
  const auto http = exchange::dav::MakeCurlHttp({Radicale::kUser, Radicale::kPassword},
                                                {.servers = {*server},
                                                 .ca_file = ca_file_,
                                                 .allow_unencrypted = address_.starts_with("http:"),
                                                 .patience = std::chrono::seconds(10)});
  return exchange::dav::SyncService(*http, service, address_, name, records, store_->sync(), options_, {});
}

Result<ServiceReport> DavUser::TryContacts() {
  exchange::dav::ContactRecords records(
      {store_->contacts(), store_->history(), store_->extras(), store_->events(), store_->sync()}, "US");
  return Sync(exchange::dav::Service::kContacts, "Kith", records);
}

Result<ServiceReport> DavUser::TryTasks() {
  exchange::dav::TaskRecords records(
      {store_->contacts(), store_->follow_ups(), store_->following(), store_->events(), clock_}, {});
  return Sync(exchange::dav::Service::kTasks, "Kith follow-ups", records);
}

namespace {

SyncReport ReportOf(const Result<ServiceReport>& report) {
  if (report) return report->sync;
  ADD_FAILURE() << report.error().message << " " << report.error().detail;
  return {};
}

}  // namespace

SyncReport DavUser::SyncContacts() {
  return ReportOf(TryContacts());
}

SyncReport DavUser::SyncTasks() {
  return ReportOf(TryTasks());
}

Contact DavUser::Add(const std::string& name) {
  const Contact contact = NamedContact(name);
  EXPECT_TRUE(store_->contacts().Confirm(contact, {}));
  return store_->contacts().Get(contact.id).value();
}

std::vector<Contact> DavUser::Contacts() {
  return store_->contacts().Search({.text = "", .event = {}, .limit = 100'000}).value();
}

Contact DavUser::Named(const std::string& name) {
  for (const Contact& contact : Contacts()) {
    if (contact.details.name.full == name) return contact;
  }
  ADD_FAILURE() << "there is no " << name;
  return {};
}

void DavUser::Update(const Contact& contact) {
  const Result<void> updated = store_->contacts().Update(contact);
  EXPECT_TRUE(updated) << updated.error().message;
}

void DavUser::Erase(ContactId id) {
  EXPECT_TRUE(store_->contacts().Erase(id));
}

}  // namespace kith::test
