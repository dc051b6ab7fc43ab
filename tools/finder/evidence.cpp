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
#include <opencv2/videoio.hpp>

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

/// A quad as near as `right` to a card, as a share of its diagonal, is the card; one farther than `other` is
/// something else. What lies between is neither.
struct Bounds {
  double right = 0.015, other = 0.03;
};
/// Of rivals at the same place those that are hardly farther are wrong, too.
constexpr Bounds kOfRivals = {0.015, 0.018};
/// About as much as a bowed edge takes, and clearly more.
constexpr Bounds kOfPlaces = {0.007, 0.011};

double Error(const Quad& quad, const std::vector<Quad>& cards) {
  double least = std::numeric_limits<double>::infinity();
  for (const Quad& card : cards)
    least = std::min(least, capture::CornerError(quad, card));
  return least;
}

/// Whether the quad is on a card, or around one, without being its outline: what is inside tells little then.
bool IsPartOf(const Quad& quad, const std::vector<Quad>& cards) {
  return Error(quad, cards) > Bounds{}.right && std::ranges::any_of(cards, [&](const Quad& card) {
           return capture::Contains(card, capture::Centre(quad)) ||
                  capture::Contains(quad, capture::Centre(card));
         });
}

template <typename Values>
void PrintRow(const std::string& picture, double error, const Values& values, const Bounds& bounds = {}) {
  if (error > bounds.right && error < bounds.other) return;
  std::cout << picture << '\t' << (error <= bounds.right ? 1 : 0);
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
  std::vector<Quad> quads = capture::QuadsFromLines(capture::FindLines(work), work.size(), smallest);
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
  capture::Evidence evidence;
  double table_trust, confidence, close_odds;
};

/// All that are worth a close look.
std::vector<Outline> Outlines(const Image& picture) {
  constexpr double kLeastConfidence = 0.05, kMostArea = 0.93;
  std::vector<Outline> outlines;
  ForQuads(picture, [&](const Quad& corners, const capture::Evidence& evidence, double trust) {
    const double confidence = evidence.Confidence(trust);
    if (confidence < kLeastConfidence || evidence.area > kMostArea) return;
    outlines.push_back({corners, evidence, trust, confidence, evidence.CloseOdds(trust)});
  });
  return outlines;
}

/// The best of them, one of each place that is `same` or nearer to another, as a share of the diagonal.
std::vector<Outline> BestOf(std::vector<Outline> outlines, double Outline::*by, double same,
                            std::size_t most) {
  std::ranges::sort(outlines, std::greater<>(), by);
  std::vector<Outline> best;
  for (const Outline& outline : outlines) {
    if (best.size() == most) break;
    const auto is_same = [&](const Outline& other) {
      return capture::CornerError(outline.corners, other.corners) < same;
    };
    if (std::ranges::none_of(best, is_same)) best.push_back(outline);
  }
  return best;
}

/// All of them that differ by more than a pixel or two.
void PrintRivals(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kSame = 0.004;
  constexpr std::size_t kMost = 60;
  for (const Outline& outline : BestOf(Outlines(picture), &Outline::confidence, kSame, kMost))
    PrintRow(name, Error(outline.corners, cards), outline.evidence.Features(outline.table_trust), kOfRivals);
}

/// Those about where a card is, which the most exact is chosen of.
void PrintPlaces(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kThere = 0.03, kSame = 0.002;
  constexpr std::size_t kMost = 60;
  std::vector<Outline> outlines = Outlines(picture);
  std::erase_if(outlines, [&](const Outline& outline) { return Error(outline.corners, cards) > kThere; });
  for (const Outline& outline : BestOf(std::move(outlines), &Outline::confidence, kSame, kMost))
    PrintRow(name, Error(outline.corners, cards), outline.evidence.Features(outline.table_trust), kOfPlaces);
}

/// One of each place, as the finder looks inside of: the best.
void PrintInsides(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kSame = 0.06;
  constexpr std::size_t kMost = 12;
  for (const Outline& outline : BestOf(Outlines(picture), &Outline::close_odds, kSame, kMost)) {
    if (IsPartOf(outline.corners, cards)) continue;
    const auto likeness = capture::LookInside(imaging::ViewAsMat(picture), outline.corners);
    PrintRow(name, Error(outline.corners, cards), likeness.Features(outline.close_odds));
  }
}

/// What the gate would take if it lay still.
void PrintCaptures(const std::string& name, const Image& picture, const std::vector<Quad>& cards) {
  constexpr double kLeastSide = 300;  // pixels: cards of photographs are fewer than those that come near
  using capture::FinderOptions;
  const auto live = FinderOptions::OfCamera(FinderOptions::Sizes::kUsual, FinderOptions::kAvoidsOthers);
  for (const capture::FoundCard& found : capture::FindCards(picture, live)) {
    if (IsPartOf(found.corners, cards)) continue;
    if (capture::Distance(found.corners[0], found.corners[1]) < kLeastSide) continue;
    const Image card = capture::RectifyGray(picture, found.corners);
    const auto evidence = capture::VerifyCard(picture, found.corners, imaging::ViewAsMat(card));
    PrintRow(name, Error(found.corners, cards), evidence.Features(found.confidence));
  }
}

using Print = void (*)(const std::string& name, const Image& picture, const std::vector<Quad>& cards);

/// A picture, or of a clip the frame in the middle of the time that the card is held.
Image Load(const fs::path& file, const nlohmann::json& truth) {
  if (truth.contains("held")) {
    const int middle = (truth.at("held").at(0).get<int>() + truth.at("held").at(1).get<int>()) / 2;
    cv::VideoCapture clip(file.string(), cv::CAP_OPENCV_MJPEG);
    cv::Mat frame;
    for (int i = 0; i <= middle; ++i) {
      if (!clip.read(frame)) throw std::runtime_error("can't read " + file.string());
    }
    return imaging::ToImage(frame);
  }
  const Result<Image> picture = imaging::LoadPicture(file);
  if (!picture) throw std::runtime_error(picture.error().message);
  return *picture;
}

void PrintAll(const fs::path& folder, Print print) {
  std::ifstream in(folder / "truth.json");
  const auto truths = nlohmann::json::parse(in);
  for (const auto& [name, truth] : truths.items()) {
    print((folder / name).string(), Load(folder / name, truth), tools::TrueCorners(truth));
  }
}

int Run(const std::vector<std::string>& arguments) {
  const std::string kind = arguments.size() > 1 ? arguments[0] : "";
  Print print = nullptr;
  if (kind == "--outlines") {
    print = PrintOutlines;
    PrintHead(capture::Evidence::kFeatureNames);
  } else if (kind == "--rivals") {
    print = PrintRivals;
    PrintHead(capture::Evidence::kFeatureNames);
  } else if (kind == "--places") {
    print = PrintPlaces;
    PrintHead(capture::Evidence::kFeatureNames);
  } else if (kind == "--insides") {
    print = PrintInsides;
    PrintHead(capture::CardLikeness::kFeatureNames);
  } else if (kind == "--captures") {
    print = PrintCaptures;
    PrintHead(capture::CardEvidence::FeatureNames());
  } else {
    std::cerr << "usage: kith_finder_evidence --outlines|--rivals|--places|--insides|--captures FOLDER...\n";
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
