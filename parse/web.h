// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/run_text.h"

namespace kith::parse {

/// An e-mail address or a URL found in a line.
struct WebMatch {
  Span span;  ///< with its label ("E-mail: …"), if it has one
  std::string value;
  double quality = 1;  ///< 1: as printed; lower: the more had to be repaired for the validator to accept it
};

/// E-mail addresses in `text`, misread "@" and ",com" put right and spaces taken out where the result then
/// parses with a known top-level domain.
std::vector<WebMatch> FindEmails(std::string_view text);

/// Web addresses outside of `taken`: those that begin with "www" or "http", and bare hosts ("example.com")
/// whose top-level domain is one that people print without "www".
std::vector<WebMatch> FindUrls(std::string_view text, const std::vector<WebMatch>& taken);

/// An e-mail address whose "@" was misread as a letter or, behind a label, as a space, confirmed by the host
/// that the card's URL names: "annaQexample.org" and "E-mail: anna example.org" with "example.org".
std::vector<WebMatch> FindEmailsOfHost(std::string_view text, std::string_view registrable_domain);

/// The site of a URL or an e-mail address: "www.kith.co.uk" -> "kith.co.uk"; below example.com, .net and .org
/// every label is a site of its own.
std::string DomainOf(std::string_view web_value);

/// The value with `domain` in place of the registrable domain that it has.
std::string WithDomain(std::string_view web_value, std::string_view domain);

}  // namespace kith::parse
