// SPDX-License-Identifier: Apache-2.0
// What it takes to check the bundled sample cards: they are really read, and put right in the real window
// with the keyboard but for a field that is far down.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/phone_number.h"
#include "core/text.h"
#include "flow/review_rows.h"
#include "storage/store.h"
#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/second_reader.h"

namespace kith::test {
namespace {

using Texts = std::vector<std::string>;
using nlohmann::json;

/// The fields that a card's truth tells, and under which name.
std::optional<std::string> TruthKey(FieldKind kind) {
  switch (kind) {
    case FieldKind::kName:
      return "name";
    case FieldKind::kOrganization:
      return "org";
    case FieldKind::kDepartment:
      return "department";
    case FieldKind::kTitle:
      return "title";
    case FieldKind::kPhone:
      return "phone";
    case FieldKind::kEmail:
      return "email";
    case FieldKind::kUrl:
      return "url";
    case FieldKind::kAddress:
      return "address";
    default:
      return std::nullopt;
  }
}

/// What is printed on one card. Two values are the same if a person would leave them so: letters and digits
/// agree, of phone numbers the whole number.
class PrintedCard {
 public:
  explicit PrintedCard(const json& truth) : country_(truth.at("country")) {
    for (const char* const key : {"name", "org", "title", "email", "url", "address", "department"}) {
      for (const std::string& value : truth.value(key, Texts()))
        values_[key].push_back(value);
    }
    for (const json& phone : truth.at("phone"))
      values_["phone"].push_back(phone.at("number"));
  }

  bool Says(FieldKind kind, const std::string& text) const {
    const std::optional<std::string> key = TruthKey(kind);
    if (!key) return true;
    const Texts values = Of(*key);
    return std::ranges::any_of(values, [&](const std::string& value) { return Same(kind, value, text); }) ||
           (kind == FieldKind::kTitle && IsInTitles(text));
  }
  /// What stands on the card and in none of the rows, to type in the place of that one.
  std::string InPlaceOf(const flow::ReviewRow& row, const std::vector<flow::ReviewRow>& rows) const {
    for (const std::string& value : Of(*TruthKey(row.kind))) {
      const bool there = std::ranges::any_of(rows, [&](const flow::ReviewRow& other) {
        return other.kind == row.kind && Same(row.kind, value, other.text);
      });
      if (!there) return value;
    }
    return {};
  }
  /// What stands on the card and in no row that it could be typed into: somebody would have to ask for one.
  /// Of the names of a company one is enough, and a department may be among the titles.
  int Missing(const std::vector<flow::ReviewRow>& rows) const {
    int missing = 0;
    for (const FieldKind kind : flow::FieldOrder()) {
      if (!TruthKey(kind) || kind == FieldKind::kDepartment) continue;
      const auto wanted = static_cast<std::ptrdiff_t>(Of(*TruthKey(kind)).size());
      const auto there = std::ranges::count(rows, kind, &flow::ReviewRow::kind);
      missing += static_cast<int>(std::max<std::ptrdiff_t>(
          0, (flow::MayRepeat(kind) ? wanted : std::min<std::ptrdiff_t>(wanted, 1)) - there));
    }
    return missing;
  }

 private:
  Texts Of(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? Texts() : found->second;
  }
  bool Same(FieldKind kind, const std::string& value, const std::string& text) const {
    if (kind == FieldKind::kUrl) return Bare(value) == Bare(text);
    if (kind != FieldKind::kPhone) return FoldToAlnum(value) == FoldToAlnum(text);
    const std::optional<PhoneNumber> number = ParsePhoneNumber(value, country_);
    return FoldToAlnum(text) == FoldToAlnum(number ? FormatPhoneForPeople(number->e164) : value);
  }
  /// A title on two lines may be read as two, and a department is as good a title as any.
  bool IsInTitles(const std::string& text) const {
    std::string all;
    for (const char* const key : {"title", "department"}) {
      for (const std::string& value : Of(key))
        all += FoldToAlnum(value);
    }
    return all.find(FoldToAlnum(text)) != std::string::npos;
  }
  static std::string Bare(const std::string& url) {
    const std::size_t scheme = url.find("://");
    std::string bare = url.substr(scheme == std::string::npos ? 0 : scheme + 3);
    if (bare.starts_with("www.")) bare.erase(0, 4);
    return bare;
  }

  std::string country_;
  std::map<std::string, Texts> values_;
};

/// A row that doesn't say what the card says, and what to type there.
struct Correction {
  std::size_t row;
  std::string text;  ///< empty: nothing belongs there
};

std::vector<Correction> CorrectionsOf(const PrintedCard& card, std::vector<flow::ReviewRow> rows) {
  std::vector<Correction> corrections;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (card.Says(rows[i].kind, rows[i].text)) continue;
    corrections.push_back({i, card.InPlaceOf(rows[i], rows)});
    rows[i].text = corrections.back().text;
  }
  return corrections;
}

struct Effort {
  int wrong = 0;
  int keys = 0;  ///< and clicks
  int letters = 0;
};

class ReviewOfTheSamples : public KithProgram {
 protected:
  /// Reads them all; they wait for a person then.
  void SetUp() override {
    KITH_SKIP_WITHOUT_MODELS();
    const ProcessOutcome scan = Run({"scan", "--save", Samples().string()});
    ASSERT_EQ(scan.status, 0) << scan.err;
    truth_ = json::parse(ReadBytes(Samples() / "truth.json"));
  }

  struct Waiting {
    std::string file;
    std::vector<flow::ReviewRow> rows;
  };
  /// In the order in which the window shows them.
  std::vector<Waiting> WaitingCards() const {
    const ManualClock clock;
    const auto store = storage::Store::Open(data() / "kith.db", clock);
    std::vector<Waiting> waiting;
    for (const Capture& capture : (*store)->captures().List(CaptureState::kDrafted, 100).value()) {
      const Draft draft = (*store)->captures().GetDraft(capture.id).value();
      waiting.push_back({FileOf(capture), flow::RowsOf(draft)});
    }
    return waiting;
  }

  /// Keys and clicks come one by one, and are counted.
  static Effort Review(KioskScreen& screen, const std::vector<Correction>& corrections) {
    Effort effort{.wrong = static_cast<int>(corrections.size())};
    const auto press = [&](const std::string& key) {
      screen.Press(key);
      ++effort.keys;
    };
    constexpr std::size_t kFar = 3;  // fields: a click is quicker than so many tabs
    std::size_t reached = 0;
    for (const Correction& correction : corrections) {
      if (correction.row - reached >= kFar) {
        screen.Click("value", correction.row);
        ++effort.keys;
        press("ctrl+a");
        reached = correction.row + 1;
      }
      for (; reached <= correction.row; ++reached)
        press("Tab");  // all of the field that it leads to is chosen
      if (correction.text.empty()) {
        press("Delete");
        continue;
      }
      screen.Type(correction.text);
      effort.letters += static_cast<int>(correction.text.size());
    }
    press(corrections.empty() ? "Return" : "ctrl+Return");
    return effort;
  }

  void ExpectThatContactsSayWhatIsPrinted(std::size_t count) const {
    const ManualClock clock;
    const auto store = storage::Store::Open(data() / "kith.db", clock);
    const std::vector<Contact> contacts = (*store)->contacts().Search({.text = ""}).value();
    EXPECT_EQ(contacts.size(), count);
    for (const Contact& contact : contacts) {
      const std::string file = FileOf((*store)->captures().Get(contact.capture.value()).value());
      const PrintedCard printed(truth_.at(file));
      EXPECT_TRUE(CorrectionsOf(printed, flow::RowsOf(Draft{contact.details, {}, {}})).empty()) << file;
    }
  }
  static std::string FileOf(const Capture& capture) {
    return std::filesystem::path(capture.source).filename().string();
  }

  json truth_;
};

TEST_F(ReviewOfTheSamples, TakesAKeyWhereAllIsRightAndFourAtMostWhereOneFieldIsWrong) {
  const std::vector<Waiting> cards = WaitingCards();
  ASSERT_EQ(cards.size(), truth_.size());
  KioskScreen screen(WindowCommand(NoCamera()), WindowOptions());
  screen.WaitFor("check-next");
  screen.Press("Return");
  Effort all;
  for (const Waiting& card : cards) {
    const PrintedCard printed(truth_.at(card.file));
    EXPECT_EQ(printed.Missing(card.rows), 0) << card.file;
    screen.WaitFor("save");
    const Effort effort = Review(screen, CorrectionsOf(printed, card.rows));
    std::cout << card.file << ": " << effort.wrong << " wrong of " << card.rows.size() << ", " << effort.keys
              << " keys or clicks and " << effort.letters << " letters\n";
    if (effort.wrong <= 1) {
      EXPECT_LE(effort.keys, effort.wrong == 0 ? 1 : 4) << card.file;
    }
    all = {all.wrong + effort.wrong, all.keys + effort.keys, all.letters + effort.letters};
  }
  screen.WaitUntilGone("save");
  EXPECT_EQ(screen.Close().status, 0);
  std::cout << "all " << cards.size() << " cards: " << all.wrong << " wrong, " << all.keys
            << " keys or clicks and " << all.letters << " letters\n";
  ExpectThatContactsSayWhatIsPrinted(cards.size());
}

}  // namespace
}  // namespace kith::test
