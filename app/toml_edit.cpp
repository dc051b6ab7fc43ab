// SPDX-License-Identifier: Apache-2.0
#include "app/toml_edit.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "core/language.h"

namespace kith::app {
namespace {

Error CannotChange(std::string detail) {
  return {ErrorCode::kUnreadable,
          std::string(Tr("kith.toml is written in a way that Kith can't change. Change it by hand.")),
          std::move(detail)};
}

/// Where that line begins, counted from 1; the end of the text for lines behind it.
std::size_t LineStart(const std::string& text, toml::source_index line) {
  std::size_t at = 0;
  for (toml::source_index i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) return text.size();
    at = end + 1;
  }
  return at;
}

/// toml++ counts letters of a line, not bytes.
std::size_t OffsetOf(const std::string& text, const toml::source_position& position) {
  std::size_t at = LineStart(text, position.line);
  for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
  }
  return at;
}

/// A line of its own, behind that one.
void InsertBehindLine(std::string& text, toml::source_index line, const std::string& what) {
  std::size_t at = LineStart(text, line + 1);
  if (at == text.size() && !text.empty() && text.back() != '\n') {
    text += '\n';
    at = text.size();
  }
  text.insert(at, what + "\n");
}

toml::source_index LastLine(const toml::node& node) {
  toml::source_index last = node.source().end.line;
  if (const toml::table* table = node.as_table()) {
    for (const auto& [key, child] : *table)
      last = std::max(last, LastLine(child));
  }
  return last;
}

/// Before all tables, behind what stands there already.
void InsertOnTop(std::string& text, const toml::table& root, const std::string& line) {
  toml::source_index last = 0;
  for (const auto& [key, node] : root) {
    const bool has_header = (node.is_table() || node.is_array_of_tables()) &&
                            text[OffsetOf(text, node.source().begin)] == '[' && !node.is_array();
    if (!has_header && !node.is_array_of_tables()) last = std::max(last, LastLine(node));
  }
  const bool crowds = last == 0 && !text.empty() && text.front() != '\n';
  InsertBehindLine(text, last, crowds ? line + "\n" : line);
}

Result<std::string> WithKeyInTable(std::string text, const toml::table& table, const TomlChange& change,
                                   const std::string& line) {
  const std::size_t begin = OffsetOf(text, table.source().begin);
  if (begin < text.size() && text[begin] == '{') {
    const std::size_t end = OffsetOf(text, table.source().end);
    const std::size_t brace = text.rfind('}', end);
    if (brace == std::string::npos || brace <= begin) return CannotChange("no end of an inline table");
    std::size_t behind = brace;
    while (text[behind - 1] == ' ')
      --behind;
    text.replace(behind, brace - behind, (table.empty() ? " " : ", ") + line + " ");
    return text;
  }
  const bool has_header = begin < text.size() && text[begin] == '[';
  InsertBehindLine(text, LastLine(table), has_header ? line : change.table + "." + line);
  return text;
}

Result<std::string> WithKeyAdded(std::string text, const toml::table& root, const TomlChange& change) {
  const std::string line = change.key + " = " + change.value;
  if (change.table.empty()) {
    InsertOnTop(text, root, line);
    return text;
  }
  const toml::node* const node = root.get(change.table);
  if (node == nullptr) {
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text + (text.empty() ? "" : "\n") + "[" + change.table + "]\n" + line + "\n";
  }
  if (const toml::table* table = node->as_table())
    return WithKeyInTable(std::move(text), *table, change, line);
  return CannotChange("\"" + change.table + "\" is no table");
}

/// `camera = "demo"` out of the way, and back as the source of [camera].
Result<std::string> WithSourceInTable(std::string text, const toml::node& source, const std::string& table) {
  const std::optional<std::string> value = source.value<std::string>();
  if (!value) return CannotChange("\"" + table + "\" is neither a text nor a table");
  const std::size_t begin = LineStart(text, source.source().begin.line);
  text.erase(begin, LineStart(text, source.source().end.line + 1) - begin);
  return ChangedToml(std::move(text), {{table, "source", TomlText(*value)}});
}

const toml::node* Find(const toml::table& root, const TomlChange& change) {
  if (change.table.empty()) return root.get(change.key);
  const toml::table* const table = root[change.table].as_table();
  return table == nullptr ? nullptr : table->get(change.key);
}

Result<std::string> Changed(std::string text, const TomlChange& change) {
  const toml::table root = toml::parse(text);
  const toml::node* const node = Find(root, change);
  if (node != nullptr) {
    const std::size_t begin = OffsetOf(text, node->source().begin);
    text.replace(begin, OffsetOf(text, node->source().end) - begin, change.value);
    return text;
  }
  const toml::node* const holder = change.table.empty() ? nullptr : root.get(change.table);
  if (holder == nullptr || holder->is_table()) return WithKeyAdded(std::move(text), root, change);
  if (change.key == "source") {  // the short form says the same
    const std::size_t begin = OffsetOf(text, holder->source().begin);
    text.replace(begin, OffsetOf(text, holder->source().end) - begin, change.value);
    return text;
  }
  auto apart = WithSourceInTable(std::move(text), *holder, change.table);
  return apart ? Changed(*std::move(apart), change) : apart;
}

/// That what was written is what is read.
bool Says(const toml::table& root, const TomlChange& change) {
  const toml::node* node = Find(root, change);
  if (node == nullptr && change.key == "source" && !change.table.empty()) node = root.get(change.table);
  if (node == nullptr) return false;
  std::ostringstream read, wanted;
  read << toml::table{{"value", *node}};
  wanted << toml::parse("value = " + change.value);
  return read.str() == wanted.str();
}

}  // namespace

std::string TomlText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

Result<std::string> ChangedToml(std::string text, const std::vector<TomlChange>& changes) {
  try {
    for (const TomlChange& change : changes) {
      auto changed = Changed(std::move(text), change);
      if (!changed) return changed;
      text = *std::move(changed);
    }
    const toml::table root = toml::parse(text);
    for (const TomlChange& change : changes) {
      if (!Says(root, change))
        return CannotChange(change.table + "." + change.key + " isn't what was written");
    }
  } catch (const toml::parse_error& error) {
    return CannotChange(std::string(error.description()));
  }
  return text;
}

}  // namespace kith::app
