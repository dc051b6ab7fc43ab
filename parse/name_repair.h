// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::parse {

/// A person's name with letters put right that look alike in print, where something confirms it: the local
/// part of an e-mail address of the card spells the name so ("Maclnnes" with "hugh.macinnes", "Griinewald"
/// with "h.gruenewald"; with up to three letters that English lacks, "Wtadystaw" with "wladyslaw"), or a name
/// that begins with a small "l" is a given name with a capital "I" ("lan").
std::string RepairName(std::string_view name, const std::vector<std::string>& locals);

/// An organization with its legal form put right where the letters read make none ("Sp. z 0.0.", "Pvt.
/// Lid."), and with letters that look alike as a domain of the card has them ("lsolda" with
/// isolda.example.com).
std::string RepairOrganization(std::string_view organization, const std::vector<std::string>& domain_labels);

}  // namespace kith::parse
