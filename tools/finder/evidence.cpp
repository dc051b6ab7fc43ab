// SPDX-License-Identifier: Apache-2.0
// Prints what the card finder sees of each thing that might be a card, in pictures of which the truth is
// known, for fit.py to learn from.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <opencv2/core/utility.hpp>

#include "capture/card_finder.h"
#include "capture/card_likeness.h"
#include "capture/card_verifier.h"
#include "capture/corner_refiner.h"
#include "capture/quad.h"
#include "capture/quad_candidates.h"
#include "capture/quad_evidence.h"
#include "capture/rectify.h"
#include "capture/work_picture.h"
#include "imaging/codec.h"
#include "imaging/mat.h"
#include "tools/cardpress/true_corners.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

/// A quad this near to a card, as a share of its diagonal, is the card; one farther than kOther is something
/// else. What lies between is neither.
constexpr double kRight = 0.015, kOther = 0.03;

double Error(const Quad& quad, const std::vector<Quad>& cards) {
  double least = std::numeric_limits<double>::infinity();
  for (const Quad& card : cards)
    least = std::min(least, capture::CornerError(quad, card));
  return least;
}

/// Whether the quad is on a card, or around one, without being its outline: what is inside tells little then.
bool IsPartOf(const Quad& quad, const std::vector<Quad>& cards) {
  return Error(quad, cards) > kRight && std::ranges::any_of(cards, [&](const Quad& card) {
           return capture::Contains(card, capture::Centre(quad)) ||
                  capture::Contains(quad, capture::Centre(card));
         });
}

template <typename Values>
void PrintRow(const std::string& picture, double error, const Values& values) {
  if (error > kRight && error < kOther) return;
  std::cout << picture << '\t' << (error <= kRight ? 1 : 0);
  for (const double value : values)
    std::cout << '\t' << value;
  std::cout << '\n';
}

template <typename Names>
void PrintHead(const Names& names) {
  std::cout << "picture\tcard";
  for (const char* name : names)
    std::cout << '\t' << name;
  std::cout << '\n';
}

/// All that the finder weighs closely, and the corners that it would give them.
template <typename Visit>
void ForQuads(const Image& picture, const Visit& visit) {
  constexpr double kStep = 2;  // pixels, as the finder's close look
  const capture::WorkPicture work = capture::MakeWorkPicture(picture);
  const double smallest = capture::FinderOptions{}.smallest_area;
  std::vector<Quad> quads = capture::QuadsFromLines(work, smallest);
  const std::vector<Quad> regions = capture::QuadsFromRegions(work, smallest);
  quads.insert(quads.end(), regions.begin(), regions.end());
  const double trust = capture::TableTrust(work);
  for (const Quad& quad : quads) {
    const Quad refined =
        capture::RefineCorners(imaging::ViewAsMat(picture), capture::Scaled(quad, work.scale),
                               std::max(3.0, 2 * work.scale))
            .corners;
    visit(capture::InOrder(refined), capture::Weigh(work, capture::InOrder(quad), kStep), trust);
  }
}

void PrintOutlines(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kLeastEdge = 0.5;  // less is never chosen
  ForQuads(picture, [&](const Quad& corners, const capture::Evidence& evidence, double trust) {
    if (evidence.edge >= kLeastEdge) PrintRow(name, Error(corners, cards), evidence.Features(trust));
  });
}

struct Outline {
  Quad corners;
  double confidence;
};

/// One of each place, as the finder looks inside of: the best.
void PrintInsides(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kLeastConfidence = 0.1, kSame = 0.06;
  constexpr std::size_t kMost = 12;
  std::vector<Outline> outlines;
  ForQuads(picture, [&](const Quad& corners, const capture::Evidence& evidence, double trust) {
    outlines.push_back({corners, evidence.Confidence(trust)});
  });
  std::ranges::sort(outlines, std::greater<>(), &Outline::confidence);
  std::vector<Quad> looked_at;
  for (const Outline& outline : outlines) {
    if (outline.confidence < kLeastConfidence || looked_at.size() == kMost) break;
    const auto same = [&](const Quad& other) { return capture::CornerError(outline.corners, other) < kSame; };
    if (std::ranges::any_of(looked_at, same)) continue;
    looked_at.push_back(outline.corners);
    if (IsPartOf(outline.corners, cards)) continue;
    const auto likeness = capture::LookInside(imaging::ViewAsMat(picture), outline.corners);
    PrintRow(name, Error(outline.corners, cards), likeness.Features(outline.confidence));
  }
}

/// What the gate would take if it lay still.
void PrintCaptures(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kLeastSide = 300;  // pixels: cards of photographs are fewer than those that come near
  const capture::FinderOptions live = {.may_be_whole_picture = false,
                                       .least_likeness = capture::FinderOptions::kAvoidsOthers};
  for (const capture::FoundCard& found : capture::FindCards(picture, live)) {
    if (IsPartOf(found.corners, cards)) continue;
    if (capture::Distance(found.corners[0], found.corners[1]) < kLeastSide) continue;
    const Image card = capture::RectifyGray(picture, found.corners);
    const auto evidence = capture::VerifyCard(picture, found.corners, imaging::ViewAsMat(card));
    PrintRow(name, Error(found.corners, cards), evidence.Features(found.confidence));
  }
}

using Print = void (*)(const std::string& name, const Image& picture, const std::vector<Quad>& cards);

void PrintAll(const fs::path& folder, Print print) {
  std::ifstream in(folder / "truth.json");
  const auto truths = nlohmann::json::parse(in);
  for (const auto& [name, truth] : truths.items()) {
    const Result<Image> picture = imaging::LoadPicture(folder / name);
    if (!picture) throw std::runtime_error(picture.error().message);
    print((folder / name).string(), *picture, tools::TrueCorners(truth));
  }
}

int Run(const std::vector<std::string>& arguments) {
  const std::string kind = arguments.size() > 1 ? arguments[0] : "";
  Print print = nullptr;
  if (kind == "--outlines") {
    print = PrintOutlines;
    PrintHead(capture::Evidence::kFeatureNames);
  } else if (kind == "--insides") {
    print = PrintInsides;
    PrintHead(capture::CardLikeness::kFeatureNames);
  } else if (kind == "--captures") {
    print = PrintCaptures;
    PrintHead(capture::CardEvidence::FeatureNames());
  } else {
    std::cerr << "usage: kith_finder_evidence --outlines|--insides|--captures FOLDER...\n";
    return 2;
  }
  std::for_each(arguments.begin() + 1, arguments.end(),
                [&](const std::string& folder) { PrintAll(folder, print); });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  cv::setNumThreads(1);
  try {
    return Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
