// SPDX-License-Identifier: Apache-2.0
#include "exchange/people_page.h"

#include "exchange/base64.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>Follow-ups</title>
<style>
@page { margin: 15mm 14mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0 auto; max-width: 182mm; padding: 0 4mm; font: 10pt/1.35 "Inter", "Noto Sans", "Noto Sans CJK JP", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 19pt; line-height: 1.2; margin: 6mm 0 1mm; }
h2 { font-size: 14pt; line-height: 1.25; margin: 8mm 0 0; padding-bottom: 1.5mm; border-bottom: 0.6mm solid #000; break-after: avoid; }
h2 small { font-size: 10.5pt; font-weight: normal; }
h3 { font-size: 12pt; line-height: 1.25; margin: 0; }
p { margin: 0.3mm 0 0; }
.lead { margin: 0; }
.person { display: grid; grid-template-columns: 42mm 1fr; column-gap: 6mm; padding: 3mm 0; border-bottom: 0.2mm solid #777; break-inside: avoid; }
.person img { display: block; max-width: 42mm; max-height: 36mm; border: 0.25mm solid #888; }
.nothing { width: 42mm; height: 25mm; border: 0.2mm dashed #777; }
.talked { margin-top: 1mm; max-height: 60mm; overflow: hidden; white-space: pre-line; }
ul { list-style: none; margin: 1.2mm 0 0; padding: 0; }
li { margin-top: 0.8mm; }
label { display: grid; grid-template-columns: 4.6mm auto 1fr; column-gap: 2.2mm; align-items: start; }
time { font-weight: 600; white-space: nowrap; }
input { appearance: none; -webkit-appearance: none; width: 4.4mm; height: 4.4mm; margin: 0.3mm 0 0; border: 0.35mm solid #000; border-radius: 0.6mm; background: #fff; }
input:checked::after { content: "\2713"; display: block; font: 700 4.2mm/3.6mm sans-serif; text-align: center; }
.line { grid-column: 2 / 4; border-bottom: 0.2mm solid #777; height: 5mm; }
@media print { body { max-width: none; padding: 0; } h1 { margin-top: 0; } }
@media (max-width: 120mm) { .person { grid-template-columns: 1fr; row-gap: 3mm; } }
</style>
</head>
<body>
)";

/// Nothing for an empty text. The browser finds out which way a name is written.
std::string Paragraph(std::string_view text, const char* attributes = "") {
  if (text.empty()) return {};
  return std::string("<p dir=\"auto\"") + attributes + ">" + HtmlText(text) + "</p>\n";
}

std::string Picture(const std::optional<EncodedImage>& picture, const std::string& name) {
  if (!picture) return "<div class=\"nothing\"></div>\n";
  return "<img alt=\"Card of " + HtmlText(name) + "\" src=\"data:image/jpeg;base64," +
         Base64(picture->bytes) + "\">\n";
}

std::string Boxes(const std::vector<ToDo>& to_do) {
  std::string out = "<ul>\n";
  for (const ToDo& one : to_do) {
    const std::string day = FormatDay(one.day);
    out += "<li><label><input type=\"checkbox\"><time datetime=\"" + day + "\">" + day +
           "</time><span dir=\"auto\">" + HtmlText(one.text) + "</span></label></li>\n";
  }
  if (to_do.empty()) out += "<li><label><input type=\"checkbox\"><span class=\"line\"></span></label></li>\n";
  return out + "</ul>\n";
}

std::string PersonHtml(const ListedPerson& person, const std::optional<EncodedImage>& picture) {
  std::string html = "<article class=\"person\">\n" + Picture(picture, person.name) +
                     "<div>\n<h3 dir=\"auto\">" + HtmlText(person.name) + "</h3>\n" +
                     Paragraph(person.about) + Paragraph(Join({person.met, person.reach}, " \u00B7 "));
  std::string talked;
  for (const std::string& text : person.talked_about)
    talked += (talked.empty() ? "" : "\n") + text;
  return html + Paragraph(talked, " class=\"talked\"") + Boxes(person.to_do) + "</div>\n</article>\n";
}

std::string EventHtml(const ListedEvent& event) {
  std::string html = "<section>\n<h2 dir=\"auto\">" + HtmlText(event.name);
  if (!event.place.empty()) html += " <small>" + HtmlText(event.place) + "</small>";
  return html + "</h2>\n";
}

}  // namespace

std::string HtmlText(std::string_view text) {
  std::string html;
  for (const char c : CleanText(text)) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

Result<void> WritePeoplePage(std::span<const ListedEvent> events, Day today, const PictureOf& picture_of,
                             const AddBytes& add) {
  std::size_t people = 0;
  for (const ListedEvent& event : events)
    people += event.people.size();
  Result<void> written =
      add(std::string(kHead) + "<h1>Follow-ups</h1>\n<p class=\"lead\">" + FormatDay(today) + ", " +
          std::to_string(people) + (people == 1 ? " person" : " people") + "</p>\n");
  for (const ListedEvent& event : events) {
    if (written) written = add(EventHtml(event));
    for (const ListedPerson& person : event.people) {
      if (!written) return written;
      written = add(PersonHtml(person, picture_of(*person.contact)));
    }
    if (written) written = add("</section>\n");
  }
  return written ? add("</body>\n</html>\n") : written;
}

}  // namespace kith::exchange
