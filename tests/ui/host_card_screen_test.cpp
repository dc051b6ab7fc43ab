// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class HostCardScreenTest : public test::ViewTest {
 protected:
  void ShowCard(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawHostCard(kit, state.host_card, "Autumn Meetup", forms.host_card, actions);
    });
  }
};

TEST_F(HostCardScreenTest, EveryLetterMakesANewCode) {
  ShowCard("host-card");
  screen_.Click("name");
  screen_.Press(test::Key::kA, true);
  screen_.Type("G");
  screen_.Type("o");
  const auto edits = All<flow::EditHostCard>();
  ASSERT_EQ(edits.size(), 2U);
  EXPECT_EQ(edits[1].card.name, "Go");
  EXPECT_EQ(edits[1].card.email, state_.host_card.kept.email) << "the others stay";
}

TEST_F(HostCardScreenTest, KeepsWhatWasChangedAndThenForgetsTheForm) {
  ShowCard("host-card");
  screen_.Click("keep-card");
  EXPECT_TRUE(actions_.empty()) << "nothing was changed";
  screen_.Click("handles");
  screen_.Press(test::Key::kA, true);
  screen_.Type("GitHub: grace, WeChat: grace_boats");
  screen_.Click("keep-card");
  const HostCard card = Only<flow::KeepHostCard>().card;
  EXPECT_EQ(card.handles, (std::vector<std::string>{"GitHub: grace", "WeChat: grace_boats"}));
  state_.host_card.kept = card;
  ++state_.host_card.saved;
  screen_.Frame();
  EXPECT_EQ(forms_.host_card.card, card);
}

TEST_F(HostCardScreenTest, WritesTheFilesOfTheCardThatIsKept) {
  ShowCard("host-card");
  for (const char* id : {"card-png", "card-svg", "card-vcf"})
    screen_.Click(id);
  const auto written = All<flow::WriteHostCard>();
  ASSERT_EQ(written.size(), 3U);
  EXPECT_EQ(written[0].kind, HostCardFile::kPng);
  EXPECT_EQ(written[1].kind, HostCardFile::kSvg);
  EXPECT_EQ(written[2].kind, HostCardFile::kVcard);
  actions_.clear();
  forms_.host_card.card.title = "Sailor";
  screen_.Click("card-png");
  EXPECT_TRUE(actions_.empty()) << "what is typed isn't kept yet";
}

TEST_F(HostCardScreenTest, AsksWhoTheHostIs) {
  ShowCard("host-card-empty");
  screen_.Click("keep-card");
  screen_.Click("card-png");
  EXPECT_TRUE(actions_.empty());
}

}  // namespace
}  // namespace kith::ui
