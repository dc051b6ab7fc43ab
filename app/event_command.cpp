// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <iostream>

#include "app/command_line.h"
#include "app/open_store.h"
#include "app/store_commands.h"

namespace kith::app {
namespace {

Error NoDay(const std::string& text) {
  return {ErrorCode::kInvalidInput, "\"" + text + "\" is no day. Write it like 2026-11-23, or say never."};
}

Result<EventRetention> Changed(EventRetention retention, const EventOptions& options) {
  if (options.purpose) retention.purpose = *options.purpose;
  if (options.expires) {
    retention.expires = ParseDay(*options.expires);
    if (!retention.expires && *options.expires != "never") return NoDay(*options.expires);
  }
  if (options.card_images) {
    retention.card_image_days.reset();
    const std::string& text = *options.card_images;
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error == std::errc() && end == text.data() + text.size()) {
      retention.card_image_days = days;
    } else if (text != "keep") {
      return Error{ErrorCode::kInvalidInput, "\"" + text + "\" is no number of days. Say one, or keep."};
    }
  }
  return retention;
}

}  // namespace

Result<int> RunEvent(const EventOptions& options, const Config& config) {
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  const Result<Event> event = store.events().FindOrCreate(options.name);
  if (!event) return event.error();
  const auto before = store.retention().GetEventRetention(event->id);
  if (!before) return before.error();
  const Result<EventRetention> retention = Changed(*before, options);
  if (!retention) return retention.error();
  if (auto set = store.retention().SetEventRetention(event->id, *retention); !set) return set.error();
  std::cout << event->name << '\n'
            << "  purpose: " << (retention->purpose.empty() ? "(none said)" : retention->purpose) << '\n'
            << "  expires: " << (retention->expires ? FormatDay(*retention->expires) : "never") << '\n'
            << "  card images: "
            << (retention->card_image_days
                    ? std::to_string(*retention->card_image_days) + " days after review"
                    : "kept as long as the contact")
            << '\n';
  return kSuccess;
}

}  // namespace kith::app
