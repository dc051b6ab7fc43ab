// SPDX-License-Identifier: Apache-2.0
#include "tests/support/radicale.h"

#include <stdexcept>

#include "tests/support/loopback.h"

namespace kith::test {
namespace {

void MakeCertificate(const std::filesystem::path& folder) {
  const ProcessOutcome made = RunProcess(
      {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
       "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
       "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"});
  if (made.status != 0) throw std::runtime_error("openssl: " + made.err);
}

}  // namespace

Radicale::Radicale(Encryption encryption) : encryption_(encryption), port_(FreePort()) {
  const bool is_encrypted = encryption == Encryption::kTls;
  if (is_encrypted) MakeCertificate(folder_.path());
  WriteBytes(folder_ / "users", std::string(kUser) + ":" + kPassword + "\n");
  std::string config = "[server]\nhosts = 127.0.0.1:" + std::to_string(port_) + "\n";
  if (is_encrypted) {
    config += "ssl = True\ncertificate = " + certificate().string() +
              "\nkey = " + (folder_ / "key.pem").string() + "\n";
  }
  config += "[auth]\ntype = htpasswd\nhtpasswd_filename = " + (folder_ / "users").string() +
            "\nhtpasswd_encryption = plain\ndelay = 0\n[rights]\ntype = "
            "owner_only\n[storage]\nfilesystem_folder = " +
            folder_.path().string() + "\n[logging]\nlevel = error\n";
  WriteBytes(folder_ / "config", config);
  process_ = std::make_unique<Process>(
      std::vector<std::string>{"/usr/bin/radicale", "-C", (folder_ / "config").string()});
  if (!WaitForPort(port_)) throw std::runtime_error("Radicale doesn't start");
}

std::string Radicale::Url() const {
  return (encryption_ == Encryption::kTls ? "https://localhost:" : "http://localhost:") +
         std::to_string(port_);
}

}  // namespace kith::test
