// SPDX-License-Identifier: Apache-2.0
#include "app/credentials.h"

#include <fstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/secret_service.h"
#include "core/language.h"
#include "storage/files.h"

namespace kith::app {
namespace {

using exchange::dav::Login;
using nlohmann::json;

json FormOf(const Login& login) {
  return {{"user", login.user}, {"password", login.password}};
}

std::optional<Login> LoginOf(const json& form) {
  if (!form.is_object() || !form.contains("user") || !form.contains("password")) return std::nullopt;
  if (!form["user"].is_string() || !form["password"].is_string()) return std::nullopt;
  return Login{form["user"], form["password"]};
}

/// An empty object without the file.
Result<json> ReadLogins(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return json::object();
  storage::MakePrivate(file);
  std::ifstream in(file);
  json logins = json::parse(in, nullptr, /*allow_exceptions=*/false);
  if (!logins.is_object())
    return Error{
        ErrorCode::kUnreadable,
        Filled(Tr("\"{0}\" can't be read. Remove it, and give the password again."), {file.string()})};
  return logins;
}

Result<void> WriteLogins(const std::filesystem::path& file, const json& logins) {
  if (auto made = storage::EnsurePrivateFolder(file.parent_path()); !made) return made;
  std::filesystem::path fresh = file;
  fresh += ".new";
  if (auto made = storage::EnsurePrivateFile(fresh); !made) return made;
  std::ofstream out(fresh, std::ios::trunc);
  out << logins.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  out.close();
  if (!out)
    return Error{ErrorCode::kStorageFull,
                 Filled(Tr("\"{0}\" couldn't be written. Make room."), {fresh.string()})};
  if (auto flushed = storage::FlushFile(fresh); !flushed) return flushed;
  return storage::ReplaceFile(fresh, file);
}

/// Nothing happens if it isn't there.
Result<void> RemoveFromFile(const std::filesystem::path& file, const std::string& server) {
  Result<json> logins = ReadLogins(file);
  if (!logins) return logins.error();
  if (logins->erase(server) == 0) return {};
  return WriteLogins(file, *logins);
}

}  // namespace

Credentials::Credentials(const std::filesystem::path& data_folder)
    : file_(data_folder / "sync" / "logins.json") {}

Result<std::optional<Login>> Credentials::Load(const std::string& server) const {
  const Result<std::optional<std::string>> secret = LoadSecret(server);
  if (!secret && secret.error().code != ErrorCode::kUnavailable) return secret.error();
  if (secret && *secret) return LoginOf(json::parse(**secret, nullptr, false));
  const Result<json> logins = ReadLogins(file_);
  if (!logins) return logins.error();
  return logins->contains(server) ? LoginOf((*logins)[server]) : std::optional<Login>();
}

Result<Credentials::Place> Credentials::Save(const std::string& server, const Login& login) const {
  const Result<void> saved =
      SaveSecret(server, FormOf(login).dump(-1, ' ', false, json::error_handler_t::replace));
  if (saved) {
    if (auto removed = RemoveFromFile(file_, server); !removed) return removed.error();
    return Place::kSecretService;
  }
  if (saved.error().code != ErrorCode::kUnavailable) return saved.error();
  Result<json> logins = ReadLogins(file_);
  if (!logins) return logins.error();
  (*logins)[server] = FormOf(login);
  if (auto written = WriteLogins(file_, *logins); !written) return written.error();
  return Place::kFile;
}

Result<void> Credentials::Remove(const std::string& server) const {
  const Result<void> removed = RemoveSecret(server);
  if (!removed && removed.error().code != ErrorCode::kUnavailable) return removed;
  return RemoveFromFile(file_, server);
}

}  // namespace kith::app
