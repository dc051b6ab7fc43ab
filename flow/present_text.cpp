// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/phone_number.h"
#include "core/text.h"
#include "flow/day_names.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

constexpr std::array kExportChoices = {
    ExportChoice{ExportFormat::kContactsVcard, TrLater("Contacts for your address book"),
                 TrLater("vCard: phones, Apple, Google and Outlook read it."), "kith-contacts.vcf"},
    ExportChoice{ExportFormat::kContactsCsv, TrLater("Contacts as a table"),
                 TrLater("CSV: opens in every spreadsheet."), "kith-contacts.csv"},
    ExportChoice{ExportFormat::kGoogleCsv, TrLater("Google Contacts"),
                 TrLater("CSV that its import takes as it is."), "kith-google.csv"},
    ExportChoice{ExportFormat::kOutlookCsv, TrLater("Outlook"),
                 TrLater("CSV that its import takes as it is."), "kith-outlook.csv"},
    ExportChoice{ExportFormat::kHubspotCsv, TrLater("HubSpot"),
                 TrLater("CSV in the names of its properties, without notes."), "kith-hubspot.csv"},
    ExportChoice{ExportFormat::kSalesforceCsv, TrLater("Salesforce"),
                 TrLater("CSV in the columns of its import wizard."), "kith-salesforce.csv"},
    ExportChoice{ExportFormat::kFollowUpsIcalendar, TrLater("Follow-ups for your calendar"),
                 TrLater("iCalendar: reminders in the calendar that you use."), "kith-follow-ups.ics"},
    ExportChoice{ExportFormat::kFollowUpsCsv, TrLater("Follow-ups as a table"),
                 TrLater("CSV: who, what and when."), "kith-follow-ups.csv"},
    ExportChoice{ExportFormat::kTasksIcalendar, TrLater("Follow-ups as tasks"),
                 TrLater("iCalendar: Nextcloud Tasks, Thunderbird, tasks.org."), "kith-tasks.ics"},
    ExportChoice{ExportFormat::kDrafts, TrLater("Mails to look over"),
                 TrLater("A folder of drafts, one a person. None is sent."), "kith-drafts"},
    ExportChoice{ExportFormat::kPage, TrLater("A page to print"),
                 TrLater("HTML: cards, what you talked about, boxes to tick."), "kith-follow-ups.html"},
    ExportChoice{ExportFormat::kMarkdown, TrLater("A list as text"), TrLater("Markdown, with boxes to tick."),
                 "kith-follow-ups.md"},
};

}  // namespace

std::string_view HintText(ScanHint hint) {
  switch (hint) {
    case ScanHint::kStarting:
      return Tr("Starting the camera\u2026");
    case ScanHint::kShowCard:
      return Tr("Hold your card up to the camera");
    case ScanHint::kCloser:
      return Tr("A little closer, please");
    case ScanHint::kHoldStill:
      return Tr("Hold it still\u2026");
    case ScanHint::kMoreLight:
      return Tr("It is too dark here to read");
    case ScanHint::kTooBlurry:
      return Tr("Blurred: try a little further away");
    case ScanHint::kWholeCard:
      return Tr("Show the whole card, please");
    case ScanHint::kTilt:
      return Tr("It shines: tilt the card a little");
    case ScanHint::kGot:
      return Tr("Got it. You can take your card back");
  }
  return "";
}

std::string_view CardStageText(CardStage stage) {
  switch (stage) {
    case CardStage::kStoring:
      return Tr("Saving the picture\u2026");
    case CardStage::kReading:
      return Tr("Reading\u2026");
    case CardStage::kToReview:
      return Tr("Please check");
    case CardStage::kUnreadable:
      return Tr("Please type it in");
    case CardStage::kSaved:
      return Tr("Saved");
  }
  return "";
}

std::string_view FieldLabel(FieldKind kind) {
  switch (kind) {
    case FieldKind::kName:
      return Tr("Name");
    case FieldKind::kOrganization:
      return Tr("Company or group");
    case FieldKind::kDepartment:
      return Tr("Department");
    case FieldKind::kTitle:
      return Tr("Title");
    case FieldKind::kPhone:
      return Tr("Phone");
    case FieldKind::kEmail:
      return Tr("E-mail");
    case FieldKind::kUrl:
      return Tr("Web");
    case FieldKind::kAddress:
      return Tr("Address");
    case FieldKind::kHandle:
      return Tr("Social");
    case FieldKind::kOtherName:
      return Tr("Also written");
    case FieldKind::kNote:
      return Tr("Also on the card");
  }
  return "";
}

std::string_view PhoneTypeLabel(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return Tr("Mobile");
    case PhoneType::kWork:
      return Tr("Work");
    case PhoneType::kFax:
      return Tr("Fax");
    case PhoneType::kHome:
      return Tr("Home");
    case PhoneType::kOther:
      return Tr("Other");
  }
  return "";
}

std::string PhoneText(const Phone& phone) {
  std::string text = FormatPhoneForPeople(phone.number);
  // Translators: a phone number and its extension.
  return phone.extension.empty() ? text : Filled(Tr("{0} ext. {1}"), {text, phone.extension});
}

std::string DisplayName(const ContactDetails& details) {
  if (!details.name.full.empty()) return details.name.full;
  if (!details.organization.empty()) return details.organization;
  if (!details.emails.empty()) return details.emails.front();
  if (!details.phones.empty()) return PhoneText(details.phones.front());
  return std::string(Tr("No name"));
}

std::string Initials(std::string_view name) {
  const std::vector<std::string> words = SplitText(name, " ");
  if (words.empty()) return "?";
  const auto first = [](const std::string& word) { return DecodeUtf8(word).substr(0, 1); };
  std::u32string letters = first(words.front());
  const bool latin_greek_or_cyrillic = letters.front() < 0x530;
  if (words.size() > 1 && latin_greek_or_cyrillic) letters += first(words.back());
  return UpperCase(EncodeUtf8(letters));
}

std::string AboutText(const ContactDetails& details) {
  std::string about = details.titles.empty() ? std::string() : details.titles.front();
  const std::string& at = details.organization;
  if (at.empty() || at == DisplayName(details)) return about;
  return about.empty() ? at : Joined({about, at});
}

std::span<const ExportChoice> ExportChoices() {
  return kExportChoices;
}

const ExportChoice& ChoiceOf(ExportFormat format) {
  const auto choice = std::find_if(kExportChoices.begin(), kExportChoices.end(),
                                   [&](const ExportChoice& one) { return one.format == format; });
  return choice == kExportChoices.end() ? kExportChoices.front() : *choice;
}

std::string ReportText(const ExportReport& report, ExportFormat format) {
  const bool contacts = HasContacts(format);
  const long count = report.count;
  const std::string_view pattern =
      format == ExportFormat::kDrafts ? Tr("{0} draft written to {1}", "{0} drafts written to {1}", count)
      : contacts                      ? Tr("{0} contact written to {1}", "{0} contacts written to {1}", count)
                 : Tr("{0} follow-up written to {1}", "{0} follow-ups written to {1}", count);
  std::string text = Filled(pattern, {std::to_string(count), report.path.string()});
  if (report.left_out.empty()) return text;
  constexpr std::size_t kShown = 5;
  std::vector<std::string> names = report.left_out;
  const std::size_t more = names.size() - std::min(kShown, names.size());
  names.resize(names.size() - more);
  const std::string listed = Joined(names);
  text += '\n';
  if (more == 0) return text + Filled(Tr("Left out: {0}."), {listed});
  return text + Filled(Tr("Left out: {0} and {1} more."), {listed, std::to_string(more)});
}

std::string ImportProgressText(const ImportState& importing) {
  if (importing.pictures == 0) return std::string(Tr("Looking through the files\u2026"));
  const std::string looked_at =
      Filled(Tr("{0} of {1} picture looked at", "{0} of {1} pictures looked at", importing.pictures),
             {std::to_string(importing.done), std::to_string(importing.pictures)});
  // Translators: {0} is "3 of 12 pictures looked at", {1} is "7 cards".
  return Filled(Tr("{0}, {1} so far."), {looked_at, Counted("{0} card", "{0} cards", importing.cards)});
}

std::string ImportResultText(const ImportState& importing) {
  const std::string cards = Counted("{0} card", "{0} cards", importing.cards);
  // Translators: where cards come from.
  const std::string pictures = Counted("from {0} picture", "from {0} pictures", importing.done);
  if (importing.known == 0) return Filled(Tr("{0} {1}."), {cards, pictures});
  if (importing.known < importing.cards)
    return Filled(Tr("{0} {1}; {2} of them were here already."),
                  {cards, pictures, std::to_string(importing.known)});
  return Filled(Tr("{0} {1}; it was here already.", "{0} {1}; they were here already.", importing.known),
                {cards, pictures});
}

std::string ImportErrorsText(std::span<const Error> errors) {
  constexpr std::size_t kShown = 2;
  std::string text;
  for (const Error& error : errors.first(std::min(kShown, errors.size())))
    text += (text.empty() ? "" : "\n") + error.message;
  if (errors.size() > kShown)
    text += '\n' + Filled(Tr("\u2026 and {0} more."), {std::to_string(errors.size() - kShown)});
  return text;
}

std::string_view ProblemTitle(const Error& error) {
  switch (error.code) {
    case ErrorCode::kStorageFull:
      return Tr("The disk is full");
    case ErrorCode::kStorage:
      return Tr("Something could not be stored");
    case ErrorCode::kDamaged:
      return Tr("The stored data is damaged");
    case ErrorCode::kUnavailable:
      return Tr("That isn't possible just now");
    case ErrorCode::kNotFound:
      return Tr("It isn't there any more");
    case ErrorCode::kPermissionDenied:
      return Tr("Kith isn't allowed to do that");
    case ErrorCode::kInvalidInput:
    case ErrorCode::kNotAllowed:
      return Tr("That doesn't work yet");
    default:
      return Tr("Something went wrong");
  }
}

std::string_view CameraProblemTitle(const Error& error) {
  switch (error.code) {
    case ErrorCode::kSourceLost:
      return Tr("The camera went away");
    case ErrorCode::kSourceFrozen:
      return Tr("The camera is stuck");
    case ErrorCode::kNotFound:
      return Tr("There is no camera");
    case ErrorCode::kPermissionDenied:
      return Tr("Kith isn't allowed to use the camera");
    default:
      return Tr("The camera doesn't work");
  }
}

std::string TryAgainText(std::chrono::milliseconds left) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(left);
  if (minutes.count() > 1)
    return Counted("Please wait {0} minute, then try again.", "Please wait {0} minutes, then try again.",
                   minutes.count());
  return Counted("Please wait a second, then try again.", "Please wait {0} seconds, then try again.",
                 seconds.count());
}

}  // namespace kith::flow
