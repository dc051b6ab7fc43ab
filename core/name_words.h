// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// The small words of people's names, in the languages of business cards. Part of person_name: nothing else
// includes this.
namespace kith::name_words {

/// Stands before a name: "Dr.", "Prof.", "Mrs", "Dipl.-Ing.", "Dott.ssa".
bool IsHonorific(std::string_view word);

/// Stands behind one: "Ph.D.", "MBA", "CPA". Words that are family names, too ("Ma", "Do"), need two
/// capitals or stops: "MA", "D.O.".
bool IsDegree(std::string_view word);

/// A degree that is nobody's name however it is printed: "PhD", but not "MA".
bool IsSureDegree(std::string_view word);

/// "Jr.", "III": belongs to the name, but to neither the given nor the family name.
bool IsGeneration(std::string_view word);

/// May begin a family name: "van", "de", "bin". In capitals or title case only those that are nobody's
/// given or family name.
bool IsParticle(std::string_view word);

/// A particle that is written small where a name is: "van", "de", but not "Di", "La".
bool IsSmallParticle(std::string_view word);

/// "y", "e": joins two family names.
bool IsJoiner(std::string_view word);

}  // namespace kith::name_words
