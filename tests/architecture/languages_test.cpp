// SPDX-License-Identifier: Apache-2.0
// What a person reads in the window is translated, whole, and nothing is left out of the catalogues.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kith {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Entry {
  std::string english;
  std::vector<std::string> translations;
};

/// The entries of a catalogue as msgmerge writes them; strings may go over several lines.
std::vector<Entry> EntriesOf(const fs::path& catalogue) {
  std::vector<Entry> entries;
  std::string* target = nullptr;
  std::string ignored;
  std::ifstream file(catalogue);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("msgid ")) target = &entries.emplace_back().english;
    if (line.starts_with("msgid_plural ") || line.starts_with("msgctxt ")) target = &ignored;
    if (line.starts_with("msgstr")) target = &entries.back().translations.emplace_back();
    const std::size_t from = line.find('"');
    if (line.starts_with('#') || target == nullptr || from == std::string::npos) continue;
    target->append(line, from + 1, line.size() - from - 2);
  }
  std::erase_if(entries, [](const Entry& entry) { return entry.english.empty(); });  // the head
  return entries;
}

std::set<std::string> PlacesOf(const std::string& text) {
  static const std::regex place(R"(\{[0-9a-z]+\})");
  return {std::sregex_token_iterator(text.begin(), text.end(), place), std::sregex_token_iterator()};
}

TEST(Languages, EveryTextIsTranslatedAndKeepsWhatGoesIntoIt) {
  for (const auto& file : fs::directory_iterator(fs::path(KITH_SOURCE_DIR) / "assets" / "languages")) {
    const std::vector<Entry> entries = EntriesOf(file.path());
    EXPECT_GT(entries.size(), 500U);
    for (const Entry& entry : entries) {
      // A form for one thing may say "a month" instead of the number.
      const std::string& usual = entry.translations.back();
      EXPECT_FALSE(usual.empty()) << file.path().filename() << ": " << entry.english;
      for (const std::string& place : PlacesOf(entry.english))
        EXPECT_TRUE(PlacesOf(usual).contains(place)) << usual << " lacks " << place;
    }
  }
}

/// Where the parentheses that open at `from` close.
std::size_t EndOfCall(const std::string& source, std::size_t from) {
  int depth = 1;
  bool quoted = false;
  for (; from < source.size() && depth > 0; ++from) {
    if (quoted && source[from] == '\\') {
      ++from;
    } else if (source[from] == '"') {
      quoted = !quoted;
    } else if (!quoted && source[from] == '(') {
      ++depth;
    } else if (!quoted && source[from] == ')') {
      --depth;
    }
  }
  return from;
}

/// Without comments and without what is translated.
std::string Untranslated(std::string source) {
  static const std::regex comment(R"(\n *//[^\n]*|//[^\n"]*(?=\n))");
  source = std::regex_replace(source, comment, "");
  static const std::regex call(R"(\b(Tr|TrLater|TrIn|Counted)\()");
  std::string rest;
  std::smatch found;
  while (std::regex_search(source, found, call)) {
    rest += found.prefix();
    source.erase(0, EndOfCall(source, static_cast<std::size_t>(found.position() + found.length())));
  }
  return rest + source;
}

TEST(Languages, NoSentenceOfTheWindowIsLeftOut) {
  // What is said before the language is known, and names.
  const std::set<std::string> elsewhere = {"fonts.cpp", "window.cpp"};
  const std::set<std::string> names = {"Grace Example", "LinkedIn: grace-example, GitHub: grace"};
  const std::regex sentence(R"re("([A-Z][^"\n]* [^"\n]*)")re");
  for (const char* const folder : {"ui", "ui/widgets", "flow"}) {
    for (const auto& file : fs::directory_iterator(fs::path(KITH_SOURCE_DIR) / folder)) {
      const std::string name = file.path().filename();
      if (file.path().extension() != ".cpp" || elsewhere.contains(name)) continue;
      const std::string rest = Untranslated(ReadAll(file.path()));
      for (std::sregex_iterator it(rest.begin(), rest.end(), sentence), end; it != end; ++it)
        EXPECT_TRUE(names.contains((*it)[1])) << folder << '/' << name << ": " << (*it)[1];
    }
  }
}

TEST(Languages, NoErrorIsLeftOut) {
  // Errors that only tools and the log get, and what `kith doctor` alone says of cameras.
  const std::set<std::string> elsewhere = {"cameras.cpp", "reading.cpp", "reading_jobs.cpp",
                                           "run_program.cpp"};
  // Who asked to stop is told nothing.
  const std::regex message(
      R"re((?:ErrorCode::k(?!Cancelled)\w+,\s*(?:fmt::format\(\s*)?"([^"\n]*[A-Za-z][^"\n]*)"|"([^"\n]* [^"\n]*[a-z)]\.)"))re");
  for (const char* const folder : {"capture", "core", "exchange", "followup", "imaging", "ocr", "storage"}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path(KITH_SOURCE_DIR) / folder)) {
      const std::string name = file.path().filename();
      if (file.path().extension() != ".cpp" || elsewhere.contains(name)) continue;
      const std::string rest = Untranslated(ReadAll(file.path()));
      for (std::sregex_iterator it(rest.begin(), rest.end(), message), end; it != end; ++it)
        ADD_FAILURE() << folder << '/' << name << ": " << it->str();
    }
  }
}

}  // namespace
}  // namespace kith
