// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/draft.h"
#include "core/error.h"
#include "core/event.h"
#include "core/exporter.h"
#include "core/follow_up.h"
#include "core/time.h"
#include "flow/action.h"
#include "flow/day_names.h"
#include "flow/state.h"
#include "followup/next_steps.h"

/// What text is shown, and in which order. Pure.
namespace kith::flow {

/// One line, readable while standing.
std::string_view HintText(ScanHint hint);
std::string_view CardStageText(CardStage stage);
std::string_view FieldLabel(FieldKind kind);
std::string_view PhoneTypeLabel(PhoneType type);

/// As people write it, with its extension: "+1 415-555-0123 ext. 12".
std::string PhoneText(const Phone& phone);
/// The name; without one the organization, an e-mail address or a phone; at last "No name".
std::string DisplayName(const ContactDetails& details);
/// "Ada Example" -> "AE"; for names in other scripts their first character.
std::string Initials(std::string_view name);
/// "Engineer, Example Ltd".
std::string AboutText(const ContactDetails& details);

std::vector<ContactRow> ContactRows(std::span<const Contact> contacts);
ContactPane PaneOf(const ContactLoaded& loaded, Day today);
/// "same name, same mobile".
std::string ReasonsText(const Likeness& likeness);
std::vector<AlikeRow> AlikeRows(std::span<const AlikeContact> alike);
/// Every field that stood on the card or is kept now, in the order of the review screen.
std::vector<CardLine> CompareWithCard(const ContactDetails& on_card, const ContactDetails& now);
/// `revisions`: newest first. What was changed again since can't be undone before that is.
std::vector<RevisionRow> RevisionRows(std::span<const DatedRevision> revisions, Day today);
std::vector<SuggestionRow> SuggestionRows(std::span<const Suggestion> suggestions);

/// Grouped as "Today", "This week", "Later": nobody is told off for being late.
std::vector<DueGroup> DueGroups(std::span<const NamedDueItem> items, Day today);
int CountUntil(std::span<const NamedDueItem> items, Day day);
/// "After the weekend, on Monday".
std::vector<PutOffChoice> PutOffChoices(std::span<const followup::SnoozeChoice> choices, Day today);
/// Who has no next step comes first, else the order is kept.
std::vector<FateRow> FateRows(std::span<const followup::NextStep> steps, const followup::People& people,
                              Day today);
/// "Everyone has a next step." or who hasn't; and what else waits.
std::string FatesSummary(std::span<const FateRow> rows, int unread_cards, int open_promises);

/// After too many wrong PINs: "Please wait 25 seconds, then try again."
std::string TryAgainText(std::chrono::milliseconds left);

Moment GotItMoment(Instant until);
/// The same for a card that was turned over.
Moment BothSidesMoment(Instant until);
Moment SavedMoment(const Contact& contact, std::span<const FollowUp> follow_ups, Day today, Instant until);

struct ExportChoice {
  ExportFormat format = ExportFormat::kContactsVcard;
  const char* title = "";  ///< in English
  const char* text = "";   ///< the same
  std::string_view file_name;
};
/// In the order of the screen.
std::span<const ExportChoice> ExportChoices();
/// Both versions of vCard are one choice.
const ExportChoice& ChoiceOf(ExportFormat format);
/// "12 contacts written to contacts.vcf".
std::string ReportText(const ExportReport& report, ExportFormat format);

/// "3 of 12 pictures looked at, 7 cards so far".
std::string ImportProgressText(const ImportState& importing);
/// "12 cards from 3 pictures; 2 of them were here already."
std::string ImportResultText(const ImportState& importing);
/// The first messages, and how many more there are.
std::string ImportErrorsText(std::span<const Error> errors);

/// The title of a problem: what it means for the person, the message says the rest.
std::string_view ProblemTitle(const Error& error);
/// … of a problem with the camera.
std::string_view CameraProblemTitle(const Error& error);

}  // namespace kith::flow
