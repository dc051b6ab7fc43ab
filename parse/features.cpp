// SPDX-License-Identifier: Apache-2.0
#include "parse/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/text.h"
#include "parse/addresses.h"
#include "parse/likeness.h"
#include "parse/signs.h"

namespace kith::parse {
namespace {

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

void AddUnsure(const Piece& piece, Signs& signs) {
  constexpr double kReadable = 0.75;
  signs.Add(Sign::kUnsure, std::max(0.0, kReadable - piece.confidence));
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

void AddShape(const std::vector<Token>& tokens, Signs& signs) {
  std::size_t words = 0;
  bool lower = false;
  for (const Token& token : tokens) {
    const WordShape shape = ShapeOf(token.text);
    const bool given = &token == &tokens.front() && IsGivenName(token.folded);  // "Ben", "Al"
    if (IsParticle(token.folded) && !given) continue;
    if (shape == WordShape::kIdeographs) {
      constexpr std::size_t kLongestName = 15;  // bytes: five ideographs
      return signs.Add(token.text.size() <= kLongestName ? Sign::kNameShape : Sign::kNameOneWord);
    }
    ++words;
    lower = lower || shape == WordShape::kLower;
    if (shape == WordShape::kMixed) signs.Add(Sign::kNameMixedWord);
  }
  if (lower) signs.Add(Sign::kNameLowerCase);
  signs.Add(words <= 1 ? Sign::kNameOneWord : Sign::kNameShape);
  if (words > 3) signs.Add(Sign::kNameManyWords, static_cast<double>(words - 3));
}

void AddNameLists(const std::vector<Token>& tokens, Signs& signs) {
  bool later = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    if (word.size() < 2) continue;
    const std::vector<std::string> parts = SplitText(tokens[i].text, "-.");
    const bool given = IsGivenName(word) || (parts.size() > 1 && IsGivenName(FoldToAlnum(parts[0])));
    if (i == 0 && given) signs.Add(Sign::kNameGivenFirst);
    if (i > 0 && given && !later) {
      signs.Add(Sign::kNameGivenLater);
      later = true;
    }
    if (i > 0 && IsSurname(word)) signs.Add(Sign::kNameSurname);
  }
}

bool HasTitleEnding(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 9> kEndings = {"ologist", "ician",  "ologe",  "ologin", "grapher",
                                                        "berater", "leiter", "tekton", "manager"};
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return IsTitleCompound(token.folded) || std::any_of(kEndings.begin(), kEndings.end(), [&](auto end) {
             return token.folded.ends_with(end);
           });
  });
}

bool JoinsOthers(const Token& token) {
  constexpr std::array<std::string_view, 12> kLinks = {"for", "of",  "and", "",   "de", "des",
                                                       "du",  "fur", "und", "di", "da", "do"};
  return std::find(kLinks.begin(), kLinks.end(), token.folded) != kLinks.end() &&
         LowerCase(token.text) == token.text;
}

/// "Cleaning Services, LLC", "COMMUNICATIONS": which one isn't said.
bool SaysNotWhich(const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t form = i > 0 ? LegalFormPhrase(tokens, i) : 0;
    if (form > 0) i += form - 1;
    if (form == 0 && !IsOrganizationWord(tokens[i].folded) && !JoinsOthers(tokens[i])) return false;
  }
  return true;
}

std::size_t CountSloganWords(const std::vector<Token>& tokens) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [](const Token& token) { return IsSloganWord(token.folded); }));
}

}  // namespace

Signs TitleSigns(const Piece& piece, const CardContext& context) {
  const std::vector<Token>& tokens = piece.tokens;
  Signs signs;
  signs.Add(Sign::kTitlePrior);
  AddUnsure(piece, signs);
  const std::size_t words = CountTitleWords(tokens, true);
  const bool ending = words == 0 && HasTitleEnding(tokens);
  if (words > 0 || ending) signs.Add(Sign::kTitleWord);
  if (words > 1) signs.Add(Sign::kTitleMoreWords, static_cast<double>(words - 1));
  if (ending) signs.Add(Sign::kTitleEnding);
  if (tokens.size() > 2 && TitlePhrase(tokens, 0) == 0 && IsGivenName(tokens[0].folded))
    signs.Add(Sign::kTitleGivenName);
  if (words == 0 && WithoutAffixes(tokens).empty()) signs.Add(Sign::kTitleDegrees);
  if (HasDigit(piece.text)) signs.Add(Sign::kTitleDigit);
  if (HasLegalForm(tokens)) signs.Add(Sign::kTitleLegalForm);
  if (tokens.size() > 8) signs.Add(Sign::kTitleLong, static_cast<double>(tokens.size() - 8));
  signs.Add(Sign::kTitleStopWord, static_cast<double>(CountSloganWords(tokens)));
  signs.Add(Sign::kTitleBig, Doublings(piece.height / context.usual_height, 0, 2));
  signs.Add(Sign::kTitleAddress, AddressEvidence(piece.text, tokens));
  return signs;
}

Signs DepartmentSigns(const Piece& piece) {
  Signs signs;
  signs.Add(Sign::kDepartmentPrior);
  AddUnsure(piece, signs);
  bool any = false;
  for (std::size_t i = 0; i < piece.tokens.size(); ++i)
    any = any || DepartmentPhrase(piece.tokens, i) > 0;
  if (DepartmentPhrase(piece.tokens, 0) > 0) {
    signs.Add(Sign::kDepartmentFirst);
  } else if (any) {
    signs.Add(Sign::kDepartmentWord);
  }
  if (CountTitleWords(piece.tokens, true) > 0) signs.Add(Sign::kDepartmentTitleWord);
  if (HasDigit(piece.text)) signs.Add(Sign::kTitleDigit);
  if (HasLegalForm(piece.tokens)) signs.Add(Sign::kTitleLegalForm);
  return signs;
}

Signs AddressSigns(const Piece& piece) {
  Signs signs;
  signs.Add(Sign::kAddressPrior);
  signs.Add(Sign::kAddressEvidence, AddressEvidence(piece.text, piece.tokens));
  if (HasLegalForm(piece.tokens)) signs.Add(Sign::kAddressLegalForm);
  return signs;
}

Signs NameSigns(const Piece& piece, const CardContext& context) {
  const std::vector<Token> tokens = WithoutAffixes(piece.tokens);
  Signs signs;
  AddUnsure(piece, signs);
  if (tokens.size() < piece.tokens.size()) signs.Add(Sign::kNameAffix);
  if (tokens.empty()) {
    signs.Add(Sign::kNameEmpty);
    return signs;
  }
  AddShape(tokens, signs);
  AddNameLists(tokens, signs);
  if (HasDigit(piece.text)) signs.Add(Sign::kNameDigit);
  const double local = BestLocalLikeness(tokens, context);
  const double domain = BestDomainLikeness(tokens, context);
  signs.Add(Sign::kNameEmail, local);
  if (domain > local) signs.Add(Sign::kNameDomain, domain);
  signs.Add(Sign::kNameSize, Doublings(piece.height / context.usual_height, -0.7, 1.2));
  signs.Add(Sign::kNameTitleWord, static_cast<double>(CountTitleWords(tokens, false)));
  signs.Add(Sign::kNameOrganizationWord, static_cast<double>(CountOrganizationWords(tokens)));
  if (HasLegalForm(piece.tokens)) signs.Add(Sign::kNameLegalForm);
  signs.Add(Sign::kNamePlace, static_cast<double>(CountPlaceWords(tokens)));
  for (const Token& token : tokens) {
    if (IsStopWord(token.folded) || IsSloganWord(token.folded) || token.folded.empty())
      signs.Add(Sign::kNameStopWord);
  }
  signs.Add(Sign::kNameAddress, AddressEvidence(piece.text, piece.tokens));
  return signs;
}

Signs OrganizationSigns(const Piece& piece, const CardContext& context) {
  constexpr double kSpellsDomain = 0.8;
  const std::vector<Token>& tokens = piece.tokens;
  const double domain = BestDomainLikeness(tokens, context);
  const double local = BestLocalLikeness(tokens, context);
  Signs signs;
  AddUnsure(piece, signs);
  if (HasLegalForm(tokens)) signs.Add(Sign::kOrgLegalForm);
  const std::size_t words = CountOrganizationWords(tokens);
  if (words > 0) signs.Add(Sign::kOrgFirstWord);
  if (words > 1) signs.Add(Sign::kOrgMoreWords, static_cast<double>(std::min<std::size_t>(2, words - 1)));
  signs.Add(Sign::kOrgDomain, domain);
  if (local > domain) signs.Add(Sign::kOrgEmail, local);
  signs.Add(Sign::kOrgSize, Doublings(piece.height / context.usual_height, -0.7, 1.5));
  if (piece.text == UpperCase(piece.text) && piece.text != LowerCase(piece.text))
    signs.Add(Sign::kOrgCapitals);
  if (HasDigit(piece.text)) signs.Add(Sign::kOrgDigit);
  signs.Add(Sign::kOrgStopWord, static_cast<double>(CountSloganWords(tokens)));
  if (tokens.size() > 6) signs.Add(Sign::kOrgLong, static_cast<double>(tokens.size() - 6));
  if (tokens.size() == 1 && tokens[0].folded.size() < 3 && domain < 0.5) signs.Add(Sign::kOrgOneShortWord);
  signs.Add(Sign::kOrgAddress, AddressEvidence(piece.text, tokens));
  if (!tokens.empty() && (JoinsOthers(tokens.front()) || JoinsOthers(tokens.back())))
    signs.Add(Sign::kOrgOpenEnd);
  if (domain >= kSpellsDomain) return signs;
  const auto titles = std::min<std::size_t>(2, CountTitleWords(tokens, false));
  signs.Add(Sign::kOrgTitleWord, static_cast<double>(titles));
  if (IsPersonLike(WithoutAffixes(tokens))) signs.Add(Sign::kOrgPerson);
  if (DepartmentPhrase(tokens, 0) > 0) signs.Add(Sign::kOrgDepartment);
  if (SaysNotWhich(tokens)) signs.Add(Sign::kOrgGeneric);
  return signs;
}

Evidence EvidenceOf(const Piece& piece, const CardContext& context) {
  Evidence evidence;
  evidence.name = Score(NameSigns(piece, context));
  evidence.organization = Score(OrganizationSigns(piece, context));
  evidence.title = Score(TitleSigns(piece, context));
  evidence.department = Score(DepartmentSigns(piece));
  evidence.address = Score(AddressSigns(piece));
  return evidence;
}

}  // namespace kith::parse
