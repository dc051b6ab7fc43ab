// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_files.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <optional>

#include "core/charset.h"
#include "core/language.h"
#include "core/text.h"
#include "exchange/csv/contacts.h"
#include "exchange/vcard/reader.h"

namespace kith::exchange {
namespace {

Result<std::ifstream> Open(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return Error{ErrorCode::kNotFound, Filled(Tr("There is no file {0}."), {path.string()})};
  if (!std::filesystem::is_regular_file(status))
    return Error{ErrorCode::kUnreadable, Filled(Tr("{0} is no file."), {path.string()})};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kPermissionDenied, Filled(Tr("{0} can't be opened."), {path.string()})};
  return in;
}

/// The first letters of a file in upper case.
std::string BeginOf(std::istream& in) {
  constexpr std::size_t kBytes = 8192;
  std::string begin(kBytes, '\0');
  in.read(begin.data(), kBytes);
  begin.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  CharsetDetector detector;
  detector.Add(begin);
  return UpperCase(
      Utf8From(std::string_view(begin).substr(detector.MarkBytes()), detector.Charset()).value_or(begin));
}

/// Whether a file is one of such components. Any cell of a table may say so, too: the first line decides, or
/// a later one if the first can't be a table's.
bool IsFileOf(const std::string& begin, std::string_view component) {
  const std::string mark = "BEGIN:" + std::string(component);
  const std::vector<std::string> lines = SplitText(begin, "\r\n");
  if (lines.empty()) return false;
  if (lines.front() == mark) return true;
  return lines.front().find_first_of(",;\t") == std::string::npos &&
         std::find(lines.begin(), lines.end(), mark) != lines.end();
}

Error At(const std::filesystem::path& path, const Error& error) {
  return {error.code, path.filename().string() + ": " + error.message, error.detail};
}

FoundContact FoundOf(Vcard card) {
  FoundContact found;
  found.line = card.line;
  found.contact = std::move(card.contact);
  if (!card.event.empty()) found.unless_event = "Met at " + card.event;
  found.event = std::move(card.event);
  found.extras = std::move(card.extras);
  return found;
}

using TakeFound = std::function<void(FoundContact)>;
using RefuseContact = std::function<void(RefusedContact)>;

Result<void> ReadCards(std::istream& in, const std::string& region, const TakeFound& take,
                       const RefuseContact& refuse) {
  return ReadVcards(
      in, {.region = region}, [&](Vcard card) { take(FoundOf(std::move(card))); },
      [&](const RefusedVcard& card) {
        refuse({card.line, card.reason});
      });
}

Result<void> ReadTable(std::istream& in, const ContactFile& file, const std::string& region,
                       const TakeFound& take, const RefuseContact& refuse) {
  Result<CsvTable> table = InspectCsv(in);
  if (!table) return table.error();
  if (table->columns.size() != file.columns.size())
    return Error{ErrorCode::kInvalidInput,
                 std::string(Tr("It was changed in the meantime. Please open it again."))};
  for (std::size_t i = 0; i < file.columns.size(); ++i)
    table->columns[i].shown = file.columns[i];
  ReadCsvContacts(in, *table, region, take, refuse);
  return {};
}

}  // namespace

Result<ContactFile> LocalContactFiles::Inspect(const std::filesystem::path& path) {
  Result<std::ifstream> in = Open(path);
  if (!in) return in.error();
  const std::string begin = BeginOf(*in);
  ContactFile file{.path = path};
  if (IsFileOf(begin, "VCARD")) return file;
  if (IsFileOf(begin, "VCALENDAR")) {
    return Error{ErrorCode::kUnreadable,
                 Filled(Tr("{0} is a calendar: there are no contacts in it."), {path.filename().string()})};
  }
  const Result<CsvTable> table = InspectCsv(*in);
  if (!table) return At(path, table.error());
  file.kind = ContactFileKind::kTable;
  file.program = table->program.name;
  file.charset = table->form.charset;
  file.rows = table->rows;
  for (const CsvColumn& column : table->columns)
    file.columns.push_back(column.shown);
  return file;
}

Result<void> LocalContactFiles::Read(const ContactFile& file, const FoundContactSink& sink,
                                     const std::stop_token& stop) {
  Result<std::ifstream> in = Open(file.path);
  if (!in) return in.error();
  std::optional<Error> ended;
  const auto take = [&](FoundContact found) {
    if (!ended && stop.stop_requested())
      ended = Error{ErrorCode::kCancelled, std::string(Tr("Reading was stopped."))};
    if (ended) return;
    if (auto taken = sink.take(std::move(found)); !taken) ended = taken.error();
  };
  const Result<void> read = file.kind == ContactFileKind::kVcards
                                ? ReadCards(*in, region_, take, sink.refuse)
                                : ReadTable(*in, file, region_, take, sink.refuse);
  if (ended) return *ended;
  return read ? read : At(file.path, read.error());
}

}  // namespace kith::exchange
