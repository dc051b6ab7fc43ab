// SPDX-License-Identifier: Apache-2.0
#include "app/explanation_page.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "core/draft.h"
#include "core/text.h"

namespace kith::app {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>How Kith read these cards</title>
<meta name="viewport" content="width=device-width">
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c2330; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 3rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
svg { width: 100%; max-width: 60rem; border: 1px solid #c9d0da; display: block; }
rect { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; } rect:hover { fill: #ffd54a44; }
.line { stroke: #9aa4b2; stroke-dasharray: 3 3; stroke-width: 1; } .sure { stroke: #14803c; } .doubtful { stroke: #c2410c; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #e6e9ee; }
th { font-weight: 600; color: #4a5565; } td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.hypotheses td:nth-child(1) { width: 34%; } .hypotheses td:nth-child(2) { width: 9rem; } .hypotheses td:nth-child(3) { width: 5rem; }
tbody + tbody tr:first-child td { border-top: 2px solid #9aa4b2; }
.chosen { background: #e8f6ec; } .reasons { color: #4a5565; font-size: .9em; }
</style></head><body>
<h1>How Kith read these cards</h1>
<p>Boxes: green, a field that is sure; orange, one that a person should check; dashed, a line of text. Scores are natural
logarithms of how much likelier the text becomes that kind of field; the reasons are the signs of <code>parse/signs.h</code> with what
each adds.</p>
)";

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : NormalizeText(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// RFC 4648, section 4.
std::string Base64(const std::vector<std::uint8_t>& bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = bytes.size() - i;
    const std::uint32_t three = (std::uint32_t{bytes[i]} << 16) |
                                (left > 1 ? std::uint32_t{bytes[i + 1]} << 8 : 0) |
                                (left > 2 ? std::uint32_t{bytes[i + 2]} : 0);
    text += kLetters[three >> 18];
    text += kLetters[(three >> 12) & 63];
    text += left > 1 ? kLetters[(three >> 6) & 63] : '=';
    text += left > 2 ? kLetters[three & 63] : '=';
  }
  return text;
}

class Page {
 public:
  Page() : html_(kHead) {}

  void Add(const ExplainedCard& card) {
    Write("<h2>{}</h2>\n", Escaped(card.source));
    AddPicture(card);
    AddFields(card.explanation);
    AddLines(card.explanation);
    AddValues(card.explanation);
    AddHypotheses("Which line is the name", {card.explanation.names});
    AddHypotheses("Which line is the organization", {card.explanation.organizations});
    AddHypotheses("What the other lines are", card.explanation.others);
  }

  std::string Finish() { return std::move(html_) + "</body></html>\n"; }

 private:
  template <typename... Arguments>
  void Write(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(html_), format, std::forward<Arguments>(arguments)...);
  }

  void AddBox(const Box& box, std::string_view style, const std::string& title) {
    if (box.empty()) return;
    Write(R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>)", style, box.x,
          box.y, box.width, box.height, Escaped(title));
    html_ += '\n';
  }

  void AddPicture(const ExplainedCard& card) {
    Write(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"The card with the boxes of what was read\">\n",
        card.width, card.height);
    Write("<image width=\"{}\" height=\"{}\" href=\"data:{};base64,{}\"/>\n", card.width, card.height,
          Escaped(card.card.media_type), Base64(card.card.bytes));
    for (const parse::LineReadings& line : card.explanation.lines)
      AddBox(line.box, "line", line.readings.empty() ? "" : line.readings.front().text);
    for (const Field& field : card.explanation.draft.fields) {
      AddBox(field.box, field.confidence < kDoubtful ? "doubtful" : "sure",
             std::string(FieldKindName(field.kind)) + ": " + field.value);
    }
    html_ += "</svg>\n";
  }

  void AddFields(const parse::Explanation& explanation) {
    html_ += "<h3>Fields</h3>\n<table><tr><th>field</th><th>value</th><th>confidence</th></tr>\n";
    for (const Field& field : explanation.draft.fields) {
      Write("<tr><td>{}</td><td>{}</td><td class=\"number\">{:.2f}</td></tr>\n", FieldKindName(field.kind),
            Escaped(field.value), field.confidence);
    }
    html_ += "</table>\n<p>Countries that the card points to: ";
    for (std::size_t i = 0; i < explanation.regions.size(); ++i)
      Write("{}{}", i == 0 ? "" : ", ", Escaped(explanation.regions[i]));
    html_ += "</p>\n";
  }

  void AddLines(const parse::Explanation& explanation) {
    html_ +=
        "<h3>Lines, as each pass read "
        "them</h3>\n<table><tr><th>pass</th><th>text</th><th>confidence</th></tr>\n";
    for (const parse::LineReadings& line : explanation.lines) {
      std::string_view style = R"( class="chosen")";
      for (const parse::LineReadings::OfPass& reading : line.readings) {
        Write("<tr{}><td>{}</td><td>{}</td><td class=\"number\">{:.2f}</td></tr>\n", style,
              Escaped(reading.pass), Escaped(reading.text), reading.confidence);
        style = "";
      }
    }
    html_ += "</table>\n";
  }

  void AddValues(const parse::Explanation& explanation) {
    html_ +=
        "<h3>Phone numbers, e-mail and web "
        "addresses</h3>\n<table><tr><th>field</th><th>value</th><th>validator</th>"
        "<th>passes that agree</th><th>letters</th><th>besides</th></tr>\n";
    for (const parse::ValueEvidence& value : explanation.values) {
      Write(
          "<tr><td>{}</td><td>{}</td><td class=\"number\">{:.2f}</td><td class=\"number\">{:.2f}</td>"
          "<td class=\"number\">{:.2f}</td><td>{}{}</td></tr>\n",
          FieldKindName(value.kind), Escaped(value.value), value.quality, value.support, value.confidence,
          value.labelled ? "has a label " : "", value.confirmed ? "another value has its domain" : "");
    }
    html_ += "</table>\n";
  }

  /// One table; each of `groups` is about one line of the card or one field.
  void AddHypotheses(std::string_view heading, const std::vector<std::vector<parse::Hypothesis>>& groups) {
    Write(
        "<h3>{}</h3>\n<table "
        "class=\"hypotheses\"><tr><th>text</th><th>as</th><th>score</th><th>reasons</th></tr>\n",
        heading);
    for (const std::vector<parse::Hypothesis>& group : groups) {
      html_ += "<tbody>\n";
      std::string_view text_before;
      for (const parse::Hypothesis& hypothesis : group) {
        AddHypothesis(hypothesis, !hypothesis.text.empty() && hypothesis.text == text_before);
        text_before = hypothesis.text;
      }
      html_ += "</tbody>\n";
    }
    html_ += "</table>\n";
  }

  void AddHypothesis(const parse::Hypothesis& hypothesis, bool same_text) {
    const std::string text = hypothesis.text.empty() ? "(none of the lines)" : Escaped(hypothesis.text);
    Write("<tr{}><td>{}</td><td>{}</td><td class=\"number\">{:+.2f}</td><td class=\"reasons\">",
          hypothesis.chosen ? R"( class="chosen")" : "", same_text ? "" : text,
          FieldKindName(hypothesis.kind), hypothesis.score);
    for (const auto& [sign, amount] : hypothesis.reasons)
      Write("{} {:+.2f} &nbsp; ", Escaped(sign), amount);
    html_ += "</td></tr>\n";
  }

  std::string html_;
};

}  // namespace

std::string ExplanationPage(const std::vector<ExplainedCard>& cards) {
  Page page;
  for (const ExplainedCard& card : cards)
    page.Add(card);
  return page.Finish();
}

}  // namespace kith::app
