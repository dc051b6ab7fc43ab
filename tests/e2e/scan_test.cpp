// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/e2e/json_lines.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/pdf_maker.h"

namespace kith::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

Json TruthOf(const std::string& sample) {
  std::ifstream in(std::filesystem::path(KITH_SOURCE_DIR) / "assets" / "samples" / "truth.json");
  return Json::parse(in).at(sample);
}

class Scan : public KithProgram {};

TEST_F(Scan, PrintsOneJsonObjectALineInTheFormOfTheContract) {
  const ProcessOutcome outcome = Run({"scan", "--json", Sample("01.jpg"), Sample("02.jpg")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<Json> cards = JsonLines(outcome.out);
  ASSERT_EQ(cards.size(), 2);
  EXPECT_EQ(cards[0].at("source"), Sample("01.jpg"));
  EXPECT_EQ(cards[1].at("source"), Sample("02.jpg"));
  for (const Json& card : cards) {
    EXPECT_EQ(card.at("card").at("corners").size(), 4);
    EXPECT_TRUE(card.at("card").at("rotation").is_number_integer());
    EXPECT_TRUE(card.at("contact").at("name").is_string());
    EXPECT_FALSE(card.at("lines").empty());
    EXPECT_GT(card.at("elapsed_ms"), 0);
    for (const Json& field : card.at("fields")) {
      EXPECT_THAT(field.at("confidence").get<double>(), testing::AllOf(testing::Ge(0), testing::Le(1)));
      EXPECT_FALSE(field.at("value").get<std::string>().empty());
    }
  }
}

TEST_F(Scan, ReadsNameAndMailOfTheBundledCards) {
  const ProcessOutcome outcome = Run({"scan", "--json", Samples().string()});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  int wanted = 0;
  int right = 0;
  for (const Json& card : JsonLines(outcome.out)) {
    const Json truth = TruthOf(std::filesystem::path(card.at("source").get<std::string>()).filename());
    wanted += 2;
    right += truth.at("name").at(0) == card.at("contact").value("name", "") ? 1 : 0;
    right += truth.at("email") == card.at("contact").value("emails", Json::array()) ? 1 : 0;
  }
  EXPECT_GE(wanted, 16);
  EXPECT_GE(right, wanted - 3);
}

TEST_F(Scan, ExplainsACardOnAPageThatNeedsNothingElse) {
  const ProcessOutcome outcome = Run({"scan", "--explain", Sample("01.jpg")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("<!DOCTYPE html>"));
  EXPECT_THAT(outcome.out, HasSubstr("data:image/jpeg;base64,"));
  EXPECT_THAT(outcome.out, HasSubstr(TruthOf("01.jpg").at("email").at(0).get<std::string>()));
  EXPECT_THAT(outcome.out, HasSubstr("name_email"));
  EXPECT_TRUE(outcome.out.ends_with("</html>\n"));
}

TEST_F(Scan, KeepsTheOrderOfThePicturesWithSeveralJobs) {
  const auto scan = [&](const std::string& jobs) {
    return Run({"scan", "--json", "--jobs", jobs, Sample("01.jpg"), Sample("02.jpg"), Sample("03.jpg"),
                Sample("04.jpg")});
  };
  const ProcessOutcome one = scan("1");
  const ProcessOutcome two = scan("2");
  const auto without_times = [](const std::string& text) {
    std::vector<Json> cards = JsonLines(text);
    for (Json& card : cards)
      card.erase("elapsed_ms");
    return cards;
  };
  EXPECT_EQ(without_times(one.out).size(), 4U);
  EXPECT_EQ(without_times(one.out), without_times(two.out));
}

TEST_F(Scan, WritesVcardsAndCsv) {
  const ProcessOutcome vcard = Run({"scan", "--vcard", Sample("01.jpg")});
  EXPECT_EQ(vcard.status, 0);
  EXPECT_TRUE(vcard.out.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n")) << vcard.out;
  const ProcessOutcome csv = Run({"scan", "--csv", Sample("01.jpg"), Sample("02.jpg")});
  EXPECT_EQ(csv.status, 0);
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 3) << csv.out;
}

TEST_F(Scan, TellsWhatIsWrongWithOneFileAndGoesOnWithTheOthers) {
  const std::filesystem::path text = folder() / "letter.jpg";
  WriteBytes(text, "Dear Ada, this is not a picture.");
  const ProcessOutcome outcome = Run({"scan", "--json", text.string(), Sample("01.jpg")});
  EXPECT_EQ(outcome.status, 1);
  const std::vector<Json> lines = JsonLines(outcome.out);
  ASSERT_EQ(lines.size(), 2);
  EXPECT_EQ(lines[0].at("source"), text.string());
  EXPECT_THAT(lines[0].at("error").get<std::string>(), HasSubstr("letter.jpg"));
  EXPECT_TRUE(lines[1].contains("contact"));
}

TEST_F(Scan, ReadsEveryPageOfAPdfFile) {
  const std::filesystem::path pdf = folder() / "cards.pdf";
  WriteBytes(pdf, MakePdf({PdfPage{ReadBytes(Sample("01.jpg"))}, PdfPage{ReadBytes(Sample("02.jpg"))}}));
  const ProcessOutcome outcome = Run({"scan", "--json", pdf.string()});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<Json> cards = JsonLines(outcome.out);
  ASSERT_EQ(cards.size(), 2);
  EXPECT_EQ(cards[0].at("source"), pdf.string() + "#page=1");
  EXPECT_EQ(cards[1].at("source"), pdf.string() + "#page=2");
  EXPECT_EQ(cards[0].at("contact").at("name"), TruthOf("01.jpg").at("name").at(0));
  EXPECT_EQ(cards[1].at("contact").at("name"), TruthOf("02.jpg").at("name").at(0));
}

TEST_F(Scan, KeepsEveryPageOfAPdfFileOnce) {
  const std::filesystem::path pdf = folder() / "cards.pdf";
  WriteBytes(pdf, MakePdf({PdfPage{ReadBytes(Sample("01.jpg"))}, PdfPage{ReadBytes(Sample("02.jpg"))}}));
  for (int i = 0; i < 2; ++i)
    ASSERT_EQ(Run({"scan", "--json", "--save", pdf.string()}).status, 0);
  const ProcessOutcome doctor = Run({"doctor"});
  EXPECT_THAT(doctor.out, HasSubstr("2 to be checked by a person"));
  EXPECT_THAT(doctor.out, HasSubstr("PDF files can be read."));
}

TEST_F(Scan, TellsWhatIsWrongWithAPdfFileAndGoesOnWithTheOthers) {
  WriteBytes(folder() / "1-secret.pdf", MakePdf({PdfPage{ReadBytes(Sample("01.jpg"))}}, true));
  WriteBytes(folder() / "2-half.pdf", MakePdf({PdfPage{ReadBytes(Sample("01.jpg"))}}).substr(0, 999));
  std::filesystem::copy_file(Sample("01.jpg"), folder() / "3.jpg");
  const ProcessOutcome outcome = Run({"scan", "--json", folder().string()});
  EXPECT_EQ(outcome.status, 1);
  const std::vector<Json> lines = JsonLines(outcome.out);
  ASSERT_EQ(lines.size(), 3);
  EXPECT_THAT(lines[0].at("error").get<std::string>(), HasSubstr("encrypted"));
  EXPECT_THAT(lines[1].at("error").get<std::string>(), HasSubstr("damaged"));
  EXPECT_TRUE(lines[2].contains("contact"));
}

TEST_F(Scan, SaysWhatToInstallWhenPdfFilesCannotBeRead) {
  const std::filesystem::path pdf = folder() / "cards.pdf";
  WriteBytes(pdf, MakePdf({PdfPage{ReadBytes(Sample("01.jpg"))}}));
  ProcessOptions options = Options();
  options.environment["PATH"] = folder().string();
  const ProcessOutcome outcome = RunProcess(Command({"scan", pdf.string()}), options);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("apt install poppler-utils"));
}

TEST_F(Scan, SaysSoWhenAFolderHoldsNoPictures) {
  const ProcessOutcome outcome = Run({"scan", folder().string()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("no pictures"));
}

TEST_F(Scan, FailsWhenItsOutputCannotBeWritten) {
  ProcessOptions options = Options();
  options.stdout_file = "/dev/full";
  const ProcessOutcome outcome = RunProcess(Command({"scan", "--json", Sample("01.jpg")}), options);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("disk full"));
}

TEST_F(Scan, KeepsAPictureOnceHoweverOftenItIsScanned) {
  const ProcessOutcome first = Run({"scan", "--json", "--save", Sample("01.jpg")});
  const ProcessOutcome second = Run({"scan", "--json", "--save", Sample("01.jpg")});
  ASSERT_EQ(first.status, 0) << first.err;
  ASSERT_EQ(second.status, 0) << second.err;
  EXPECT_THAT(first.err, HasSubstr("kept "));
  EXPECT_EQ(first.err, second.err);
  EXPECT_EQ(JsonLines(first.out)[0].at("contact"), JsonLines(second.out)[0].at("contact"));
}

TEST_F(Scan, RefusesACommandLineThatMakesNoSense) {
  EXPECT_EQ(Run({"scan"}).status, 2);
  EXPECT_EQ(Run({"scan", "--json", "--csv", Sample("01.jpg")}).status, 2);
  EXPECT_EQ(Run({"scan", "--jobs", "none", Sample("01.jpg")}).status, 2);
  EXPECT_EQ(Run({"due", "--on", "someday"}).status, 2);
  EXPECT_EQ(Run({"export", "--format", "fax", "-o", "x"}).status, 2);
  EXPECT_EQ(Run({"frobnicate"}).status, 2);
}

}  // namespace
}  // namespace kith::test
