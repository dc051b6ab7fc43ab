// SPDX-License-Identifier: Apache-2.0
// How long it takes to publish contacts and tasks to a real Radicale, beside the bare requests: the same
// texts put there one after the other by one connection object, and as many at a time as Kith sends.
//   kith_dav_publish [CONTACTS] [TASKS]       300 contacts, 100 tasks
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "exchange/dav/collection.h"
#include "exchange/dav/contact_records.h"
#include "exchange/dav/curl_http.h"
#include "exchange/dav/sync_service.h"
#include "exchange/dav/task_records.h"
#include "storage/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"

namespace {

using namespace kith;
using namespace kith::exchange::dav;

std::unique_ptr<Http> Connect(const test::Radicale& server, int at_once) {
  return MakeCurlHttp(
      {test::Radicale::kUser, test::Radicale::kPassword},
      {.servers = {ServerOf(server.Url()).value()}, .allow_unencrypted = true, .most_at_once = at_once});
}

template <typename Body>
double Seconds(Body body) {
  const auto begin = std::chrono::steady_clock::now();
  body();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The texts of the records, put into a new collection.
double Bare(const test::Radicale& server, Records& records, Service service, int at_once) {
  const auto http = Connect(server, at_once);
  Server asked(*http, {});
  const bool is_cards = service == Service::kContacts;
  const std::string path = "/host/bare-" + std::to_string(at_once) + (is_cards ? "-cards/" : "-tasks/");
  const WebAddress address = ParseWebAddress(server.Url() + path).value();
  if (!asked.Make(address, service, "Bare")) throw std::runtime_error("no collection");
  Collection collection(asked, address, service);
  std::vector<HttpRequest> requests;
  for (const LocalRecord& record : records.List().value()) {
    requests.push_back(
        {"PUT",
         server.Url() + collection.HrefFor(FormatUuid(record.id)),
         record.text,
         {{"If-None-Match", "*"},
          {"Content-Type", is_cards ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8"}}});
  }
  return Seconds([&] {
    for (const Result<HttpAnswer>& answer : http->SendAll(requests, {})) {
      if (!answer || !answer->ok()) throw std::runtime_error("a request failed");
    }
  });
}

double Publish(const test::Radicale& server, Records& records, SyncStore& store, Service service) {
  const auto http = Connect(server, ConnectionRules().most_at_once);
  SyncOptions options;
  options.direction = Direction::kPublish;
  return Seconds([&] {
    const auto report =
        SyncService(*http, service, server.Url(), service == Service::kContacts ? "Kith" : "Tasks", records,
                    store, options, {});
    if (!report || report->sync.trouble) throw std::runtime_error("publishing failed");
  });
}

void Run(int contacts, int tasks) {
  const test::ManualClock clock;
  const test::TempFolder folder;
  const test::Radicale server;
  auto store = storage::Store::Open(folder / "kith.db", clock).value();
  for (int i = 0; i < contacts; ++i) {
    const Contact contact = test::FullContact("Person " + std::to_string(i));
    std::vector<FollowUp> follow_ups;
    if (i < tasks) follow_ups.push_back(test::SampleFollowUp(contact.id, clock.Today()));
    if (!store->contacts().Confirm(contact, follow_ups)) throw std::runtime_error("no contact");
  }
  ContactRecords cards({store->contacts(), store->history(), store->extras(), store->events(), store->sync()},
                       "US");
  const followup::Rules rules;
  TaskRecords todos({store->contacts(), store->follow_ups(), store->following(), store->events(), clock},
                    rules);
  const int at_once = ConnectionRules().most_at_once;
  const double one = Bare(server, cards, Service::kContacts, 1) + Bare(server, todos, Service::kTasks, 1);
  const double many =
      Bare(server, cards, Service::kContacts, at_once) + Bare(server, todos, Service::kTasks, at_once);
  const double kith = Publish(server, cards, store->sync(), Service::kContacts) +
                      Publish(server, todos, store->sync(), Service::kTasks);
  const double again = Publish(server, cards, store->sync(), Service::kContacts) +
                       Publish(server, todos, store->sync(), Service::kTasks);
  std::printf("%d contacts and %d tasks\n", contacts, tasks);
  std::printf("bare requests, one at a time   %6.2f s\n", one);
  std::printf("bare requests, %d at a time     %6.2f s\n", at_once, many);
  std::printf("published                      %6.2f s   %.2f and %.2f times the bare requests\n", kith,
              kith / one, kith / many);
  std::printf("published again, no change     %6.2f s\n", again);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Run(argc > 1 ? std::atoi(argv[1]) : 300, argc > 2 ? std::atoi(argv[2]) : 100);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
