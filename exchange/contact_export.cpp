// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_export.h"

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "exchange/atomic_file.h"
#include "exchange/atomic_folder.h"
#include "exchange/contact_writer.h"
#include "exchange/csv/lists.h"
#include "exchange/csv/presets.h"
#include "exchange/file_names.h"
#include "exchange/spool.h"

namespace kith::exchange {
namespace {

/// Makes text of contacts in threads of their own while the next ones are read, and writes it: making it
/// takes longer than reading. Of contacts, their pictures and their text only so many are held.
class BatchWriter {
 public:
  using Sink = std::function<Result<void>(std::string_view)>;

  BatchWriter(ContactWriter& writer, Sink sink) : writer_(writer), sink_(std::move(sink)) {}

  Result<void> Add(WholeContact whole) {
    for (const EncodedImage& picture : whole.extras.pictures)
      picture_bytes_ += picture.bytes.size();
    batch_.push_back(std::move(whole));
    if (batch_.size() < kMostContacts && picture_bytes_ < kMostPictureBytesHeld) return {};
    if (texts_.size() == kMostTexts) {
      if (auto written = WriteFirst(); !written) return written;
    }
    texts_.push_back(
        std::async(std::launch::async, [this, batch = std::exchange(batch_, {})] { return TextOf(batch); }));
    picture_bytes_ = 0;
    return {};
  }

  Result<void> Finish() {
    while (!texts_.empty()) {
      if (auto written = WriteFirst(); !written) return written;
    }
    return sink_(TextOf(batch_));
  }

 private:
  static constexpr std::size_t kMostContacts = 500;
  static constexpr std::size_t kMostPictureBytesHeld = 1U << 20U;
  static constexpr std::size_t kMostTexts = 3;

  std::string TextOf(const std::vector<WholeContact>& batch) const {
    std::string text;
    for (const WholeContact& whole : batch)
      writer_.Append(text, whole);
    return text;
  }

  Result<void> WriteFirst() {
    const std::string text = texts_.front().get();
    texts_.pop_front();
    return sink_(text);
  }

  ContactWriter& writer_;
  Sink sink_;
  std::vector<WholeContact> batch_;
  std::size_t picture_bytes_ = 0;
  std::deque<std::future<std::string>> texts_;  ///< last: its end waits for the threads, which use the others
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
  ContactExport(const ExportRequest& request, ContactExtrasStore& contacts, const EventNames& event_names)
      : request_(request),
        contacts_(contacts),
        writer_(MakeWriter(request, event_names)),
        report_{request.path} {}

  Result<ExportReport> IntoAFile() {
    Result<AtomicFile> file = AtomicFile::Open(request_.path);
    if (!file) return file.error();
    const auto written = writer_->Grows() ? WriteGrowing(*file) : WriteAsItComes(*file);
    if (!written) return written.error();
    if (auto committed = file->Commit(); !committed) return committed.error();
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
  Result<void> WriteAsItComes(AtomicFile& file) {
    if (auto written = file.Write(writer_->Head()); !written) return written;
    return WriteAll([&file](std::string_view text) { return file.Write(text); });
  }

  Result<void> WriteGrowing(AtomicFile& file) {
    Result<Spool> spool = Spool::Open();
    if (!spool) return spool.error();
    if (auto all = WriteAll([&spool](std::string_view rows) { return spool->Add(rows); }); !all) return all;
    if (auto written = file.Write(writer_->Head()); !written) return written;
    return spool->ForEach([&](std::string rows) { return file.Write(writer_->Filled(std::move(rows))); });
  }

  Result<void> WriteAll(BatchWriter::Sink sink) {
    BatchWriter batches(*writer_, std::move(sink));
    const auto gone = ForEach([&](WholeContact whole) { return batches.Add(std::move(whole)); });
    return gone ? batches.Finish() : gone;
  }

  Result<void> ForEach(const std::function<Result<void>(WholeContact)>& visit) {
    report_.count = 0;
    report_.contacts.clear();
    return contacts_.ForEach(request_.event, Wanted(), [&](WholeContact whole) -> Result<void> {
      ++report_.count;
      report_.contacts.push_back(whole.contact.id);
      return visit(std::move(whole));
    });
  }

  ExtrasWanted Wanted() const {
    if (!IsVcard(request_.format)) return ExtrasWanted::kNone;
    return request_.pictures ? ExtrasWanted::kAll : ExtrasWanted::kProperties;
  }

  const ExportRequest& request_;
  ContactExtrasStore& contacts_;
  std::unique_ptr<ContactWriter> writer_;
  ExportReport report_;
};

}  // namespace

Result<ExportReport> ExportContacts(const ExportRequest& request, ContactExtrasStore& contacts,
                                    const EventNames& event_names) {
  ContactExport exporting(request, contacts, event_names);
  return GoesIntoAFolder(request) ? exporting.IntoAFolder() : exporting.IntoAFile();
}

}  // namespace kith::exchange
