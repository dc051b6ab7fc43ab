// SPDX-License-Identifier: Apache-2.0
// Who reads the window in German reads what goes wrong below it in German, too.
#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/checks.h"
#include "app/paths.h"
#include "capture/frame_sources.h"
#include "core/language.h"
#include "exchange/contact_files.h"
#include "flow/review_rows.h"
#include "imaging/codec.h"
#include "parse/unread.h"
#include "storage/contact_fields.h"
#include "storage/store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

class InGerman : public testing::Test {
 protected:
  InGerman() { UseLanguage("de", KITH_LOCALE_FOLDER); }
  ~InGerman() override { UseLanguage("en", KITH_LOCALE_FOLDER); }

  test::TempFolder folder_;
  test::ManualClock clock_;
};

TEST_F(InGerman, AFileThatIsNoDatabaseIsRefused) {
  const std::filesystem::path file = folder_ / "letter.db";
  test::WriteBytes(file, "Dear Ada,\nit was nice to meet you.\n" + std::string(5000, '.'));
  const auto store = storage::Store::Open(file, clock_);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().message,
            "„" + file.string() + "“ ist keine Datenbank von Kith. Wähl eine andere Datei.");
  EXPECT_THAT(store.error().detail, HasSubstr("file is not a database (SQLite 26"));
}

TEST_F(InGerman, WhatIsGoneFromTheStoreIsNamed) {
  const auto store = storage::Store::Open(folder_ / "kith.db", clock_).value();
  const auto event = store->events().Get(MakeId<EventId>(clock_.Now()));
  ASSERT_FALSE(event);
  EXPECT_EQ(event.error().message, "Das Treffen ist nicht mehr gespeichert.");
}

TEST_F(InGerman, AFieldHasItsName) {
  EXPECT_THAT(storage::ChangedAgain("given name").message, testing::StartsWith("Das Feld „Vorname“ wurde"));
}

TEST_F(InGerman, WhatCantBeReadOfACardIsSaidAndKept) {
  Draft draft;
  draft.details.notes = parse::kUnreadNote;
  draft.fields = {{FieldKind::kNote, parse::kUnreadNote, 0.3, {1, 20, 30, 5}}};
  const std::vector<flow::ReviewRow> rows = flow::RowsOf(draft);
  const auto note =
      std::ranges::find_if(rows, [](const flow::ReviewRow& row) { return row.kind == FieldKind::kNote; });
  ASSERT_NE(note, rows.end());
  EXPECT_THAT(note->shown, testing::StartsWith("Etwas, das nicht zu lesen ist"));
  EXPECT_EQ(note->box, (Box{1, 20, 30, 5})) << "its place on the card is still known";
  EXPECT_EQ(flow::DetailsOf(rows, draft.details, "DE").notes, note->shown);
}

TEST_F(InGerman, ACameraThatIsNotThereIsAskedFor) {
  const auto source = capture::OpenFrameSource((folder_ / "camera").string(), {});
  ASSERT_FALSE(source);
  EXPECT_THAT(source.error().message, HasSubstr(": So eine Kamera, Datei oder einen Ordner gibt es nicht."));
}

TEST_F(InGerman, TheDemoCameraHasANameButCardsKeepTheEnglishOne) {
  const auto source =
      capture::OpenFrameSource("demo", {.demo_folder = AssetsFolder() / "samples", .demo_fps = 200}).value();
  EXPECT_EQ(source->Description(), "Vorführkamera");
  EXPECT_EQ(source->Next({}).value().source, "Demo camera");
}

TEST_F(InGerman, AnEmptyPictureIsRefused) {
  test::WriteBytes(folder_ / "card.jpg", "");
  const auto picture = imaging::LoadPicture(folder_ / "card.jpg");
  ASSERT_FALSE(picture);
  EXPECT_THAT(picture.error().message, HasSubstr("card.jpg: Die Datei ist leer."));
}

TEST_F(InGerman, AFileWithoutContactsSaysWhy) {
  test::WriteBytes(folder_ / "people.csv", "Name,E-Mail\n\"Ada,ada@example.com\n");
  exchange::LocalContactFiles files("DE");
  const auto missing = files.Inspect(folder_ / "none.csv");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, EndsWith("none.csv gibt es nicht."));

  const ContactFile file = files.Inspect(folder_ / "people.csv").value();
  std::string refused;
  const auto read = files.Read(file,
                               {.take = [](FoundContact) { return Result<void>(); },
                                .refuse = [&](const RefusedContact& contact) { refused = contact.reason; }},
                               {});
  ASSERT_TRUE(read);
  EXPECT_EQ(refused, "Das Anführungszeichen, das in Zeile 2 eine Zelle beginnt, endet nie.");
}

TEST_F(InGerman, TheChecksBeforeAnEventAreRead) {
  Config config;
  config.data_folder = folder_.path();
  const Finding pin = CheckPin(config);
  EXPECT_EQ(pin.what, "Es gibt keine PIN: Wer vor dem Kiosk steht, sieht alles.");
  EXPECT_EQ(pin.advice, "So setzt du eine: kith pin");
  EXPECT_EQ(CheckBackup(config, clock_.Today()).what, "Von heute gibt es keine Sicherung.");
}

}  // namespace
}  // namespace kith::app
