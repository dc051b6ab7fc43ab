// SPDX-License-Identifier: Apache-2.0
#include "flow/take_in.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/language.h"
#include "core/phone_number.h"
#include "flow/day_names.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

/// One import: reads, and remembers what became of whom.
class Intake {
 public:
  Intake(const IntakePorts& ports, std::atomic<int>& done) : ports_(ports), done_(done) {}

  Result<void> Read(std::size_t number, const ContactFile& file, const TakeContact& take,
                    const std::stop_token& stop) {
    const auto take_one = [&](FoundContact found) { return Take(number, std::move(found), take); };
    const auto refuse = [&](const RefusedContact& refused) {
      report_.refused.push_back({number, refused.line, refused.reason});
    };
    failed_ = false;
    const Result<void> read = ports_.files.Read(file, {take_one, refuse}, stop);
    if (read) return {};
    if (failed_ || read.error().code == ErrorCode::kCancelled) return read;
    report_.refused.push_back({number, 0, read.error().message});
    return {};
  }

  IntakeReport Finish(const ContactImportReport& import) {
    for (const DuplicatePair& pair : import.duplicates) {
      const auto found = new_ones_.find(pair.second);
      if (found == new_ones_.end()) continue;
      // Translators: a person, and what speaks for it: "Ada Example (same name, same mobile)".
      report_.contacts[found->second].alike.push_back(
          Filled(Tr("{0} ({1})"), {NameOf(pair.first), ReasonsText(pair.likeness)}));
    }
    report_.left_out = import.left_out;
    return std::move(report_);
  }

 private:
  Result<void> Take(std::size_t file, FoundContact found, const TakeContact& take) {
    failed_ = true;
    if (auto event = SettleEvent(found); !event) return event.error();
    TakenIn taken{.file = file,
                  .line = found.line,
                  .who = ContactLine(found.contact),
                  .remarks = std::move(found.remarks)};
    const ContactId id = found.contact.id;
    const Result<Imported> outcome = take({std::move(found.contact), std::move(found.extras)});
    if (!outcome) return outcome.error();
    taken.outcome = *outcome;
    if (*outcome == Imported::kNew) new_ones_[id] = report_.contacts.size();
    report_.contacts.push_back(std::move(taken));
    ++done_;
    failed_ = false;
    return {};
  }

  Result<void> SettleEvent(FoundContact& found) {
    if (found.event.empty()) return {};
    const auto [entry, is_new] = events_.try_emplace(found.event);
    if (is_new) {
      const Result<std::optional<Event>> event = ports_.events.Find(found.event);
      if (!event) return event.error();
      if (*event) entry->second = (*event)->id;
    }
    found.contact.event = entry->second;
    if (found.contact.event || found.unless_event.empty()) return {};
    std::string& notes = found.contact.details.notes;
    notes += (notes.empty() ? "" : "\n") + found.unless_event;
    return {};
  }

  std::string NameOf(ContactId id) {
    if (const auto found = new_ones_.find(id); found != new_ones_.end())
      return report_.contacts[found->second].who;
    const Result<Contact> kept = ports_.store.Get(id);
    return kept ? ContactLine(*kept) : id.ToString();
  }

  const IntakePorts& ports_;
  std::atomic<int>& done_;
  IntakeReport report_;
  std::map<std::string, std::optional<EventId>> events_;
  std::map<ContactId, std::size_t> new_ones_;  ///< where they are in the report
  bool failed_ = false;                        ///< the store, not the file
};

}  // namespace

std::string ContactLine(const Contact& contact) {
  const ContactDetails& details = contact.details;
  std::vector<std::string> parts = {details.name.full, details.organization};
  if (!details.emails.empty()) parts.push_back(details.emails.front());
  if (!details.phones.empty()) parts.push_back(FormatPhoneForPeople(details.phones.front().number));
  const std::string line = Joined(parts);
  return line.empty() ? std::string(Tr("(no name)")) : line;
}

int IntakeReport::Count(Imported outcome) const {
  return static_cast<int>(std::count_if(contacts.begin(), contacts.end(),
                                        [&](const TakenIn& taken) { return taken.outcome == outcome; }));
}

int IntakeReport::CountAlike() const {
  return static_cast<int>(std::count_if(contacts.begin(), contacts.end(),
                                        [](const TakenIn& taken) { return !taken.alike.empty(); }));
}

Result<IntakeReport> TakeIn(std::span<const ContactFile> files, const IntakePorts& ports, ImportMode mode,
                            const std::stop_token& stop, std::atomic<int>& done) {
  Intake intake(ports, done);
  const ContactFeed feed = [&](const TakeContact& take) -> Result<void> {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (auto read = intake.Read(i, files[i], take, stop); !read) return read;
    }
    return {};
  };
  const Result<ContactImportReport> import = ports.contacts.Import(feed, mode);
  if (!import) return import.error();
  return intake.Finish(*import);
}

}  // namespace kith::flow
