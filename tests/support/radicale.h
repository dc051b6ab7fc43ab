// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace kith::test {

/// A real Radicale on 127.0.0.1, with the user "host" and the password "open sesame".
class Radicale {
 public:
  enum class Encryption { kNone, kTls };

  /// Throws if it doesn't start. With TLS: by a certificate that is made for it, see `certificate`.
  explicit Radicale(Encryption encryption = Encryption::kNone);

  int port() const { return port_; }
  /// "https://localhost:5232", without a slash at the end.
  std::string Url() const;
  /// What a client must trust.
  std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }
  /// Where it keeps the collections, as files.
  std::filesystem::path collections() const { return folder_ / "collection-root"; }

  static constexpr const char* kUser = "host";
  static constexpr const char* kPassword = "open sesame";

 private:
  TempFolder folder_;
  Encryption encryption_;
  int port_;
  std::unique_ptr<Process> process_;
};

}  // namespace kith::test
