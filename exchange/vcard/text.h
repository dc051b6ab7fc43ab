// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How values, parameters and lines of a vCard are written, in both versions.
namespace kith::exchange {

using VcardParameters = std::vector<std::pair<std::string, std::string>>;

/// Appends a content line, of these pieces, with its CRLF, folded at 75 bytes (RFC 6350, section 3.2) and
/// never inside a character.
void AppendFolded(std::string& out, std::initializer_list<std::string_view> pieces);

enum class Semicolons { kEscaped, kPlain };

/// A text value: clean, with backslashes before what would end it.
std::string EscapedText(std::string_view text, Semicolons semicolons = Semicolons::kEscaped);

/// Components of a structured value.
std::string StructuredValue(std::initializer_list<std::string_view> components);

/// In upper case: capitals, digits, dashes and underscores.
bool IsPropertyName(std::string_view name);
/// Whether it may name a group ("item1") or a parameter: letters, digits, dashes, underscores and dots.
bool IsHeadName(std::string_view name);
/// "item1."; nothing if it can't be a group's name.
std::string GroupText(std::string_view group);

/// ";TYPE=CELL,WORK;X-A=\"b;c\"": neighbours of one name are a list; values are quoted where they must be,
/// and what can't stand within quotes is written as RFC 6868 has it. Those whose name is none are left out.
std::string ParameterText(const VcardParameters& parameters);

/// What RFC 6868 made of quotes, line breaks and "^".
std::string PlainParameter(std::string_view value);

}  // namespace kith::exchange
