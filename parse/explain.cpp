// SPDX-License-Identifier: Apache-2.0
#include "parse/explain.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/text.h"
#include "parse/card_model.h"
#include "parse/card_text.h"
#include "parse/signs.h"

namespace kith::parse {
namespace {

constexpr std::size_t kMostHypotheses = 6;

std::vector<std::pair<std::string, double>> ReasonsOf(const Signs& signs) {
  std::vector<std::pair<std::string, double>> reasons;
  for (const auto& [sign, name] : kSignNames) {
    if (signs.amount(sign) == 0) continue;
    Signs alone;
    alone.Add(sign, signs.amount(sign));
    reasons.emplace_back(name, Score(alone));
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  return reasons;
}

Hypothesis Describe(FieldKind kind, const Piece& piece, const Signs& signs) {
  return {kind, piece.text, piece.box, Score(signs), false, ReasonsOf(signs)};
}

/// The best candidates; `value` was chosen.
std::vector<Hypothesis> BestOf(FieldKind kind, const std::vector<Candidate>& candidates,
                               const std::string& value) {
  std::vector<Hypothesis> best;
  for (const Candidate& candidate : candidates) {
    best.push_back(Describe(kind, candidate.piece, candidate.signs));
    best.back().chosen = FoldToAlnum(candidate.piece.text) == FoldToAlnum(value);
  }
  std::stable_sort(best.begin(), best.end(), [](const Hypothesis& a, const Hypothesis& b) {
    return std::pair(a.chosen, a.score) > std::pair(b.chosen, b.score);
  });
  if (best.size() > kMostHypotheses) best.resize(kMostHypotheses);
  return best;
}

const Candidate& ChosenName(const CardModel& model, const std::string& name) {
  for (const Candidate& candidate : model.names()) {
    if (!candidate.parts.empty() && FoldToAlnum(candidate.piece.text) == FoldToAlnum(name)) return candidate;
  }
  return model.names().back();
}

bool IsValueOf(const Draft& draft, FieldKind kind, const std::string& text) {
  const std::string folded = FoldToAlnum(text);
  return std::any_of(draft.fields.begin(), draft.fields.end(), [&](const Field& field) {
    return field.kind == kind && FoldToAlnum(field.value).find(folded) != std::string::npos;
  });
}

std::vector<std::vector<Hypothesis>> OthersOf(const CardText& card, const CardModel& model,
                                              const Draft& draft) {
  std::vector<std::vector<Hypothesis>> others;
  const Candidate& name = ChosenName(model, draft.details.name.full);
  for (std::size_t i = 0; i < card.pieces.size(); ++i) {
    std::vector<Hypothesis> of_piece;
    for (const FieldKind kind : kOtherKinds) {
      of_piece.push_back(Describe(kind, card.pieces[i], model.SignsOf(i, kind, name, false)));
      of_piece.back().chosen = IsValueOf(draft, kind, card.pieces[i].text);
    }
    others.push_back(std::move(of_piece));
  }
  return others;
}

std::vector<LineReadings> LinesOf(const CardText& card, const Reading& reading) {
  std::vector<LineReadings> lines;
  for (const LineGroup& group : card.groups) {
    LineReadings line{group.box, {}};
    for (const Run& run : group.runs)
      line.readings.push_back({reading.passes[run.pass].name, run.Text(), run.confidence});
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Explanation ExplainCard(const Reading& reading, const ParseOptions& options) {
  const CardText card = TextOfCard(reading, options.region);
  const CardModel model(card.pieces, card.context);
  Explanation explanation;
  explanation.draft = ParseCard(reading, options);
  const ContactDetails& details = explanation.draft.details;
  explanation.regions = card.regions;
  explanation.lines = LinesOf(card, reading);
  for (const ContactValue& value : card.values) {
    explanation.values.push_back({value.kind, value.value, value.value_box, value.quality, value.support,
                                  value.confidence, value.labelled, value.confirmed});
  }
  explanation.names = BestOf(FieldKind::kName, model.names(), details.name.full);
  explanation.organizations = BestOf(FieldKind::kOrganization, model.organizations(), details.organization);
  explanation.others = OthersOf(card, model, explanation.draft);
  return explanation;
}

}  // namespace kith::parse
