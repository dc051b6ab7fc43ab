// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/contact.h"
#include "tools/cardpress/country_book.h"
#include "tools/cardpress/random.h"

namespace kith::tools {

/// Which hosts e-mail and web addresses have. Anything that is published uses the reserved ones (RFC 2606).
/// The realistic ones end in real top-level domains, as real cards do, and may belong to somebody: they are
/// for measuring on one's own machine.
enum class Domains { kReserved, kRealistic };

struct FictionalPhone {
  std::string number;  ///< as printed
  PhoneType type = PhoneType::kWork;
  bool in_mobile_range = false;
};

struct Organization {
  std::string brand;  ///< "Lumenworks"
  std::string legal;  ///< "Lumenworks Software GmbH"; equal to `brand` for universities, cities, foundations
  std::string tagline;  ///< may be empty
  std::string host;     ///< "lumenworks.example.com"
};

/// Everything that may stand on the card of one made-up person.
struct Identity {
  const Country* country = nullptr;
  const WordTable* words = nullptr;  ///< the country's language or English
  std::string language;              ///< of `words`, ISO 639-1
  std::string name;                  ///< "Ada van der Example"
  std::string given;
  std::string family;
  std::string degree;  ///< "Ph.D.", or empty
  Organization organization;
  Organization second;  ///< of people with two; else empty
  std::vector<std::string> titles;
  std::vector<std::string> departments;
  std::vector<FictionalPhone> phones;
  std::vector<std::string> emails;
  std::vector<std::string> urls;
  std::vector<std::vector<std::string>> addresses;  ///< each as the lines that it is printed on
  std::vector<std::string> extras;  ///< opening hours, tax and licence numbers: no field wants them
};

Identity MakeIdentity(Rng& rng, Domains domains);

/// Upper case by the rules of a language ("i" in Turkish).
std::string UpperCase(const std::string& text, const std::string& language);
std::string LowerCase(const std::string& text, const std::string& language);

}  // namespace kith::tools
