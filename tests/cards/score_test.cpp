// SPDX-License-Identifier: Apache-2.0
#include "tests/cards/score.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kith::test {
namespace {

nlohmann::json Truth() {
  return nlohmann::json::parse(R"({
    "name": ["Zoë Example", "Zoë Example, MBA"], "org": ["Example Ltd"], "title": ["Head of Tea"],
    "department": ["Kitchen"], "phone": [{"number": "+44 (0) 20 7946 0001", "type": "work"}],
    "email": ["zoe@example.org"], "url": ["www.example.org/"]})");
}

ContactDetails Right() {
  ContactDetails details;
  details.name.full = "ZOE EXAMPLE";
  details.organization = "Example, Ltd.";
  details.titles = {"Head of Tea, Kitchen"};
  details.phones = {{"+442079460001", "", "", PhoneType::kWork}};
  details.emails = {"Zoe@example.org"};
  details.urls = {"https://example.org"};
  return details;
}

TEST(Score, CountsEveryFieldOfACardThatWasReadWell) {
  for (const auto& [field, score] : Score(Truth(), Right())) {
    EXPECT_EQ(score.right, 1) << field;
    EXPECT_EQ(score.wanted, 1) << field;
    EXPECT_EQ(score.wrong, 0) << field;
  }
}

TEST(Score, CountsOneWrongLetterOrDigitAsWrong) {
  ContactDetails details = Right();
  details.name.full = "Zoe Exarnple";
  details.titles = {"Head of Sea"};
  details.phones[0].number = "+442079460002";
  details.emails = {"zoe@example.com"};
  CardScore score = Score(Truth(), details);
  for (const char* const field : {"name", "title", "phone", "email"}) {
    EXPECT_EQ(score[field].right, 0) << field;
    EXPECT_EQ(score[field].wrong, 1) << field;
  }
}

TEST(Score, CountsWhatIsMissingAsNeitherRightNorWrong) {
  for (const auto& [field, score] : Score(Truth(), {})) {
    EXPECT_EQ(score.right, 0) << field;
    EXPECT_EQ(score.wrong, 0) << field;
    EXPECT_EQ(score.wanted, 1) << field;
  }
}

TEST(Score, ComparesPhonesWithoutTheirExtensions) {
  nlohmann::json truth = Truth();
  ContactDetails details = Right();
  for (const char* const printed : {"020 7946 0001 ext. 12", "020 7946 0001 x12", "020 7946 0001 #12"}) {
    truth["phone"][0]["number"] = printed;
    EXPECT_EQ(Score(truth, details)["phone"].right, 1) << printed;
  }
}

TEST(Score, TakesTheSameNumberTwiceForOneRightAndOneWrong) {
  ContactDetails details = Right();
  details.phones.push_back(details.phones[0]);
  EXPECT_EQ(Score(Truth(), details)["phone"].right, 1);
  EXPECT_EQ(Score(Truth(), details)["phone"].wrong, 1);
}

TEST(Score, DoesNotHoldValuesThatAreCutOffAgainstTheReader) {
  nlohmann::json truth = Truth();
  truth["cut"]["email"] = {"zoe@longer.example.org"};
  ContactDetails details = Right();
  details.emails.push_back("zoe@longer.exam");
  EXPECT_EQ(Score(truth, details)["email"].wrong, 0);
}

TEST(Score, TakesATitleOnTwoLinesForOne) {
  ContactDetails details = Right();
  details.titles = {"Head", "of Tea"};
  EXPECT_EQ(Score(Truth(), details)["title"].right, 1);
  EXPECT_EQ(Score(Truth(), details)["title"].wrong, 0);
}

}  // namespace
}  // namespace kith::test
