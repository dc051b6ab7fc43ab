// SPDX-License-Identifier: Apache-2.0
#include "parse/values.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/text.h"
#include "core/url.h"
#include "parse/handles.h"
#include "parse/labels.h"
#include "parse/likeness.h"
#include "parse/phones.h"
#include "parse/run_text.h"
#include "parse/value_votes.h"
#include "parse/web.h"

namespace kith::parse {
namespace {

constexpr double kSamePlace = 0.4;

// ---- Labels that stand apart from the number.

/// A label left of the line or right above its beginning.
std::optional<Label> LabelNearby(const std::vector<LineGroup>& groups, std::size_t which) {
  constexpr double kFarthestLeft = 12;  // in type sizes: label columns are set wide
  constexpr double kFarthestAbove = 1.5;
  const LineGroup& line = groups[which];
  std::optional<Label> best;
  double nearest = 1e9;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == which) continue;
    const Box& box = groups[i].box;
    const double left = line.box.x - box.right();
    const double above = line.box.y - box.bottom();
    const bool beside =
        VerticalOverlap(box, line.box) > 0.5 && left > -2 && left < kFarthestLeft * line.height;
    const bool over =
        above > -2 && above < kFarthestAbove * line.height && std::abs(box.x - line.box.x) < 2 * line.height;
    const double distance = beside ? left : over ? above + 3 * line.height : 1e9;
    if ((!beside && !over) || distance >= nearest) continue;
    if (const auto label = WholeLabel(groups[i].runs.front().Text())) {
      best = label;
      nearest = distance;
    }
  }
  return best;
}

bool OverlapsAny(const Span& span, const std::vector<WebMatch>& matches) {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const WebMatch& match) { return Overlap(match.span, span); });
}

bool HasDomain(FieldKind kind) {
  return kind == FieldKind::kEmail || kind == FieldKind::kUrl;
}

// ---- Votes

class Collector {
 public:
  Collector(const std::vector<LineGroup>& groups, const std::vector<std::string>& regions)
      : groups_(groups), regions_(regions) {}

  std::vector<Cluster> Collect(std::size_t group) {
    clusters_.clear();
    const auto label = LabelNearby(groups_, group);
    for (const Run& run : groups_[group].runs) {
      const RunText text(run);
      const std::vector<WebMatch> handles = FindHandles(text.text());
      std::vector<WebMatch> emails = FindEmails(text.text());
      std::erase_if(emails, [&](const WebMatch& email) { return OverlapsAny(email.span, handles); });
      std::vector<WebMatch> urls = FindUrls(text.text(), emails);
      std::erase_if(urls, [&](const WebMatch& url) { return OverlapsAny(url.span, handles); });
      for (const WebMatch& match : handles)
        AddWeb(FieldKind::kHandle, match, text, group);
      for (const WebMatch& match : emails)
        AddWeb(FieldKind::kEmail, match, text, group);
      for (const WebMatch& match : urls)
        AddWeb(FieldKind::kUrl, match, text, group);
      for (const FoundPhone& phone : FindPhones(text.text(), regions_, label)) {
        if (OverlapsAny(phone.span, emails) || OverlapsAny(phone.span, urls) ||
            OverlapsAny(phone.span, handles))
          continue;
        AddPhone(phone, text, group, label.has_value());
      }
    }
    return std::move(clusters_);
  }

 private:
  void AddWeb(FieldKind kind, const WebMatch& match, const RunText& text, std::size_t group) {
    ContactValue value;
    value.kind = kind;
    value.value = match.value;
    value.box = value.value_box = text.BoxOf(match.span);
    value.group = group;
    value.quality = match.quality;
    value.confidence = text.ConfidenceOf(match.span);
    Add(std::move(value), LowerCase(match.value));
  }

  void AddPhone(const FoundPhone& phone, const RunText& text, std::size_t group, bool label_nearby) {
    ContactValue value;
    value.kind = FieldKind::kPhone;
    value.value = phone.phone.number;
    value.phone = phone.phone;
    value.value_box = text.BoxOf(phone.span);
    Span with_label = phone.span;
    if (phone.label) {
      with_label = {std::min(with_label.begin, phone.label->span.begin),
                    std::max(with_label.end, phone.label->span.end)};
    }
    value.box = text.BoxOf(with_label);
    value.group = group;
    value.quality = phone.quality;
    value.confidence = text.ConfidenceOf(phone.span);
    value.labelled = phone.label.has_value() || label_nearby;
    Add(std::move(value), PhoneKey(phone.phone));
  }

  void Add(ContactValue value, std::string key) {
    const double weight = value.quality * (0.3 + 0.7 * value.confidence);
    const auto same = std::find_if(clusters_.begin(), clusters_.end(), [&](const Cluster& cluster) {
      return cluster.kind == value.kind && HorizontalOverlap(cluster.box, value.value_box) > kSamePlace;
    });
    Cluster& cluster = same != clusters_.end() ? *same : clusters_.emplace_back();
    cluster.kind = value.kind;
    if (cluster.votes.empty()) cluster.box = value.value_box;
    cluster.votes.push_back({std::move(value), std::move(key), weight});
  }

  const std::vector<LineGroup>& groups_;
  const std::vector<std::string>& regions_;
  std::vector<Cluster> clusters_;
};

// ---- Agreement of values with each other

/// Weight of each domain over all readings of e-mail addresses and URLs.
/// Whether a line of the card, read by any pass, spells the domain's label: the name of the company does.
bool IsSpelt(const std::string& domain, const std::vector<LineGroup>& groups) {
  constexpr double kSpelt = 0.95;
  const std::string label = domain.substr(0, domain.find('.'));
  return std::any_of(groups.begin(), groups.end(), [&](const LineGroup& group) {
    return std::any_of(group.runs.begin(), group.runs.end(), [&](const Run& run) {
      const std::string text = run.Text();
      return text.find_first_of("@.") == std::string::npos && DomainLikeness(Tokenize(text), label) >= kSpelt;
    });
  });
}

std::map<std::string, double> DomainVotes(const std::vector<Cluster>& clusters,
                                          const std::vector<LineGroup>& groups) {
  constexpr double kBonus = 0.6;
  std::map<std::string, double> votes;
  for (const Cluster& cluster : clusters) {
    if (!HasDomain(cluster.kind)) continue;
    for (const Vote& vote : cluster.votes)
      votes[DomainOf(vote.value.value)] += vote.weight;
  }
  for (auto& [domain, weight] : votes)
    weight += IsSpelt(domain, groups) ? kBonus : 0;
  return votes;
}

/// The domain that `domain` is most likely a misreading of; itself if there is none.
std::string BetterDomain(const std::string& domain, const std::map<std::string, double>& votes) {
  constexpr std::size_t kShortest = 6;
  constexpr double kClearly = 1.3;
  std::string better = domain;
  const auto own = votes.find(domain);
  double best = own == votes.end() ? 0 : own->second * kClearly;
  for (const auto& [other, weight] : votes) {
    const std::size_t most = 1 + std::min(domain.size(), other.size()) / 8;
    const bool near = other != domain && domain.size() >= kShortest && EditDistance(domain, other) <= most;
    if (near && weight > best) {
      better = other;
      best = weight;
    }
  }
  return better;
}

void AgreeOnDomains(std::vector<Cluster>& clusters, const std::vector<LineGroup>& groups) {
  const auto votes = DomainVotes(clusters, groups);
  for (Cluster& cluster : clusters) {
    if (!HasDomain(cluster.kind)) continue;
    for (Vote& vote : cluster.votes) {
      const std::string domain = DomainOf(vote.value.value);
      const std::string better = BetterDomain(domain, votes);
      if (better == domain) continue;
      vote.value.value = WithDomain(vote.value.value, better);
      vote.key = LowerCase(vote.value.value);
    }
  }
}

/// Readings whose local part is made of words that the card prints elsewhere get a bonus.
std::map<std::string, double> WordBonus(const Cluster& cluster, const std::set<std::string>& words) {
  constexpr double kBonus = 0.6;
  std::map<std::string, double> bonus;
  if (cluster.kind != FieldKind::kEmail) return bonus;
  for (const Vote& vote : cluster.votes) {
    const std::string local = vote.key.substr(0, vote.key.find('@'));
    for (const std::string& part : SplitText(local, "._-+0123456789")) {
      for (const std::string& word : words) {
        if (word.size() >= 4 && part.find(word) != std::string::npos) bonus[vote.key] = kBonus;
      }
    }
  }
  return bonus;
}

std::set<std::string> PrintedWords(const std::vector<LineGroup>& groups) {
  std::set<std::string> words;
  for (const LineGroup& group : groups) {
    for (const std::string& word : SplitText(group.runs.front().Text(), " ,"))
      if (word.find('@') == std::string::npos) words.insert(FoldToAlnum(word));
  }
  return words;
}

/// Readings of e-mail addresses whose "@" was lost, where a URL of the card confirms the host.
void AddEmailsOfHosts(const std::vector<LineGroup>& groups, std::vector<Cluster>& clusters) {
  std::set<std::string> hosts;
  for (const Cluster& cluster : clusters) {
    if (cluster.kind != FieldKind::kUrl) continue;
    for (const Vote& vote : cluster.votes) {
      if (LowerCase(vote.value.value).find("ww") != std::string::npos)
        hosts.insert(DomainOf(vote.value.value));
    }
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const Run& run : groups[i].runs) {
      const RunText text(run);
      for (const std::string& host : hosts) {
        for (const WebMatch& match : FindEmailsOfHost(text.text(), host)) {
          Cluster cluster;
          cluster.kind = FieldKind::kEmail;
          cluster.box = text.BoxOf(match.span);
          ContactValue value;
          value.kind = FieldKind::kEmail;
          value.value = match.value;
          value.box = value.value_box = cluster.box;
          value.group = i;
          value.quality = match.quality;
          value.confidence = text.ConfidenceOf(match.span);
          const auto same = std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& there) {
            return there.kind == FieldKind::kEmail && !Intersection(there.box, cluster.box).empty();
          });
          const double weight = match.quality * (0.3 + 0.7 * value.confidence);
          Cluster& target = same != clusters.end() ? *same : clusters.emplace_back(std::move(cluster));
          target.votes.push_back({std::move(value), LowerCase(match.value), weight});
        }
      }
    }
  }
}

bool SharePlace(const Box& a, const Box& b) {
  const Box shared = Intersection(a, b);
  return !shared.empty() && HorizontalOverlap(a, b) > kSamePlace && VerticalOverlap(a, b) > kSamePlace;
}

/// Of readings of one place as different kinds, the handle with its service wins over the e-mail address,
/// that over the URL, and all over the phone.
void DropRivals(std::vector<Cluster>& clusters) {
  const auto rank = [](FieldKind kind) {
    return kind == FieldKind::kHandle ? 3 : kind == FieldKind::kEmail ? 2 : kind == FieldKind::kUrl ? 1 : 0;
  };
  std::vector<bool> drop(clusters.size());
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    for (std::size_t j = 0; j < clusters.size(); ++j) {
      if (i == j || !SharePlace(clusters[i].box, clusters[j].box)) continue;
      const bool other_kind = rank(clusters[i].kind) < rank(clusters[j].kind) &&
                              clusters[j].Weight() >= 0.5 * clusters[i].Weight();
      const bool same_kind =
          clusters[i].kind == clusters[j].kind && (clusters[i].Weight() < clusters[j].Weight() ||
                                                   (clusters[i].Weight() == clusters[j].Weight() && j < i));
      if (other_kind || same_kind) drop[i] = true;
    }
  }
  std::vector<Cluster> kept;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(clusters[i]));
  }
  clusters = std::move(kept);
}

void MarkConfirmed(std::vector<ContactValue>& values) {
  for (ContactValue& a : values) {
    for (const ContactValue& b : values) {
      if (&a == &b || !HasDomain(a.kind) || !HasDomain(b.kind)) continue;
      if (DomainOf(a.value) == DomainOf(b.value)) a.confirmed = true;
    }
  }
}

/// A value that is printed twice is one value; a phone and a fax may share a number.
void DropRepeated(std::vector<ContactValue>& values) {
  std::vector<ContactValue> kept;
  for (ContactValue& value : values) {
    const auto key = [](const ContactValue& v) {
      if (v.kind != FieldKind::kPhone) return LowerCase(v.value);
      return PhoneKey(v.phone) + (v.phone.type == PhoneType::kFax ? "f" : "");
    };
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const ContactValue& there) {
      return there.kind == value.kind && key(there) == key(value);
    });
    if (same == kept.end()) kept.push_back(std::move(value));
  }
  values = std::move(kept);
}

/// A number without a label right under a labelled one belongs to the same label: "Tel. 1…" / "     2…".
void InheritLabels(std::vector<ContactValue>& values, const std::vector<LineGroup>& groups) {
  for (ContactValue& value : values) {
    if (value.kind != FieldKind::kPhone || value.labelled) continue;
    for (const ContactValue& above : values) {
      if (above.kind != FieldKind::kPhone || !above.labelled || above.group == value.group) continue;
      const double size = groups[value.group].height;
      const double gap = value.value_box.y - above.value_box.bottom();
      const bool under =
          gap > -0.3 * size && gap < 1.2 * size && std::abs(above.value_box.x - value.value_box.x) < size;
      if (under && above.box.x < above.value_box.x) {
        value.phone.type = above.phone.type;
        value.labelled = true;
      }
    }
  }
}

}  // namespace

std::vector<ContactValue> FindContactValues(const std::vector<LineGroup>& groups,
                                            const std::vector<std::string>& regions) {
  Collector collector(groups, regions);
  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (Cluster& cluster : collector.Collect(i))
      clusters.push_back(std::move(cluster));
  }
  AddEmailsOfHosts(groups, clusters);
  AgreeOnDomains(clusters, groups);
  DropRivals(clusters);

  const std::set<std::string> words = PrintedWords(groups);
  std::vector<ContactValue> values;
  for (const Cluster& cluster : clusters)
    values.push_back(
        Winner(cluster, WordBonus(cluster, words), groups[cluster.votes.front().value.group].runs.size()));
  std::stable_sort(values.begin(), values.end(), [](const ContactValue& a, const ContactValue& b) {
    return std::pair(a.group, a.box.x) < std::pair(b.group, b.box.x);
  });
  DropRepeated(values);
  InheritLabels(values, groups);
  MarkConfirmed(values);
  return values;
}

}  // namespace kith::parse
