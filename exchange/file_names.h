// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "core/ids.h"

namespace kith::exchange {

/// A name that every system, shell and stick takes for a file, without its ending: what a card says, with "-"
/// for what some of them refuse, without what can't be seen, of at most 80 bytes; "No name" if nothing is
/// left.
std::string FileNameOf(std::string_view text);

/// "Ada Example 0a4f2c1b.vcf": what is called so, and the end of its id, by which the same thing has the same
/// name again and namesakes have different ones. `ending` has its dot.
std::string FileNameOf(std::string_view text, const UuidBytes& id, std::string_view ending);

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
