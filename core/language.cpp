// SPDX-License-Identifier: Apache-2.0
#include "core/language.h"

#include <atomic>
#include <charconv>
#include <exception>
#include <locale>
#include <memory>
#include <vector>

#include <boost/locale/generator.hpp>
#include <boost/locale/message.hpp>

#include "core/mutex.h"

namespace kith {
namespace {

using Catalogue = boost::locale::message_format<char>;

constexpr const char* kDomain = "kith";

struct Language {
  std::locale locale;
  const Catalogue* catalogue = nullptr;
  int domain = 0;
};

/// nullptr: English.
std::atomic<const Language*> current = nullptr;

const char* Found(const char* text, const char* english) {
  return text != nullptr ? text : english;
}

/// Languages are kept for ever: what they said may still be shown.
const Language* Keep(std::unique_ptr<Language> language) {
  static Mutex mutex;
  static std::vector<std::unique_ptr<Language>> kept;
  const MutexLock lock(mutex);
  return kept.emplace_back(std::move(language)).get();
}

}  // namespace

std::string_view Tr(const char* english) {
  const Language* const language = current;
  if (language == nullptr) return english;
  return Found(language->catalogue->get(language->domain, nullptr, english), english);
}

std::string_view Tr(const char* one, const char* many, long count) {
  const char* const english = count == 1 ? one : many;
  const Language* const language = current;
  if (language == nullptr) return english;
  return Found(language->catalogue->get(language->domain, nullptr, one, static_cast<int>(count)), english);
}

std::string_view TrIn(const char* context, const char* english) {
  const Language* const language = current;
  if (language == nullptr) return english;
  return Found(language->catalogue->get(language->domain, context, english), english);
}

std::string Filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string filled;
  while (!pattern.empty()) {
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(pattern.data() + 1, pattern.data() + pattern.size(), place);
    const bool is_place = pattern.front() == '{' && error == std::errc() &&
                          end != pattern.data() + pattern.size() && *end == '}' && place < values.size();
    if (is_place) {
      filled += values.begin()[place];
      pattern.remove_prefix(static_cast<std::size_t>(end + 1 - pattern.data()));
    } else {
      filled += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return filled;
}

std::string Counted(const char* one, const char* many, long count) {
  return Filled(Tr(one, many, count), {std::to_string(count)});
}

void UseLanguage(const std::string& language, const std::filesystem::path& folder) {
  boost::locale::generator generator;
  generator.categories(boost::locale::message_facet);
  generator.add_messages_path(folder.string());
  generator.add_messages_domain(kDomain);
  try {
    auto loaded = std::make_unique<Language>();
    loaded->locale = generator(language + ".UTF-8");
    loaded->catalogue = &std::use_facet<Catalogue>(loaded->locale);
    loaded->domain = loaded->catalogue->domain(kDomain);
    current = Keep(std::move(loaded));
  } catch (const std::exception&) {  // a catalogue that can't be read
    current = nullptr;
  }
}

}  // namespace kith
