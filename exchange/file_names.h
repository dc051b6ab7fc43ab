// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace kith::exchange {

/// A name that every system takes for a file, without its ending: what a card says, with "-" for what some of
/// them refuse, of at most 80 bytes; "No name" if nothing is left.
std::string FileNameOf(std::string_view text);

/// Names for the files of one folder, each once, also where upper and lower case are the same.
class FileNames {
 public:
  /// "Ada Example.eml", the next time "Ada Example 2.eml". `ending` has its dot.
  std::string Next(std::string_view text, std::string_view ending);

 private:
  std::set<std::string> taken_;  ///< folded
};

/// A path in the folder that isn't there yet, counted as above.
std::filesystem::path FreePath(const std::filesystem::path& folder, std::string_view text,
                               std::string_view ending);

}  // namespace kith::exchange
