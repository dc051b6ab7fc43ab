// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::test {

/// While it lives, databases that are opened stand on a disk that fails when told: a VFS of SQLite around the
/// system's. One at a time, in a test without other threads.
class FaultyDisk {
 public:
  enum class Fault { kNone, kIoError, kFull };

  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// The `writes`th write, truncation or flush from now on fails, and all after it, until Repair.
  void FailAfter(int writes, Fault fault);
  void Repair();
  /// Whether something failed since FailAfter.
  bool has_failed() const;
};

}  // namespace kith::test
