// SPDX-License-Identifier: Apache-2.0
#include "app/explanation_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::app {
namespace {

using testing::HasSubstr;
using testing::Not;

ExplainedCard Card() {
  ExplainedCard card;
  card.source = "cards/<1>.jpg";
  card.card = {{'M', 'a', 'n', 'y'}, "image/jpeg"};
  card.width = 1000;
  card.height = 600;
  parse::Explanation& explanation = card.explanation;
  explanation.draft.fields = {{FieldKind::kName, "Ada \"A\" Example", 0.97, {10, 20, 300, 40}},
                              {FieldKind::kEmail, "ada@example.com", 0.4, {10, 80, 300, 20}}};
  explanation.regions = {"DE"};
  explanation.lines = {
      {{10, 20, 300, 40}, {{"plain/3", "Ada <b>Example", 0.9}, {"ppocr", "Ada Exampie", 0.8}}}};
  explanation.names = {{FieldKind::kName, "Ada Example", {10, 20, 300, 40}, 4.2, true, {{"name_email", 2.5}}},
                       {FieldKind::kName, "", {}, 0.6, false, {{"no_name", 0.6}}}};
  return card;
}

TEST(ExplanationPage, ShowsTheCardItsBoxesHypothesesAndReasons) {
  const std::string page = ExplanationPage({Card()});
  EXPECT_THAT(page, HasSubstr("data:image/jpeg;base64,TWFueQ=="));
  EXPECT_THAT(page, HasSubstr(R"(<rect class="sure" x="10" y="20" width="300" height="40">)"));
  EXPECT_THAT(page, HasSubstr(R"(<rect class="doubtful" x="10" y="80")"));
  EXPECT_THAT(page, HasSubstr("Ada Exampie"));
  EXPECT_THAT(page, HasSubstr("name_email +2.50"));
  EXPECT_THAT(page, HasSubstr("(none of the lines)"));
}

TEST(ExplanationPage, NeedsNothingButItself) {
  const std::string page = ExplanationPage({Card()});
  for (const char* reference : {"http:", "https:", "<link", "<script", "src="})
    EXPECT_THAT(page, Not(HasSubstr(reference)));
}

TEST(ExplanationPage, LetsNoCardPutMarkupIntoIt) {
  const std::string page = ExplanationPage({Card()});
  EXPECT_THAT(page, Not(HasSubstr("<b>Example")));
  EXPECT_THAT(page, HasSubstr("Ada &lt;b&gt;Example"));
  EXPECT_THAT(page, HasSubstr("Ada &quot;A&quot; Example"));
  EXPECT_THAT(page, HasSubstr("cards/&lt;1&gt;.jpg"));
}

}  // namespace
}  // namespace kith::app
