// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "app/card_pictures.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/logged_exporter.h"
#include "app/open_store.h"
#include "exchange/list_exporter.h"

namespace kith::app {

Result<int> RunExport(const ExportOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const auto event = FindEvent(store.events(), options.event);
  if (!event) return event.error();

  StoredCardPictures pictures(store.captures());
  exchange::ListExporter lists(store.contacts(), store.extras(), store.follow_ups(), store.following(),
                               store.events(), config.following.rules, *(*opened)->clock, &pictures);
  LoggedExporter exporter(lists, store.retention(), *(*opened)->clock);
  const auto report = exporter.Export({.format = options.format,
                                       .path = options.output,
                                       .event = *event,
                                       .due_before = options.due_before,
                                       .pictures = !options.without_pictures});
  if (!report) return report.error();
  for (const std::string& left_out : report->left_out)
    std::cerr << "Left out " << left_out << ".\n";
  std::cerr << "Wrote " << report->count << " to " << report->path.string() << ".\n";
  return kSuccess;
}

}  // namespace kith::app
