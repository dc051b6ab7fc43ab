// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

#include "app/batch_scan.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/explanation_page.h"
#include "app/paths.h"
#include "app/picture_scanner.h"
#include "app/progress.h"
#include "app/scan_json.h"
#include "exchange/csv/lists.h"
#include "exchange/vcard/vcard.h"
#include "imaging/codec.h"

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
      case OutputForm::kExplanation:  // ExplainPictures prints it
        break;
    }
  }

  OutputForm form_;
  bool failed_ = false;
  std::vector<Contact> contacts_;
};

/// Reads one card after the other: a page that somebody reads needs no haste.
Result<int> ExplainPictures(const std::vector<ListedPicture>& pictures, const Config& config) {
  const auto scanner = PictureScanner::Open(config.languages, config.region);
  if (!scanner) return scanner.error();
  std::vector<ExplainedCard> explained;
  bool failed = false;
  const auto fail = [&](const Error& error) {
    PrintError(error);
    failed = true;
  };
  for (const ListedPicture& listed : pictures) {
    const auto cards = listed.error ? Result<std::vector<CardInPicture>>(*listed.error)
                                    : (*scanner)->FindCards(listed.picture);
    if (!cards) {
      fail(cards.error());
      continue;
    }
    for (const CardInPicture& card : *cards) {
      auto explanation = (*scanner)->ExplainCard(card.card);
      auto encoded = imaging::JpegCodec().Encode(card.card);
      if (explanation && encoded) {
        explained.push_back({listed.picture.name(), std::move(*encoded), card.card.width(),
                             card.card.height(), std::move(*explanation)});
      } else {
        fail(explanation ? encoded.error() : explanation.error());
      }
    }
  }
  std::cout << ExplanationPage(explained) << std::flush;
  return failed ? kFailure : kSuccess;
}

}  // namespace

Result<int> RunScan(const ScanOptions& options, const Config& config) {
  const std::vector<ListedPicture> pictures = ListPictures(options.inputs);
  if (pictures.empty()) return NoPictures(options.inputs);
  if (options.form == OutputForm::kExplanation) return ExplainPictures(pictures, config);
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
