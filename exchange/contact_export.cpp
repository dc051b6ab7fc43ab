// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_export.h"

#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "exchange/atomic_file.h"
#include "exchange/atomic_folder.h"
#include "exchange/contact_writer.h"
#include "exchange/csv_presets.h"
#include "exchange/file_names.h"
#include "exchange/lists.h"

namespace kith::exchange {
namespace {

/// So much is gathered before it is written.
constexpr std::size_t kPieceBytes = 1U << 18U;

std::unique_ptr<ContactWriter> MakeWriter(const ExportRequest& request, const EventNames& event_names) {
  switch (request.format) {
    case ExportFormat::kContactsCsv:
      return MakeContactsCsvWriter(event_names);
    case ExportFormat::kGoogleCsv:
      return MakeGoogleCsvWriter(event_names);
    case ExportFormat::kOutlookCsv:
      return MakeOutlookCsvWriter(event_names);
    case ExportFormat::kHubspotCsv:
      return MakeHubspotCsvWriter(event_names);
    case ExportFormat::kSalesforceCsv:
      return MakeSalesforceCsvWriter(event_names);
    case ExportFormat::kContactsVcard4:
      return MakeVcardWriter(event_names, {VcardVersion::k4, request.pictures});
    default:
      return MakeVcardWriter(event_names, {VcardVersion::k3, request.pictures});
  }
}

bool GoesIntoAFolder(const ExportRequest& request) {
  std::error_code error;
  return IsVcard(request.format) &&
         (!request.path.has_filename() || std::filesystem::is_directory(request.path, error));
}

/// One export on its way.
class ContactExport {
 public:
  ContactExport(const ExportRequest& request, ContactStore& contacts, ContactExtrasStore& extras,
                const EventNames& event_names)
      : request_(request),
        contacts_(contacts),
        extras_(extras),
        writer_(MakeWriter(request, event_names)),
        report_{request.path} {}

  Result<ExportReport> IntoAFile() {
    Result<bool> written = false;
    // Again, if somebody was changed in the meantime and needs more columns than the header has.
    while (written && !*written)
      written = TryIntoAFile();
    if (!written) return written.error();
    return std::move(report_);
  }

  Result<ExportReport> IntoAFolder() {
    Result<AtomicFolder> folder = AtomicFolder::Open(request_.path);
    if (!folder) return folder.error();
    const auto gone = ForEach([&](const WholeContact& whole) -> Result<void> {
      std::string text;
      writer_->Append(text, whole);
      return folder->Add(FileNameOf(DisplayName(whole.contact), whole.contact.id.bytes(), ".vcf"), text);
    });
    if (!gone) return gone.error();
    if (auto committed = folder->Commit(); !committed) return committed.error();
    return std::move(report_);
  }

 private:
  /// False if the header has too few columns.
  Result<bool> TryIntoAFile() {
    if (writer_->SeesAllFirst()) {
      const auto seen = contacts_.ForEach(request_.event, [&](const Contact& contact) -> Result<void> {
        writer_->See(contact);
        return {};
      });
      if (!seen) return seen.error();
    }
    Result<AtomicFile> file = AtomicFile::Open(request_.path);
    if (!file) return file.error();
    std::string piece = writer_->Head();
    bool fits = true;
    const auto gone = ForEach([&](const WholeContact& whole) -> Result<void> {
      fits = fits && writer_->Append(piece, whole);
      if (piece.size() < kPieceBytes) return {};
      auto written = file->Write(piece);
      piece.clear();
      return written;
    });
    if (!gone) return gone.error();
    if (!fits) return false;
    if (auto written = file->Write(piece); !written) return written.error();
    if (auto committed = file->Commit(); !committed) return committed.error();
    return true;
  }

  Result<void> ForEach(const std::function<Result<void>(const WholeContact&)>& visit) {
    report_.count = 0;
    report_.contacts.clear();
    return contacts_.ForEach(request_.event, [&](const Contact& contact) -> Result<void> {
      WholeContact whole{contact, {}};
      if (auto loaded = LoadExtras(whole); !loaded) return loaded;
      ++report_.count;
      report_.contacts.push_back(contact.id);
      return visit(whole);
    });
  }

  Result<void> LoadExtras(WholeContact& whole) {
    if (!IsVcard(request_.format)) return {};
    if (request_.pictures) {
      Result<ContactExtras> extras = extras_.Get(whole.contact.id);
      if (!extras) return extras.error();
      whole.extras = *std::move(extras);
    } else {
      Result<std::vector<VcardProperty>> properties = extras_.Properties(whole.contact.id);
      if (!properties) return properties.error();
      whole.extras.properties = *std::move(properties);
    }
    return {};
  }

  const ExportRequest& request_;
  ContactStore& contacts_;
  ContactExtrasStore& extras_;
  std::unique_ptr<ContactWriter> writer_;
  ExportReport report_;
};

}  // namespace

Result<ExportReport> ExportContacts(const ExportRequest& request, ContactStore& contacts,
                                    ContactExtrasStore& extras, const EventNames& event_names) {
  ContactExport exporting(request, contacts, extras, event_names);
  return GoesIntoAFolder(request) ? exporting.IntoAFolder() : exporting.IntoAFile();
}

}  // namespace kith::exchange
