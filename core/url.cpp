// SPDX-License-Identifier: Apache-2.0
#include "core/url.h"

#include <algorithm>
#include <array>

#include <libpsl.h>
#include <unicode/uchar.h>

#include "core/text.h"

namespace kith {
namespace {

constexpr std::size_t kLongestLabel = 63;  // RFC 1035, section 2.3.4
constexpr std::size_t kLongestHost = 253;

/// The list that is compiled into libpsl: no file and no network.
const psl_ctx_t* SuffixList() {
  static const psl_ctx_t* const list = psl_builtin() != nullptr ? psl_builtin() : psl_latest(nullptr);
  return list;
}

std::string_view LastLabel(std::string_view host) {
  return host.substr(host.rfind('.') + 1);  // npos + 1 is 0: a host of one label
}

bool IsLabel(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel || label.front() == '-' || label.back() == '-')
    return false;
  for (const char32_t c : DecodeUtf8(label)) {
    const auto point = static_cast<UChar32>(c);
    const bool in_word = u_isalnum(point) || (c >= 0x80 && (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0);
    if (!in_word && c != U'-') return false;
  }
  return true;
}

/// Lower-case labels with dots between them, the last one a top-level domain.
bool IsHost(std::string_view host) {
  if (host.size() > kLongestHost || !IsTopLevelDomain(LastLabel(host))) return false;
  while (true) {
    const std::size_t dot = host.find('.');
    if (!IsLabel(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

/// Without the brackets, quotes and stops that stand around an address in running text.
std::string_view Bare(std::string_view text) {
  constexpr std::string_view kBefore = " \t\r\n(<[\"'";
  constexpr std::string_view kBehind = " \t\r\n)>]\"'.,;:!";
  const std::size_t first = text.find_first_not_of(kBefore);
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(kBehind);
  return last == std::string_view::npos || last < first ? std::string_view()
                                                        : text.substr(first, last - first + 1);
}

/// Takes "http://" or "https://" off the front.
std::string TakeScheme(std::string_view& text) {
  for (const std::string_view scheme : {"http", "https"}) {
    const std::string_view mark = "://";
    if (text.size() > scheme.size() + mark.size() && text.substr(scheme.size(), mark.size()) == mark &&
        LowerCase(text.substr(0, scheme.size())) == scheme) {
      text.remove_prefix(scheme.size() + mark.size());
      return std::string(scheme);
    }
  }
  return {};
}

/// ":8080", nothing else.
bool IsPort(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && text[0] == ':' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsPath(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F || c == '\\' || c == '"' || c == '<' || c == '>';
  });
}

/// "B.Sc", "M.Ed", "B.Com": degrees whose end is a top-level domain, too.
bool LooksAbbreviated(std::string_view host_as_printed) {
  return host_as_printed.size() > 1 && host_as_printed[0] >= 'A' && host_as_printed[0] <= 'Z' &&
         host_as_printed[1] == '.' && std::count(host_as_printed.begin(), host_as_printed.end(), '.') == 1;
}

// Providers with one domain, sorted; and those with one in many countries.
constexpr std::array<std::string_view, 93> kProviders = {
    "126.com",         "139.com",        "163.com",         "189.cn",        "abv.bg",
    "aim.com",         "alice.it",       "aol.com",         "arcor.de",      "att.net",
    "bellsouth.net",   "bigpond.com",    "bigpond.net.au",  "bk.ru",         "bluewin.ch",
    "bol.com.br",      "btinternet.com", "centrum.cz",      "charter.net",   "comcast.net",
    "cox.net",         "daum.net",       "earthlink.net",   "email.cz",      "fastmail.com",
    "foxmail.com",     "free.fr",        "freemail.hu",     "freenet.de",    "gmail.com",
    "googlemail.com",  "hanmail.net",    "hey.com",         "icloud.com",    "ig.com.br",
    "inbox.lv",        "inbox.ru",       "interia.pl",      "inwind.it",     "laposte.net",
    "libero.it",       "list.ru",        "mac.com",         "mail.com",      "mail.de",
    "mail.ru",         "me.com",         "msn.com",         "naver.com",     "neuf.fr",
    "nifty.com",       "ntlworld.com",   "numericable.fr",  "o2.co.uk",      "o2.pl",
    "onet.pl",         "optonline.net",  "optusnet.com.au", "orange.fr",     "posteo.de",
    "proton.me",       "protonmail.com", "qq.com",          "rambler.ru",    "rediffmail.com",
    "rocketmail.com",  "rogers.com",     "sapo.pt",         "sbcglobal.net", "seznam.cz",
    "sfr.fr",          "shaw.ca",        "sina.com",        "sky.com",       "sohu.com",
    "sympatico.ca",    "t-online.de",    "talktalk.net",    "telenet.be",    "terra.com.br",
    "tiscali.it",      "tutanota.com",   "uol.com.br",      "verizon.net",   "virgilio.it",
    "virginmedia.com", "wanadoo.fr",     "web.de",          "wp.pl",         "xtra.co.nz",
    "yeah.net",        "ziggo.nl",       "zoho.com"};
constexpr std::array<std::string_view, 7> kProviderFamilies = {"gmx",   "hotmail", "live", "outlook",
                                                               "yahoo", "yandex",  "ymail"};

static_assert(std::is_sorted(kProviders.begin(), kProviders.end()));
static_assert(std::is_sorted(kProviderFamilies.begin(), kProviderFamilies.end()));

}  // namespace

std::string UrlKey(std::string_view url) {
  std::string key = LowerCase(url);
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (key.starts_with(prefix)) key.erase(0, prefix.size());
  }
  while (key.ends_with('/'))
    key.pop_back();
  return key;
}

bool IsTopLevelDomain(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel || label.find('.') != std::string_view::npos)
    return false;
  const std::string lower = LowerCase(label);
  if (lower == "za") return true;  // the only country whose list has the second level, "co.za", alone
  return psl_is_public_suffix2(SuffixList(), lower.c_str(), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

std::string RegistrableDomain(std::string_view host) {
  const std::string lower = LowerCase(host);
  if (!IsHost(lower)) return {};
  const char* domain = psl_registrable_domain(SuffixList(), lower.c_str());
  return domain != nullptr ? domain : "";
}

std::optional<Url> ParseUrl(std::string_view text) {
  std::string_view rest = Bare(text);
  Url url;
  url.scheme = TakeScheme(rest);
  const std::string_view host = rest.substr(0, rest.find_first_of(":/?#"));
  rest.remove_prefix(host.size());
  const std::string_view port = rest.substr(0, rest.find_first_of("/?#"));
  if ((!port.empty() && !IsPort(port)) || !IsPath(rest)) return std::nullopt;
  if (url.scheme.empty() && rest.empty() && LooksAbbreviated(host)) return std::nullopt;
  url.host = LowerCase(host);
  url.path = rest;
  const std::string domain = RegistrableDomain(url.host);
  if (domain.empty() || domain.starts_with("www.")) return std::nullopt;
  return url;
}

bool IsMailProvider(std::string_view domain) {
  const std::string lower = LowerCase(domain);
  const auto is_one_of = [](const auto& list, std::string_view name) {
    return std::binary_search(list.begin(), list.end(), name);
  };
  return is_one_of(kProviders, lower) ||
         is_one_of(kProviderFamilies, std::string_view(lower).substr(0, lower.find('.')));
}

}  // namespace kith
