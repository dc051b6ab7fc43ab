// SPDX-License-Identifier: Apache-2.0
#include "capture/pdf_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "capture/run_program.h"
#include "core/language.h"
#include "imaging/codec.h"

namespace kith::capture {
namespace {

namespace fs = std::filesystem;

Error Missing() {
  return {ErrorCode::kUnavailable,
          std::string(Tr("PDF files are read by the programs pdfinfo and pdftoppm, which aren't installed. "
                         "Install them: apt install poppler-utils"))};
}

Error Unreadable(const fs::path& file, std::string_view why, std::string detail = {}) {
  return {ErrorCode::kUnreadable, fmt::format("{}: {}", file.string(), why), std::move(detail)};
}

/// What the programs say, turned into what a person can do.
Error FailureOf(const fs::path& file, const std::string& said) {
  if (said.find("ncorrect password") != std::string::npos)
    return Unreadable(file, Tr("the PDF file is encrypted. Save it without a password and try again."), said);
  return Unreadable(
      file, Tr("this isn't a PDF file that can be read, or it is damaged. Save or copy it again."), said);
}

/// Its output, with the program's failure turned into one about the file.
Result<ProgramOutput> RunOn(const fs::path& file, std::vector<std::string> command) {
  std::error_code error;
  if (!fs::exists(file, error))
    return Error{ErrorCode::kNotFound,
                 Filled(Tr("{0}: there is no such file. Check the name."), {file.string()})};
  command.push_back(fs::absolute(file).string());  // never taken for an option
  Result<ProgramOutput> output = RunProgram(command);
  if (!output && output.error().code == ErrorCode::kUnavailable) {
    Error missing = Missing();
    missing.message = file.string() + ": " + missing.message;
    return missing;
  }
  if (!output)
    return Unreadable(file, Tr("the page takes too long or is too large to be read."),
                      output.error().message);
  if (output->status != 0) return FailureOf(file, output->err);
  return output;
}

/// What stands behind a label at the beginning of a line: "Pages:          3" -> "3".
std::string_view ValueOf(std::string_view text, std::string_view label) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(label)) continue;
    line.remove_prefix(std::min(line.find_first_not_of(' ', label.size()), line.size()));
    return line;
  }
  return {};
}

std::string_view TextOf(const ProgramOutput& output) {
  return {reinterpret_cast<const char*>(output.out.data()), output.out.size()};
}

/// The longer side of a page, inches.
std::optional<double> LongerSide(std::string_view info, int page) {
  std::string line(ValueOf(info, fmt::format("Page {:4} size:", page)));
  double width = 0;
  double height = 0;
  if (std::sscanf(line.c_str(), "%lf x %lf", &width, &height) != 2) return std::nullopt;
  constexpr double kPointsPerInch = 72;
  return std::max(width, height) / kPointsPerInch;
}

}  // namespace

Result<void> CheckPdfPrograms() {
  for (const char* const program : {"pdfinfo", "pdftoppm"}) {
    if (!RunProgram({program, "-v"})) return Missing();
  }
  return {};
}

bool HasPdfName(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension == ".pdf";
}

bool IsPdfFile(const fs::path& file) {
  if (HasPdfName(file)) return true;
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return false;
  std::ifstream in(file, std::ios::binary);
  std::array<char, 5> begin{};
  in.read(begin.data(), begin.size());
  return std::string_view(begin.data(), static_cast<std::size_t>(in.gcount())) == "%PDF-";
}

Result<int> CountPdfPages(const fs::path& file) {
  const Result<ProgramOutput> output = RunOn(file, {"pdfinfo"});
  if (!output) return output.error();
  const std::string_view value = ValueOf(TextOf(*output), "Pages:");
  int pages = 0;
  std::from_chars(value.data(), value.data() + value.size(), pages);
  if (pages < 1) return FailureOf(file, output->err);
  if (pages > kMostPdfPages) {
    return Error{ErrorCode::kInvalidInput,
                 Filled(Tr("{0}: the file has {1} pages, more than {2}. Split it into smaller ones."),
                        {file.string(), std::to_string(pages), std::to_string(kMostPdfPages)})};
  }
  return pages;
}

Result<Image> RenderPdfPage(const fs::path& file, int page) {
  const std::string number = std::to_string(page);
  const Result<ProgramOutput> info = RunOn(file, {"pdfinfo", "-f", number, "-l", number});
  if (!info) return info.error();
  const std::optional<double> inches = LongerSide(TextOf(*info), page);
  if (!inches || *inches <= 0) return Unreadable(file, Filled(Tr("there is no page {0} in it."), {number}));
  const double resolution = std::min<double>(kPdfDotsPerInch, kMostPdfPixels / *inches);
  // JPEG of this quality is as good to read from as PNG, in a fraction of the time.
  Result<ProgramOutput> output =
      RunOn(file, {"pdftoppm", "-jpeg", "-jpegopt", "quality=95", "-cropbox", "-singlefile", "-f", number,
                   "-l", number, "-r", fmt::format("{:.3f}", resolution)});
  if (!output) return output.error();
  Result<Image> image = imaging::JpegCodec().Decode({std::move(output->out), "image/jpeg"});
  if (image) return image;
  return Unreadable(file, Filled(Tr("page {0} can't be read: the file is damaged."), {number}),
                    output->err + image.error().detail);
}

}  // namespace kith::capture
