// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <vector>

#include "app/batch_scan.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/paths.h"
#include "app/progress.h"
#include "app/scan_json.h"
#include "exchange/lists.h"
#include "exchange/vcard.h"

namespace kith::app {
namespace {

/// Prints outcomes in one of the forms; lists that need a heading are printed at the end.
class ScanPrinter {
 public:
  explicit ScanPrinter(OutputForm form) : form_(form) {}

  void Print(const PictureOutcome& outcome) {
    for (const ScanRecord& record : outcome.cards)
      PrintCard(record);
    if (!outcome.error) return;
    failed_ = true;
    if (form_ == OutputForm::kJson) {
      std::cout << ScanErrorToJson(outcome.picture, *outcome.error) << '\n' << std::flush;
    } else {
      PrintError(*outcome.error);
    }
  }

  void Finish() {
    if (form_ == OutputForm::kCsv) std::cout << exchange::WriteContactsCsv(contacts_, {});
  }

  bool failed() const { return failed_; }

 private:
  void PrintCard(const ScanRecord& record) {
    Contact contact;
    contact.details = record.draft.details;
    switch (form_) {
      case OutputForm::kText:
        std::cout << record.source << '\n' << DraftToText(record.draft) << '\n' << std::flush;
        break;
      case OutputForm::kJson:
        std::cout << ScanRecordToJson(record) << '\n' << std::flush;
        break;
      case OutputForm::kVcard:
        std::cout << exchange::WriteVcards({&contact, 1}, {}) << std::flush;
        break;
      case OutputForm::kCsv:
        contacts_.push_back(contact);
        break;
    }
  }

  OutputForm form_;
  bool failed_ = false;
  std::vector<Contact> contacts_;
};

}  // namespace

Result<int> RunScan(const ScanOptions& options, const Config& config) {
  const std::vector<ListedPicture> pictures = ListPictures(options.inputs);
  if (pictures.empty()) return NoPictures(options.inputs);
  ScanPrinter printer(options.form);
  Progress progress(pictures.size());
  const Result<void> done = ScanPictures(
      pictures, {.jobs = options.jobs, .save = options.save}, config, [&](const PictureOutcome& outcome) {
        printer.Print(outcome);
        progress.Done(std::filesystem::path(outcome.picture).filename().string());
      });
  printer.Finish();
  if (!done) return done.error();
  return printer.failed() ? kFailure : kSuccess;
}

}  // namespace kith::app
