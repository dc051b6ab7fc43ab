// SPDX-License-Identifier: Apache-2.0
#include "parse/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "core/text.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

// Ratios to the type size, measured on scanned cards: spaces between words of one line are 0.2 to 0.9,
// between columns 2 and more; letter-spaced names go up to 1.5.
constexpr double kColumnGap = 1.8;
constexpr double kSameLineOverlap = 0.5;
constexpr double kSameWidthOverlap = 0.5;

std::size_t AlnumCount(std::string_view text) {
  return FoldToAlnum(text).size();
}

/// Marks that mean something between words, e.g. in "Sales & Marketing" or "T +1 …".
bool IsMeaningfulMark(const std::string& text) {
  return text == "&" || text == "+" || text == "-" || text == "\u2013" || text == "|" || text == "/" ||
         text == "@" || text == "\u2022" || text == "\u00b7" || text == "(" || text == ")" || text == ",";
}

bool IsSpeck(const Word& word) {
  constexpr double kWeak = 0.4;
  const std::size_t letters = AlnumCount(word.text);
  if (word.text == "&") return false;
  if (letters == 0) return !IsMeaningfulMark(word.text) || word.confidence < kWeak;
  const bool tall_as_a_rule = word.box.height > 6 * std::max(1, word.box.width);
  return (letters == 1 && word.confidence < kWeak) || tall_as_a_rule;
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The box without the outliers among the words: specks of pictures are tall, commas are low.
Box TypicalRow(const std::vector<Word>& words, const Box& box) {
  std::vector<double> tops;
  std::vector<double> bottoms;
  for (const Word& word : words) {
    const std::size_t letters = std::max<std::size_t>(1, AlnumCount(word.text));
    tops.insert(tops.end(), letters, word.box.y);
    bottoms.insert(bottoms.end(), letters, word.box.bottom());
  }
  Box row = box;
  row.y = static_cast<int>(Median(std::move(tops)));
  row.height = std::max(1, static_cast<int>(Median(std::move(bottoms))) - row.y);
  return row;
}

double TypeSize(const std::vector<Word>& words) {
  std::vector<double> heights;
  for (const Word& word : words) {
    if (AlnumCount(word.text) >= 2) heights.push_back(word.box.height);
  }
  if (heights.empty()) {
    for (const Word& word : words)
      heights.push_back(word.box.height);
  }
  return Median(std::move(heights));
}

std::vector<Run> SplitAtColumnGaps(const TextLine& line, std::size_t pass) {
  std::vector<Word> words;
  std::copy_if(line.words.begin(), line.words.end(), std::back_inserter(words),
               [](const Word& word) { return !IsSpeck(word); });
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x < b.box.x; });

  const double size = TypeSize(words);
  std::vector<Run> runs;
  std::vector<Word> column;
  for (Word& word : words) {
    if (!column.empty()) {
      const int gap = word.box.x - column.back().box.right();
      const double local = std::min<double>(size, std::max(word.box.height, column.back().box.height));
      if (gap > kColumnGap * local) runs.push_back(MakeRun(std::exchange(column, {}), pass));
    }
    column.push_back(std::move(word));
  }
  if (!column.empty()) runs.push_back(MakeRun(std::move(column), pass));
  std::erase_if(runs, [](const Run& run) { return AlnumCount(run.Text()) == 0; });
  return runs;
}

/// Two lines set tightly overlap, too, where one has a tall word: their middles tell them apart.
bool SameRow(const Box& a, const Box& b) {
  constexpr double kMostApart = 0.45;
  const double apart = std::abs((a.y + a.height / 2.0) - (b.y + b.height / 2.0));
  return VerticalOverlap(a, b) >= kSameLineOverlap &&
         apart <= kMostApart * std::max(1, std::min(a.height, b.height)) + 1;
}

bool SamePlace(const Box& a, const Box& b) {
  const double shared = Intersection(a, b).width;
  const double width = Union(a, b).width;
  return SameRow(a, b) && shared >= kSameWidthOverlap * width;
}

LineGroup GroupOf(Run run) {
  LineGroup group;
  group.box = run.box;
  group.row = run.row;
  group.height = run.height;
  group.runs.push_back(std::move(run));
  return group;
}

bool HasPass(const LineGroup& group, std::size_t pass) {
  return std::any_of(group.runs.begin(), group.runs.end(), [&](const Run& run) { return run.pass == pass; });
}

/// Adds the run to the group; words of a pass that is there already are put into its run.
void AddRun(LineGroup& group, Run run) {
  group.box = Union(group.box, run.box);
  group.row = Union(group.row, run.row);
  for (Run& there : group.runs) {
    if (there.pass != run.pass) continue;
    std::vector<Word> words = there.words;
    words.insert(words.end(), run.words.begin(), run.words.end());
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
    there = MakeRun(std::move(words), run.pass);
    return;
  }
  group.runs.push_back(std::move(run));
}

void AddToSamePlace(std::vector<LineGroup>& groups, Run run) {
  const auto same = std::find_if(groups.begin(), groups.end(), [&](const LineGroup& group) {
    return SamePlace(group.runs.front().row, run.row) && !HasPass(group, run.pass);
  });
  if (same == groups.end()) {
    groups.push_back(GroupOf(std::move(run)));
  } else {
    AddRun(*same, std::move(run));
  }
}

// ---- One pass may have read as one line what others read as several.

/// Groups that lie within `wide` for the most part.
std::vector<std::size_t> PartsOf(const std::vector<LineGroup>& groups, std::size_t wide) {
  std::vector<std::size_t> parts;
  const Box& box = groups[wide].row;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == wide || groups[i].row.width > box.width || !SameRow(groups[i].row, box)) continue;
    if (HorizontalOverlap(groups[i].row, box) >= kSameWidthOverlap) parts.push_back(i);
  }
  std::sort(parts.begin(), parts.end(), [&](auto a, auto b) { return groups[a].box.x < groups[b].box.x; });
  return parts;
}

bool AreColumns(const std::vector<LineGroup>& groups, const std::vector<std::size_t>& parts) {
  constexpr double kGapThatPassesAgreeOn = 1.0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const LineGroup& left = groups[parts[i - 1]];
    const LineGroup& right = groups[parts[i]];
    if (right.box.x - left.box.right() > kGapThatPassesAgreeOn * std::min(left.height, right.height))
      return true;
  }
  return false;
}

/// Gives each word of the runs of `wide` to the part that it stands in.
void Distribute(std::vector<LineGroup>& groups, const LineGroup& wide,
                const std::vector<std::size_t>& parts) {
  for (const Run& run : wide.runs) {
    std::map<std::size_t, std::vector<Word>> words_of;
    for (const Word& word : run.words) {
      const int middle = word.box.x + word.box.width / 2;
      const auto distance = [&](std::size_t part) {
        const Box& box = groups[part].box;
        return std::max({0, box.x - middle, middle - box.right()});
      };
      const auto nearest = std::min_element(parts.begin(), parts.end(),
                                            [&](auto a, auto b) { return distance(a) < distance(b); });
      words_of[*nearest].push_back(word);
    }
    for (auto& [part, words] : words_of)
      AddRun(groups[part], MakeRun(std::move(words), run.pass));
  }
}

/// Resolves one overlap; false if there is none left.
bool ResolveOneOverlap(std::vector<LineGroup>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::vector<std::size_t> parts = PartsOf(groups, i);
    if (parts.empty()) continue;
    if (parts.size() > 1 && AreColumns(groups, parts)) {
      Distribute(groups, groups[i], parts);
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      for (Run& run : groups[*part].runs)
        AddRun(groups[i], std::move(run));
    }
    std::vector<std::size_t> gone = parts;
    std::sort(gone.rbegin(), gone.rend());
    for (const std::size_t part : gone)
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(part));
    return true;
  }
  return false;
}

// ---- Which pass read the line best.

/// Runs that read more, more surely and like others come first.
double Quality(const Run& run, const LineGroup& group) {
  std::size_t most = 1;
  double agreement = 0;
  const std::string folded = FoldToAlnum(run.Text());
  for (const Run& other : group.runs) {
    const std::string text = FoldToAlnum(other.Text());
    most = std::max(most, text.size());
    if (&other != &run && text == folded) agreement += other.confidence;
  }
  const double coverage = static_cast<double>(folded.size()) / static_cast<double>(most);
  const double known = KnownWordShare(Tokenize(run.Text()));
  return run.confidence * (0.4 + 0.6 * coverage) + 0.2 * agreement + 0.1 * known;
}

void PutBestFirst(LineGroup& group) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < group.runs.size(); ++i)
    order.emplace_back(-Quality(group.runs[i], group), i);
  std::sort(order.begin(), order.end());
  std::vector<Run> runs;
  for (const auto& [quality, i] : order)
    runs.push_back(group.runs[i]);
  group.runs = std::move(runs);
  group.box = group.runs.front().box;
  group.row = group.runs.front().row;
  group.height = group.runs.front().height;
}

void SortInReadingOrder(std::vector<LineGroup>& groups) {
  std::sort(groups.begin(), groups.end(), [](const LineGroup& a, const LineGroup& b) {
    return a.row.y + a.row.height / 2 < b.row.y + b.row.height / 2;
  });
  for (auto row = groups.begin(); row != groups.end();) {
    const auto end = std::find_if(row, groups.end(), [&](const LineGroup& group) {
      return VerticalOverlap(row->row, group.row) < kSameLineOverlap;
    });
    std::sort(row, end, [](const LineGroup& a, const LineGroup& b) { return a.box.x < b.box.x; });
    row = end;
  }
}

}  // namespace

std::string Run::Text() const {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

Run MakeRun(std::vector<Word> words, std::size_t pass) {
  Run run;
  run.pass = pass;
  double weight = 0;
  double sum = 0;
  for (const Word& word : words) {
    run.box = Union(run.box, word.box);
    const auto letters = static_cast<double>(std::max<std::size_t>(1, AlnumCount(word.text)));
    weight += letters;
    sum += letters * word.confidence;
  }
  run.height = TypeSize(words);
  run.row = TypicalRow(words, run.box);
  run.confidence = weight > 0 ? sum / weight : 0;
  run.words = std::move(words);
  return run;
}

double VerticalOverlap(const Box& a, const Box& b) {
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return shared <= 0 ? 0 : static_cast<double>(shared) / std::max(1, std::min(a.height, b.height));
}

double HorizontalOverlap(const Box& a, const Box& b) {
  const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  return shared <= 0 ? 0 : static_cast<double>(shared) / std::max(1, std::min(a.width, b.width));
}

std::vector<LineGroup> GroupLines(const Reading& reading) {
  std::vector<LineGroup> groups;
  for (std::size_t pass = 0; pass < reading.passes.size(); ++pass) {
    for (const TextLine& line : reading.passes[pass].lines) {
      for (Run& run : SplitAtColumnGaps(line, pass))
        AddToSamePlace(groups, std::move(run));
    }
  }
  while (ResolveOneOverlap(groups)) {
  }
  for (LineGroup& group : groups)
    PutBestFirst(group);
  SortInReadingOrder(groups);
  return groups;
}

Run VoteWords(const LineGroup& group) {
  std::vector<Word> words = group.runs.front().words;
  for (Word& word : words) {
    std::map<std::string, std::pair<double, const Word*>> votes;  // by folded text
    for (const Run& run : group.runs) {
      for (const Word& other : run.words) {
        const bool same_place = HorizontalOverlap(word.box, other.box) > 0.7 &&
                                std::abs(word.box.width - other.box.width) * 4 < word.box.width + 8;
        if (!same_place) continue;
        auto& [weight, best] = votes[FoldToAlnum(other.text)];
        weight += other.confidence;
        if (best == nullptr || other.confidence > best->confidence) best = &other;
      }
    }
    const auto winner = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
      return a.second.first < b.second.first;
    });
    constexpr double kClearMargin = 0.3;
    if (winner == votes.end() || winner->first.empty()) continue;
    if (winner->second.first > votes[FoldToAlnum(word.text)].first + kClearMargin)
      word = *winner->second.second;
  }
  return MakeRun(std::move(words), group.runs.front().pass);
}

}  // namespace kith::parse
