// SPDX-License-Identifier: Apache-2.0
#include "core/enum_names.h"

#include <gtest/gtest.h>

#include "core/contact.h"
#include "core/contact_file.h"
#include "core/draft.h"
#include "core/exporter.h"
#include "core/follow_up.h"

namespace kith {
namespace {

/// That the words are those of the contract, and that each goes both ways.
template <typename Enum, typename Name, typename Parse>
void ExpectNames(std::initializer_list<std::pair<Enum, std::string_view>> names, Name name_of, Parse parse) {
  for (const auto& [value, name] : names) {
    EXPECT_EQ(name_of(value), name);
    EXPECT_EQ(parse(name), value) << name;
  }
  for (const char* unknown : {"", "unknown", "Work", " work", "Ics"})
    EXPECT_EQ(parse(unknown), std::nullopt) << unknown;
}

TEST(EnumNames, OfPhoneTypes) {
  ExpectNames<PhoneType>({{PhoneType::kMobile, "mobile"},
                          {PhoneType::kWork, "work"},
                          {PhoneType::kFax, "fax"},
                          {PhoneType::kHome, "home"},
                          {PhoneType::kOther, "other"}},
                         PhoneTypeName, ParsePhoneType);
}

TEST(EnumNames, OfFieldKinds) {
  ExpectNames<FieldKind>({{FieldKind::kName, "name"},
                          {FieldKind::kOrganization, "organization"},
                          {FieldKind::kDepartment, "department"},
                          {FieldKind::kTitle, "title"},
                          {FieldKind::kPhone, "phone"},
                          {FieldKind::kEmail, "email"},
                          {FieldKind::kUrl, "url"},
                          {FieldKind::kAddress, "address"},
                          {FieldKind::kHandle, "handle"},
                          {FieldKind::kOtherName, "other_name"},
                          {FieldKind::kNote, "note"}},
                         FieldKindName, ParseFieldKind);
}

TEST(EnumNames, OfFollowUpKinds) {
  ExpectNames<FollowUpKind>({{FollowUpKind::kSayHello, "say-hello"},
                             {FollowUpKind::kCheckIn, "check-in"},
                             {FollowUpKind::kBirthday, "birthday"},
                             {FollowUpKind::kSendLink, "send-link"},
                             {FollowUpKind::kIntroduce, "introduce"},
                             {FollowUpKind::kOther, "other"}},
                            FollowUpKindName, ParseFollowUpKind);
}

TEST(EnumNames, OfExportFormats) {
  ExpectNames<ExportFormat>({{ExportFormat::kContactsVcard, "vcard"},
                             {ExportFormat::kContactsCsv, "csv"},
                             {ExportFormat::kGoogleCsv, "google"},
                             {ExportFormat::kOutlookCsv, "outlook"},
                             {ExportFormat::kHubspotCsv, "hubspot"},
                             {ExportFormat::kSalesforceCsv, "salesforce"},
                             {ExportFormat::kFollowUpsIcalendar, "ics"},
                             {ExportFormat::kFollowUpsCsv, "followups-csv"},
                             {ExportFormat::kTasksIcalendar, "todo"},
                             {ExportFormat::kContactsVcard4, "vcard4"}},
                            ExportFormatName, ParseExportFormat);
}

TEST(EnumNames, OfColumnFields) {
  for (const ColumnField field : ColumnFields()) {
    EXPECT_NE(ColumnFieldName(field), "");
    EXPECT_EQ(ParseColumnField(ColumnFieldName(field)), field);
  }
}

TEST(EnumNames, AreEmptyForAValueThatHasNone) {
  EXPECT_EQ(PhoneTypeName(static_cast<PhoneType>(99)), "");
}

}  // namespace
}  // namespace kith
