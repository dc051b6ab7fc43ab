// SPDX-License-Identifier: Apache-2.0
#include "app/secret_service.h"

#include <cstdlib>
#include <filesystem>
#include <memory>

#include <libsecret/secret.h>

#include "core/language.h"

namespace kith::app {
namespace {

struct FreeError {
  void operator()(GError* error) const { g_error_free(error); }
};
struct FreePassword {
  void operator()(char* password) const { secret_password_free(password); }
};

const SecretSchema& Schema() {
  static const SecretSchema schema = [] {
    SecretSchema made{};
    made.name = "org.kith.Sync";
    made.flags = SECRET_SCHEMA_NONE;
    made.attributes[0] = {"server", SECRET_SCHEMA_ATTRIBUTE_STRING};
    return made;
  }();
  return schema;
}

/// Without one GLib would start a bus of its own.
bool HasBus() {
  const char* const address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
  if (address != nullptr) return *address != '\0';
  const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code ignored;
  return runtime != nullptr && std::filesystem::exists(std::filesystem::path(runtime) / "bus", ignored);
}

Error NoSecrets(const std::string& detail) {
  return {ErrorCode::kUnavailable, std::string(Tr("There is no secret service on this desktop.")), detail};
}

/// nullopt: all is well.
std::optional<Error> ErrorOf(GError* raw) {
  if (raw == nullptr) return std::nullopt;
  const std::unique_ptr<GError, FreeError> error(raw);
  const bool is_locked = error->domain == SECRET_ERROR && error->code == SECRET_ERROR_IS_LOCKED;
  if (!is_locked) return NoSecrets(error->message);
  return Error{ErrorCode::kPermissionDenied,
               std::string(Tr("The desktop's key ring is locked. Unlock it and try again.")), error->message};
}

}  // namespace

Result<std::optional<std::string>> LoadSecret(const std::string& server) {
  if (!HasBus()) return NoSecrets("no session bus");
  GError* error = nullptr;
  const std::unique_ptr<char, FreePassword> secret(
      secret_password_lookup_sync(&Schema(), nullptr, &error, "server", server.c_str(), nullptr));
  if (auto trouble = ErrorOf(error)) return *trouble;
  if (!secret) return std::optional<std::string>();
  return std::optional<std::string>(secret.get());
}

Result<void> SaveSecret(const std::string& server, const std::string& secret) {
  if (!HasBus()) return NoSecrets("no session bus");
  GError* error = nullptr;
  const std::string label = "Kith: " + server;
  secret_password_store_sync(&Schema(), SECRET_COLLECTION_DEFAULT, label.c_str(), secret.c_str(), nullptr,
                             &error, "server", server.c_str(), nullptr);
  if (auto trouble = ErrorOf(error)) return *trouble;
  return {};
}

Result<void> RemoveSecret(const std::string& server) {
  if (!HasBus()) return NoSecrets("no session bus");
  GError* error = nullptr;
  secret_password_clear_sync(&Schema(), nullptr, &error, "server", server.c_str(), nullptr);
  if (auto trouble = ErrorOf(error)) return *trouble;
  return {};
}

}  // namespace kith::app
