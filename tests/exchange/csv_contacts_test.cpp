// SPDX-License-Identifier: Apache-2.0
// Files as other programs write them, made by hand: tests/exchange/data.
#include "exchange/csv_contacts.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/contact_files.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

/// All that is known of somebody, a line each.
std::string Told(const FoundContact& found) {
  const ContactDetails& details = found.contact.details;
  std::string text;
  const auto tell = [&](const std::string& label, const std::string& value) {
    if (!value.empty()) text += label + ": " + value + "\n";
  };
  tell("name", Join({details.name.full, details.name.given, details.name.family}, " | "));
  for (const std::string& name : details.other_names)
    tell("also", name);
  tell("organization", Join({details.organization, details.department}, " / "));
  for (const std::string& title : details.titles)
    tell("title", title);
  for (const Phone& phone : details.phones)
    tell(std::string(PhoneTypeName(phone.type)), phone.number);
  for (const auto& [label, values] :
       {std::pair{"e-mail", details.emails}, {"url", details.urls}, {"address", details.addresses},
        {"handle", details.handles}, {"interest", found.contact.interests}, {"remark", found.remarks}}) {
    for (const std::string& value : values)
      tell(label, value);
  }
  if (found.contact.birthday) {
    const Birthday& birthday = *found.contact.birthday;
    tell("birthday", (birthday.year ? std::to_string(static_cast<int>(*birthday.year)) : "?") + "-" +
                         std::to_string(static_cast<unsigned>(birthday.day.month())) + "-" +
                         std::to_string(static_cast<unsigned>(birthday.day.day())));
  }
  tell("event", found.event);
  tell("else", found.unless_event);
  tell("notes", details.notes);
  return text;
}

struct Sample {
  ContactFile file;
  std::vector<std::string> told;
  std::vector<RefusedContact> refused;
};

Sample Read(const std::filesystem::path& path, const std::vector<std::pair<std::string, ColumnField>>& chosen = {}) {
  LocalContactFiles files("US");
  Result<ContactFile> file = files.Inspect(path);
  EXPECT_TRUE(file) << (file ? "" : file.error().message);
  if (!file) return {};
  for (const auto& [name, field] : chosen) {
    for (TableColumn& column : file->columns) {
      if (column.name == name) column.field = field;
    }
  }
  const Result<FoundContacts> found = files.Read(*file);
  EXPECT_TRUE(found) << (found ? "" : found.error().message);
  Sample sample{*file, {}, found->refused};
  for (const FoundContact& contact : found->contacts)
    sample.told.push_back(Told(contact));
  return sample;
}

Sample ReadSample(const std::string& name) {
  return Read(std::filesystem::path(KITH_SOURCE_DIR) / "tests/exchange/data" / name);
}

TEST(X, Dump) {
  for (const char* name : {"google.csv","google-older.csv","outlook.csv","outlook-classic.csv","outlook-google.csv","hubspot.csv","salesforce.csv","salesforce-api.csv","german.csv","guests-without-header.csv","registration.csv"}) {
    Sample s = ReadSample(name);
    std::cout << "=== " << name << " " << s.file.program << " " << s.file.charset << " rows " << s.file.rows << "\n";
    for (auto& c : s.file.columns) if (c.filled) std::cout << "   " << c.name << " -> " << ColumnFieldName(c.field) << "   (" << c.example << ")\n";
    for (auto& t : s.told) std::cout << t << "--\n";
    for (auto& r : s.refused) std::cout << "REFUSED " << r.line << " " << r.reason << "\n";
  }
}

}  // namespace
}  // namespace kith::exchange
