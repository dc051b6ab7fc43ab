// SPDX-License-Identifier: Apache-2.0
#include "core/postal_code.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace kith {
namespace {

enum class City { kBefore, kBehind, kEither };

/// `shape`: 'A' for a capital, '9' for a digit, others as they are; one or two words.
struct Form {
  std::string_view shape;
  City city;
  std::string_view countries;  ///< those that have it; empty: told by itself wherever it is
  bool alone = false;          ///< counts though the country isn't known
};

// The first that fits wins. Sources: the postcode forms of the Universal Postal Union, as remembered.
constexpr std::array kForms = std::to_array<Form>({
    {"A9 9AA", City::kBefore, "GB", true},
    {"A99 9AA", City::kBefore, "GB", true},
    {"AA9 9AA", City::kBefore, "GB", true},
    {"AA99 9AA", City::kBefore, "GB", true},
    {"A9A 9AA", City::kBefore, "GB", true},
    {"AA9A 9AA", City::kBefore, "GB", true},
    {"A9A 9A9", City::kBefore, "CA", true},
    {"9999 AA", City::kBehind, "NL", true},
    {"999 999", City::kBefore, "IN", true},
    {"999 99", City::kBehind, "SE CZ SK GR", true},
    {"999-9999", City::kEither, "JP", true},
    {"99999-999", City::kEither, "BR", true},
    {"99-999", City::kBehind, "PL", true},
    {"9999-999", City::kBehind, "PT", true},
    {"99999-9999", City::kBefore, "US", true},
    {"999999", City::kEither, "CN IN SG RU RO KZ BY VN UA"},
    {"999999", City::kBefore, "", true},
    {"99999", City::kBefore, "US KR TH ID MY UA"},
    {"99999", City::kBehind, "", true},
    {"9999", City::kBehind, "AT BE CH DK NO LU HU BG SI LV CY LI NL TN GE AM MD MK"},
    {"9999", City::kBefore, "AU NZ ZA PH BD AR"},
});

std::string ShapeOf(std::string_view word) {
  std::string shape;
  for (const char c : word)
    shape += c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'A' : c;
  return shape;
}

/// "D-10999" -> "10999": the sign of the country that Europeans put before.
std::string_view WithoutCountrySign(std::string_view word) {
  const std::size_t dash = word.find('-');
  const bool sign = (dash == 1 || dash == 2) && word[0] >= 'A' && word[0] <= 'Z';
  return sign && dash + 1 < word.size() &&
                 ShapeOf(word.substr(dash + 1)).find_first_not_of("9 ") == std::string::npos
             ? word.substr(dash + 1)
             : word;
}

bool IsName(const std::string& word) {
  const std::u32string letters = DecodeUtf8(word);
  return !letters.empty() && (letters[0] >= 0xC0 || (letters[0] >= U'A' && letters[0] <= U'Z')) &&
         word.find_first_of("0123456789") == std::string::npos;
}

bool Fits(const Form& form, std::string_view country) {
  if (country.empty()) return form.alone;
  return form.countries.empty() || form.countries.find(country) != std::string_view::npos;
}

std::string_view OnlyCountry(const Form& form) {
  return form.countries.size() == 2 ? form.countries : std::string_view();
}

std::optional<FoundPostalCode> At(std::span<const std::string> words, std::size_t i, const Form& form,
                                  std::string_view country) {
  const std::size_t count = form.shape.find(' ') == std::string_view::npos ? 1 : 2;
  if (i + count > words.size()) return std::nullopt;
  std::string code(WithoutCountrySign(words[i]));
  const bool sign = code.size() < words[i].size();
  for (std::size_t k = 1; k < count; ++k)
    code += ' ' + words[i + k];
  if (ShapeOf(code) != form.shape || !(Fits(form, country) || (sign && form.city == City::kBehind)))
    return std::nullopt;
  FoundPostalCode found{i, count, code, OnlyCountry(form)};
  const bool behind = i + count < words.size() && IsName(words[i + count]);
  found.city_behind = form.city == City::kBehind || (form.city == City::kEither && behind);
  // Five digits are told from a house number by what is behind them, or by a state before them.
  if (found.city_behind && !behind && (i > 0 || country.empty() || i + count < words.size()))
    return std::nullopt;
  return found;
}

struct States {
  std::string_view country;
  std::string_view names;  ///< folded, each between commas
};

constexpr std::array kStates = std::to_array<States>({
    {"US",
     ",ak,al,ar,az,ca,co,ct,dc,de,fl,ga,hi,ia,id,il,in,ks,ky,la,ma,md,me,mi,mn,mo,ms,mt,nc,nd,ne,nh,nj,nm,nv,"
     "ny,oh,ok,or,pa,ri,sc,sd,tn,tx,ut,va,vt,wa,wi,wv,wy,alabama,alaska,arizona,arkansas,california,colorado,"
     "connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,"
     "maine,"
     "maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,"
     "new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,"
     "rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,"
     "west virginia,wisconsin,wyoming,"},
    {"CA",
     ",ab,bc,mb,nb,nl,ns,nt,nu,on,pe,qc,sk,yt,alberta,british columbia,manitoba,new brunswick,newfoundland,"
     "nova scotia,ontario,prince edward island,quebec,saskatchewan,"},
    {"AU",
     ",act,nsw,nt,qld,sa,tas,vic,wa,new south wales,queensland,south australia,tasmania,victoria,"
     "western australia,"},
    {"IN",
     ",andhra pradesh,assam,bihar,goa,gujarat,haryana,karnataka,kerala,madhya pradesh,maharashtra,odisha,"
     "punjab,rajasthan,tamil nadu,telangana,uttar pradesh,west bengal,telangana state,kerala state,"},
    {"JP",
     ",hokkaido,aomori,iwate,miyagi,akita,yamagata,fukushima,ibaraki,tochigi,gunma,saitama,chiba,kanagawa,"
     "niigata,toyama,ishikawa,fukui,yamanashi,nagano,gifu,shizuoka,aichi,mie,shiga,hyogo,nara,wakayama,"
     "tottori,shimane,okayama,hiroshima,yamaguchi,tokushima,kagawa,ehime,kochi,fukuoka,saga,nagasaki,"
     "kumamoto,oita,miyazaki,kagoshima,okinawa,"},
    {"GB",
     ",bedfordshire,berkshire,buckinghamshire,cambridgeshire,cheshire,cornwall,cumbria,derbyshire,devon,"
     "dorset,durham,essex,gloucestershire,hampshire,herefordshire,hertfordshire,kent,lancashire,"
     "leicestershire,lincolnshire,middlesex,norfolk,northamptonshire,northumberland,nottinghamshire,"
     "oxfordshire,shropshire,somerset,staffordshire,suffolk,surrey,east sussex,west sussex,sussex,"
     "warwickshire,west midlands,wiltshire,worcestershire,yorkshire,north yorkshire,west yorkshire,"
     "south yorkshire,"},
    {"CN", ",guangdong,zhejiang,jiangsu,sichuan,fujian,hubei,hunan,shandong,liaoning,"},
    {"BR", ",ac,al,ap,am,ba,ce,df,es,go,ma,mt,ms,mg,pa,pb,pr,pe,pi,rj,rn,rs,ro,rr,sc,sp,se,to,"},
    {"KR", ",gyeonggi-do,gangwon-do,jeju-do,"},
});

}  // namespace

bool IsState(std::string_view name, std::string_view country) {
  const std::string key = "," + FoldText(name) + ",";
  if (key.size() < 4 || (key.size() == 4 && UpperCase(name) != name)) return false;
  return std::ranges::any_of(kStates, [&](const States& states) {
    return (country.empty() || states.country == country) && states.names.find(key) != std::string_view::npos;
  });
}

std::optional<FoundPostalCode> FindPostalCode(std::span<const std::string> words, std::string_view country) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (std::ranges::none_of(words[i], IsAsciiDigit)) continue;  // every form has one in its first word
    if (i > 0 && FoldToAlnum(words[i - 1]).ends_with("box")) continue;
    // "CA 94305": five digits behind a state are American, with a name behind them or not.
    const bool american =
        i > 0 && (country.empty() || country == "US") && ShapeOf(words[i]) == "99999" &&
        (IsState(words[i - 1], "US") || (i > 1 && IsState(words[i - 2] + " " + words[i - 1], "US")));
    if (american) return FoundPostalCode{i, 1, words[i], "US", false};
    const bool australian =
        i > 0 && (country.empty() || country == "AU") && ShapeOf(words[i]) == "9999" &&
        (IsState(words[i - 1], "AU") || (i > 1 && IsState(words[i - 2] + " " + words[i - 1], "AU")));
    if (australian) return FoundPostalCode{i, 1, words[i], "AU", false};
    if (i > 0 && ShapeOf(words[i]) == "9AA" && ShapeOf(words[i - 1]).starts_with("A")) continue;
    const std::string shape = ShapeOf(WithoutCountrySign(words[i]));
    for (const Form& form : kForms) {
      if (!form.shape.starts_with(shape)) continue;
      if (auto found = At(words, i, form, country)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace kith
