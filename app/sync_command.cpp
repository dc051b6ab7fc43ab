// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include <unistd.h>

#include "app/ask.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/credentials.h"
#include "app/open_store.h"
#include "app/sync_session.h"

namespace kith::app {
namespace {

namespace dav = exchange::dav;
using Kind = dav::SyncEvent::Kind;

Config Overridden(Config config, const SyncCommandOptions& options) {
  SyncConfig& sync = config.sync;
  if (!options.carddav.empty() || !options.caldav.empty()) {
    sync.carddav = options.carddav;
    sync.caldav = options.caldav;
  }
  if (!options.user.empty()) sync.user = options.user;
  if (!options.ca_file.empty()) sync.ca_file = options.ca_file;
  sync.also_servers.insert(sync.also_servers.end(), options.also_servers.begin(), options.also_servers.end());
  sync.insecure_http = sync.insecure_http || options.insecure_http;
  return config;
}

Result<int> LogIn(const Config& config) {
  const Result<std::vector<std::string>> servers = SyncServers(config.sync);
  if (!servers) return servers.error();
  const bool is_terminal = isatty(STDIN_FILENO) != 0;
  dav::Login login;
  login.user = config.sync.user;
  if (login.user.empty() && is_terminal) login.user = AskLine("User: ");
  if (login.user.empty()) return Error{ErrorCode::kInvalidInput, "Say who logs in: --user NAME"};
  login.password = is_terminal ? AskUnseen("Password of " + login.user + ": ") : AskLine("");
  if (login.password.empty())
    return Error{ErrorCode::kInvalidInput, "There is no password. Nothing was changed."};
  const Credentials credentials(config.data_folder);
  for (const std::string& server : *servers) {
    const Result<Credentials::Place> place = credentials.Save(server, login);
    if (!place) return place.error();
    std::cerr << "Kept for " << server << ", "
              << (*place == Credentials::Place::kSecretService
                      ? "in the desktop's key ring"
                      : "in " + credentials.file().string() + " (there is no secret service here)")
              << ".\n";
  }
  return kSuccess;
}

Result<int> LogOut(const Config& config) {
  const Result<std::vector<std::string>> servers = SyncServers(config.sync);
  if (!servers) return servers.error();
  for (const std::string& server : *servers) {
    if (auto removed = Credentials(config.data_folder).Remove(server); !removed) return removed.error();
    std::cerr << "Forgotten for " << server << ".\n";
  }
  return kSuccess;
}

Result<int> ListRemoved(SyncStore& store) {
  const Result<std::vector<RemovedContact>> removed = store.Removed();
  if (!removed) return removed.error();
  for (const RemovedContact& one : *removed) {
    std::cout << one.contact.id.ToString() << "  " << FormatInstant(one.removed).substr(0, 10) << "  "
              << ContactToLine(one.contact) << '\n';
  }
  return kSuccess;
}

Result<int> PutBack(SyncStore& store, const std::string& text) {
  const auto id = ContactId::Parse(text);
  if (!id)
    return Error{ErrorCode::kInvalidInput, "\"" + text + "\" is no id. \"kith sync --removed\" lists them."};
  if (auto back = store.PutBack(*id); !back) return back.error();
  std::cerr << "It is back, and goes to the server again with the next \"kith sync\".\n";
  return kSuccess;
}

std::string_view Word(Kind kind) {
  switch (kind) {
    case Kind::kCreatedThere:
      return "new there     ";
    case Kind::kChangedThere:
      return "changed there ";
    case Kind::kDeletedThere:
      return "deleted there ";
    case Kind::kTakenHere:
      return "new here      ";
    case Kind::kChangedHere:
      return "changed here  ";
    case Kind::kRemovedHere:
      return "removed here  ";
    case Kind::kContested:
      return "differs       ";
    case Kind::kHeldBack:
      return "not deleted   ";
    case Kind::kUnreadable:
      return "not readable  ";
    case Kind::kRefused:
      return "refused       ";
  }
  return {};
}

void PrintAdvice(const dav::SyncReport& report) {
  if (report.Count(Kind::kHeldBack) > 0) {
    std::cerr << report.Count(Kind::kHeldBack)
              << " would be deleted, which is a lot. None was. If that is right: kith sync --yes\n";
  }
  if (report.Count(Kind::kContested) > 0)
    std::cerr << "Where both ends changed a field, what was typed here stands, and the other value waits as "
                 "a suggestion.\n";
  if (report.Count(Kind::kRemovedHere) > 0)
    std::cerr
        << "What was removed here can be had back for 30 days: kith sync --removed; follow-ups: kith undo\n";
  if (report.Count(Kind::kTakenHere) > 0) std::cerr << "Is somebody there twice now? kith duplicates\n";
}

/// Whether all of it was done.
bool Print(const SyncOutcome& outcome) {
  const char* const what = outcome.service == dav::Service::kContacts ? "Contacts" : "Follow-ups";
  if (!outcome.report) {
    PrintError(outcome.report.error());
    if (outcome.report.error().code == ErrorCode::kPermissionDenied)
      std::cerr << "To give user and password again: kith sync --login\n";
    return false;
  }
  const dav::SyncReport& report = outcome.report->sync;
  for (const dav::SyncEvent& event : report.events) {
    std::cout << Word(event.kind) << event.name;
    if (!event.detail.empty()) std::cout << " (" << event.detail << ")";
    std::cout << '\n';
  }
  const std::size_t here =
      report.Count(Kind::kTakenHere) + report.Count(Kind::kChangedHere) + report.Count(Kind::kRemovedHere);
  const std::size_t there = report.Count(Kind::kCreatedThere) + report.Count(Kind::kChangedThere) +
                            report.Count(Kind::kDeletedThere);
  std::cerr << what << " and " << outcome.report->place.address.Text() << ": " << there << " changes there, "
            << here << " here.\n";
  PrintAdvice(report);
  if (report.trouble) PrintError(*report.trouble);
  return !report.trouble &&
         report.Count(Kind::kHeldBack) + report.Count(Kind::kUnreadable) + report.Count(Kind::kRefused) == 0;
}

Result<int> SyncOnce(const Config& config, OpenedStore& opened, const dav::SyncOptions& options,
                     const std::stop_token& stop) {
  const Result<std::vector<SyncOutcome>> outcomes = RunSyncSession(config, opened, options, stop);
  if (!outcomes) return outcomes.error();
  bool all = true;
  for (const SyncOutcome& outcome : *outcomes)
    all = Print(outcome) && all;
  if (options.is_dry_run) std::cerr << "Nothing was changed.\n";
  std::cout.flush();
  return all ? kSuccess : kFailure;
}

/// Until SIGINT or SIGTERM. What fails once is tried again.
Result<int> Watch(const Config& config, OpenedStore& opened, const dav::SyncOptions& options) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  std::stop_source source;
  const std::jthread waiter([&] {
    int signal = 0;
    sigwait(&ending, &signal);
    source.request_stop();
  });
  std::mutex mutex;
  std::condition_variable_any wake;
  while (!source.stop_requested()) {
    const Result<int> done = SyncOnce(config, opened, options, source.get_token());
    if (!done) PrintError(done.error());
    std::unique_lock lock(mutex);
    wake.wait_for(lock, source.get_token(), std::chrono::minutes(config.sync.every_minutes),
                  [] { return false; });
  }
  return kSuccess;
}

}  // namespace

Result<int> RunSync(const SyncCommandOptions& options, const Config& given) {
  const Config config = Overridden(given, options);
  if (options.login) return LogIn(config);
  if (options.logout) return LogOut(config);
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  if (options.removed) return ListRemoved((*opened)->store->sync());
  if (!options.put_back.empty()) return PutBack((*opened)->store->sync(), options.put_back);
  if (const auto servers = SyncServers(config.sync); !servers) return servers.error();
  const bool is_open = config.sync.carddav.starts_with("http:") || config.sync.caldav.starts_with("http:");
  if (config.sync.insecure_http && is_open) {
    std::cerr << "WARNING: the connection isn't encrypted. Everybody on the way can read your password and "
                 "all that "
                 "is synchronised.\n";
  }
  const dav::SyncOptions sync{options.publish ? dav::Direction::kPublish : dav::Direction::kBothWays,
                              options.dry_run, options.sure};
  if (options.watch) return Watch(config, **opened, sync);
  return SyncOnce(config, **opened, sync, {});
}

}  // namespace kith::app
