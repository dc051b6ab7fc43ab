// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/contact_file.h"
#include "core/contact_import.h"
#include "core/contact_store.h"

namespace kith::flow {

/// "Ada Example, Example Ltd, ada@example.com, +1 415-555-0123": one line of a list.
std::string ContactLine(const Contact& contact);

/// What became, or would become, of one contact of a file.
struct TakenIn {
  Imported outcome = Imported::kNew;
  std::size_t file = 0;                   ///< which of them
  int line = 0;                           ///< on which the contact begins
  std::string who = {};                   ///< ContactLine
  std::vector<std::string> remarks = {};  ///< what a person should know of it
  std::vector<std::string> alike = {};    ///< who it may be, and why; of new ones only

  friend bool operator==(const TakenIn&, const TakenIn&) = default;
};

struct NotTakenIn {
  std::size_t file = 0;
  int line = 0;  ///< 0: the whole file
  std::string reason;

  friend bool operator==(const NotTakenIn&, const NotTakenIn&) = default;
};

struct IntakeReport {
  std::vector<TakenIn> contacts = {};
  std::vector<NotTakenIn> refused = {};
  std::size_t left_out = 0;  ///< pictures and properties beyond what is kept of one contact

  int Count(Imported outcome) const;
  /// Of how many new ones it isn't clear whether they are somebody else.
  int CountAlike() const;
  friend bool operator==(const IntakeReport&, const IntakeReport&) = default;
};

/// What an import may touch; they must be one store's.
struct IntakePorts {
  ContactFiles& files;
  ContactImport& contacts;
  ContactStore& store;
  EventStore& events;
};

/// Reads the files and takes their contacts in, all of them or, after an error or in a dry run, none. A
/// broken record or file stops none of the others. Nobody's event is made: a name that no event has becomes a
/// line of the notes. `done` counts contacts while it runs. kCancelled if asked to stop.
Result<IntakeReport> TakeIn(std::span<const ContactFile> files, const IntakePorts& ports, ImportMode mode,
                            const std::stop_token& stop, std::atomic<int>& done);

}  // namespace kith::flow
