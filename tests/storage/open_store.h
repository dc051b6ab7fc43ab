// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "storage/store.h"

namespace kith::storage {

/// The store of that file; a test that can't open it ends with the reason.
inline std::unique_ptr<Store> OpenStore(const std::filesystem::path& file, const Clock& clock) {
  auto opened = Store::Open(file, clock);
  if (!opened) throw std::runtime_error(opened.error().message + " " + opened.error().detail);
  return *std::move(opened);
}

}  // namespace kith::storage
