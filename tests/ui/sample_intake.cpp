// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_intake.h"

namespace kith::ui::test {
namespace {

ContactFile SampleTable() {
  ContactFile file{
      .path = "/home/ada/Downloads/Guests of the Autumn Meetup, second and last list (final).csv",
      .kind = ContactFileKind::kTable,
      .program = "",
      .charset = "windows-1252",
      .rows = 1240};
  file.columns = {{"Name of the guest as it shall stand on the badge", ColumnField::kName, 1240,
                   "Dr. Ada Wilhelmine van der Example-Beispielhausen"},
                  {"E-Mail", ColumnField::kEmail, 1212, "ada@example.com"},
                  {"Mobile (SMS)", ColumnField::kMobilePhone, 311, "+1 (415) 555-0123"},
                  {"Company / Employer", ColumnField::kOrganization, 840,
                   "Example Society for the Advancement of Very Long Names and Their Cutting"},
                  {"T-Shirt", ColumnField::kRemark, 1239, "M"},
                  {"Ticket", ColumnField::kLeftOut, 1240, "https://tickets.example.com/5f1e"},
                  {"Birthday", ColumnField::kBirthday, 90, "03/04/1990"},
                  {"Ort", ColumnField::kCity, 1100, "Köln"},
                  {"PLZ", ColumnField::kPostalCode, 1100, "50667"},
                  {"Said when asked what they like to talk about", ColumnField::kInterests, 420,
                   "bees, bridges\nand boats"},
                  {"Column 11", ColumnField::kRemark, 3, "?"},
                  {"Fax", ColumnField::kFax, 0, ""},
                  {"Second address", ColumnField::kAddress, 0, ""}};
  return file;
}

flow::IntakeReport SampleReport() {
  flow::IntakeReport report;
  report.refused = {{0, 17, "The quote that begins a cell on line 17 never ends."},
                    {0, 402, "There is no name, company, number or e-mail address in it."}};
  report.contacts = {
      {Imported::kNew,
       0,
       2,
       "Dr. Ada Wilhelmine van der Example-Beispielhausen, Example Society for the Advancement "
       "of Very Long Names and Their Cutting, ada@example.com",
       {},
       {"Ada Example, ada@example.org, +1 415-555-0123 (same mobile, same family name)"}},
      {Imported::kChanged, 0, 3, "Bo Sample, bo@example.com", {}, {}},
      {Imported::kNew, 0, 4, "山田 花子, 例株式会社", {}, {}},
      {Imported::kNew,
       0,
       5,
       "Cleo Sample, cleo@example.com",
       {"\"03/04/1990\" in Birthday may be two days, and no other row tells which: it is in the notes."},
       {}},
      {Imported::kSame, 0, 6, "Dan Example, dan@example.com", {}, {}}};
  for (int line = 7; line < 40; ++line)
    report.contacts.push_back(
        {Imported::kNew, 0, line, "Guest " + std::to_string(line) + " Example", {}, {}});
  return report;
}

}  // namespace

flow::IntakeState SampleIntake(flow::IntakeStep step) {
  flow::IntakeState intake{.step = step, .ticket = 1};
  if (step == flow::IntakeStep::kChoose) return intake;
  intake.file = SampleTable();
  intake.path = intake.file->path;
  if (intake.working()) {
    intake.job = std::make_shared<flow::LongJob>();
    intake.job->done = 412;
    return intake;
  }
  const flow::IntakeReport report = SampleReport();
  intake.outcome = IntakeText(report);
  intake.rows = IntakeRows(report);
  intake.to_import = report.Count(Imported::kNew) + report.Count(Imported::kChanged);
  return intake;
}

flow::IntakeState BrokenIntake() {
  flow::IntakeState intake;
  intake.path = "/home/ada/Downloads/holiday.png";
  intake.error = Error{ErrorCode::kUnreadable,
                       "holiday.png: It is neither a vCard nor a table in text form. A program with tables "
                       "can save them as CSV."};
  return intake;
}

}  // namespace kith::ui::test
