// SPDX-License-Identifier: Apache-2.0
#include "core/draft.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<FieldKind, 11> kFieldKinds = {{{FieldKind::kName, "name"},
                                                   {FieldKind::kOrganization, "organization"},
                                                   {FieldKind::kDepartment, "department"},
                                                   {FieldKind::kTitle, "title"},
                                                   {FieldKind::kPhone, "phone"},
                                                   {FieldKind::kEmail, "email"},
                                                   {FieldKind::kUrl, "url"},
                                                   {FieldKind::kAddress, "address"},
                                                   {FieldKind::kHandle, "handle"},
                                                   {FieldKind::kOtherName, "other_name"},
                                                   {FieldKind::kNote, "note"}}};

}  // namespace

std::string_view FieldKindName(FieldKind kind) {
  return NameOf(kFieldKinds, kind);
}

std::optional<FieldKind> ParseFieldKind(std::string_view name) {
  return ValueOf(kFieldKinds, name);
}

std::vector<std::string> TextsOf(const std::vector<ReadLine>& lines) {
  std::vector<std::string> texts;
  for (const ReadLine& line : lines)
    texts.push_back(line.text);
  return texts;
}

}  // namespace kith
