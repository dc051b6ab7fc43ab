// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/mail_draft.h"
#include "core/result.h"

namespace kith {

/// Port: where the host writes mail. Nothing is sent. One object a thread.
class MailDesk {
 public:
  virtual ~MailDesk() = default;
  /// The draft in a new window of the mail program. kNotAllowed if it is too long for that, kUnavailable
  /// without such a program.
  virtual Result<void> OpenInMailProgram(const MailDraft& draft) = 0;
  /// A file in the folder, named after the first recipient and never one that is there; it is recorded as an
  /// export of all recipients. Gives its path.
  virtual Result<std::filesystem::path> SaveDraft(const MailDraft& draft,
                                                  const std::filesystem::path& folder) = 0;
};

}  // namespace kith
