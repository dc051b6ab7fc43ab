// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kith::test {

/// A disk of a few megabytes on a folder, seen by this process and those that it starts: a tmpfs in a mount
/// namespace of its own. Make it while the test has no other threads.
class SmallDisk {
 public:
  SmallDisk(std::filesystem::path folder, int megabytes);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  /// False where the system lets tests mount nothing (containers without CAP_SYS_ADMIN).
  bool mounted() const { return mounted_; }

  /// Takes all space that is left, as the file "ballast".
  void FillUp() const;
  void MakeRoom() const;

 private:
  std::filesystem::path folder_;
  bool mounted_ = false;
};

}  // namespace kith::test
