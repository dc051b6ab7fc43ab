// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_export.h"

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "exchange/atomic_file.h"
#include "exchange/atomic_folder.h"
#include "exchange/contact_writer.h"
#include "exchange/csv_presets.h"
#include "exchange/file_names.h"
#include "exchange/lists.h"

namespace kith::exchange {
namespace {

/// Makes text of contacts and writes it, in a thread of its own while the next ones are read: both take about
/// as long. Of contacts and of their pictures only so many are held.
class BatchWriter {
 public:
  BatchWriter(const ContactWriter& writer, AtomicFile& file) : writer_(writer), file_(file) {}

  Result<void> Add(WholeContact whole) {
    for (const EncodedImage& picture : whole.extras.pictures)
      picture_bytes_ += picture.bytes.size();
    batch_.push_back(std::move(whole));
    if (batch_.size() < kMostContacts && picture_bytes_ < kMostPictureBytesHeld) return {};
    if (auto written = Wait(); !written) return written;
    writing_ =
        std::async(std::launch::async, [this, batch = std::exchange(batch_, {})] { return Write(batch); });
    picture_bytes_ = 0;
    return {};
  }

  /// False if a contact needed more columns than the header has.
  Result<bool> Finish() {
    if (auto written = Wait(); !written) return written.error();
    if (auto written = Write(batch_); !written) return written.error();
    return fits_;
  }

 private:
  static constexpr std::size_t kMostContacts = 1000;
  static constexpr std::size_t kMostPictureBytesHeld = 1U << 20U;

  Result<void> Wait() { return writing_.valid() ? writing_.get() : Result<void>(); }

  Result<void> Write(const std::vector<WholeContact>& batch) {
    std::string text;
    for (const WholeContact& whole : batch)
      fits_ = fits_ && writer_.Append(text, whole);
    return file_.Write(text);
  }

  const ContactWriter& writer_;  ///< these three are the thread's while it runs
  AtomicFile& file_;
  bool fits_ = true;
  std::vector<WholeContact> batch_;
  std::size_t picture_bytes_ = 0;
  std::future<Result<void>> writing_;  ///< last: its end waits for the thread, which uses the others
};

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
    if (auto written = file->Write(writer_->Head()); !written) return written.error();
    BatchWriter batches(*writer_, *file);
    const auto gone = ForEach([&](WholeContact whole) { return batches.Add(std::move(whole)); });
    if (!gone) return gone.error();
    const Result<bool> fits = batches.Finish();
    if (!fits || !*fits) return fits;
    if (auto committed = file->Commit(); !committed) return committed.error();
    return true;
  }

  Result<void> ForEach(const std::function<Result<void>(WholeContact)>& visit) {
    report_.count = 0;
    report_.contacts.clear();
    return contacts_.ForEach(request_.event, [&](Contact contact) -> Result<void> {
      WholeContact whole{std::move(contact), {}};
      if (auto loaded = LoadExtras(whole); !loaded) return loaded;
      ++report_.count;
      report_.contacts.push_back(whole.contact.id);
      return visit(std::move(whole));
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
