// SPDX-License-Identifier: Apache-2.0
#include "parse/card_parser.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "core/person_name.h"
#include "core/text.h"
#include "core/url.h"
#include "parse/card_text.h"
#include "parse/confidence.h"
#include "parse/decide.h"
#include "parse/name_repair.h"
#include "parse/qr_payload.h"
#include "parse/unread.h"
#include "parse/web.h"

namespace kith::parse {
namespace {

constexpr double kFromCode = 0.97;        // a QR code has its own check sums
constexpr double kUnread = 0.5;           // shown as doubtful: a person has to look
constexpr double kLeastConfidence = 0.2;  // what is likelier wrong than a guess isn't offered

std::string Trimmed(const std::string& text) {
  constexpr std::string_view kMarks = " ,;:|/\\-*~=_<>\"'";
  const std::size_t first = text.find_first_not_of(kMarks);
  const std::size_t last = text.find_last_not_of(kMarks);
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

/// An address says the same as one with more parts.
bool SayTheSame(FieldKind kind, const std::string& a, const std::string& b) {
  if (kind == FieldKind::kUrl) return UrlKey(a) == UrlKey(b);
  if (kind != FieldKind::kTitle && kind != FieldKind::kAddress) return FoldText(a) == FoldText(b);
  const std::string key_a = FoldToAlnum(a);
  const std::string key_b = FoldToAlnum(b);
  if (kind == FieldKind::kTitle) return key_a == key_b;
  return key_a.find(key_b) != std::string::npos || key_b.find(key_a) != std::string::npos;
}

bool IsOnlyLink(const ContactDetails& details) {
  ContactDetails rest = details;
  rest.urls.clear();
  return rest == ContactDetails() && details.urls.size() == 1;
}

/// A short line in another script than the name's, beside it or next to it, says it once more.
bool IsNameInOtherScript(const Labelled& text, const Labelled& name) {
  constexpr std::size_t kMostLetters = 30;
  if (text.kind != FieldKind::kNote || IsLatin(text.text) == IsLatin(name.text)) return false;
  const std::u32string letters = DecodeUtf8(text.text);
  const bool digits = text.text.find_first_of("0123456789@:/") != std::string::npos;
  if (letters.size() < 2 || letters.size() > kMostLetters || digits) return false;
  const int size = std::max(text.box.height, name.box.height);
  const int above = std::max(text.box.y - name.box.bottom(), name.box.y - text.box.bottom());
  const int beside = std::max(text.box.x - name.box.right(), name.box.x - text.box.right());
  return above < size && beside < 2 * size;
}

void TellOtherNames(std::vector<Labelled>& labels) {
  const auto name = std::ranges::find(labels, FieldKind::kName, &Labelled::kind);
  if (name == labels.end()) return;
  for (Labelled& label : labels)
    if (IsNameInOtherScript(label, *name)) label.kind = FieldKind::kOtherName;
}

/// Builds the draft so that details and fields always agree.
class DraftBuilder {
 public:
  explicit DraftBuilder(int card_width) : card_width_(card_width) {}

  void AddCode(const ContactDetails& details) {
    const auto text = [&](FieldKind kind, const std::string& value) {
      if (!value.empty()) AddText(kind, value, kFromCode, {});
    };
    if (!details.name.full.empty() && draft_.details.name.full.empty()) {
      draft_.details.name = details.name;
      AddField(FieldKind::kName, details.name.full, kFromCode, {});
    }
    text(FieldKind::kOrganization, details.organization);
    text(FieldKind::kDepartment, details.department);
    for (const std::string& title : details.titles)
      text(FieldKind::kTitle, title);
    for (const Phone& phone : details.phones)
      AddPhone(phone, kFromCode, {});
    for (const std::string& email : details.emails)
      text(FieldKind::kEmail, email);
    for (const std::string& url : details.urls)
      text(FieldKind::kUrl, url);
    for (const std::string& address : details.addresses)
      text(FieldKind::kAddress, address);
    for (const std::string& handle : details.handles)
      text(FieldKind::kHandle, handle);
    for (const std::string& name : details.other_names)
      text(FieldKind::kOtherName, name);
    text(FieldKind::kNote, details.notes);
  }

  /// A code that leads to a host that is printed, too, says nothing new.
  void AddLink(const std::string& url) {
    const std::vector<std::string>& urls = draft_.details.urls;
    const bool printed = std::any_of(
        urls.begin(), urls.end(), [&](const std::string& there) { return DomainOf(there) == DomainOf(url); });
    if (!printed) AddText(FieldKind::kUrl, url, kFromCode, {});
  }

  void AddValue(const ContactValue& value) {
    const double confidence = ConfidenceOf(value, card_width_);
    if (value.kind == FieldKind::kPhone && confidence < kLeastConfidence &&
        !TouchesEdge(value.value_box, card_width_))
      return;
    if (value.kind == FieldKind::kPhone) {
      AddPhone(value.phone, confidence, value.value_box);
    } else {
      AddText(value.kind, value.value, confidence, value.value_box);
    }
  }

  void AddUnread(const Box& place) { AddText(FieldKind::kNote, kUnreadNote, kUnread, place); }

  void AddLabelled(const Labelled& labelled) {
    const std::string text = labelled.kind == FieldKind::kNote ? labelled.text : Trimmed(labelled.text);
    const double confidence = ConfidenceOf(labelled, card_width_);
    if (text.empty()) return;
    if (labelled.kind != FieldKind::kName) return AddText(labelled.kind, text, confidence, labelled.box);
    if (!draft_.details.name.full.empty()) return;
    draft_.details.name = SplitPersonName(text);
    AddField(FieldKind::kName, draft_.details.name.full, confidence, labelled.box);
  }

  Draft Finish(const std::vector<LineGroup>& lines) {
    for (const LineGroup& line : lines)
      draft_.lines.push_back({line.runs.front().Text(), line.box});
    return std::move(draft_);
  }

 private:
  void AddField(FieldKind kind, const std::string& value, double confidence, const Box& box) {
    draft_.fields.push_back({kind, value, confidence, box});
  }

  void AddPhone(const Phone& phone, double confidence, const Box& box) {
    const auto same = [&](const Phone& there) {
      return there.number == phone.number &&
             (there.type == PhoneType::kFax) == (phone.type == PhoneType::kFax);
    };
    std::vector<Phone>& phones = draft_.details.phones;
    if (std::any_of(phones.begin(), phones.end(), same)) return;
    phones.push_back(phone);
    AddField(FieldKind::kPhone, phone.number, confidence, box);
  }

  void AddText(FieldKind kind, const std::string& value, double confidence, const Box& box) {
    ContactDetails& details = draft_.details;
    switch (kind) {
      case FieldKind::kOrganization:
        return SetOnce(details.organization, kind, value, confidence, box);
      case FieldKind::kDepartment:
        return SetOnce(details.department, kind, value, confidence, box);
      case FieldKind::kTitle:
        return AddToList(details.titles, kind, value, confidence, box);
      case FieldKind::kEmail:
        return AddToList(details.emails, kind, value, confidence, box);
      case FieldKind::kUrl:
        return AddToList(details.urls, kind, value, confidence, box);
      case FieldKind::kAddress:
        return AddToList(details.addresses, kind, value, confidence, box);
      case FieldKind::kHandle:
        return AddToList(details.handles, kind, value, confidence, box);
      case FieldKind::kOtherName:
        return AddToList(details.other_names, kind, value, confidence, box);
      default:
        if (!details.notes.empty()) details.notes += "\n";
        details.notes += value;
        AddField(kind, value, confidence, box);
    }
  }

  /// A second department or organization is kept as a note.
  void SetOnce(std::string& target, FieldKind kind, const std::string& value, double confidence,
               const Box& box) {
    if (FoldToAlnum(target) == FoldToAlnum(value)) return;
    if (!target.empty()) return AddText(FieldKind::kNote, value, confidence, box);
    target = value;
    AddField(kind, value, confidence, box);
  }

  void AddToList(std::vector<std::string>& list, FieldKind kind, const std::string& value, double confidence,
                 const Box& box) {
    const bool there = std::any_of(list.begin(), list.end(),
                                   [&](const std::string& other) { return SayTheSame(kind, other, value); });
    if (there) return;
    list.push_back(value);
    AddField(kind, value, confidence, box);
  }

  int card_width_;
  Draft draft_;
};

}  // namespace

Draft ParseCard(const Reading& reading, const ParseOptions& options) {
  CardText text = TextOfCard(reading, options.region);
  DraftBuilder builder(reading.width);
  std::vector<ContactDetails> links;
  for (const Code& code : reading.codes) {
    const auto details = ParseQrPayload(code.payload, text.regions);
    if (!details) continue;
    if (IsOnlyLink(*details)) {
      links.push_back(*details);
    } else {
      builder.AddCode(*details);
    }
  }
  for (const ContactValue& value : text.values)
    builder.AddValue(value);
  for (const ContactDetails& link : links)
    builder.AddLink(link.urls.front());
  std::vector<Labelled> labels = DecideTogether(text.pieces, text.context);
  TellOtherNames(labels);
  for (Labelled& labelled : labels) {
    if (labelled.kind == FieldKind::kName) labelled.text = RepairName(labelled.text, text.context.locals);
    if (labelled.kind == FieldKind::kOrganization)
      labelled.text = RepairOrganization(labelled.text, text.context.domain_labels);
    builder.AddLabelled(labelled);
  }
  for (const Box& place : text.unread)
    builder.AddUnread(place);
  return builder.Finish(text.groups);
}

}  // namespace kith::parse
