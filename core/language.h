// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

/// The words that a person sees, in their language. They stand in English in the source and are looked up in
/// the catalogue of the language (gettext's, by Boost.Locale); what a catalogue lacks is shown in English.
/// scripts/translate collects them into assets/languages/.
namespace kith {

/// The text of `english`, a literal. What is given back lasts as long as the program. Any thread.
std::string_view Tr(const char* english);
/// The one of two forms, in the language's way, that fits the number: Tr("{0} card", "{0} cards", count).
std::string_view Tr(const char* one, const char* many, long count);
/// For two texts that are the same in English only: TrIn("month", "May").
std::string_view TrIn(const char* context, const char* english);

/// Marks a literal of a table, for scripts/translate; Tr gets it when it is shown.
constexpr const char* TrLater(const char* english) {
  return english;
}

/// `pattern` with {0}, {1} … replaced, as languages differ in their order. Other braces stay as they are.
std::string Filled(std::string_view pattern, std::initializer_list<std::string_view> values);

/// Tr of a number of things with the number at its {0}: "3 cards".
std::string Counted(const char* one, const char* many, long count);

/// Speaks `language` ("de", "en_GB") from now on, with the catalogues of `folder`
/// (de/LC_MESSAGES/kith.mo). English for one without a catalogue that can be read. Any thread; texts that
/// were given out stay.
void UseLanguage(const std::string& language, const std::filesystem::path& folder);

}  // namespace kith
