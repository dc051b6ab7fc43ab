// SPDX-License-Identifier: Apache-2.0
#include "core/contact_file.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<ColumnField, 34> kFields = {{{ColumnField::kRemark, "remark"},
                                                 {ColumnField::kLeftOut, "left-out"},
                                                 {ColumnField::kName, "name"},
                                                 {ColumnField::kNamePrefix, "name-prefix"},
                                                 {ColumnField::kGivenName, "given-name"},
                                                 {ColumnField::kMiddleName, "middle-name"},
                                                 {ColumnField::kFamilyName, "family-name"},
                                                 {ColumnField::kNameSuffix, "name-suffix"},
                                                 {ColumnField::kOtherName, "other-name"},
                                                 {ColumnField::kOrganization, "organization"},
                                                 {ColumnField::kDepartment, "department"},
                                                 {ColumnField::kTitle, "title"},
                                                 {ColumnField::kPhone, "phone"},
                                                 {ColumnField::kMobilePhone, "mobile-phone"},
                                                 {ColumnField::kWorkPhone, "work-phone"},
                                                 {ColumnField::kHomePhone, "home-phone"},
                                                 {ColumnField::kFax, "fax"},
                                                 {ColumnField::kOtherPhone, "other-phone"},
                                                 {ColumnField::kEmail, "email"},
                                                 {ColumnField::kUrl, "url"},
                                                 {ColumnField::kHandle, "handle"},
                                                 {ColumnField::kAddress, "address"},
                                                 {ColumnField::kStreet, "street"},
                                                 {ColumnField::kCity, "city"},
                                                 {ColumnField::kRegion, "region"},
                                                 {ColumnField::kPostalCode, "postal-code"},
                                                 {ColumnField::kCountry, "country"},
                                                 {ColumnField::kBirthday, "birthday"},
                                                 {ColumnField::kInterests, "interests"},
                                                 {ColumnField::kNotes, "notes"},
                                                 {ColumnField::kEvent, "event"},
                                                 {ColumnField::kMetOn, "met-on"},
                                                 {ColumnField::kId, "id"},
                                                 {ColumnField::kKind, "kind"}}};

}  // namespace

std::string_view ColumnFieldName(ColumnField field) {
  return NameOf(kFields, field);
}

std::optional<ColumnField> ParseColumnField(std::string_view name) {
  return ValueOf(kFields, name);
}

}  // namespace kith
