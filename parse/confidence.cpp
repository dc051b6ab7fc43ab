// SPDX-License-Identifier: Apache-2.0
#include "parse/confidence.h"

#include <algorithm>
#include <cmath>

#include "core/draft.h"

namespace kith::parse {
namespace {

constexpr double kCutOff = 0.3;  // confidence of what touches the edge, times what it would have otherwise

double Logistic(double x) {
  return 1 / (1 + std::exp(-x));
}

}  // namespace

bool TouchesEdge(const Box& box, int card_width) {
  const int margin = std::max(2, card_width / 200);
  return !box.empty() && card_width > 0 && (box.x <= margin - 1 || box.right() >= card_width - margin + 1);
}

double ConfidenceOf(const ContactValue& value, int card_width) {
  double x = -4.2 + 2.6 * value.quality + 2.2 * value.support + 2.2 * value.confidence;
  if (value.kind != FieldKind::kPhone) x -= 0.3;
  if (value.confirmed) x += 0.6;
  if (value.labelled) x += 0.3;
  const double confidence = Logistic(x);
  return TouchesEdge(value.value_box, card_width) ? kCutOff * confidence : confidence;
}

double ConfidenceOf(const Labelled& labelled, int card_width) {
  double x = -4.0 + 3.2 * labelled.posterior + 1.6 * labelled.confidence + 1.4 * labelled.agreement;
  if (labelled.inferred) x = -3.0 + 3.2 * labelled.posterior;
  const double confidence = Logistic(x);
  return TouchesEdge(labelled.box, card_width) ? kCutOff * confidence : confidence;
}

}  // namespace kith::parse
