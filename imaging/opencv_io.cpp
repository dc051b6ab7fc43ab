// SPDX-License-Identifier: Apache-2.0
#include "imaging/opencv_io.h"

#include <filesystem>
#include <string>

#include <dlfcn.h>

#include "core/language.h"

namespace kith::imaging {
namespace {

namespace fs = std::filesystem;

/// lib/kith beside the folder of the program, or where it was built.
fs::path Module() {
  const fs::path built = KITH_OPENCV_IO;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = program.parent_path().parent_path() / "lib" / "kith" / built.filename();
  return fs::exists(installed, ignored) ? installed : built;
}

Result<const OpenCvIo*> Load() {
  // It stays for good.
  void* const module = dlopen(Module().c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* const give = module != nullptr ? dlsym(module, "KithOpenCvIo") : nullptr;
  if (give == nullptr) {
    const char* const why = dlerror();
    return Error{
        ErrorCode::kUnavailable,
        std::string(Tr("A part of Kith that reads pictures and cameras is missing. Install Kith again.")),
        why != nullptr ? why : ""};
  }
  return reinterpret_cast<const OpenCvIo* (*)()>(give)();
}

}  // namespace

Result<const OpenCvIo*> LoadOpenCvIo() {
  static const Result<const OpenCvIo*> io = Load();
  return io;
}

}  // namespace kith::imaging
