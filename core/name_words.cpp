// SPDX-License-Identifier: Apache-2.0
#include "core/name_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace kith::name_words {
namespace {

// All lists are in the form of FoldToAlnum, sorted for binary search.

// Honorifics in every form: no name is like them.
constexpr auto kHonorifics = std::to_array<std::string_view>(
    {"atty",    "capt",       "dame",        "datin",  "dato",     "datuk", "doctor", "doktor", "dott",
     "dottore", "dottoressa", "dottssa",     "dr",     "dra",      "dring", "drs",    "drx",    "engr",
     "frau",    "herr",       "judr",        "madame", "mgr",      "miss",  "mlle",   "mme",    "monsieur",
     "mr",      "mrs",        "ms",          "mudr",   "mvdr",     "mx",    "paeddr", "phdr",   "prof",
     "profa",   "professor",  "professorin", "rev",    "reverend", "rndr",  "shri",   "sir",    "smt",
     "sra",     "srta",       "tansri",      "thdr",   "univprof"});
// Those that are words or names without their stop.
constexpr auto kDottedHonorifics = std::to_array<std::string_view>(
    {"acad", "adj",  "adv",  "agr", "akad", "ar",   "arch",   "assoc", "asst",  "avv",  "bc",    "col",
     "dent", "dipl", "doc",  "eng", "er",   "fh",   "forest", "fr",    "gen",   "geom", "habil", "hc",
     "hj",   "hon",  "hr",   "ing", "inz",  "ir",   "iur",    "jur",   "lcda",  "lcdo", "lic",   "lt",
     "mag",  "maj",  "math", "med", "msgr", "mult", "nat",    "oec",   "paed",  "phil", "pol",   "priv",
     "rag",  "rer",  "sc",   "sgt", "soc",  "sr",   "tech",   "techn", "theol", "univ", "vet"});
// Degrees and professional letters in every form.
constexpr auto kDegrees = std::to_array<std::string_view>(
    {"aca",   "acca",  "acma",    "aicp",   "aprn", "bcba",   "bcom",  "bds",   "beng",   "bfa",    "bsc",
     "bsn",   "btech", "caia",    "cantab", "cbe",  "cccslp", "cchem", "ccim",  "ccna",   "ccnp",   "ccrn",
     "cebs",  "ceng",  "cfa",     "cfe",    "cfm",  "cfp",    "cfre",  "cga",   "cgma",   "chfc",   "cipd",
     "cissp", "cltc",  "cma",     "cmp",    "cpa",  "cpcu",   "cphr",  "cphys", "cpim",   "cpp",    "cpwa",
     "crha",  "crisc", "crnp",    "crpc",   "csc",  "csci",   "cscp",  "csep",  "cspo",   "dba",    "dds",
     "dmd",   "dmin",  "dnp",     "dphil",  "dpm",  "dpt",    "drph",  "drsc",  "dsc",    "dvm",    "edd",
     "emba",  "esq",   "faan",    "faap",   "facc", "facog",  "facp",  "fca",   "fcca",   "fcipd",  "fcips",
     "fcma",  "fiet",  "fimeche", "fnp",    "fnpc", "frcp",   "frcs",  "frics", "frsa",   "gphr",   "hons",
     "jsd",   "lcsw",  "leedap",  "llb",    "lld",  "llm",    "lmft",  "lpc",   "mba",    "mbbs",   "mbchb",
     "mbe",   "mcipd", "mcips",   "mcom",   "mcse", "mdiv",   "mds",   "meng",  "mieee",  "miet",   "mimeche",
     "mmsc",  "mpa",   "mph",     "mphil",  "mpp",  "mrcgp",  "mrcp",  "mrics", "msc",    "msn",    "mspharm",
     "msw",   "mtech", "ncarb",   "obe",    "otr",  "otrl",   "oxon",  "peng",  "pharmd", "phd",    "phr",
     "pmp",   "psyd",  "rdn",     "ricp",   "rn",   "rpa",    "rph",   "rpt",   "scd",    "shrmcp", "shrmscp",
     "sior",  "sphr",  "thd"});
// Those that are names, too: only with two capitals or with stops.
constexpr auto kPrintedDegrees = std::to_array<std::string_view>(
    {"ab",  "aia",  "aif",  "am",  "arm", "asla", "ba",   "bba",  "bca",  "be",   "bed", "bm",
     "bs",  "cae",  "cams", "cap", "ccc", "cem",  "cia",  "cima", "cisa", "cism", "clu", "cpt",
     "crs", "csm",  "dis",  "do",  "ea",  "ed",   "facs", "faia", "fice", "fmp",  "frm", "gri",
     "jd",  "leed", "ma",   "mai", "mca", "md",   "me",   "med",  "mfa",  "mice", "mm",  "ms",
     "np",  "od",   "pa",   "pac", "pe",  "ra",   "riba", "rla",  "sb",   "sm"});
// Generations; "Sr." before a name is an honorific, behind it a generation.
constexpr auto kGenerations =
    std::to_array<std::string_view>({"ii", "iii", "iv", "jnr", "jr", "junr", "snr"});
// Particles that are written small, unless somebody writes them large.
constexpr auto kSmallParticles = std::to_array<std::string_view>(
    {"bin", "bint", "binti", "da",  "das", "de",  "del", "den", "der", "des", "dos",
     "du",  "ibn",  "ten",   "ter", "van", "vom", "von", "zu",  "zum", "zur"});
// Particles that may be printed in title case.
constexpr auto kLargeParticles = std::to_array<std::string_view>(
    {"al", "dal", "dalla", "degli", "della", "dello", "di", "el", "la", "las", "le", "los", "saint", "st"});
// Particles only if printed small: in title case they are names.
constexpr auto kLowerParticles = std::to_array<std::string_view>(
    {"abu", "af", "av", "ben", "do", "i", "lo", "op", "san", "santa", "t", "te"});

constexpr std::size_t kLongestWord = 24;  // in bytes; longer ones are not looked up

template <typename List>
constexpr bool IsSorted(const List& list) {
  return std::is_sorted(list.begin(), list.end());
}
static_assert(IsSorted(kHonorifics) && IsSorted(kDottedHonorifics) && IsSorted(kDegrees) &&
              IsSorted(kPrintedDegrees) && IsSorted(kGenerations) && IsSorted(kSmallParticles) &&
              IsSorted(kLargeParticles) && IsSorted(kLowerParticles));

template <typename List>
bool Has(const List& list, std::string_view key) {
  return std::binary_search(list.begin(), list.end(), key);
}

bool HasStop(std::string_view word) {
  return word.find('.') != std::string_view::npos;
}

/// "MA", "MEd", but not "Ma".
bool HasTwoCapitals(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

/// Empty for what can't be in a list.
std::string KeyOf(std::string_view word) {
  return word.size() > kLongestWord ? std::string() : FoldToAlnum(word);
}

bool IsHonorificKey(std::string_view key, bool has_stop) {
  return Has(kHonorifics, key) || (has_stop && Has(kDottedHonorifics, key));
}

/// "Prof.Dr.", "Dr.-Ing.", "Dr.med.": honorifics printed without a space.
bool IsHonorificCompound(std::string_view word) {
  if (!HasStop(word)) return false;
  int parts = 0;
  for (const std::string& part : SplitText(word, ".-")) {
    if (!IsHonorificKey(KeyOf(part), true)) return false;
    ++parts;
  }
  return parts > 1;
}

}  // namespace

bool IsHonorific(std::string_view word) {
  const std::string key = KeyOf(word);
  if (key.size() < 2) return false;
  const bool is_diploma =
      key.starts_with("dipl") && (HasStop(word) || word.find('-') != std::string_view::npos);
  return is_diploma || IsHonorificKey(key, HasStop(word) || word.front() == '(') || IsHonorificCompound(word);
}

bool IsSureDegree(std::string_view word) {
  const std::string key = KeyOf(word);
  return Has(kDegrees, key) ||
         (HasStop(word) && word.find('.') + 1 < word.size() && Has(kPrintedDegrees, key));
}

bool IsDegree(std::string_view word) {
  if (IsSureDegree(word)) return true;
  return (HasStop(word) || HasTwoCapitals(word)) && Has(kPrintedDegrees, KeyOf(word));
}

bool IsGeneration(std::string_view word) {
  const std::string key = KeyOf(word);
  return Has(kGenerations, key) || (key == "sr" && HasStop(word));
}

bool IsParticle(std::string_view word) {
  const std::string key = KeyOf(word);
  if (key.empty()) return false;
  if (Has(kSmallParticles, key) || Has(kLargeParticles, key)) return true;
  return Has(kLowerParticles, key) && LowerCase(word) == word;
}

bool IsSmallParticle(std::string_view word) {
  const std::string key = KeyOf(word);
  return Has(kSmallParticles, key) || IsJoiner(word);
}

bool IsJoiner(std::string_view word) {
  return word == "y" || word == "e" || word == "Y" || word == "E";
}

}  // namespace kith::name_words
