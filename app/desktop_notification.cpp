// SPDX-License-Identifier: Apache-2.0
#include "app/desktop_notification.h"

#include <memory>

#include <libnotify/notify.h>

namespace kith::app {
namespace {

struct Unref {
  void operator()(NotifyNotification* notification) const { g_object_unref(notification); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
};

Error Unavailable(std::string detail) {
  return {ErrorCode::kUnavailable,
          "The desktop can't show a notification. Is a notification service running, and "
          "DBUS_SESSION_BUS_ADDRESS set?",
          std::move(detail)};
}

}  // namespace

Result<void> ShowNotification(const std::string& title, const std::string& text) {
  if (!notify_is_initted() && !notify_init("Kith")) return Unavailable({});
  // The body may hold markup; what a card says must stay what it says.
  const std::unique_ptr<char, Free> escaped(g_markup_escape_text(text.c_str(), -1));
  const std::unique_ptr<NotifyNotification, Unref> notification(
      notify_notification_new(title.c_str(), escaped.get(), "kith"));
  notify_notification_set_category(notification.get(), "presence");
  GError* error = nullptr;
  if (notify_notification_show(notification.get(), &error)) return {};
  std::string detail = error != nullptr ? error->message : "";
  g_clear_error(&error);
  return Unavailable(std::move(detail));
}

}  // namespace kith::app
