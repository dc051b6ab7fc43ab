// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/mail_draft.h"

namespace kith::exchange {

/// The draft as a mail file that a mail program opens for editing ("X-Unsent: 1"): RFC 5322 with CRLF,
/// encoded words in the headers, the text in UTF-8 as base64; no Date and no Message-ID, which come when it
/// is sent. Whatever stands in names, addresses, the subject or the text, no header and no recipient is
/// added: see CleanMailAddress.
std::string WriteEml(const MailDraft& draft);

}  // namespace kith::exchange
