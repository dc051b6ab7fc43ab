// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace kith::parse {

/// What speaks for or against a text being a kind of field. Without a comment: 1 where it is so, or how many
/// words of it there are.
enum class Sign : std::size_t {
  // A person's name
  kNameShape,  ///< two or three capitalised words
  kNameOneWord,
  kNameManyWords,  ///< each word from the fourth on
  kNameLowerCase,
  kNameMixedWord,   ///< a word of neither case ("eBay")
  kNameGivenFirst,  ///< the first word is a given name
  kNameGivenLater,  ///< another one is
  kNameSurname,     ///< each listed surname behind the first word
  kNameEmail,       ///< times the likeness to the local part
  kNameAffix,       ///< "Dr.", "PhD"
  kNameSize,        ///< doublings of the card's usual type size
  kNameEmpty,       ///< nothing but degrees and honorifics
  kNameDigit,
  kNameTitleWord,
  kNameOrganizationWord,
  kNameLegalForm,
  kNamePlace,
  kNameStopWord,
  kNameDomain,      ///< times the likeness to the domain
  kNameAddress,     ///< times the evidence of an address
  kNameOnTwoLines,  ///< two lines or columns together
  // An organization
  kOrgLegalForm,
  kOrgFirstWord,  ///< has a word that organizations have
  kOrgMoreWords,  ///< further ones, two at most
  kOrgDomain,     ///< times the likeness to the domain
  kOrgSize,       ///< doublings of the usual type size
  kOrgCapitals,
  kOrgTitleWord,
  kOrgDigit,
  kOrgAddress,   ///< times the evidence of an address
  kOrgPerson,    ///< reads like a person
  kOrgEmail,     ///< times the likeness to the local part
  kOrgStopWord,  ///< "your", "we": a tag line
  kOrgLong,      ///< each word from the seventh on
  kOrgDepartment,
  kOrgOneShortWord,
  kOrgJoined,     ///< other joined lines
  kOrgLinked,     ///< one of the joined lines can't stand without the other
  kOrgContinued,  ///< joined lines of one type with hardly any space between
  // A job title
  kTitleWord,       ///< has a word of titles
  kTitleMoreWords,  ///< further ones
  kTitleEnding,     ///< "-ologist", "-ician"
  kTitleDigit,      ///< departments, too
  kTitleGivenName,  ///< begins with a given name
  kTitleDegrees,    ///< nothing but degrees
  kTitleAddress,    ///< times the evidence of an address
  kTitleLegalForm,  ///< departments, too
  kTitleLong,       ///< each word from the ninth on
  kTitleStopWord,
  kTitleBig,        ///< doublings of the usual type size
  kTitleBelowName,  ///< right under the name; over or beside it for less
  kTitleNearTitle,  ///< right under a title
  kTitlePrior,      ///< always
  // A department
  kDepartmentFirst,  ///< begins with such a word
  kDepartmentWord,   ///< such a word further on
  kDepartmentTitleWord,
  kDepartmentPrior,  ///< always
  // An address
  kAddressEvidence,  ///< times the evidence
  kAddressPrior,     ///< always
  kAddressLegalForm,
  kAddressNeighbour,  ///< right above or below a line of an address
  // Everything else
  kUnsure,          ///< 0.75 minus the confidence: text that was hardly readable
  kRival,           ///< a title or department, times the evidence for a name or an organization
  kNoName,          ///< none of the lines is the name
  kNoOrganization,  ///< none of the lines is the organization
  kOrgOpenEnd,      ///< begins or ends with a word that joins others
  kOrgGeneric,      ///< nothing but words that many organizations have
  kCount
};

inline constexpr std::size_t kSigns = static_cast<std::size_t>(Sign::kCount);

/// The name of each in parse/weights.txt.
inline constexpr std::array<std::pair<Sign, std::string_view>, kSigns> kSignNames = {{
    {Sign::kNameShape, "name_shape"},
    {Sign::kNameOneWord, "name_one_word"},
    {Sign::kNameManyWords, "name_many_words"},
    {Sign::kNameLowerCase, "name_lower_case"},
    {Sign::kNameMixedWord, "name_mixed_word"},
    {Sign::kNameGivenFirst, "name_given_first"},
    {Sign::kNameGivenLater, "name_given_later"},
    {Sign::kNameSurname, "name_surname"},
    {Sign::kNameEmail, "name_email"},
    {Sign::kNameAffix, "name_affix"},
    {Sign::kNameSize, "name_size"},
    {Sign::kNameEmpty, "name_empty"},
    {Sign::kNameDigit, "name_digit"},
    {Sign::kNameTitleWord, "name_title_word"},
    {Sign::kNameOrganizationWord, "name_organization_word"},
    {Sign::kNameLegalForm, "name_legal_form"},
    {Sign::kNamePlace, "name_place"},
    {Sign::kNameStopWord, "name_stop_word"},
    {Sign::kNameDomain, "name_domain"},
    {Sign::kNameAddress, "name_address"},
    {Sign::kNameOnTwoLines, "name_on_two_lines"},
    {Sign::kOrgLegalForm, "org_legal_form"},
    {Sign::kOrgFirstWord, "org_first_word"},
    {Sign::kOrgMoreWords, "org_more_words"},
    {Sign::kOrgDomain, "org_domain"},
    {Sign::kOrgSize, "org_size"},
    {Sign::kOrgCapitals, "org_capitals"},
    {Sign::kOrgTitleWord, "org_title_word"},
    {Sign::kOrgDigit, "org_digit"},
    {Sign::kOrgAddress, "org_address"},
    {Sign::kOrgPerson, "org_person"},
    {Sign::kOrgEmail, "org_email"},
    {Sign::kOrgStopWord, "org_stop_word"},
    {Sign::kOrgLong, "org_long"},
    {Sign::kOrgDepartment, "org_department"},
    {Sign::kOrgOneShortWord, "org_one_short_word"},
    {Sign::kOrgJoined, "org_joined"},
    {Sign::kOrgLinked, "org_linked"},
    {Sign::kOrgContinued, "org_continued"},
    {Sign::kTitleWord, "title_word"},
    {Sign::kTitleMoreWords, "title_more_words"},
    {Sign::kTitleEnding, "title_ending"},
    {Sign::kTitleDigit, "title_digit"},
    {Sign::kTitleGivenName, "title_given_name"},
    {Sign::kTitleDegrees, "title_degrees"},
    {Sign::kTitleAddress, "title_address"},
    {Sign::kTitleLegalForm, "title_legal_form"},
    {Sign::kTitleLong, "title_long"},
    {Sign::kTitleStopWord, "title_stop_word"},
    {Sign::kTitleBig, "title_big"},
    {Sign::kTitleBelowName, "title_below_name"},
    {Sign::kTitleNearTitle, "title_near_title"},
    {Sign::kTitlePrior, "title_prior"},
    {Sign::kDepartmentFirst, "department_first"},
    {Sign::kDepartmentWord, "department_word"},
    {Sign::kDepartmentTitleWord, "department_title_word"},
    {Sign::kDepartmentPrior, "department_prior"},
    {Sign::kAddressEvidence, "address_evidence"},
    {Sign::kAddressPrior, "address_prior"},
    {Sign::kAddressLegalForm, "address_legal_form"},
    {Sign::kAddressNeighbour, "address_neighbour"},
    {Sign::kUnsure, "unsure"},
    {Sign::kRival, "rival"},
    {Sign::kNoName, "no_name"},
    {Sign::kNoOrganization, "no_organization"},
    {Sign::kOrgOpenEnd, "org_open_end"},
    {Sign::kOrgGeneric, "org_generic"},
}};

static_assert([] {
  for (std::size_t i = 0; i < kSigns; ++i) {
    if (kSignNames[i].first != static_cast<Sign>(i)) return false;
  }
  return true;
}());

/// How much of each sign a text has.
class Signs {
 public:
  void Add(Sign sign, double amount = 1) { amounts_[static_cast<std::size_t>(sign)] += amount; }
  void Add(const Signs& more) {
    for (std::size_t i = 0; i < kSigns; ++i)
      amounts_[i] += more.amounts_[i];
  }

  double amount(Sign sign) const { return amounts_[static_cast<std::size_t>(sign)]; }
  /// In the order of Sign.
  const std::array<double, kSigns>& amounts() const { return amounts_; }

 private:
  std::array<double, kSigns> amounts_{};
};

/// The amounts times the weights of parse/weights.txt: the natural logarithm of how much likelier the kind
/// becomes.
double Score(const Signs& signs);

}  // namespace kith::parse
