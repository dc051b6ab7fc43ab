// SPDX-License-Identifier: Apache-2.0
#include "storage/process_mark.h"

#include <fstream>
#include <sstream>

#include <unistd.h>

namespace kith::storage {
namespace {

std::string ThisBoot() {
  std::ifstream boot_file("/proc/sys/kernel/random/boot_id");
  std::string boot;
  std::getline(boot_file, boot);
  return boot;
}

/// "<pid> <start> <boot>", empty if there is no such process. The start is field 22 of /proc/<pid>/stat, in
/// clock ticks since the boot (proc(5)); fields are counted behind the last ')', since a program's name may
/// hold anything.
std::string MarkOf(const std::string& pid) {
  std::ifstream stat("/proc/" + pid + "/stat");
  std::string line;
  std::getline(stat, line);
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream fields(line.substr(name_end + 1));
  std::string state;
  std::string field;
  fields >> state;
  for (int number = 4; number <= 22; ++number)
    fields >> field;
  if (!fields || state == "Z" || state == "X") return {};

  return pid + ' ' + field + ' ' + ThisBoot();
}

}  // namespace

const std::string& OwnProcessMark() {
  thread_local pid_t marked = 0;  // a fork is another process
  thread_local std::string mark;
  if (marked != getpid()) {
    marked = getpid();
    mark = MarkOf(std::to_string(marked));
  }
  return mark;
}

bool ProcessRuns(std::string_view mark) {
  const std::string pid(mark.substr(0, mark.find(' ')));
  if (pid.empty() || pid.find_first_not_of("0123456789") != std::string::npos) return false;
  return MarkOf(pid) == mark;
}

bool IsOfThisBoot(std::string_view mark) {
  const std::string boot = ThisBoot();
  return !boot.empty() && mark.substr(mark.rfind(' ') + 1) == boot;
}

}  // namespace kith::storage
