// SPDX-License-Identifier: Apache-2.0
#include "capture/pdf_file.h"

#include <gmock/gmock.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tests/support/environment.h"
#include "tests/support/pdf_maker.h"
#include "tests/support/temp_folder.h"

namespace kith::capture {
namespace {

using testing::HasSubstr;

kith::test::PdfPage Page(cv::Size size, const cv::Scalar& colour, double dots_per_inch = 300) {
  cv::Mat picture(size, CV_8UC3, colour);
  cv::rectangle(picture, {0, 0, size.width / 2, size.height / 2}, {0, 0, 0}, cv::FILLED);
  std::vector<uchar> bytes;
  cv::imencode(".jpg", picture, bytes);
  return {std::string(bytes.begin(), bytes.end()), dots_per_inch};
}

class PdfFile : public testing::Test {
 protected:
  std::filesystem::path Write(const std::string& name, const std::string& bytes) const {
    kith::test::WriteBytes(folder_ / name, bytes);
    return folder_ / name;
  }
  kith::test::TempFolder folder_;
};

TEST_F(PdfFile, GivesEveryPageAtThreeHundredDotsAnInchTheRightWayUp) {
  const auto file =
      Write("-two pages.pdf",
            kith::test::MakePdf({Page({600, 400}, {0, 0, 255}), Page({450, 300}, {0, 255, 0}, 150)}));
  ASSERT_TRUE(CheckPdfPrograms());
  EXPECT_EQ(CountPdfPages(file).value_or(-1), 2);
  const Result<Image> first = RenderPdfPage(file, 1);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->width(), 600);
  EXPECT_EQ(first->height(), 400);
  const Result<Image> second = RenderPdfPage(file, 2);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->width(), 900);
  const cv::Mat page = imaging::ViewAsMat(*second);
  EXPECT_GT(page.at<cv::Vec3b>(500, 800)[1], 240);
  EXPECT_LT(page.at<cv::Vec3b>(100, 100)[1], 15);
}

TEST_F(PdfFile, RendersPostersWithFewerDots) {
  const auto file = Write("poster.pdf", kith::test::MakePdf({Page({300, 200}, {255, 0, 0}, 10)}));
  const Result<Image> page = RenderPdfPage(file, 1);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_NEAR(page->width(), kMostPdfPixels, 2);
}

TEST_F(PdfFile, SaysThatAFileIsEncrypted) {
  const auto file = Write("secret.pdf", kith::test::MakePdf({Page({600, 400}, {0, 0, 255})}, true));
  const Result<int> pages = CountPdfPages(file);
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(pages.error().message, HasSubstr("encrypted"));
  EXPECT_THAT(pages.error().message, HasSubstr("secret.pdf"));
}

TEST_F(PdfFile, SaysThatAFileIsDamagedOrMissing) {
  const std::string whole = kith::test::MakePdf({Page({600, 400}, {0, 0, 255})});
  for (const auto& file :
       {Write("half.pdf", whole.substr(0, 200)), Write("text.pdf", "Dear Ada,"), Write("empty.pdf", "")}) {
    const Result<int> pages = CountPdfPages(file);
    ASSERT_FALSE(pages) << file;
    EXPECT_EQ(pages.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(pages.error().message, HasSubstr("damaged"));
  }
  EXPECT_EQ(CountPdfPages(folder_ / "nowhere.pdf").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(RenderPdfPage(Write("one.pdf", whole), 2).error().code, ErrorCode::kUnreadable);
}

TEST_F(PdfFile, RefusesFilesOfMorePagesThanAPersonMeans) {
  const std::vector<kith::test::PdfPage> pages(kMostPdfPages + 1, Page({64, 64}, {0, 0, 0}));
  const Result<int> counted = CountPdfPages(Write("long.pdf", kith::test::MakePdf(pages)));
  ASSERT_FALSE(counted);
  EXPECT_EQ(counted.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(counted.error().message, HasSubstr("201 pages"));
}

TEST_F(PdfFile, SaysWhatToInstallWithoutThePrograms) {
  const auto file = Write("one.pdf", kith::test::MakePdf({Page({600, 400}, {0, 0, 255})}));
  const kith::test::EnvironmentVariable path("PATH", folder_.path().string());
  EXPECT_FALSE(CheckPdfPrograms());
  const Result<int> pages = CountPdfPages(file);
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(pages.error().message, HasSubstr("apt install poppler-utils"));
}

TEST_F(PdfFile, IsToldByItsNameOrItsFirstBytes) {
  EXPECT_TRUE(IsPdfFile("scans/cards.PDF"));
  EXPECT_TRUE(IsPdfFile(Write("attachment", "%PDF-1.7\n")));
  EXPECT_FALSE(IsPdfFile(Write("notes.txt", "PDF")));
  EXPECT_FALSE(IsPdfFile(folder_.path()));
}

}  // namespace
}  // namespace kith::capture
