// SPDX-License-Identifier: Apache-2.0
#include "parse/decide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/text.h"
#include "parse/addresses.h"
#include "parse/candidates.h"
#include "parse/card_model.h"

namespace kith::parse {
namespace {

/// The best kind of a piece that is neither name nor organization.
struct Rest {
  FieldKind kind = FieldKind::kNote;
  double score = 0;
  double margin = 0;  ///< to the second best
};

Rest BestOf(const std::array<double, kOtherKinds.size()>& scores) {
  Rest rest;
  rest.score = -1e9;
  double second = -1e9;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > rest.score) {
      second = rest.score;
      rest.score = scores[i];
      rest.kind = kOtherKinds[i];
    } else {
      second = std::max(second, scores[i]);
    }
  }
  rest.margin = rest.score - second;
  return rest;
}

class Decision {
 public:
  Decision(const std::vector<Piece>& pieces, const CardContext& context)
      : pieces_(pieces),
        model_(pieces, context),
        names_(model_.names()),
        organizations_(model_.organizations()) {}

  std::vector<Labelled> Labels() {
    Choose();
    std::vector<Labelled> labels;
    AddChosen(names_[best_name_], FieldKind::kName, name_posterior_, labels);
    AddChosen(organizations_[best_organization_], FieldKind::kOrganization, organization_posterior_, labels);
    AddRest(labels);
    return labels;
  }

 private:
  /// What every piece would be if `name` were the name.
  std::vector<Rest> RestFor(const Candidate& name) const {
    std::vector<Rest> rest;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      bool below_title = false;
      for (std::size_t j = 0; j < i && !below_title; ++j)
        below_title = rest[j].kind == FieldKind::kTitle && IsRightBelow(pieces_[j], pieces_[i], 1.0);
      std::array<double, kOtherKinds.size()> scores{};
      for (std::size_t kind = 0; kind < scores.size(); ++kind)
        scores[kind] = Score(model_.SignsOf(i, kOtherKinds[kind], name, below_title));
      rest.push_back(BestOf(scores));
    }
    return rest;
  }

  void Choose() {
    std::vector<std::vector<double>> totals(names_.size());
    double best = -1e9;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const std::vector<Rest> rest = RestFor(names_[n]);
      double sum = 0;
      for (const Rest& piece : rest)
        sum += piece.score;
      for (const std::size_t part : names_[n].parts)
        sum -= rest[part].score;
      for (std::size_t o = 0; o < organizations_.size(); ++o) {
        double total = sum + names_[n].score + organizations_[o].score;
        for (const std::size_t part : organizations_[o].parts)
          total -= rest[part].score;
        if (ShareParts(names_[n], organizations_[o])) total = -1e9;
        totals[n].push_back(total);
        if (total <= best) continue;
        best = total;
        best_name_ = n;
        best_organization_ = o;
        rest_ = rest;
      }
    }
    Marginals(totals, best);
  }

  /// How much of the probability of all ways lies on those with the chosen name, and the chosen organization.
  void Marginals(const std::vector<std::vector<double>>& totals, double best) {
    double all = 0;
    double name = 0;
    double organization = 0;
    for (std::size_t n = 0; n < totals.size(); ++n) {
      for (std::size_t o = 0; o < totals[n].size(); ++o) {
        const double share = std::exp(totals[n][o] - best);
        all += share;
        if (FoldToAlnum(names_[n].piece.text) == FoldToAlnum(names_[best_name_].piece.text)) name += share;
        if (FoldToAlnum(organizations_[o].piece.text) ==
            FoldToAlnum(organizations_[best_organization_].piece.text))
          organization += share;
      }
    }
    name_posterior_ = name / all;
    organization_posterior_ = organization / all;
  }

  static Labelled Describe(const Piece& piece, FieldKind kind, double posterior) {
    Labelled labelled;
    labelled.kind = kind;
    labelled.text = piece.text;
    labelled.box = piece.box;
    labelled.posterior = posterior;
    labelled.confidence = piece.confidence;
    labelled.agreement = piece.agreement;
    return labelled;
  }

  void AddChosen(const Candidate& chosen, FieldKind kind, double posterior, std::vector<Labelled>& labels) {
    if (chosen.piece.text.empty()) return;
    labels.push_back(Describe(chosen.piece, kind, posterior));
    for (const std::size_t part : chosen.parts)
      used_.push_back(part);
    if (chosen.rest.empty()) return;
    Labelled title = Describe(chosen.piece, FieldKind::kTitle, posterior);
    title.text = WithoutNumberBehind(chosen.rest);
    title.box = pieces_[chosen.parts.front()].box;
    labels.push_back(std::move(title));
  }

  /// Whether the title on `a` goes on in `b`: "Director, Sales &" / "Marketing".
  static bool GoesOn(const std::string& a, const std::string& b) {
    const std::vector<Token> first = Tokenize(a);
    const std::vector<Token> second = Tokenize(b);
    if (first.empty() || second.empty()) return false;
    constexpr std::array<std::string_view, 9> kLinks = {"",   "of",  "for", "and", "in",
                                                        "de", "und", "et",  "the"};
    const auto links = [&](const std::string& word) {
      return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
    };
    const bool open_end =
        first.back().comma || a.ends_with('/') || a.ends_with('-') || links(first.back().folded);
    const bool lower =
        LowerCase(b.substr(0, 1)) == b.substr(0, 1) && LowerCase(a.substr(0, 1)) != a.substr(0, 1);
    return open_end || links(second.front().folded) || lower;
  }

  /// "Director, Sales &": whatever comes next belongs to it.
  static bool HasOpenEnd(const std::string& text) {
    return text.ends_with('&') || text.ends_with('/') || text.ends_with(" and") || text.ends_with(" of");
  }

  /// A line with a street and a number, below an address that has had its postcode.
  static bool BeginsNewAddress(const Labelled& above, const Piece& piece) {
    constexpr double kStreetAndNumber = 1.2;
    return above.kind == FieldKind::kAddress && HasPostcode(above.text) &&
           AddressEvidence(piece.text, piece.tokens) >= kStreetAndNumber && HasDigitIn(piece.text);
  }

  static bool HasDigitIn(const std::string& text) {
    return text.find_first_of("0123456789") != std::string::npos;
  }

  /// "Owner, License #12345": the number behind the title isn't part of it.
  static std::string WithoutNumberBehind(const std::string& title) {
    const std::size_t comma = title.find(", ");
    const bool number =
        comma != std::string::npos && HasDigitIn(title.substr(comma)) && !HasDigitIn(title.substr(0, comma));
    return number ? title.substr(0, comma) : title;
  }

  void AddRest(std::vector<Labelled>& labels) const {
    std::vector<std::pair<std::size_t, std::size_t>> placed;  // piece, label
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (std::find(used_.begin(), used_.end(), i) != used_.end()) continue;
      const Rest& rest = rest_[i];
      const double posterior = 1 / (1 + std::exp(-rest.margin));
      const auto above = std::find_if(placed.rbegin(), placed.rend(), [&](const auto& there) {
        const Labelled& label = labels[there.second];
        if (!IsRightBelow(pieces_[there.first], pieces_[i], 1.2)) return false;
        if (label.kind == FieldKind::kTitle && rest.kind != FieldKind::kAddress && HasOpenEnd(label.text))
          return true;
        if (label.kind != rest.kind || BeginsNewAddress(label, pieces_[i])) return false;
        return rest.kind == FieldKind::kAddress ||
               (rest.kind == FieldKind::kTitle && GoesOn(label.text, pieces_[i].text));
      });
      if (above != placed.rend()) {
        Append(labels[above->second], pieces_[i], posterior);
        placed.emplace_back(i, above->second);
      } else {
        placed.emplace_back(i, labels.size());
        labels.push_back(Describe(pieces_[i], rest.kind, posterior));
        if (rest.kind == FieldKind::kTitle) labels.back().text = WithoutNumberBehind(labels.back().text);
      }
    }
  }

  static void Append(Labelled& label, const Piece& piece, double posterior) {
    while (!label.text.empty() && label.kind == FieldKind::kAddress &&
           std::string_view(" ,;-").find(label.text.back()) != std::string_view::npos)
      label.text.pop_back();
    label.text += (label.kind == FieldKind::kAddress ? ", " : " ") + piece.text;
    label.box = Union(label.box, piece.box);
    label.posterior = std::min(label.posterior, posterior);
    label.confidence = std::min(label.confidence, piece.confidence);
    label.agreement = std::min(label.agreement, piece.agreement);
  }

  const std::vector<Piece>& pieces_;
  const CardModel model_;
  const std::vector<Candidate>& names_;
  const std::vector<Candidate>& organizations_;
  std::vector<Rest> rest_;
  std::vector<std::size_t> used_;
  std::size_t best_name_ = 0;
  std::size_t best_organization_ = 0;
  double name_posterior_ = 0;
  double organization_posterior_ = 0;
};

}  // namespace

std::vector<Labelled> DecideTogether(const std::vector<Piece>& pieces, const CardContext& context) {
  return Decision(pieces, context).Labels();
}

}  // namespace kith::parse
