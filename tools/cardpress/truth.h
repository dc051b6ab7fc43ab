// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/geometry.h"

namespace kith::tools {

struct PhoneTruth {
  std::string number;  ///< as printed
  PhoneType type = PhoneType::kWork;
  std::vector<PhoneType> also;  ///< types that are right too, where the label leaves it open
};

/// What is printed on a card, as somebody would write it down who sees it. Of `name` and `org` any one
/// alternative is right, best first; the other lists hold every value in reading order.
struct CardTruth {
  std::vector<std::string> name;
  std::vector<std::string> org;
  std::vector<std::string> title;
  std::vector<std::string> department;
  std::vector<PhoneTruth> phone;
  std::vector<std::string> email;
  std::vector<std::string> url;
  std::vector<std::string> address;
  std::vector<std::string> language;  ///< ISO 639-1
  std::map<std::string, std::vector<std::string>>
      cut;                      ///< field -> values that can't be read in this picture
  std::optional<Quad> corners;  ///< pixels; unset where the picture is the card
  int rotation = 0;             ///< degrees clockwise, to the nearest quarter turn
  std::string layout;
  std::string country;  ///< ISO 3166 alpha-2
};

/// Frames of a clip in which the card is held still, and where it is in them.
struct HeldSpan {
  int first = 0;
  int last = 0;
  int frames = 0;  ///< of the whole clip
  int fps = 0;
};

/// The other side of a filmed card that is turned over: `held` counts the frames of the same clip.
struct BackTruth {
  CardTruth truth;
  HeldSpan held;
};

/// What happens in a clip, besides that a card is held.
struct ClipTruth {
  HeldSpan held;
  std::vector<std::string> script;  ///< "wave", "far", "glare", "focus", "flip"
  std::optional<BackTruth> back;
};

/// The JSON object of one picture: the form of the measuring sets, {"name": [..], "phone": [{"number",
/// "type"}]…}. Of a clip also "held", "frames", "fps" and "script"; one of a card that is turned over has the
/// other side's object as "back".
std::string FormatTruth(const CardTruth& truth, const std::optional<ClipTruth>& clip = std::nullopt);

/// What is in a picture that may show any number of cards, also none.
struct SceneTruth {
  std::string scene;  ///< "table", "page", "phone" …
  std::vector<CardTruth> cards;
};

/// {"scene": "table", "cards": [the object of every card]}.
std::string FormatTruth(const SceneTruth& scene);

/// {"001.png": {...}, ...}: the pieces that FormatTruth made, by picture.
std::string FormatTruthFile(const std::map<std::string, std::string>& truth_by_picture);

}  // namespace kith::tools
