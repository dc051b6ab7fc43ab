// SPDX-License-Identifier: Apache-2.0
#include "parse/value_votes.h"

#include <algorithm>
#include <iterator>

namespace kith::parse {
namespace {

constexpr double kValid = 0.95;        // quality of what a validator takes as it is
constexpr double kDoubtfulVote = 0.4;  // weight of other readings of a place where one is valid

/// Dots get lost more often than they are read where none is: "annaexample@…" votes for "anna.example@…".
void AddToDotted(std::map<std::string, double>& weights) {
  const auto undotted = [](const std::string& key) {
    std::string text = key.substr(0, key.find('@'));
    std::erase(text, '.');
    return key.find('@') == std::string::npos ? std::string() : text + key.substr(key.find('@'));
  };
  for (auto& [key, weight] : weights) {
    const std::string bare = undotted(key);
    const auto other = bare.empty() || bare == key ? weights.end() : weights.find(bare);
    if (other != weights.end()) weight += other->second;
  }
}

/// Signs and digits get lost at the beginning more often than they are invented: "5858 269466" votes for
/// "+445858 269466".
void AddToWhole(const std::vector<Vote>& votes, std::map<std::string, double>& weights) {
  constexpr std::size_t kMostLost = 4;
  const auto digits = [](const Phone& phone) {
    std::string text;
    std::copy_if(phone.raw.begin(), phone.raw.end(), std::back_inserter(text),
                 [](char c) { return c >= '0' && c <= '9'; });
    return text;
  };
  std::map<std::string, double> lost;
  for (const auto& entry : weights) {
    const std::string& key = entry.first;
    const auto part =
        std::find_if(votes.begin(), votes.end(), [&](const Vote& vote) { return vote.key == key; });
    const auto whole = std::find_if(votes.begin(), votes.end(), [&](const Vote& vote) {
      const std::string all = digits(vote.value.phone);
      const std::string end = digits(part->value.phone);
      return vote.key != key && vote.value.phone.raw.starts_with('+') && all.size() > end.size() &&
             all.size() <= end.size() + kMostLost && all.ends_with(end);
    });
    if (whole != votes.end()) lost[whole->key] += entry.second;
  }
  for (const auto& [key, weight] : lost)
    weights[key] += weight;
}

}  // namespace

std::string PhoneKey(const Phone& phone) {
  std::string digits;
  for (const char c : phone.number) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) digits += c;
  }
  return digits;
}

ContactValue Winner(const Cluster& cluster, const std::map<std::string, double>& bonus, std::size_t runs) {
  std::map<std::string, double> weights;
  const bool any_valid = std::any_of(cluster.votes.begin(), cluster.votes.end(),
                                     [](const Vote& vote) { return vote.value.quality >= kValid; });
  for (const Vote& vote : cluster.votes) {
    const bool doubtful = any_valid && vote.value.quality < kValid;
    weights[vote.key] += doubtful ? kDoubtfulVote * vote.weight : vote.weight;
  }
  for (auto& [key, weight] : weights) {
    const auto found = bonus.find(key);
    if (found != bonus.end()) weight += found->second;
  }
  AddToDotted(weights);
  if (cluster.kind == FieldKind::kPhone) AddToWhole(cluster.votes, weights);
  const auto best = std::max_element(weights.begin(), weights.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const Vote* chosen = nullptr;
  std::size_t count = 0;
  bool labelled = false;
  for (const Vote& vote : cluster.votes) {
    if (vote.key != best->first) continue;
    ++count;
    labelled = labelled || vote.value.labelled;
    const bool better = chosen == nullptr || (vote.value.labelled && !chosen->value.labelled) ||
                        (vote.value.labelled == chosen->value.labelled && vote.weight > chosen->weight);
    if (better) chosen = &vote;
  }
  ContactValue value = chosen->value;
  value.labelled = labelled;
  value.support = static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(1, runs));
  return value;
}

}  // namespace kith::parse
