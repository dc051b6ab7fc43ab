// SPDX-License-Identifier: Apache-2.0
#include "storage/search.h"

#include <gtest/gtest.h>

#include "storage/contact_rows.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using Names = std::vector<std::string>;

class SearchTest : public testing::Test {
 protected:
  void Keep(const Contact& contact) { ASSERT_TRUE(store_->contacts().Confirm(contact, {})); }

  Names Found(const std::string& text, int limit = 1000) {
    const auto found = store_->contacts().Search({.text = text, .event = {}, .limit = limit});
    EXPECT_TRUE(found) << text << ": " << found.error().message << found.error().detail;
    Names names;
    for (const Contact& contact : found.value_or({}))
      names.push_back(contact.details.name.full);
    return names;
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
  std::unique_ptr<Store> store_ = OpenStore(file_, clock_);
};

TEST_F(SearchTest, FindsNamesWithoutSpacesByTwoCharacters) {
  Keep(test::NamedContact("例文太郎"));
  Keep(test::NamedContact("見本花子"));
  EXPECT_EQ(Found("例文"), Names{"例文太郎"});
  EXPECT_EQ(Found("太郎"), Names{"例文太郎"});
  EXPECT_EQ(Found("花"), Names{"見本花子"});
  EXPECT_TRUE(Found("例花").empty());
}

TEST_F(SearchTest, FindsOtherScriptsInTheirOwnAndInLatinLetters) {
  Keep(test::NamedContact("Иван Примеров"));
  EXPECT_EQ(Found("примеров"), Names{"Иван Примеров"});
  EXPECT_EQ(Found("primer"), Names{"Иван Примеров"});
}

TEST_F(SearchTest, KeepsAndFindsHandlesAndNamesInAnotherScript) {
  Contact contact = test::NamedContact("Hanako Mihon");
  contact.details.other_names = {"見本花子"};
  contact.details.handles = {"GitHub: hanako-mihon", "WeChat: hanako_m"};
  Keep(contact);
  EXPECT_EQ(store_->contacts().Get(contact.id).value().details, contact.details);
  EXPECT_EQ(Found("花子"), Names{"Hanako Mihon"});
  EXPECT_EQ(Found("hanako-mihon"), Names{"Hanako Mihon"});
}

TEST_F(SearchTest, FindsWordsWithSignsInThemEitherWay) {
  Contact contact = test::NamedContact("Nora O'Sample-Example");
  contact.details.organization = "Y&Z Ltd.";
  Keep(contact);
  for (const char* text : {"O'Sample", "osample", "sample", "sample-ex", "osampleex", "y&z", "yz", "ltd."}) {
    EXPECT_EQ(Found(text), Names{"Nora O'Sample-Example"}) << text;
  }
}

TEST_F(SearchTest, FindsEmoji) {
  Contact contact = test::NamedContact("Ada Example");
  contact.interests = {"🧵 weaving"};
  Keep(contact);
  Keep(test::NamedContact("Grace Sample"));
  EXPECT_EQ(Found("🧵"), Names{"Ada Example"});
  EXPECT_EQ(Found("ada 🧵"), Names{"Ada Example"});
  EXPECT_TRUE(Found("grace 🧵").empty());
  EXPECT_TRUE(Found("🦖").empty());
}

TEST_F(SearchTest, TakesWildcardsOfLikeForText) {
  Keep(test::NamedContact("例文太郎"));
  EXPECT_TRUE(Found("例%郎").empty());
  EXPECT_TRUE(Found("例__郎").empty());
  EXPECT_TRUE(Found("例\\文").empty());
}

TEST_F(SearchTest, SurvivesWhateverIsTyped) {
  Keep(test::NamedContact("Ada Example"));
  std::string all_bytes;
  for (int byte = 1; byte < 256; ++byte)
    all_bytes += static_cast<char>(byte);
  std::string many_words;
  for (int i = 0; i < 2000; ++i)
    many_words += "ada ";
  std::string many_numbers;
  for (int i = 0; i < 2000; ++i)
    many_numbers += "415x 4155 ";
  for (const std::string& text :
       {all_bytes, std::string("ada\0example", 11), many_words, many_numbers, std::string(100'000, '"'),
        std::string(100'000, 'a'), std::string("\xFF\xFE")}) {
    EXPECT_TRUE(store_->contacts().Search({.text = text, .event = {}})) << text.substr(0, 40);
  }
  EXPECT_EQ(Found(many_words), Names{"Ada Example"});
}

TEST_F(SearchTest, FindsAmongTwentyThousand) {
  constexpr int kContacts = 20'000;
  {
    Database database(file_, Database::Mode::kReadWrite);
    Transaction transaction(database, Transaction::Kind::kWrite);
    for (int i = 0; i < kContacts; ++i) {
      Contact contact = test::NamedContact("Person" + std::to_string(i) + " Example");
      contact.details.phones = {{"+1415" + std::to_string(5'550'000 + i), "", "", PhoneType::kMobile}};
      InsertContact(database, contact);
    }
    transaction.Commit();
  }
  EXPECT_EQ(Found("person12345"), Names{"Person12345 Example"});
  EXPECT_EQ(Found("5562345"), Names{"Person12345 Example"});
  EXPECT_EQ(Found("exa", 100'000).size(), static_cast<std::size_t>(kContacts));
  EXPECT_EQ(Found("e", 50).size(), 50U);
}

TEST_F(SearchTest, ForgivesOneTypoInALongWord) {
  Keep(test::NamedContact("Jonathan Placeholder"));
  Keep(test::NamedContact("Grace Sample"));
  for (const char* typed : {"jonahtan", "jonthan", "jonnathan", "konathan", "onathan", "ajonathan",
                            "ojnathan", "jonathqn", "placehodler", "plsceh", "joanthan place"}) {
    EXPECT_EQ(Found(typed), Names{"Jonathan Placeholder"}) << typed;
  }
  EXPECT_EQ(Found("jonxthxn"), Names()) << "two are too many";
  EXPECT_EQ(Found("grxe"), Names()) << "a short word is like too many others";
}

TEST_F(SearchTest, ForgivesOnlyWhereNothingIsFoundWithout) {
  Keep(test::NamedContact("Ada Sample"));
  Keep(test::NamedContact("Ada Simple"));
  EXPECT_EQ(Found("sample"), Names{"Ada Sample"});
}

TEST_F(SearchTest, FiltersByWhatWaitsForAPerson) {
  const Contact ada = test::FullContact();
  Keep(ada);
  Keep(test::NamedContact("Grace Sample"));
  Contact read = ada;
  read.details.organization = "Sample Inc";
  ASSERT_TRUE(store_->history().Suggest(read, Actor::kReader));
  const auto waiting = store_->contacts().Search({.needs_review = true}).value();
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].id, ada.id);
}

}  // namespace
}  // namespace kith::storage
