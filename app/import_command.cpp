// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "app/command_line.h"
#include "app/open_store.h"
#include "app/store_commands.h"
#include "core/text.h"
#include "exchange/contact_files.h"
#include "flow/take_in.h"

namespace kith::app {
namespace {

/// What a person said of a column: "Column=field".
struct Choice {
  std::string column;
  ColumnField field = ColumnField::kRemark;
  bool used = false;
};

Result<std::vector<Choice>> ChoicesOf(const std::vector<std::string>& texts) {
  std::vector<Choice> choices;
  for (const std::string& text : texts) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos)
      return Error{ErrorCode::kInvalidInput, "\"" + text + "\" isn't written like \"Column=field\"."};
    const auto field = ParseColumnField(LowerCase(text.substr(equals + 1)));
    if (!field) {
      std::string fields;
      for (const ColumnField one : ColumnFields())
        fields += (fields.empty() ? "" : ", ") + std::string(ColumnFieldName(one));
      return Error{ErrorCode::kInvalidInput,
                   "\"" + text.substr(equals + 1) + "\" is no field. These are: " + fields + "."};
    }
    choices.push_back({text.substr(0, equals), *field});
  }
  return choices;
}

void Apply(std::vector<Choice>& choices, ContactFile& file) {
  for (Choice& choice : choices) {
    for (TableColumn& column : file.columns) {
      if (LowerCase(column.name) != LowerCase(choice.column)) continue;
      column.field = choice.field;
      choice.used = true;
    }
  }
}

std::string_view Word(ColumnField field) {
  if (field == ColumnField::kRemark) return "(goes to the notes)";
  if (field == ColumnField::kLeftOut) return "(not taken)";
  return ColumnFieldName(field);
}

std::string Padded(std::string_view text, std::size_t width) {
  const std::size_t letters = DecodeUtf8(text).size();
  return std::string(text) + std::string(width > letters ? width - letters : 0, ' ');
}

void PrintColumns(const ContactFile& file) {
  if (file.kind != ContactFileKind::kTable) return;
  std::cout << file.path.string() << ": "
            << (file.program.empty() ? "a table that Kith doesn't know" : file.program) << ", "
            << file.charset << ", " << file.rows << (file.rows == 1 ? " row\n" : " rows\n");
  constexpr std::size_t kWidth = 28;
  constexpr std::size_t kFieldWidth = 20;
  int empty = 0;
  for (const TableColumn& column : file.columns) {
    empty += column.filled == 0 ? 1 : 0;
    if (column.filled == 0) continue;
    std::cout << "  " << Padded(column.name, kWidth) << "  " << Padded(Word(column.field), kFieldWidth)
              << "  " << NormalizeText(column.example) << '\n';
  }
  if (empty > 0) std::cout << "  and " << empty << (empty == 1 ? " empty column\n" : " empty columns\n");
}

std::string_view Word(Imported outcome) {
  switch (outcome) {
    case Imported::kNew:
      return "new        ";
    case Imported::kChanged:
      return "changed    ";
    case Imported::kSame:
      return "same       ";
    case Imported::kErased:
      return "erased     ";
  }
  return {};
}

std::string PlaceOf(const ContactFile& file, int line) {
  return file.path.string() + (line > 0 ? ":" + std::to_string(line) : "");
}

void Print(const flow::IntakeReport& report, const std::vector<ContactFile>& files) {
  for (const flow::NotTakenIn& refused : report.refused)
    std::cout << "refused    " << PlaceOf(files[refused.file], refused.line) << ": " << refused.reason
              << '\n';
  for (const flow::TakenIn& taken : report.contacts) {
    std::cout << Word(taken.outcome) << PlaceOf(files[taken.file], taken.line) << ": " << taken.who << '\n';
    for (const std::string& remark : taken.remarks)
      std::cout << "           " << remark << '\n';
    for (const std::string& alike : taken.alike)
      std::cout << "           perhaps the same as " << alike << '\n';
  }
}

void PrintSums(const flow::IntakeReport& report, int refused, bool dry_run) {
  std::cerr << (dry_run ? "Would be: " : "") << report.Count(Imported::kNew) << " new, "
            << report.Count(Imported::kChanged) << " changed, " << report.Count(Imported::kSame) << " same, "
            << report.CountAlike() << " likely duplicates, " << refused << " refused";
  if (const int erased = report.Count(Imported::kErased); erased > 0)
    std::cerr << ", " << erased << " left out because they were erased here";
  std::cerr << ".\n";
  if (report.left_out > 0)
    std::cerr << "Not kept: " << report.left_out
              << " pictures and properties that are larger than Kith keeps.\n";
  if (dry_run) std::cerr << "Nothing was changed.\n";
}

}  // namespace

Result<int> RunImport(const ImportOptions& options, const Config& config) {
  Result<std::vector<Choice>> choices = ChoicesOf(options.map);
  if (!choices) return choices.error();
  exchange::LocalContactFiles contact_files(config.region);
  std::vector<ContactFile> files;
  int refused = 0;
  for (const std::filesystem::path& path : options.files) {
    Result<ContactFile> file = contact_files.Inspect(path);
    if (!file) {
      ++refused;
      std::cout << "refused    " << path.string() << ": " << file.error().message << '\n';
      continue;
    }
    Apply(*choices, *file);
    if (options.dry_run || !options.map.empty()) PrintColumns(*file);
    files.push_back(std::move(*file));
  }
  const auto unused =
      std::find_if(choices->begin(), choices->end(), [](const Choice& one) { return !one.used; });
  if (unused != choices->end())
    return Error{ErrorCode::kInvalidInput,
                 "No column is called \"" + unused->column + "\". Nothing was changed."};

  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  storage::Store& store = *(*opened)->store;
  std::atomic<int> done = 0;
  const Result<flow::IntakeReport> report =
      flow::TakeIn(files, {contact_files, store.contact_import(), store.contacts(), store.events()},
                   options.dry_run ? ImportMode::kDryRun : ImportMode::kKeep, {}, done);
  if (!report) {
    std::cerr << "Nothing was changed.\n";
    return report.error();
  }
  Print(*report, files);
  refused += static_cast<int>(report->refused.size());
  PrintSums(*report, refused, options.dry_run);
  return refused == 0 ? kSuccess : kFailure;
}

}  // namespace kith::app
