// SPDX-License-Identifier: Apache-2.0
#include "exchange/people_markdown.h"

#include "core/text.h"

namespace kith::exchange {

std::string MarkdownText(std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_[]<>#|~$";
  constexpr std::string_view kSignsOfLists = "-+.)=";
  const std::string clean = NormalizeText(text);
  std::string result;
  bool begins = true;  // so far only digits, behind which a dot would begin a list
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    const bool begins_list = begins && kSignsOfLists.find(c) != std::string_view::npos;
    // Else GitHub would take the backslashes behind it for a part of the address.
    const bool begins_link =
        clean.compare(i, 3, "://") == 0 || (i >= 3 && LowerCase(clean.substr(i - 3, 4)) == "www.");
    const bool begins_entity = c == '&' && i + 1 < clean.size() && clean[i + 1] != ' ';
    if (begins_list || begins_link || begins_entity || kSigns.find(c) != std::string_view::npos)
      result += '\\';
    result += c;
    begins = begins && c >= '0' && c <= '9';
  }
  return result;
}

std::string WritePeopleMarkdown(std::span<const ListedEvent> events, Day today) {
  std::string out = "# Follow-ups, " + FormatDay(today) + "\n";
  const auto line = [&out](const std::string& text) {
    if (!text.empty()) out += "- " + MarkdownText(text) + "\n";
  };
  for (const ListedEvent& event : events) {
    out += "\n## " + MarkdownText(event.name) + "\n";
    if (!event.place.empty()) out += "\n" + MarkdownText(event.place) + "\n";
    for (const ListedPerson& person : event.people) {
      out += "\n### " + MarkdownText(person.name) + "\n\n";
      line(person.about);
      line(person.met);
      line(person.reach);
      for (const std::string& talked : person.talked_about)
        line(talked);
      for (const ToDo& to_do : person.to_do)
        out += "- [ ] " + FormatDay(to_do.day) + " " + MarkdownText(to_do.text) + "\n";
      if (person.to_do.empty()) out += "- [ ] \u2026\n";
    }
  }
  return out;
}

}  // namespace kith::exchange
