// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::parse::weights {

// What each sign is worth, in one unit for all kinds of field: the natural logarithm of how much likelier the
// kind becomes by it. Set by hand, checked on scanned cards; differences under about 0.3 don't matter.

// A person's name
inline constexpr double kNameShape = 1.2;  // two or three capitalised words
inline constexpr double kNameOneWord = -1.2;
inline constexpr double kNameManyWords = -1.0;  // each word from the fourth on
inline constexpr double kNameLowerCase = -0.8;
inline constexpr double kNameMixedWord = -0.7;  // a word of neither case ("eBay")
inline constexpr double kNameGivenFirst = 1.6;
inline constexpr double kNameGivenLater = 0.9;
inline constexpr double kNameSurname = 0.6;
inline constexpr double kNameEmail = 2.8;  // times the likeness to the local part
inline constexpr double kNameAffix = 1.2;  // "Dr.", "PhD"
inline constexpr double kNameSize = 0.9;   // a doubling of the type size
inline constexpr double kNameDigit = -4.0;
inline constexpr double kNameTitleWord = -1.6;
inline constexpr double kNameOrganizationWord = -1.2;
inline constexpr double kNameLegalForm = -3.0;
inline constexpr double kNamePlace = -1.0;
inline constexpr double kNameStopWord = -1.5;
inline constexpr double kNameDomain = -1.6;      // times the likeness to the domain
inline constexpr double kNameAddress = -0.7;     // times the evidence of an address
inline constexpr double kNameBeforeTitle = 2.0;  // least evidence for cutting a line where a title begins
inline constexpr double kNameOnTwoLines = -0.3;

// An organization
inline constexpr double kOrgLegalForm = 2.4;
inline constexpr double kOrgFirstWord = 1.1;  // a word that organizations have
inline constexpr double kOrgMoreWords = 0.4;
inline constexpr double kOrgDomain = 3.0;  // times the likeness to the domain
inline constexpr double kOrgSize = 0.8;
inline constexpr double kOrgCapitals = 0.3;
inline constexpr double kOrgTitleWord = -1.0;
inline constexpr double kOrgDigit = -0.8;
inline constexpr double kOrgAddress = -0.9;   // times the evidence of an address
inline constexpr double kOrgPerson = -1.6;    // begins with a given name
inline constexpr double kOrgEmail = -1.5;     // times the likeness to the local part
inline constexpr double kOrgStopWord = -0.9;  // "your", "we": a tag line
inline constexpr double kOrgLong = -0.4;      // each word from the seventh on
inline constexpr double kOrgDepartment = -1.0;
inline constexpr double kOrgOneShortWord = -1.0;
inline constexpr double kOrgJoined = -0.6;  // two lines or columns together
inline constexpr double kOrgLinked = 1.0;   // the second begins with "of", "for", "&" …
inline constexpr double kOrgContinued =
    -0.1;  // the same, where type and spacing say that they belong together

// A job title
inline constexpr double kTitleWord = 2.2;
inline constexpr double kTitleMoreWords = 0.4;
inline constexpr double kTitleEnding = 0.7;  // "-ologist", "-ician"
inline constexpr double kTitleDigit = -1.2;
inline constexpr double kTitleAddress = -0.8;
inline constexpr double kTitleLegalForm = -1.5;
inline constexpr double kTitleLong = -0.4;  // each word from the ninth on
inline constexpr double kTitleStopWord = -0.9;
inline constexpr double kTitleBig = -0.8;       // a doubling of the type size
inline constexpr double kTitleBelowName = 1.3;  // right under (or over) the name
inline constexpr double kTitleNearTitle = 0.5;
inline constexpr double kTitlePrior = -1.0;

// A department
inline constexpr double kDepartmentFirst = 2.2;  // begins with such a word
inline constexpr double kDepartmentWord = 1.5;
inline constexpr double kDepartmentTitleWord = -1.5;
inline constexpr double kDepartmentPrior = -0.8;

// An address
inline constexpr double kAddressEvidence = 1.3;  // times the evidence
inline constexpr double kAddressPrior = -0.9;
inline constexpr double kAddressLegalForm = -1.5;
inline constexpr double kAddressNeighbour = 0.9;  // right above or below a line of an address

// Everything else
inline constexpr double kUnsure = -3.0;  // times (0.75 - confidence): text that was hardly readable
inline constexpr double kRival = 0.25;   // a title or department, times the evidence for a name
inline constexpr double kNoName = 0.6;   // score of "none of the lines"
inline constexpr double kNoOrganization = 0.7;

}  // namespace kith::parse::weights
