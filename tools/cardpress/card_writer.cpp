// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/card_writer.h"

#include <algorithm>

namespace kith::tools {
namespace {

// Fork Awesome's private code points.
constexpr const char* kPhoneIcon = "\uf095";
constexpr const char* kMobileIcon = "\uf10b";
constexpr const char* kFaxIcon = "\uf1ac";
constexpr const char* kMailIcon = "\uf0e0";
constexpr const char* kWebIcon = "\uf0ac";
constexpr const char* kPlaceIcon = "\uf041";
constexpr const char* kHomeIcon = "\uf015";

std::string Cased(const std::string& text, LetterCase letter_case, const std::string& language) {
  if (letter_case == LetterCase::kUpper) return UpperCase(text, language);
  if (letter_case == LetterCase::kLower) return LowerCase(text, language);
  return text;
}

const char* PhoneIcon(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return kMobileIcon;
    case PhoneType::kFax:
      return kFaxIcon;
    case PhoneType::kHome:
      return kHomeIcon;
    default:
      return kPhoneIcon;
  }
}

}  // namespace

void Append(Lines& to, const Lines& more, double space) {
  const std::size_t first = to.size();
  to.insert(to.end(), more.begin(), more.end());
  if (first > 0 && first < to.size()) to[first].space_above += space;
}

CardWriter::CardWriter(Rng& rng, const Identity& person, const Style& style)
    : rng_(rng), person_(person), style_(style) {
  truth_.language = {person.language};
  truth_.country = person.country->region;
  label_emails_ = rng.Chance(0.6);
  label_urls_ = rng.Chance(0.35);
  icons_ = style.labels == LabelForm::kIcons;
}

void CardWriter::UseInks(Ink text, Ink muted, Ink accent) {
  style_.text = text;
  style_.muted = muted;
  style_.accent = accent;
}

Run CardWriter::Text(const std::string& text, ValueRef value) const {
  return {text, style_.body, style_.body_size, style_.text, value};
}

Lines CardWriter::Broken(const std::string& text, ValueRef value, const Typeface& face, double size,
                         Ink ink) const {
  const std::size_t middle = text.find(' ', text.size() / 2 - 1);
  if (text.size() < 26 || middle == std::string::npos) return {{{{text, face, size, ink, value}}}};
  return {{{{text.substr(0, middle), face, size, ink, value}}},
          {{{text.substr(middle + 1), face, size, ink, value}}}};
}

Lines CardWriter::Name() {
  const std::string name = Cased(person_.name, style_.name_case, person_.country->language);
  Typeface face = style_.heading;
  face.small_caps = style_.name_case == LetterCase::kSmallCaps;
  const Ink ink = style_.name_in_accent ? style_.accent : style_.text;
  truth_.name = {name};
  const ValueRef value{ValueKind::kName, 0};
  if (!person_.degree.empty()) {
    const std::string joint = rng_.PickOf<std::string>({", ", ", ", " "});
    truth_.name.push_back(name + joint + person_.degree);
    const bool same_look = rng_.Chance(0.6);
    return {{{{name, face, style_.name_size, ink, value},
              {joint + person_.degree, same_look ? face : style_.body,
               same_look ? style_.name_size : style_.body_size, ink}}}};
  }
  const std::size_t space = name.find(' ');
  if (rng_.Chance(0.06) && space != std::string::npos) {
    return {{{{name.substr(0, space), face, style_.name_size, ink, value}}},
            {{{name.substr(space + 1), face, style_.name_size, ink, value}}}};
  }
  return {{{{name, face, style_.name_size, ink, value}}}};
}

Lines CardWriter::TitleAndDepartmentLines() {
  Lines lines;
  Typeface face = style_.body;
  face.italic = style_.title_italic;
  for (const std::string& title : person_.titles) {
    const ValueRef value{ValueKind::kTitle, truth_.title.size()};
    const std::string text = Cased(title, style_.title_case, person_.language);
    truth_.title.push_back(text);
    const bool wrap = rng_.Chance(0.3);
    Append(lines, wrap ? Broken(text, value, face, style_.title_size, style_.text)
                       : Lines{{{{text, face, style_.title_size, style_.text, value}}}});
  }
  for (const std::string& department : person_.departments) {
    const ValueRef value{ValueKind::kDepartment, truth_.department.size()};
    truth_.department.push_back(department);
    lines.push_back({{{department, style_.body, style_.title_size - 0.3, style_.muted, value}}});
  }
  return lines;
}

Lines CardWriter::Titles() {
  return TitleAndDepartmentLines();
}

Lines CardWriter::NameAndTitles() {
  const double order = rng_.Real(0, 1);
  Lines name = Name();
  Lines titles = TitleAndDepartmentLines();
  const bool one_line = name.size() == 1 && titles.size() == 1 && !person_.titles.empty();
  if (one_line && order < 0.05) {
    const std::string joint = rng_.PickOf<std::string>({" | ", ", ", " · ", " - "});
    Run separator = Text(joint);
    name[0].runs.push_back(separator);
    name[0].runs.push_back(titles[0].runs[0]);
    return name;
  }
  if (order > 0.93 && !titles.empty()) {  // the title first, as many Japanese and French cards have it
    Append(titles, name, 1);
    return titles;
  }
  Append(name, titles, rng_.Real(0, 2.5));
  return name;
}

Lines CardWriter::Organization() {
  Lines lines;
  Typeface face = style_.body;
  face.weight = rng_.PickOf({400, 600, 700});
  for (const auto* organization : {&person_.organization, &person_.second}) {
    if (organization->legal.empty()) continue;
    const bool upper = rng_.Chance(0.12);
    const std::string text = upper ? UpperCase(organization->legal, person_.language) : organization->legal;
    const ValueRef value{ValueKind::kOrg, truth_.org.size()};
    truth_.org.push_back(text);
    lines.push_back({{{text, face, style_.body_size + 0.4, style_.text, value}}});
  }
  return lines;
}

Lines CardWriter::Wordmark(double size, Ink ink, bool second) {
  const tools::Organization& firm = second ? person_.second : person_.organization;
  const double look = rng_.Real(0, 1);
  const LetterCase letter_case = look < 0.35   ? LetterCase::kUpper
                                 : look < 0.5  ? LetterCase::kLower
                                 : look < 0.58 ? LetterCase::kSmallCaps
                                               : LetterCase::kAsWritten;
  const bool script = style_.wordmark.family == "Dancing Script" || style_.wordmark.family == "Lobster Two";
  const std::string text = script ? firm.brand : Cased(firm.brand, letter_case, person_.country->language);
  Typeface face = style_.wordmark;
  face.small_caps = !script && letter_case == LetterCase::kSmallCaps;
  if (!script && letter_case == LetterCase::kUpper && rng_.Chance(0.5)) face.spacing = rng_.Real(0.04, 0.25);
  const ValueRef value{ValueKind::kOrg, truth_.org.size()};
  truth_.org.push_back(text);
  if (text.size() > 18 && rng_.Chance(0.7)) return Broken(text, value, face, size * 0.8, ink);
  return {{{{text, face, size, ink, value}}}};
}

Lines CardWriter::Tagline() {
  if (person_.organization.tagline.empty()) return {};
  Typeface face = style_.body;
  face.italic = rng_.Chance(0.4);
  return {{{{person_.organization.tagline, face, style_.body_size - 0.4, style_.muted}}}};
}

std::string CardWriter::LabelFor(const FictionalPhone& phone) {
  const std::string type{PhoneTypeName(phone.type)};
  const WordTable& words = *person_.words;
  const std::string forms = style_.labels == LabelForm::kLetters ? "letters."
                            : style_.labels == LabelForm::kAfter ? "after."
                                                                 : "label.";
  const std::string key = forms + type;
  // The same label for every phone of a kind, and the plain one mostly.
  const auto& choices = words.All(words.Has(key) ? key : "label." + type);
  return rng_.Chance(0.5) ? choices.front() : rng_.Pick(choices);
}

void CardWriter::RecordPhone(const FictionalPhone& phone, bool labelled) {
  PhoneTruth truth{phone.number, phone.type, {}};
  if (!labelled) {
    truth.type = PhoneType::kWork;
    truth.also = {PhoneType::kOther};
    if (phone.in_mobile_range) truth.also.push_back(PhoneType::kMobile);
  }
  truth_.phone.push_back(truth);
}

std::vector<CardWriter::Labelled> CardWriter::PhoneItems() {
  std::vector<Labelled> items;
  std::map<PhoneType, std::string> words;
  const bool bare_first = rng_.Chance(0.15);
  for (const FictionalPhone& phone : person_.phones) {
    // Unlabelled numbers can't be told from a fax: no card prints a fax without saying so.
    const bool bare = (style_.labels == LabelForm::kNone || (bare_first && items.empty())) && !icons_ &&
                      phone.type != PhoneType::kFax && phone.type != PhoneType::kHome;
    if (!words.contains(phone.type)) words[phone.type] = LabelFor(phone);
    Labelled item{{ValueKind::kPhone, truth_.phone.size()}, phone.number, words[phone.type]};
    item.icon = icons_;
    item.after = style_.labels == LabelForm::kAfter;
    if (icons_) item.label = PhoneIcon(phone.type);
    if (bare) item.label.clear();
    RecordPhone(phone, !bare);
    if (icons_ && phone.type == PhoneType::kHome)
      truth_.phone.back().also = {PhoneType::kWork, PhoneType::kOther};
    items.push_back(item);
  }
  return items;
}

CardWriter::Labelled CardWriter::OnlineItem(ValueRef value, const std::string& text, const char* kind,
                                            const char* letter, const char* icon, double share_labelled) {
  Labelled item{value, text, ""};
  if (icons_) {
    item.label = icon;
    item.icon = true;
  } else if (style_.labels == LabelForm::kLetters && share_labelled > 0) {
    item.label = letter;
  } else if (style_.labels == LabelForm::kWords && share_labelled > 0) {
    item.label = rng_.Pick(person_.words->All(kind));
  }
  return item;
}

std::vector<CardWriter::Labelled> CardWriter::EmailItems() {
  std::vector<Labelled> items;
  for (const std::string& email : person_.emails) {
    items.push_back(OnlineItem({ValueKind::kEmail, truth_.email.size()}, email, "label.email", "E", kMailIcon,
                               label_emails_ ? 1 : 0));
    truth_.email.push_back(email);
  }
  return items;
}

std::vector<CardWriter::Labelled> CardWriter::UrlItems() {
  std::vector<Labelled> items;
  for (const std::string& url : person_.urls) {
    items.push_back(OnlineItem({ValueKind::kUrl, truth_.url.size()}, url, "label.url", "W", kWebIcon,
                               label_urls_ ? 1 : 0));
    truth_.url.push_back(url);
  }
  return items;
}

Run CardWriter::Label(const Labelled& item, bool pad) const {
  Run label = Text("");
  label.ink = style_.label_in_accent ? style_.accent : style_.muted;
  if (item.icon) {
    label.text = item.label;
    label.face = {"forkawesome"};
    label.min_width = 1.6;
    return label;
  }
  if (style_.label_bold) label.face.weight = 700;
  if (item.label.empty()) {
    label.min_width = pad ? (style_.labels == LabelForm::kLetters ? 1.3 : 4.2) : 0;
    return label;
  }
  const bool dotted = item.label.back() == '.' || item.label.back() == '/';
  const std::string end = dotted && style_.label_end != ":" ? "" : style_.label_end;
  label.text = item.label + end + " ";
  if (pad) label.min_width = style_.labels == LabelForm::kLetters ? 1.5 : 4.2;
  return label;
}

Line CardWriter::ItemLine(const Labelled& item, bool pad) const {
  if (item.after) {
    Line line{{Text(item.text, item.value)}};
    if (item.label.empty()) return line;
    Run label = Text(style_.label_end == ":" ? " (" + item.label + ")" : " " + item.label);
    label.ink = style_.muted;
    line.runs.push_back(label);
    return line;
  }
  if (item.label.empty() && !pad) return {{Text(item.text, item.value)}};
  return {{Label(item, pad), Text(item.text, item.value)}};
}

Lines CardWriter::Phones(bool aligned_right) {
  const std::vector<Labelled> items = PhoneItems();
  const bool pad = style_.label_column && !aligned_right && style_.labels != LabelForm::kNone;
  const bool labelled = style_.labels != LabelForm::kNone;
  Lines lines;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Line line = ItemLine(items[i], pad);
    // "Tel … Fax …" on one line, on one card in six.
    if (labelled && items.size() >= 2 && i + 1 < items.size() && lines.empty() && rng_.Chance(0.17)) {
      line.runs.push_back(Text(rng_.PickOf<std::string>({"   ", "  ", " | ", " · ", "  /  "})));
      const Line next = ItemLine(items[++i], false);
      line.runs.insert(line.runs.end(), next.runs.begin(), next.runs.end());
    }
    lines.push_back(line);
  }
  return lines;
}

Lines CardWriter::EmailOnly() {
  Lines lines;
  const bool pad = icons_;
  for (const Labelled& item : EmailItems())
    lines.push_back(ItemLine(item, pad));
  return lines;
}

Lines CardWriter::WebOnly() {
  Lines lines;
  for (const Labelled& item : UrlItems())
    lines.push_back(ItemLine(item, icons_));
  return lines;
}

Lines CardWriter::Online() {
  Lines lines = EmailOnly();
  Append(lines, WebOnly());
  return lines;
}

Lines CardWriter::Contact(bool aligned_right) {
  const bool pad = style_.label_column && !aligned_right && style_.labels != LabelForm::kNone &&
                   style_.labels != LabelForm::kAfter;
  Lines lines;
  if (!pad) {
    lines = Phones(aligned_right);
    Append(lines, Online(), rng_.Chance(0.3) ? 2.5 : 0);
    return lines;
  }
  label_emails_ = label_urls_ = true;
  lines = Phones(aligned_right);
  for (const Labelled& item : EmailItems())
    lines.push_back(ItemLine(item, true));
  for (const Labelled& item : UrlItems())
    lines.push_back(ItemLine(item, true));
  return lines;
}

Lines CardWriter::ContactInline() {
  const std::string joint = rng_.PickOf<std::string>({"  |  ", " | ", "  ·  ", " - ", "  •  ", "   "});
  std::vector<std::vector<Labelled>> rows{PhoneItems(), EmailItems()};
  const std::vector<Labelled> urls = UrlItems();
  rows[1].insert(rows[1].end(), urls.begin(), urls.end());
  Lines lines;
  for (const std::vector<Labelled>& row : rows) {
    Line line;
    for (const Labelled& item : row) {
      if (!line.runs.empty()) line.runs.push_back(Text(joint));
      const Line next = ItemLine(item, false);
      line.runs.insert(line.runs.end(), next.runs.begin(), next.runs.end());
    }
    if (!line.runs.empty()) lines.push_back(line);
  }
  return lines;
}

Lines CardWriter::Address() {
  Lines lines;
  for (const std::vector<std::string>& address : person_.addresses) {
    const ValueRef value{ValueKind::kAddress, truth_.address.size()};
    std::string whole;
    Lines block;
    for (const std::string& part : address) {
      whole += (whole.empty() ? "" : " ") + part;
      block.push_back({{Text(part, value)}});
    }
    if (icons_ && lines.empty() && rng_.Chance(0.6)) {
      block[0].runs.insert(block[0].runs.begin(), Label({{}, "", kPlaceIcon, true}, true));
      const Run indent = Label({{}, "", "", true}, true);
      for (std::size_t i = 1; i < block.size(); ++i)
        block[i].runs.insert(block[i].runs.begin(), indent);
    }
    truth_.address.push_back(whole);
    Append(lines, block, 3);
  }
  return lines;
}

Lines CardWriter::Extras() {
  Lines lines;
  for (const std::string& extra : person_.extras) {
    lines.push_back({{{extra, style_.body, std::max(5.4, style_.body_size - 1.2), style_.muted}}});
  }
  return lines;
}

std::string CardWriter::QrPayload() {
  const std::string phone = person_.phones.empty() ? "" : person_.phones.front().number;
  const std::string email = person_.emails.empty() ? "" : person_.emails.front();
  const double kind = rng_.Real(0, 1);
  if (kind < 0.4) {
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + person_.family + ";" + person_.given +
           "\r\nFN:" + person_.name + "\r\nORG:" + person_.organization.legal + "\r\nTEL:" + phone +
           "\r\nEMAIL:" + email + "\r\nEND:VCARD\r\n";
  }
  if (kind < 0.6)
    return "MECARD:N:" + person_.family + "," + person_.given + ";TEL:" + phone + ";EMAIL:" + email + ";;";
  return "https://www." + person_.organization.host + "/";
}

}  // namespace kith::tools
