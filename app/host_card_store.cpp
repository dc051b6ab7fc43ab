// SPDX-License-Identifier: Apache-2.0
#include "app/host_card_store.h"

#include <fstream>
#include <string_view>
#include <system_error>

#include "core/language.h"
#include "core/text.h"
#include "exchange/atomic_file.h"
#include "exchange/file_names.h"
#include "exchange/qr_code.h"
#include "exchange/vcard/host_vcard.h"
#include "imaging/codec.h"

namespace kith::app {
namespace {

/// Sharp in print at 60 mm, too.
constexpr int kPixelsASquare = 12;

const char* EndingOf(HostCardFile kind) {
  switch (kind) {
    case HostCardFile::kVcard:
      return ".vcf";
    case HostCardFile::kPng:
      return ".png";
    case HostCardFile::kSvg:
      break;
  }
  return ".svg";
}

}  // namespace

Result<HostCard> HostCardStore::Load() {
  std::error_code ignored;
  if (!std::filesystem::exists(file_, ignored)) return HostCard{};
  std::ifstream in(file_, std::ios::binary);
  Result<HostCard> card = exchange::ReadHostVcard(in, region_);
  if (card) return card;
  return Error{ErrorCode::kUnreadable,
               Filled(Tr("\"{0}\" holds no host card. Put a vCard there, or remove it."), {file_.string()}),
               card.error().message};
}

Result<HostCard> HostCardStore::Keep(const HostCard& card) {
  HostCard kept = card;
  if (NormalizeText(kept.name).empty())
    return Error{ErrorCode::kInvalidInput, std::string(Tr("A host card needs a name. Fill it in."))};
  if (kept.id.is_nil()) kept.id = MakeId<ContactId>(clock_.Now());
  const Result<void> written =
      exchange::WriteFileAtomically(file_, exchange::WriteHostVcard(kept, {}, region_));
  if (!written) return written.error();
  return Load();
}

Result<HostCode> HostCardStore::CodeOf(const HostCard& card, const std::string& event) {
  return exchange::MakeHostCode(card, event, region_);
}

Result<std::filesystem::path> HostCardStore::Write(const HostCard& card, const std::string& event,
                                                   HostCardFile kind, const std::filesystem::path& folder) {
  std::filesystem::path path = exchange::FreePath(folder, card.name, EndingOf(kind));
  const Result<void> written = WriteTo(card, event, kind, path);
  if (!written) return written.error();
  return path;
}

Result<void> HostCardStore::WriteTo(const HostCard& card, const std::string& event, HostCardFile kind,
                                    const std::filesystem::path& path) {
  if (kind == HostCardFile::kVcard)
    return exchange::WriteFileAtomically(path, exchange::WriteHostVcard(card, event, region_));
  const Result<HostCode> code = CodeOf(card, event);
  if (!code) return code.error();
  if (kind == HostCardFile::kSvg) return exchange::WriteFileAtomically(path, exchange::QrDrawing(code->code));
  const Result<EncodedImage> png = imaging::EncodePng(exchange::QrPicture(code->code, kPixelsASquare));
  if (!png) return png.error();
  return exchange::WriteFileAtomically(
      path, std::string_view(reinterpret_cast<const char*>(png->bytes.data()), png->bytes.size()));
}

}  // namespace kith::app
