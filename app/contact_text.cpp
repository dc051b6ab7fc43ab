// SPDX-License-Identifier: Apache-2.0
#include "app/contact_text.h"

#include <algorithm>
#include <iostream>
#include <sstream>

#include "core/phone_number.h"
#include "flow/take_in.h"

namespace kith::app {
namespace {

std::string LabelOf(const Field& field, const ContactDetails& details) {
  if (field.kind != FieldKind::kPhone) return std::string(FieldKindName(field.kind));
  const auto phone = std::find_if(details.phones.begin(), details.phones.end(),
                                  [&](const Phone& candidate) { return candidate.number == field.value; });
  return std::string(PhoneTypeName(phone != details.phones.end() ? phone->type : PhoneType::kWork));
}

std::string ValueOf(const Field& field) {
  return field.kind == FieldKind::kPhone ? FormatPhoneForPeople(field.value) : field.value;
}

}  // namespace

std::string DraftToText(const Draft& draft) {
  constexpr std::size_t kLabelWidth = 14;
  std::ostringstream out;
  for (const Field& field : draft.fields) {
    const std::string label = LabelOf(field, draft.details);
    out << (field.confidence < kDoubtful ? "? " : "  ") << label
        << std::string(kLabelWidth - std::min(kLabelWidth - 1, label.size()), ' ') << ValueOf(field) << '\n';
  }
  if (draft.fields.empty()) out << "  nothing could be read\n";
  return out.str();
}

std::string ContactToLine(const Contact& contact) {
  return flow::ContactLine(contact);
}

void PrintError(const Error& error) {
  std::cerr << "kith: " + error.message + (error.detail.empty() ? "" : " (" + error.detail + ")") + "\n";
}

}  // namespace kith::app
