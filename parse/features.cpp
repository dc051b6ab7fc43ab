// SPDX-License-Identifier: Apache-2.0
#include "parse/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/text.h"
#include "parse/addresses.h"
#include "parse/likeness.h"
#include "parse/weights.h"

namespace kith::parse {
namespace {

namespace w = weights;

enum class WordShape { kCapitalised, kCapitals, kLower, kInitial, kMixed, kDigits, kIdeographs };

bool IsIdeograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

WordShape ShapeOf(const std::string& word) {
  const std::u32string letters = DecodeUtf8(word);
  if (std::any_of(letters.begin(), letters.end(), IsIdeograph)) return WordShape::kIdeographs;
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return WordShape::kDigits;
  const std::string lower = LowerCase(word);
  const std::string upper = UpperCase(word);
  if (lower == upper) return WordShape::kMixed;
  const std::u32string lower_letters = DecodeUtf8(lower);
  const std::size_t count = FoldToAlnum(word).size();
  if (word == lower) return WordShape::kLower;
  if (count <= 1 || (count == 2 && word.find('.') != std::string::npos && word == upper))
    return WordShape::kInitial;
  if (word == upper) return WordShape::kCapitals;
  const bool first_is_capital = letters[0] != lower_letters[0];
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < std::min(letters.size(), lower_letters.size()); ++i)
    capitals += letters[i] != lower_letters[i] ? 1 : 0;
  const bool parts =
      word.find_first_of("-'.") != std::string::npos || word.find("\u2019") != std::string::npos;
  const bool scottish = lower.starts_with("mc") || lower.starts_with("mac") || lower.starts_with("de");
  return first_is_capital && (capitals == 1 || parts || scottish) ? WordShape::kCapitalised
                                                                  : WordShape::kMixed;
}

/// Stop words that names of organizations and titles don't have either.
bool IsSloganWord(const std::string& folded) {
  constexpr std::array<std::string_view, 22> kWords = {
      "your",    "our",  "we",   "you", "your", "us",    "my",  "is",   "are",     "more",  "best",
      "inspire", "that", "this", "who", "what", "every", "get", "make", "because", "where", "since"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool IsParticle(const std::string& folded) {
  constexpr std::array<std::string_view, 25> kWords = {
      "van", "von", "der", "den", "de",  "del", "della", "di",  "da",  "dos", "das", "do", "la",
      "le",  "el",  "al",  "bin", "ibn", "ben", "abu",   "ter", "ten", "zu",  "y",   "st"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

double Doublings(double ratio, double least, double most) {
  return ratio <= 0 ? 0 : std::clamp(std::log2(ratio), least, most);
}

bool HasDigit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

double Unsure(const Piece& piece) {
  constexpr double kReadable = 0.75;
  return w::kUnsure * std::max(0.0, kReadable - piece.confidence);
}

/// Words that titles are made of; names that happen to be titles ("Dean", "Mason") don't count.
std::size_t CountTitleWords(const std::vector<Token>& tokens, bool names_too) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t length = TitlePhrase(tokens, i);
    const bool is_name = IsGivenName(tokens[i].folded) || IsSurname(tokens[i].folded);
    if (length > 0 && (names_too || length > 1 || !is_name)) ++count;
    i += std::max<std::size_t>(1, length);
  }
  return count;
}

std::size_t CountOrganizationWords(const std::vector<Token>& tokens) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [](const Token& token) { return IsOrganizationWord(token.folded); }));
}

/// A legal form that isn't the whole line. Short ones are words of many languages, too: only at the end, and
/// printed in capitals or with stops.
bool HasLegalForm(const std::vector<Token>& tokens) {
  constexpr std::size_t kUnmistakable = 3;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::size_t length = LegalFormPhrase(tokens, i);
    if (length == 0) continue;
    const Token& token = tokens[i];
    const bool marked = token.text == UpperCase(token.text) || token.text.find('.') != std::string::npos ||
                        tokens[i - 1].comma;
    const bool last = i + length == tokens.size();
    if (token.folded.size() >= kUnmistakable || length > 1) return true;
    if (last && (marked || token.folded == "co" || token.folded == "ag" || token.folded == "kg")) return true;
  }
  return tokens.size() > 1 &&
         (tokens[0].folded == "pt" || tokens[0].folded == "sarl" || tokens[0].folded == "sas");
}

std::size_t CountPlaceWords(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    count += PlacePhrase(tokens, i) > 0 ? 1 : 0;
  return count;
}

double BestLocalLikeness(const std::vector<Token>& tokens, const CardContext& context) {
  double best = 0;
  for (const std::string& local : context.locals)
    best = std::max(best, LocalPartLikeness(tokens, local));
  return best;
}

double BestDomainLikeness(const std::vector<Token>& tokens, const CardContext& context) {
  double best = 0;
  for (const std::string& label : context.domain_labels)
    best = std::max(best, DomainLikeness(tokens, label));
  return best;
}

bool IsPersonLike(const std::vector<Token>& tokens) {
  return tokens.size() >= 2 && tokens.size() <= 4 && IsGivenName(tokens[0].folded) &&
         CountOrganizationWords(tokens) == 0 && !HasLegalForm(tokens);
}

double ShapeScore(const std::vector<Token>& tokens) {
  double score = 0;
  std::size_t words = 0;
  bool lower = false;
  for (const Token& token : tokens) {
    const WordShape shape = ShapeOf(token.text);
    if (IsParticle(token.folded)) continue;
    ++words;
    lower = lower || shape == WordShape::kLower;
    if (shape == WordShape::kMixed) score += w::kNameMixedWord;
    if (shape == WordShape::kIdeographs) return token.text.size() <= 15 ? w::kNameShape : w::kNameOneWord;
  }
  if (lower) score += w::kNameLowerCase;
  if (words <= 1) return score + w::kNameOneWord;
  score += w::kNameShape;
  if (words > 3) score += w::kNameManyWords * static_cast<double>(words - 3);
  return score;
}

double NameListScore(const std::vector<Token>& tokens) {
  double score = 0;
  bool later = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    if (word.size() < 2) continue;
    const auto hyphen_part = [&](auto is_listed) {
      const std::vector<std::string> parts = SplitText(tokens[i].text, "-.");
      return parts.size() > 1 && is_listed(FoldToAlnum(parts[0]));
    };
    const bool given = IsGivenName(word) || hyphen_part(IsGivenName);
    if (i == 0 && given) score += w::kNameGivenFirst;
    if (i > 0 && given && !later) {
      score += w::kNameGivenLater;
      later = true;
    }
    if (i > 0 && IsSurname(word)) score += w::kNameSurname;
  }
  return score;
}

double TitleEvidence(const Piece& piece, const CardContext& context, double address) {
  const std::vector<Token>& tokens = piece.tokens;
  double score = w::kTitlePrior + Unsure(piece);
  const std::size_t words = CountTitleWords(tokens, true);
  if (words > 0) score += w::kTitleWord + w::kTitleMoreWords * static_cast<double>(words - 1);
  constexpr std::array<std::string_view, 9> kEndings = {"ologist", "ician",  "ologe",  "ologin", "grapher",
                                                        "berater", "leiter", "tekton", "manager"};
  const bool ending = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return IsTitleCompound(token.folded) || std::any_of(kEndings.begin(), kEndings.end(), [&](auto end) {
             return token.folded.ends_with(end);
           });
  });
  if (ending && words == 0) score += w::kTitleWord + w::kTitleEnding;
  if (HasDigit(piece.text)) score += w::kTitleDigit;
  if (HasLegalForm(tokens)) score += w::kTitleLegalForm;
  if (tokens.size() > 8) score += w::kTitleLong * static_cast<double>(tokens.size() - 8);
  for (const Token& token : tokens)
    score += IsSloganWord(token.folded) ? w::kTitleStopWord : 0;
  score += w::kTitleBig * std::max(0.0, Doublings(piece.height / context.usual_height, 0, 2));
  return score + w::kTitleAddress * address;
}

double DepartmentEvidence(const Piece& piece) {
  double score = w::kDepartmentPrior + Unsure(piece);
  bool any = false;
  for (std::size_t i = 0; i < piece.tokens.size(); ++i)
    any = any || DepartmentPhrase(piece.tokens, i) > 0;
  if (DepartmentPhrase(piece.tokens, 0) > 0) {
    score += w::kDepartmentFirst;
  } else if (any) {
    score += w::kDepartmentWord;
  }
  if (CountTitleWords(piece.tokens, true) > 0) score += w::kDepartmentTitleWord;
  if (HasDigit(piece.text)) score += w::kTitleDigit;
  if (HasLegalForm(piece.tokens)) score += w::kTitleLegalForm;
  return score;
}

}  // namespace

double NameEvidence(const Piece& piece, const CardContext& context) {
  const std::vector<Token> tokens = WithoutAffixes(piece.tokens);
  if (tokens.empty()) return -10;
  double score = Unsure(piece) + ShapeScore(tokens) + NameListScore(tokens);
  if (tokens.size() < piece.tokens.size()) score += w::kNameAffix;
  if (HasDigit(piece.text)) score += w::kNameDigit;
  const double local = BestLocalLikeness(tokens, context);
  const double domain = BestDomainLikeness(tokens, context);
  score += w::kNameEmail * local;
  if (domain > local) score += w::kNameDomain * domain;
  score += w::kNameSize * Doublings(piece.height / context.usual_height, -0.7, 1.2);
  score += w::kNameTitleWord * static_cast<double>(CountTitleWords(tokens, false));
  score += w::kNameOrganizationWord * static_cast<double>(CountOrganizationWords(tokens));
  if (HasLegalForm(piece.tokens)) score += w::kNameLegalForm;
  score += w::kNamePlace * static_cast<double>(CountPlaceWords(tokens));
  for (const Token& token : tokens)
    score +=
        IsStopWord(token.folded) || IsSloganWord(token.folded) || token.folded.empty() ? w::kNameStopWord : 0;
  return score + w::kNameAddress * AddressEvidence(piece.text, piece.tokens);
}

double OrganizationEvidence(const Piece& piece, const CardContext& context) {
  const std::vector<Token>& tokens = piece.tokens;
  if (tokens.empty()) return -10;
  double score = Unsure(piece);
  if (HasLegalForm(tokens)) score += w::kOrgLegalForm;
  const std::size_t words = CountOrganizationWords(tokens);
  if (words > 0)
    score += w::kOrgFirstWord + w::kOrgMoreWords * static_cast<double>(std::min<std::size_t>(2, words - 1));
  const double domain = BestDomainLikeness(tokens, context);
  const double local = BestLocalLikeness(tokens, context);
  score += w::kOrgDomain * domain;
  if (local > domain) score += w::kOrgEmail * local;
  score += w::kOrgSize * Doublings(piece.height / context.usual_height, -0.7, 1.5);
  if (piece.text == UpperCase(piece.text) && piece.text != LowerCase(piece.text)) score += w::kOrgCapitals;
  if (domain < 0.8)
    score += w::kOrgTitleWord * static_cast<double>(std::min<std::size_t>(2, CountTitleWords(tokens, false)));
  if (HasDigit(piece.text)) score += w::kOrgDigit;
  if (IsPersonLike(WithoutAffixes(tokens)) && domain < 0.8) score += w::kOrgPerson;
  if (domain < 0.8 && DepartmentPhrase(tokens, 0) > 0) score += w::kOrgDepartment;
  for (const Token& token : tokens)
    score += IsSloganWord(token.folded) ? w::kOrgStopWord : 0;
  if (tokens.size() > 6) score += w::kOrgLong * static_cast<double>(tokens.size() - 6);
  if (tokens.size() == 1 && tokens[0].folded.size() < 3 && domain < 0.5) score += w::kOrgOneShortWord;
  return score + w::kOrgAddress * AddressEvidence(piece.text, tokens);
}

Evidence EvidenceOf(const Piece& piece, const CardContext& context) {
  Evidence evidence;
  const double address = AddressEvidence(piece.text, piece.tokens);
  evidence.name = NameEvidence(piece, context);
  evidence.organization = OrganizationEvidence(piece, context);
  evidence.title = TitleEvidence(piece, context, address);
  evidence.department = DepartmentEvidence(piece);
  evidence.address = w::kAddressPrior + w::kAddressEvidence * address;
  if (HasLegalForm(piece.tokens)) evidence.address += w::kAddressLegalForm;
  return evidence;
}

}  // namespace kith::parse
