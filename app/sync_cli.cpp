// SPDX-License-Identifier: Apache-2.0
#include "app/sync_cli.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands.h"

namespace kith::app {

void AddSync(CLI::App& app, Command& chosen) {
  CLI::App* const sync = app.add_subcommand(
      "sync", "Keep contacts and follow-ups the same here and on a CardDAV and CalDAV server");
  auto options = std::make_shared<SyncCommandOptions>();
  sync->add_option("--carddav", options->carddav, "The server, or the address book, for contacts")
      ->type_name("URL");
  sync->add_option("--caldav", options->caldav, "The server, or the calendar, for follow-ups")
      ->type_name("URL");
  sync->add_option("--user", options->user, "Who logs in there")->type_name("NAME");
  sync->add_option("--ca-file", options->ca_file, "Certificates to trust beside the system's")
      ->type_name("FILE");
  sync->add_option("--also-server", options->also_servers,
                   "Another server that the first one leads to, and that gets the password, too")
      ->type_name("URL");
  sync->add_flag("--insecure-http", options->insecure_http,
                 "Allow http://, where everybody on the way reads password and contacts");
  sync->add_flag("--publish", options->publish, "Only write there; take nothing from there");
  auto* const dry_run = sync->add_flag("--dry-run", options->dry_run, "Only say what would be done");
  sync->add_flag("--yes", options->sure, "Delete as much as there is to delete");
  sync->add_flag("--watch", options->watch, "Go on, every few minutes, until stopped")->excludes(dry_run);
  auto* const login = sync->add_flag("--login", options->login,
                                     "Keep user and password (asked for, or the first line of stdin)");
  sync->add_flag("--logout", options->logout, "Forget user and password")->excludes(login);
  sync->add_flag("--removed", options->removed,
                 "List contacts that were put aside because the server deleted them");
  sync->add_option("--put-back", options->put_back, "Bring one of these back")->type_name("ID");
  sync->callback(
      [&chosen, options] { chosen = [options](const Config& config) { return RunSync(*options, config); }; });
}

}  // namespace kith::app
