// SPDX-License-Identifier: Apache-2.0
#include "flow/job_runner.h"

#include <exception>
#include <memory>
#include <utility>

#include "core/language.h"
#include "flow/perform.h"

namespace kith::flow {
namespace {

Action Outcome(const Effect& effect, const Result<Ports*>& ports, std::stop_token stop) {
  if (!ports) return FailureOf(effect, ports.error());
  if (stop.stop_requested())
    return FailureOf(effect, {ErrorCode::kCancelled, std::string(Tr("Kith is closing."))});
  try {
    return Perform(effect, **ports, std::move(stop));
  } catch (const std::exception& e) {
    return FailureOf(
        effect, {ErrorCode::kInternal,
                 std::string(Tr("Kith made a mistake there. Nothing that was stored is lost.")), e.what()});
  } catch (...) {
    return FailureOf(effect,
                     {ErrorCode::kInternal,
                      std::string(Tr("Kith made a mistake there. Nothing that was stored is lost."))});
  }
}

}  // namespace

void JobRunner::Run(Effect effect) {
  const Urgency urgency = UrgencyOf(effect);
  // Shared, as std::function needs copyable tasks and a refused one is still asked for its failure.
  const auto shared = std::make_shared<const Effect>(std::move(effect));
  const Result<void> posted = executor_.Post(
      [shared, &mailbox = mailbox_](const Result<Ports*>& ports, std::stop_token stop) {
        mailbox.Post(Outcome(*shared, ports, std::move(stop)));
      },
      urgency);
  if (!posted) mailbox_.Post(FailureOf(*shared, posted.error()));
}

}  // namespace kith::flow
