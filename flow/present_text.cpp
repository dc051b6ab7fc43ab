// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/phone_number.h"
#include "core/text.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                  "Thursday", "Friday", "Saturday"};

constexpr std::array kExportChoices = {
    ExportChoice{ExportFormat::kContactsVcard, "Contacts for your address book",
                 "vCard: phones, Apple, Google and Outlook read it.", "kith-contacts.vcf"},
    ExportChoice{ExportFormat::kContactsCsv, "Contacts as a table", "CSV: opens in every spreadsheet.",
                 "kith-contacts.csv"},
    ExportChoice{ExportFormat::kGoogleCsv, "Google Contacts", "CSV that its import takes as it is.",
                 "kith-google.csv"},
    ExportChoice{ExportFormat::kOutlookCsv, "Outlook", "CSV that its import takes as it is.",
                 "kith-outlook.csv"},
    ExportChoice{ExportFormat::kHubspotCsv, "HubSpot", "CSV in the names of its properties, without notes.",
                 "kith-hubspot.csv"},
    ExportChoice{ExportFormat::kSalesforceCsv, "Salesforce", "CSV in the columns of its import wizard.",
                 "kith-salesforce.csv"},
    ExportChoice{ExportFormat::kFollowUpsIcalendar, "Follow-ups for your calendar",
                 "iCalendar: reminders in the calendar that you use.", "kith-follow-ups.ics"},
    ExportChoice{ExportFormat::kFollowUpsCsv, "Follow-ups as a table", "CSV: who, what and when.",
                 "kith-follow-ups.csv"},
    ExportChoice{ExportFormat::kTasksIcalendar, "Follow-ups as tasks",
                 "iCalendar: Nextcloud Tasks, Thunderbird, tasks.org.", "kith-tasks.ics"},
    ExportChoice{ExportFormat::kDrafts, "Mails to look over",
                 "A folder of drafts, one a person. None is sent.", "kith-drafts"},
    ExportChoice{ExportFormat::kPage, "A page to print", "HTML: cards, what you talked about, boxes to tick.",
                 "kith-follow-ups.html"},
    ExportChoice{ExportFormat::kMarkdown, "A list as text", "Markdown, with boxes to tick.",
                 "kith-follow-ups.md"},
};

/// "1 card", "12 cards".
std::string Counted(int count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

}  // namespace

std::string_view HintText(ScanHint hint) {
  switch (hint) {
    case ScanHint::kStarting:
      return "Starting the camera\u2026";
    case ScanHint::kShowCard:
      return "Hold your card up to the camera";
    case ScanHint::kCloser:
      return "A little closer, please";
    case ScanHint::kHoldStill:
      return "Hold it still\u2026";
    case ScanHint::kMoreLight:
      return "It is too dark here to read";
    case ScanHint::kTooBlurry:
      return "Blurred: try a little further away";
    case ScanHint::kWholeCard:
      return "Show the whole card, please";
    case ScanHint::kTilt:
      return "It shines: tilt the card a little";
    case ScanHint::kGot:
      return "Got it. You can take your card back";
  }
  return "";
}

std::string_view CardStageText(CardStage stage) {
  switch (stage) {
    case CardStage::kStoring:
      return "Saving the picture\u2026";
    case CardStage::kReading:
      return "Reading\u2026";
    case CardStage::kToReview:
      return "Please check";
    case CardStage::kUnreadable:
      return "Please type it in";
    case CardStage::kSaved:
      return "Saved";
  }
  return "";
}

std::string_view FieldLabel(FieldKind kind) {
  switch (kind) {
    case FieldKind::kName:
      return "Name";
    case FieldKind::kOrganization:
      return "Company or group";
    case FieldKind::kDepartment:
      return "Department";
    case FieldKind::kTitle:
      return "Title";
    case FieldKind::kPhone:
      return "Phone";
    case FieldKind::kEmail:
      return "E-mail";
    case FieldKind::kUrl:
      return "Web";
    case FieldKind::kAddress:
      return "Address";
    case FieldKind::kHandle:
      return "Social";
    case FieldKind::kOtherName:
      return "Also written";
    case FieldKind::kNote:
      return "Also on the card";
  }
  return "";
}

std::string_view PhoneTypeLabel(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return "Mobile";
    case PhoneType::kWork:
      return "Work";
    case PhoneType::kFax:
      return "Fax";
    case PhoneType::kHome:
      return "Home";
    case PhoneType::kOther:
      return "Other";
  }
  return "";
}

std::string DayName(Day day, Day today) {
  const auto days = (std::chrono::sys_days(day) - std::chrono::sys_days(today)).count();
  if (days == 0) return "today";
  if (days == 1) return "tomorrow";
  if (days == -1) return "yesterday";
  if (days > 1 && days < 7) {
    return std::string("on ") + kWeekdays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
  }
  std::string name = std::to_string(static_cast<unsigned>(day.day())) + " " +
                     kMonths[static_cast<unsigned>(day.month()) - 1];
  if (day.year() != today.year()) name += " " + std::to_string(static_cast<int>(day.year()));
  return name;
}

std::string BirthdayName(const Birthday& birthday) {
  std::string name = std::to_string(static_cast<unsigned>(birthday.day.day())) + " " +
                     kMonths[static_cast<unsigned>(birthday.day.month()) - 1];
  if (birthday.year) name += " " + std::to_string(static_cast<int>(*birthday.year));
  return name;
}

std::string PhoneText(const Phone& phone) {
  std::string text = FormatPhoneForPeople(phone.number);
  if (!phone.extension.empty()) text += " ext. " + phone.extension;
  return text;
}

std::string DisplayName(const ContactDetails& details) {
  if (!details.name.full.empty()) return details.name.full;
  if (!details.organization.empty()) return details.organization;
  if (!details.emails.empty()) return details.emails.front();
  if (!details.phones.empty()) return PhoneText(details.phones.front());
  return "No name";
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
  return about.empty() ? at : about + ", " + at;
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
  const std::string_view thing = format == ExportFormat::kDrafts ? "draft"
                                 : HasContacts(format)           ? "contact"
                                                                 : "follow-up";
  std::string text = Counted(report.count, thing) + " written to " + report.path.string();
  if (report.left_out.empty()) return text;
  constexpr std::size_t kShown = 5;
  text += "\nLeft out: ";
  for (std::size_t i = 0; i < std::min(kShown, report.left_out.size()); ++i)
    text += (i == 0 ? "" : ", ") + report.left_out[i];
  if (report.left_out.size() > kShown)
    text += " and " + std::to_string(report.left_out.size() - kShown) + " more";
  return text + ".";
}

std::string ImportProgressText(const ImportState& importing) {
  if (importing.pictures == 0) return "Looking through the files\u2026";
  return std::to_string(importing.done) + " of " + Counted(importing.pictures, "picture") + " looked at, " +
         Counted(importing.cards, "card") + " so far.";
}

std::string ImportResultText(const ImportState& importing) {
  const std::string text = Counted(importing.cards, "card") + " from " + Counted(importing.done, "picture");
  if (importing.known == 0) return text + ".";
  if (importing.known < importing.cards)
    return text + "; " + std::to_string(importing.known) + " of them were here already.";
  return text + (importing.known == 1 ? "; it was here already." : "; they were here already.");
}

std::string ImportErrorsText(std::span<const Error> errors) {
  constexpr std::size_t kShown = 2;
  std::string text;
  for (const Error& error : errors.first(std::min(kShown, errors.size())))
    text += (text.empty() ? "" : "\n") + error.message;
  if (errors.size() > kShown) text += "\n\u2026 and " + std::to_string(errors.size() - kShown) + " more.";
  return text;
}

std::string_view ProblemTitle(const Error& error) {
  switch (error.code) {
    case ErrorCode::kStorageFull:
      return "The disk is full";
    case ErrorCode::kStorage:
      return "Something could not be stored";
    case ErrorCode::kDamaged:
      return "The stored data is damaged";
    case ErrorCode::kUnavailable:
      return "That isn't possible just now";
    case ErrorCode::kNotFound:
      return "It isn't there any more";
    case ErrorCode::kPermissionDenied:
      return "Kith isn't allowed to do that";
    case ErrorCode::kInvalidInput:
    case ErrorCode::kNotAllowed:
      return "That doesn't work yet";
    default:
      return "Something went wrong";
  }
}

std::string_view CameraProblemTitle(const Error& error) {
  switch (error.code) {
    case ErrorCode::kSourceLost:
      return "The camera went away";
    case ErrorCode::kSourceFrozen:
      return "The camera is stuck";
    case ErrorCode::kNotFound:
      return "There is no camera";
    case ErrorCode::kPermissionDenied:
      return "Kith isn't allowed to use the camera";
    default:
      return "The camera doesn't work";
  }
}

std::string TryAgainText(std::chrono::milliseconds left) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(left);
  const std::string wait = minutes.count() > 1    ? std::to_string(minutes.count()) + " minutes"
                           : seconds.count() == 1 ? "a second"
                                                  : std::to_string(seconds.count()) + " seconds";
  return "Please wait " + wait + ", then try again.";
}

}  // namespace kith::flow
