// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a QR code says.
#include "parse/qr_payload.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view payload(reinterpret_cast<const char*>(data), size);
  (void)kith::parse::ParseQrPayload(payload, {"US", "DE"});
  return 0;
}
