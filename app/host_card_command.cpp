// SPDX-License-Identifier: Apache-2.0
#include "app/host_card_command.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "app/command_line.h"
#include "app/open_store.h"
#include "core/text.h"
#include "exchange/qr_code.h"

namespace kith::app {
namespace {

struct HostCardOptions {
  std::vector<std::string> changes;  ///< "name=Grace Example"
  std::string event;
  std::filesystem::path png, svg, vcf;
};

constexpr const char* kKeys = "name, organization, title, phone, email, url or handle";

/// "handle=" takes all handles away, "handle=LinkedIn: grace" adds one; the others replace what was there.
Result<void> Change(HostCard& card, const std::string& change) {
  const std::size_t equals = change.find('=');
  const std::string key = LowerCase(change.substr(0, equals));
  const std::string value = equals == std::string::npos ? "" : NormalizeText(change.substr(equals + 1));
  const auto texts =
      std::to_array<std::pair<const char*, std::string*>>({{"name", &card.name},
                                                           {"organization", &card.organization},
                                                           {"title", &card.title},
                                                           {"phone", &card.phone},
                                                           {"email", &card.email},
                                                           {"url", &card.url}});
  const auto text = std::ranges::find(texts, key, &std::pair<const char*, std::string*>::first);
  if (equals == std::string::npos || (text == texts.end() && key != "handle")) {
    return Error{ErrorCode::kInvalidInput, "\"" + change + "\" isn't KEY=VALUE with a key of " + kKeys + "."};
  }
  if (text != texts.end()) {
    *text->second = value;
  } else if (value.empty()) {
    card.handles.clear();
  } else {
    card.handles.push_back(value);
  }
  return {};
}

void Print(const HostCard& card, const HostCode& code) {
  std::cout << exchange::QrText(code.code, isatty(STDOUT_FILENO) == 1);
  for (const std::string* line :
       {&card.name, &card.title, &card.organization, &card.phone, &card.email, &card.url}) {
    if (!line->empty()) std::cout << *line << '\n';
  }
  for (const std::string& handle : card.handles)
    std::cout << handle << '\n';
}

/// Into the files that were asked for; how many, or what went wrong.
Result<int> WriteFiles(HostCardStore& store, const HostCard& card, const std::string& event,
                       const HostCardOptions& options) {
  const auto files = std::to_array<std::pair<HostCardFile, const std::filesystem::path*>>(
      {{HostCardFile::kPng, &options.png},
       {HostCardFile::kSvg, &options.svg},
       {HostCardFile::kVcard, &options.vcf}});
  int count = 0;
  for (const auto& [kind, path] : files) {
    if (path->empty()) continue;
    const auto written = store.WriteTo(card, event, kind, *path);
    if (!written) return written.error();
    std::cerr << "Wrote " << path->string() << ".\n";
    ++count;
  }
  return count;
}

Result<int> RunHostCard(const HostCardOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  HostCardStore store = HostCardOf(config, *(*opened)->clock);
  Result<HostCard> card = store.Load();
  if (!card) return card.error();
  for (const std::string& change : options.changes) {
    const auto changed = Change(*card, change);
    if (!changed) return changed.error();
  }
  if (!options.changes.empty()) {
    card = store.Keep(*card);
    if (!card) return card.error();
  }
  if (card->name.empty()) {
    return Error{ErrorCode::kNotFound,
                 "There is no host card yet. Say who you are: kith card --set name=\"Grace Example\" --set "
                 "email=grace@example.com"};
  }
  const std::string& event = options.event.empty() ? config.event : options.event;
  const Result<HostCode> code = store.CodeOf(*card, event);
  if (!code) return code.error();
  for (const std::string& gone : code->left_out)
    std::cerr << "No room in the code for " << gone << ".\n";
  const auto written = WriteFiles(store, *card, event, options);
  if (!written) return written.error();
  if (*written == 0) Print(*card, *code);
  return kSuccess;
}

}  // namespace

void AddHostCard(CLI::App& app, Command& chosen) {
  CLI::App* const command = app.add_subcommand("card", "Your own card as a QR code, for guests to take home");
  const auto options = std::make_shared<HostCardOptions>();
  command->add_option("--set", options->changes, std::string("Keep a value: KEY=VALUE, the key is ") + kKeys)
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  command->add_option("--event", options->event, "Where you met (default: as configured)")->type_name("NAME");
  command->add_option("--png", options->png, "Write the code as a picture")->type_name("FILE");
  command->add_option("--svg", options->svg, "Write the code as a drawing, for print")->type_name("FILE");
  command->add_option("--vcf", options->vcf, "Write the whole card as a vCard")->type_name("FILE");
  command->callback([&chosen, options] {
    chosen = [options](const Config& config) { return RunHostCard(*options, config); };
  });
}

}  // namespace kith::app
