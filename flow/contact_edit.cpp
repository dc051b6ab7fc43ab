// SPDX-License-Identifier: Apache-2.0
#include "flow/contact_edit.h"

#include "core/contact_changes.h"
#include "core/language.h"
#include "core/text.h"
#include "flow/birthday_text.h"
#include "flow/day_names.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

/// Only what was edited is read again: a part may have a comma in it.
void TakeList(std::vector<std::string>& kept, const std::string& text) {
  if (text != Joined(kept)) kept = SplitText(text, ",;\n");
}

/// A contact's values are all sure: each is a field that no card shows.
Draft AsDraft(const ContactDetails& details) {
  Draft draft;
  draft.details = details;
  draft.details.notes.clear();
  return draft;
}

}  // namespace

ContactEdit EditOf(const KnownContact& known) {
  const Contact& contact = known.contact;
  ContactEdit edit;
  edit.rows = RowsOf(AsDraft(contact.details));
  for (ReviewRow& row : edit.rows)
    row.doubtful = false;
  edit.notes = contact.details.notes;
  if (contact.birthday) edit.birthday = BirthdayName(*contact.birthday);
  edit.interests = Joined(contact.interests);
  edit.circle = known.relationship.circle;
  edit.tags = Joined(known.relationship.tags);
  edit.looks_for = Joined(known.relationship.looks_for);
  edit.offers = Joined(known.relationship.offers);
  return edit;
}

Result<KnownContact> Edited(const KnownContact& known, const ContactEdit& edit, std::string_view region) {
  KnownContact after = known;
  after.contact.details = DetailsOf(edit.rows, known.contact.details, region);
  after.contact.details.notes = edit.notes;
  if (!IsWorthKeeping(after.contact.details)) {
    return Error{
        ErrorCode::kInvalidInput,
        std::string(Tr("Please leave at least a name, a company, a phone number or an e-mail address."))};
  }
  const std::string birthday = NormalizeText(edit.birthday);
  after.contact.birthday = ReadBirthday(birthday, region);
  if (!birthday.empty() && !after.contact.birthday) {
    return Error{
        ErrorCode::kInvalidInput,
        Filled(Tr("\"{0}\" isn't a birthday. Write it like 14 March or 14 March 1990."), {birthday})};
  }
  TakeList(after.contact.interests, edit.interests);
  after.relationship.contact = known.contact.id;
  after.relationship.circle = NormalizeText(edit.circle);
  TakeList(after.relationship.tags, edit.tags);
  TakeList(after.relationship.looks_for, edit.looks_for);
  TakeList(after.relationship.offers, edit.offers);
  return after;
}

}  // namespace kith::flow
