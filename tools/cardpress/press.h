// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/result.h"
#include "tools/cardpress/people.h"

namespace kith::tools {

enum class PictureKind { kCard, kScan, kPhoto, kVideo, kTable, kPage, kStranger };

struct PressOptions {
  PictureKind kind = PictureKind::kCard;
  int count = 20;
  std::uint64_t seed = 1;
  std::string folder;
  Domains domains = Domains::kReserved;
  int width = 1050;          ///< of cards, pixels of the longer side
  bool hard = false;         ///< of photos, tables and strangers
  bool spare = false;        ///< of photos: cards with next to nothing on them
  bool camouflaged = false;  ///< of photos and videos: tables nearly of the card's own colour
  bool before = false;       ///< of strangers: also the same before anything was laid there or anybody came
  bool two_sided = false;    ///< of videos: the card is turned over
  int fps = 15;              ///< of videos
  bool same_cards = false;   ///< picture n of every kind shows card n of kCard, to compare ways of taking it
  std::vector<int> picked;   ///< if not empty: only these of the series, written as 01, 02 …
};

/// Makes the pictures 001, 002 … and truth.json in the folder. Picture n depends on the seed and n only.
Result<void> Press(const PressOptions& options);

/// Prints family, package and "missing" line by line; returns 1 if anything is missing, for use in scripts.
int ListFonts(std::ostream& out);

}  // namespace kith::tools
