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

struct Loaded {
  const OpenCvIo* io = nullptr;
  std::string why_not = {};
};

Loaded Load() {
  // It stays for good.
  void* const module = dlopen(Module().c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* const give = module != nullptr ? dlsym(module, "KithOpenCvIo") : nullptr;
  if (give != nullptr) return {reinterpret_cast<const OpenCvIo* (*)()>(give)()};
  const char* const why_not = dlerror();
  return {nullptr, why_not != nullptr ? why_not : ""};
}

}  // namespace

Result<const OpenCvIo*> LoadOpenCvIo() {
  static const Loaded loaded = Load();
  if (loaded.io != nullptr) return loaded.io;
  return Error{
      ErrorCode::kUnavailable,
      std::string(Tr("A part of Kith that reads pictures and cameras is missing. Install Kith again.")),
      loaded.why_not};
}

}  // namespace kith::imaging
