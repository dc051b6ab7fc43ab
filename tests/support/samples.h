// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/capture_store.h"
#include "core/contact.h"
#include "core/follow_up.h"

namespace kith::test {

/// A capture of the front whose card image holds `bytes`.
NewCapture SampleCapture(const std::string& bytes = "front", Instant taken = Instant());

/// A draft with a value of every kind.
Draft SampleDraft(const std::string& name = "Ada Example");

/// A contact of that name, with a new id and nothing else.
Contact NamedContact(const std::string& name);

/// A contact with a value in every field but event and capture.
Contact FullContact(const std::string& name = "Ada Example");

FollowUp SampleFollowUp(ContactId contact, Day due, const std::string& text = "Say hello");

}  // namespace kith::test
