// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class EventsScreenTest : public test::ViewTest {
 protected:
  void ShowEvents(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawEvents(kit, state, forms.events, actions);
    });
  }
  void Replace(std::string_view field, const std::string& text) {
    screen_.Click(field);
    screen_.Press(test::Key::kA, true);
    screen_.Type(text);
  }
};

TEST_F(EventsScreenTest, SelectsAndChoosesAnEvent) {
  ShowEvents("events");
  EXPECT_EQ(screen_.Items("event").size(), 3U);
  screen_.Click("event", 1);
  EXPECT_EQ(Only<flow::SelectEvent>().id, state_.events.events[1].event.id);
  state_.events.selected = state_.events.events[1].event.id;
  screen_.Frame();
  screen_.Click("today");
  EXPECT_EQ(Only<flow::ChooseEvent>().id, state_.events.selected);
}

TEST_F(EventsScreenTest, EndsThatCardsBelongToAnEvent) {
  ShowEvents("events");
  screen_.Click("not-today");
  EXPECT_EQ(Only<flow::ChooseEvent>().id, std::nullopt);
}

TEST_F(EventsScreenTest, EditsAnEventAndForgetsTheFormOnceItIsKept) {
  ShowEvents("events");
  screen_.Click("edit-event");
  Replace("event-name", "Autumn Fair");
  screen_.Click("plan-founders");
  screen_.Click("save-event");
  const auto saved = Only<flow::SaveEvent>();
  EXPECT_EQ(saved.id, state_.events.selected);
  EXPECT_EQ(saved.edit.name, "Autumn Fair");
  EXPECT_EQ(saved.edit.plan, "founders");
  EXPECT_EQ(saved.edit.topics, "Open data, Hiking, Jazz, Gardens, Sailing");
  ++state_.events.saved;
  screen_.Frame();
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("save-event"));
}

TEST_F(EventsScreenTest, MakesANewOneOfToday) {
  ShowEvents("events-empty");
  screen_.Click("new-event");
  Replace("event-name", "Spring Meetup");
  screen_.Click("save-event");
  const auto saved = Only<flow::SaveEvent>();
  EXPECT_TRUE(saved.id.is_nil());
  EXPECT_EQ(saved.edit.name, "Spring Meetup");
  EXPECT_EQ(saved.edit.begin, FormatDay(state_.today));
  screen_.Click("leave-event");
  EXPECT_FALSE(forms_.events.edit);
}

TEST_F(EventsScreenTest, ErasesOnlyWhoIsSure) {
  ShowEvents("events");
  screen_.Click("edit-event");
  screen_.Click("erase-event");
  EXPECT_TRUE(actions_.empty());
  screen_.Click("sure-erase");
  EXPECT_EQ(Only<flow::EraseEvent>().id, state_.events.selected);
}

TEST_F(EventsScreenTest, TakesTheLastChangeBack) {
  ShowEvents("events");
  EXPECT_FALSE(screen_.Sees("undo-event"));
  ShowEvents("events-long");
  screen_.Click("undo-event");
  Only<flow::UndoEvent>();
}

TEST_F(EventsScreenTest, ShowsAndChangesHowLongAnEventIsKept) {
  ShowEvents("events-keeping");
  screen_.Click("keeping");
  Only<flow::ShowKeeping>();
  screen_.Click("event", 0);
  EXPECT_EQ(forms_.events.keeping.edit.card_image_days, "30");
  screen_.Click("save-keeping");
  EXPECT_TRUE(All<flow::SaveKeeping>().empty()) << "nothing was changed";
  Replace("card-days", "14");
  screen_.Click("save-keeping");
  EXPECT_EQ(Only<flow::SaveKeeping>().event, state_.keeping.events[0].event.id);
  EXPECT_EQ(Only<flow::SaveKeeping>().edit.card_image_days, "14");
  EXPECT_EQ(Only<flow::SaveKeeping>().edit.purpose, "To send the slides");
}

TEST_F(EventsScreenTest, LooksBeforeGuestsComeAndLeadsToWhatIsMissing) {
  ShowEvents("events-ready");
  screen_.Click("ready");
  Only<flow::CheckReadiness>();
  EXPECT_EQ(screen_.Items("remedy").size(), 3U) << "camera, end date, host card";
  screen_.Click("remedy", 0);
  EXPECT_EQ(Only<flow::ShowSettings>().tab, flow::SettingsTab::kCamera);
}

TEST_F(EventsScreenTest, LeadsToTheSettingsOfPinAndBackup) {
  ShowEvents("events-ready");
  state_.ready.findings = {{ReadyTopic::kPin, ReadyGrade::kProblem, "There is no PIN.", ""},
                           {ReadyTopic::kBackup, ReadyGrade::kProblem, "There is no backup of today.", ""}};
  screen_.Click("ready");
  actions_.clear();
  screen_.Click("remedy", 1);
  screen_.Click("ready");
  screen_.Click("remedy", 2);
  const auto shown = All<flow::ShowSettings>();
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].tab, flow::SettingsTab::kPin);
  EXPECT_EQ(shown[1].tab, flow::SettingsTab::kBackup);
}

}  // namespace
}  // namespace kith::ui
