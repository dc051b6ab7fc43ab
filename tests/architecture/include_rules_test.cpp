// SPDX-License-Identifier: Apache-2.0
// Who may include whom, as docs/architecture.md draws it. Counts every #include of our folders against the
// table.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

namespace fs = std::filesystem;

struct FolderRule {
  std::set<std::string> folders;                 ///< of ours that it may include, besides itself
  std::vector<std::string> third_party;          ///< beginnings of headers that its .cpp files may include
  std::vector<std::string> third_party_headers;  ///< beginnings that its .h files may include too
};

const std::map<std::string, FolderRule>& Rules() {
  static const std::map<std::string, FolderRule> rules = {
      {"core", {{}, {"phonenumbers/", "unicode/", "libpsl.h", "boost/locale/"}, {}}},
      {"imaging",
       {{"core"},
        {"opencv2/", "jpeglib.h", "jerror.h", "libavcodec/", "libavformat/", "libavutil/", "libswscale/"},
        {"opencv2/core/mat.hpp"}}},
      {"capture", {{"core", "imaging"}, {"opencv2/", "linux/videodev2.h"}, {"opencv2/core/mat.hpp"}}},
      {"ocr",
       {{"core", "imaging"},
        {"opencv2/", "tesseract/", "leptonica/", "ZXing/", "dnnl.hpp", "nlohmann/", "omp.h"},
        {"opencv2/core/mat.hpp", "dnnl.hpp"}}},
      {"parse", {{"core"}, {}, {}}},
      {"followup", {{"core"}, {"date/"}, {}}},
      {"storage",
       {{"core"},
        {"SQLiteCpp/", "sqlite3.h", "sodium.h", "nlohmann/", "libpq-fe.h"},
        {"SQLiteCpp/", "nlohmann/json_fwd.hpp"}}},
      {"exchange",
       {{"core", "followup"}, {"libical/", "libxml/", "gmime/", "curl/", "qrencode.h"}, {"libical/"}}},
      {"flow", {{"core", "parse", "followup"}, {}, {}}},
      {"ui",
       {{"core", "flow"}, {"imgui", "backends/imgui_", "GLFW/", "GL/", "boost/interprocess/"}, {"imgui.h"}}},
      {"app",
       {{"core", "imaging", "capture", "ocr", "parse", "followup", "storage", "exchange", "flow", "ui"},
        {"CLI/", "toml++/", "spdlog/", "nlohmann/", "libnotify/", "libsecret/"},
        {"nlohmann/json_fwd.hpp"}}},
      {"fuzz", {{"core", "exchange", "parse"}, {}, {}}},
  };
  return rules;
}

struct Include {
  fs::path file;
  std::string folder;
  std::string target;
  bool angled = false;
};

std::vector<Include> IncludesOf(const std::string& folder) {
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(KITH_SOURCE_DIR) / folder)) {
    const std::string extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ")) continue;
      const char closing = line[9] == '<' ? '>' : '"';
      const std::size_t end = line.find(closing, 10);
      includes.push_back({entry.path(), folder, line.substr(10, end - 10), closing == '>'});
    }
  }
  return includes;
}

/// The standard's, the system's and the compiler's headers: "vector", "unistd.h", "sys/stat.h",
/// "immintrin.h"; and {fmt}, which stands in for <format> until the compiler has it.
bool IsSystemHeader(const std::string& target) {
  static const std::set<std::string> posix = {"dlfcn.h", "fcntl.h",   "poll.h",  "signal.h",
                                              "spawn.h", "termios.h", "unistd.h"};
  return posix.contains(target) || target == "immintrin.h" || target.starts_with("sys/") ||
         target.starts_with("fmt/") || target.find_first_of("./") == std::string::npos;
}

bool StartsWithAny(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return text.starts_with(beginning); });
}

std::string Describe(const Include& include) {
  return fs::relative(include.file, KITH_SOURCE_DIR).string() + " includes " + include.target;
}

TEST(IncludeRules, OurFoldersIncludeOnlyWhomTheyMay) {
  std::vector<std::string> violations;
  for (const auto& [folder, rule] : Rules()) {
    for (const Include& include : IncludesOf(folder)) {
      const std::string target_folder = include.target.substr(0, include.target.find('/'));
      if (include.angled || !Rules().contains(target_folder)) continue;
      if (target_folder != folder && !rule.folders.contains(target_folder)) {
        violations.push_back(Describe(include));
      }
    }
  }
  EXPECT_THAT(violations, testing::IsEmpty());
}

TEST(IncludeRules, OwnHeadersAreNamedByTheirPathFromTheRoot) {
  std::vector<std::string> violations;
  for (const auto& [folder, rule] : Rules()) {
    for (const Include& include : IncludesOf(folder)) {
      if (!include.angled && !fs::exists(fs::path(KITH_SOURCE_DIR) / include.target) &&
          !include.target.starts_with("generated/")) {
        violations.push_back(Describe(include));
      }
    }
  }
  EXPECT_THAT(violations, testing::IsEmpty());
}

TEST(IncludeRules, ThirdPartyHeadersStayWithTheFolderThatOwnsThem) {
  std::vector<std::string> violations;
  for (const auto& [folder, rule] : Rules()) {
    for (const Include& include : IncludesOf(folder)) {
      if (!include.angled || IsSystemHeader(include.target)) continue;
      const bool is_header = include.file.extension() == ".h";
      if (!StartsWithAny(include.target, is_header ? rule.third_party_headers : rule.third_party)) {
        violations.push_back(Describe(include));
      }
    }
  }
  EXPECT_THAT(violations, testing::IsEmpty());
}

TEST(IncludeRules, EveryFolderOfOursHasARule) {
  std::set<std::string> folders;
  for (const auto& entry : fs::directory_iterator(KITH_SOURCE_DIR)) {
    if (entry.is_directory() && fs::exists(entry.path() / "CMakeLists.txt"))
      folders.insert(entry.path().filename());
  }
  for (const char* const other : {"tests", "tools", "bench", "build"})
    folders.erase(other);
  std::set<std::string> ruled;
  for (const auto& [folder, rule] : Rules())
    ruled.insert(folder);
  EXPECT_EQ(folders, ruled);
}

TEST(IncludeRules, EverySourceFileSaysItsLicence) {
  std::vector<std::string> violations;
  std::vector<std::string> folders = {"tests", "tools"};
  for (const auto& [folder, rule] : Rules())
    folders.push_back(folder);
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KITH_SOURCE_DIR) / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path());
      std::string first;
      std::getline(in, first);
      if (first != "// SPDX-License-Identifier: Apache-2.0") violations.push_back(entry.path());
    }
  }
  EXPECT_THAT(violations, testing::IsEmpty());
}

}  // namespace
}  // namespace kith
