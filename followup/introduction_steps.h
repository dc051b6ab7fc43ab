// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/following_store.h"
#include "core/result.h"
#include "followup/book.h"
#include "followup/changes.h"

/// An introduction as steps, each a follow-up: both are asked alone; who was asked is asked after a while
/// what they say; when both said yes, they are brought together. (Double opt-in: nobody's name or address is
/// given away before they agreed.)
namespace kith::followup {

/// FollowUp::step of a follow-up with an introduction.
enum IntroductionStep { kAsk = 1, kAwaitAnswer = 2, kBringTogether = 3 };

/// kNotAllowed for one person twice, two of one organization, and a pair that was introduced, asked or
/// declined before; kNotFound if the book doesn't know one of them.
Result<FollowingChange> BeginIntroduction(const Book& book, const Rules& rules, ContactId one,
                                          ContactId other, const std::string& reason, Moment moment);

/// What one of the two says. With both yes the joint message is next; a no ends it quietly. kNotAllowed once
/// it was made or declined.
Result<FollowingChange> RecordAnswer(const Book& book, const Rules& rules, IntroductionId id,
                                     ContactId contact, Answer answer, Moment moment);

/// "I introduced these two": they know each other since `moment.today`. Takes the place of an introduction
/// that was begun.
Result<FollowingChange> RecordIntroduced(const Book& book, ContactId one, ContactId other, Moment moment);

/// What comes after a step that was done; part of MarkDone.
void AddNextIntroductionStep(const Book& book, const Rules& rules, const FollowUp& done, Moment moment,
                             FollowingChange& change);

/// The introduction of the two, whatever became of it; nullptr: none.
const Introduction* IntroductionOf(const Book& book, ContactId one, ContactId other);

}  // namespace kith::followup
