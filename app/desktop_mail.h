// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/clock.h"
#include "core/mail_desk.h"
#include "core/retention.h"

namespace kith::app {

/// Drafts as .eml files, and the mail program that the desktop knows. All that is handed over is recorded as
/// an export. Both must outlive it.
class DesktopMail final : public MailDesk {
 public:
  DesktopMail(RetentionStore& retention, const Clock& clock) : retention_(retention), clock_(clock) {}

  Result<void> OpenInMailProgram(const MailDraft& draft) override;
  Result<std::filesystem::path> SaveDraft(const MailDraft& draft,
                                          const std::filesystem::path& folder) override;
  /// Into that file, in the place of what was there.
  Result<void> WriteDraft(const MailDraft& draft, const std::filesystem::path& path);
  /// MailtoLink, for another program.
  Result<std::string> Link(const MailDraft& draft);

 private:
  Result<void> RecordHandedOver(const MailDraft& draft, const std::string& to);

  RetentionStore& retention_;
  const Clock& clock_;
};

}  // namespace kith::app
