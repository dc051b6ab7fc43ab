// SPDX-License-Identifier: Apache-2.0
#include "app/desktop_mail.h"

#include <vector>

#include "app/desktop_open.h"
#include "app/logged_exporter.h"
#include "core/language.h"
#include "exchange/atomic_file.h"
#include "exchange/file_names.h"
#include "exchange/mail/eml.h"

namespace kith::app {
namespace {

std::vector<ContactId> RecipientsOf(const MailDraft& draft) {
  std::vector<ContactId> contacts;
  for (const Recipient& one : draft.to)
    contacts.push_back(one.contact);
  return contacts;
}

}  // namespace

Result<void> DesktopMail::OpenInMailProgram(const MailDraft& draft) {
  const Result<std::string> link = MailtoLink(draft);
  if (!link) return link.error();
  if (auto opened = OpenOnDesktop(*link, std::string(Tr("mail program"))); !opened) return opened;
  return RecordHandedOver(draft, "the mail program");
}

Result<std::filesystem::path> DesktopMail::SaveDraft(const MailDraft& draft,
                                                     const std::filesystem::path& folder) {
  const std::string name = draft.to.empty() ? draft.subject : draft.to.front().name;
  std::filesystem::path path = exchange::FreePath(folder, name, ".eml");
  const Result<void> written = WriteDraft(draft, path);
  if (!written) return written.error();
  return path;
}

Result<void> DesktopMail::WriteDraft(const MailDraft& draft, const std::filesystem::path& path) {
  const Result<void> written = exchange::WriteFileAtomically(path, exchange::WriteEml(draft));
  if (!written) return written;
  return RecordExport(retention_, clock_, ExportFormat::kDrafts, path, RecipientsOf(draft));
}

Result<std::string> DesktopMail::Link(const MailDraft& draft) {
  Result<std::string> link = MailtoLink(draft);
  if (!link) return link;
  if (auto recorded = RecordHandedOver(draft, "a mailto: link"); !recorded) return recorded.error();
  return link;
}

Result<void> DesktopMail::RecordHandedOver(const MailDraft& draft, const std::string& to) {
  return retention_.RecordExport({clock_.Now(), "mail", to, RecipientsOf(draft)});
}

}  // namespace kith::app
