// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/sample_intake.h"
#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class ImportScreenTest : public test::ViewTest {
 protected:
  void ShowImport(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawImport(kit, state.intake, forms.importing, actions);
    });
  }
};

TEST_F(ImportScreenTest, OpensTheFileThatAPersonNames) {
  ShowImport("import-choose");
  screen_.Click("file");
  screen_.Type("/media/stick/friends.csv");
  screen_.Click("open");
  EXPECT_EQ(Only<flow::OpenContactFile>().path, "/media/stick/friends.csv");
}

TEST_F(ImportScreenTest, OffersToImportWhatIsNewOrChanged) {
  ShowImport("import");
  EXPECT_TRUE(screen_.Sees("import"));
  screen_.Click("import");
  Only<flow::ImportContacts>();
  actions_.clear();
  state_.intake.to_import = 0;
  screen_.Frame();
  screen_.Click("import");
  EXPECT_TRUE(actions_.empty()) << "there is nothing to import";
  screen_.Click("leave");
  Only<flow::LeaveImport>();
}

TEST_F(ImportScreenTest, ChangesWhatAColumnIs) {
  ShowImport("import");
  screen_.Click("field", 1);
  screen_.Frame();
  screen_.Click("Whole name");
  const auto chosen = Only<flow::ChooseColumn>();
  EXPECT_EQ(chosen.column, 1U);
  EXPECT_EQ(chosen.field, ColumnField::kName);
}

TEST_F(ImportScreenTest, HidesEmptyColumnsUntilTheyAreAskedFor) {
  ShowImport("import");
  screen_.Click("all-columns");
  EXPECT_TRUE(forms_.importing.shows_all_columns);
}

TEST_F(ImportScreenTest, StopsALongImport) {
  ShowImport("import-running");
  EXPECT_FALSE(screen_.Sees("import"));
  EXPECT_FALSE(screen_.Sees("leave"));
  screen_.Click("stop");
  Only<flow::StopImport>();
}

TEST_F(ImportScreenTest, LeadsToAnotherFileWhenItIsDone) {
  ShowImport("import-done");
  EXPECT_FALSE(screen_.Sees("import"));
  screen_.Click("another");
  Only<flow::LeaveImport>();
}

}  // namespace
}  // namespace kith::ui
