// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/sync_desk.h"
#include "flow/long_job.h"

/// Synchronising with servers, and setting one up.
namespace kith::flow {

enum class LoginField { kAddress, kUser, kPassword, kPlaces };

/// Setting a server up: its login is tried, and what it has is chosen from. What is typed stays in the face.
struct ConnectWork {
  bool again = false;                       ///< a person wants to, though there is a login
  std::shared_ptr<LongJob> job = {};        ///< while the server is asked
  std::uint64_t ticket = 0;                 ///< of the answer that is waited for
  std::optional<FoundPlaces> found = {};    ///< to choose from
  std::string problem = {};                 ///< why it went no further
  LoginField field = LoginField::kAddress;  ///< that the problem is about
  int problems = 0;                         ///< counts up: the field gets the focus
  bool disconnecting = false;
  int done = 0;  ///< counts up: forms begin anew
};

struct SyncScreenState {
  bool loaded = false;
  SyncPlaces places = {};
  std::vector<SyncResult> results = {};  ///< of the run that ended last
  std::optional<Error> error = {};       ///< why it didn't run
  std::uint64_t ticket = 0;              ///< of the run whose outcome is waited for
  std::shared_ptr<LongJob> job = {};     ///< while one runs
  ConnectWork connect = {};

  /// A person has to log in before anything else, or wants to.
  bool asks_for_login() const { return places.empty() || places.needs_login || connect.again; }
};

// What a person wants.

/// Synchronises with the servers of the configuration.
struct StartSync {
  bool may_delete_many = false;  ///< a person was asked
};
struct StopSync {};
/// Gives user and password of the servers once more.
struct LogInAgain {};
/// Tries a login. The address may be an e-mail address: that of its domain's server.
struct TryLogin {
  SyncLogin login;
};
struct StopConnecting {};
/// Back to the login, or from there to what is set up.
struct LeaveConnecting {};
/// Sets up what was chosen of what was found; nullopt: that kind isn't synchronised.
struct ConnectServer {
  SyncLogin login;
  std::optional<std::size_t> contacts;
  std::optional<std::size_t> follow_ups;
};
struct DisconnectServer {};

// What workers bring back.

struct SyncLoaded {
  SyncPlaces places;
};
struct SyncDone {
  std::uint64_t ticket = 0;
  std::vector<SyncResult> results;
};
struct SyncFailed {
  std::uint64_t ticket = 0;
  Error error;
};
struct LoginTried {
  std::uint64_t ticket = 0;
  FoundPlaces found;
};
struct ServerConnected {
  std::uint64_t ticket = 0;
};
struct ServerNotConnected {
  std::uint64_t ticket = 0;
  Error error;
};
struct ServerDisconnected {};
struct ServerNotDisconnected {
  Error error;
};

}  // namespace kith::flow

namespace kith::flow::effect {

struct LoadSync {};

struct RunSync {
  std::uint64_t ticket = 0;
  bool may_delete_many = false;
  std::shared_ptr<LongJob> job;  ///< never null
};

struct TryLogin {
  std::uint64_t ticket = 0;
  SyncLogin login;
  std::shared_ptr<LongJob> job;  ///< never null
};

struct ConnectServer {
  std::uint64_t ticket = 0;
  SyncLogin login;
  ChosenPlaces chosen;
  std::shared_ptr<LongJob> job;  ///< never null
};

struct DisconnectServer {};

}  // namespace kith::flow::effect
