// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/contact_extras.h"
#include "exchange/contact_text.h"
#include "exchange/vcard/vcard.h"

namespace kith::exchange {

/// Contacts in one format, one after the other; nobody is held. The names of events must outlive it.
class ContactWriter {
 public:
  virtual ~ContactWriter() = default;
  /// Several threads may do so at a time.
  virtual void Append(std::string& out, const WholeContact& whole) = 0;
  /// What stands before the first contact.
  virtual std::string Head() const { return {}; }
  /// Whether it is a table that has as many columns as the one with the most values needs: then Head is to be
  /// asked when everybody was appended, and what was appended for some goes through Filled.
  virtual bool Grows() const { return false; }
  virtual std::string Filled(std::string rows) const { return rows; }
};

std::unique_ptr<ContactWriter> MakeVcardWriter(const EventNames& event_names, const VcardWriting& writing);

/// All of them as one text.
std::string WriteAll(ContactWriter& writer, std::span<const Contact> contacts);

}  // namespace kith::exchange
