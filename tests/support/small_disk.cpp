// SPDX-License-Identifier: Apache-2.0
#include "tests/support/small_disk.h"

#include <stdexcept>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace kith::test {
namespace {

/// Once a process: a second user namespace would be refused.
bool HasOwnMounts() {
  static const bool has = [] {
    const int spaces = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    return unshare(spaces) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  return has;
}

}  // namespace

SmallDisk::SmallDisk(std::filesystem::path folder, int megabytes) : folder_(std::move(folder)) {
  const std::string options = "size=" + std::to_string(megabytes) + "m";
  mounted_ = HasOwnMounts() && mount("none", folder_.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk() {
  if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
}

void SmallDisk::FillUp() const {
  const int file = open((folder_ / "ballast").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("The ballast can't be made.");
  const std::string block(4096, 'b');
  while (write(file, block.data(), block.size()) == static_cast<ssize_t>(block.size())) {
  }
  close(file);
}

void SmallDisk::MakeRoom() const {
  std::filesystem::remove(folder_ / "ballast");
}

}  // namespace kith::test
