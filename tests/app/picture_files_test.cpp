// SPDX-License-Identifier: Apache-2.0
#include "app/picture_files.h"

#include <gmock/gmock.h>

#include "tests/support/pdf_maker.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

const std::string kSamples = std::string(KITH_SOURCE_DIR) + "/assets/samples/";

test::PdfPage SamplePage(const std::string& name) {
  return {test::ReadBytes(kSamples + name)};
}

TEST(ListPictures, ReplacesPdfFilesByTheirPagesAndKeepsTheOrder) {
  const test::TempFolder folder;
  test::WriteBytes(folder / "b.pdf", test::MakePdf({SamplePage("01.jpg"), SamplePage("02.jpg")}));
  test::WriteBytes(folder / "a.jpg", "");
  test::WriteBytes(folder / "c.pdf", "Dear Ada,");
  const std::vector<ListedPicture> pictures = ListPictures({folder.path()});
  ASSERT_EQ(pictures.size(), 4U);
  EXPECT_EQ(pictures[0].picture.name(), (folder / "a.jpg").string());
  EXPECT_EQ(pictures[1].picture.name(), (folder / "b.pdf").string() + "#page=1");
  EXPECT_EQ(pictures[2].picture.page, 2);
  EXPECT_TRUE(pictures[3].error) << "the others go on";
}

TEST(SourceKey, TellsPagesApartAndCopiesNot) {
  const test::TempFolder folder;
  const std::string pdf = test::MakePdf({SamplePage("01.jpg")});
  test::WriteBytes(folder / "a.pdf", pdf);
  test::WriteBytes(folder / "copy.pdf", pdf);
  EXPECT_EQ(*SourceKey({folder / "a.pdf", 1}), *SourceKey({folder / "copy.pdf", 1}));
  EXPECT_NE(*SourceKey({folder / "a.pdf", 1}), *SourceKey({folder / "a.pdf", 2}));
  EXPECT_FALSE(SourceKey({folder / "nowhere.pdf", 1}));
}

}  // namespace
}  // namespace kith::app
