// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <span>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::LookAtContactFile& effect) {
  const Result<ContactFile> file = ports_.contact_files.Inspect(effect.path);
  if (!file) return IntakeFailed{effect.ticket, file.error()};
  return ContactFileSeen{effect.ticket, *file};
}

Action Performer::Do(const effect::TakeInContacts& effect) {
  // The program's end stops it, too.
  const std::stop_callback stop(stop_, [&] { effect.job->stop.request_stop(); });
  const Result<IntakeReport> report =
      TakeIn(std::span(&effect.file, 1),
             {ports_.contact_files, ports_.contact_import, ports_.contacts, ports_.events}, effect.mode,
             effect.job->stop.get_token(), effect.job->done);
  if (!report) return IntakeFailed{effect.ticket, report.error()};
  return ContactsTakenIn{effect.ticket, *report};
}

}  // namespace kith::flow
