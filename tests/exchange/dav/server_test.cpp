// SPDX-License-Identifier: Apache-2.0
// How Kith takes what servers do, by a server that does as the test says.
#include <map>
#include <memory>
#include <regex>

#include <glib.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/dav/curl_http.h"
#include "exchange/dav/discovery.h"
#include "tests/exchange/dav/dav_user.h"
#include "tests/support/samples.h"
#include "tests/support/web_server.h"

namespace kith::test {
namespace {

using namespace exchange::dav;
using testing::HasSubstr;
using Kind = SyncEvent::Kind;

std::string Multi(const std::string& inner) {
  return R"(<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">)" +
         inner + "</D:multistatus>";
}

std::string Response(const std::string& href, const std::string& properties) {
  return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop>" + properties +
         "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
}

WebAnswer Said(const std::string& inner) {
  return {207, Multi(inner)};
}

/// An address book at /book/ in memory, as much of one as Kith asks for.
class Book {
 public:
  std::optional<WebAnswer> Answer(const WebRequest& request) {
    if (request.method == "PROPFIND" && request.path == "/book/" && HasWord(request, "<D:prop><D:getetag/>"))
      return List();
    if (request.method == "PROPFIND" && request.path == "/book/")
      return Said(Response("/book/", "<D:resourcetype><D:collection/><C:addressbook/></D:resourcetype>"));
    if (request.method == "REPORT" && HasWord(request, "sync-collection")) return Changes(request);
    if (request.method == "REPORT") return Fetch(request);
    if (request.method == "PUT") return Put(request);
    if (request.method == "DELETE") {
      cards_.erase(request.path);
      return WebAnswer{204};
    }
    return WebAnswer{404};
  }

  std::map<std::string, std::pair<std::string, int>> cards_;  ///< text and version
  bool has_tokens_ = true;
  bool forgets_tokens_ = false;
  bool marks_spouses_ = false;  ///< writes X-SPOUSE with a parameter more

 private:
  static bool HasWord(const WebRequest& request, const std::string& word) {
    return request.body.find(word) != std::string::npos;
  }

  static std::string Etag(int version) { return "\"" + std::to_string(version) + "\""; }

  WebAnswer List(const std::string& token = {}) const {
    std::string all;
    for (const auto& [href, card] : cards_)
      all += Response(href, "<D:getetag>" + Etag(card.second) + "</D:getetag>");
    return Said(all + token);
  }

  WebAnswer Changes(const WebRequest& request) const {
    if (!has_tokens_) return {501};
    const bool is_known = HasWord(request, "<D:sync-token></D:sync-token>");
    if (forgets_tokens_ && !is_known)
      return {403, R"(<D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>)"};
    return List("<D:sync-token>token</D:sync-token>");
  }

  WebAnswer Fetch(const WebRequest& request) const {
    std::string all;
    for (const auto& [href, card] : cards_) {
      if (HasWord(request, "<D:href>" + href + "</D:href>"))
        all += Response(href, "<D:getetag>" + Etag(card.second) + "</D:getetag><C:address-data>" +
                                  XmlText(card.first) + "</C:address-data>");
    }
    return Said(all);
  }

  WebAnswer Put(const WebRequest& request) {
    const auto card = cards_.find(request.path);
    const auto condition = request.headers.find("if-match");
    if (condition == request.headers.end() && card != cards_.end()) return {412};
    if (condition != request.headers.end() &&
        (card == cards_.end() || condition->second != Etag(card->second.second)))
      return {412};
    auto& [text, version] = cards_[request.path];
    text = request.body;
    if (marks_spouses_) text = std::regex_replace(text, std::regex("X-SPOUSE:"), "X-SPOUSE;X-OURS=1:");
    ++version;
    return {201, {}, {{"ETag", Etag(version)}}};
  }
};

std::string Md5(const std::string& text) {
  const std::unique_ptr<char, void (*)(void*)> sum(
      g_compute_checksum_for_string(G_CHECKSUM_MD5, text.data(), static_cast<gssize>(text.size())), g_free);
  return sum.get();
}

/// What stands in the header for that name, with or without quotes.
std::string PartOf(const std::string& header, const std::string& name) {
  std::smatch found;
  const std::regex part("[ ,]" + name + "=\"?([^\",]*)");
  return std::regex_search(header, found, part) ? found[1].str() : std::string();
}

/// RFC 2617, for the user "host" with the password "open sesame".
bool IsRightDigest(const WebRequest& request) {
  const auto header = request.headers.find("authorization");
  if (header == request.headers.end() || !header->second.starts_with("Digest ")) return false;
  const auto part = [&](const std::string& name) { return PartOf(header->second, name); };
  return part("uri") == request.path &&
         part("response") == Md5(Md5("host:Kith:open sesame") + ":once:" + part("nc") + ":" + part("cnonce") +
                                 ":auth:" + Md5(request.method + ":" + part("uri")));
}

class DavServer : public testing::Test {
 protected:
  Result<Place> Find(const std::string& url, Service service = Service::kContacts) {
    const auto http = MakeCurlHttp(
        {"host", "open sesame"},
        {.servers = {ServerOf(url).value()}, .allow_unencrypted = true, .patience = std::chrono::seconds(2)});
    Server server(*http, {});
    return FindPlace(server, ParseWebAddress(url).value(), service, "Kith", true);
  }

  ManualClock clock_;
};

TEST_F(DavServer, IsFoundByWhatIsWellKnown) {
  const WebServer web([](const WebRequest& request) -> std::optional<WebAnswer> {
    if (request.path == "/.well-known/carddav") return WebAnswer{301, {}, {{"Location", "/remote/dav/"}}};
    if (request.path == "/remote/dav/")
      return Said(
          Response("/remote/dav/",
                   "<D:current-user-principal><D:href>/who/host/</D:href></D:current-user-principal>"));
    if (request.path == "/who/host/")
      return Said(Response("/who/host/",
                           "<C:addressbook-home-set><D:href>/books/host/</D:href></C:addressbook-home-set>"));
    if (request.path == "/books/host/" && request.method == "PROPFIND")
      return Said(Response("/books/host/", "<D:resourcetype><D:collection/></D:resourcetype>") +
                  Response("/books/host/friends/",
                           "<D:resourcetype><D:collection/><C:addressbook/></"
                           "D:resourcetype><D:displayname>Friends</D:displayname>"));
    if (request.method == "MKCOL") return WebAnswer{201};
    return WebAnswer{404};
  });
  const Result<Place> place = Find(web.Url() + "/");
  ASSERT_TRUE(place) << place.error().message;
  EXPECT_TRUE(place->is_new);
  EXPECT_EQ(place->address.path, "/books/host/kith/");
}

TEST_F(DavServer, OffersTheCollectionsWhereNoneCanBeMade) {
  const WebServer web([](const WebRequest& request) -> std::optional<WebAnswer> {
    const auto book = [](const std::string& name) {
      return Response(
          "/home/" + name + "/",
          "<D:resourcetype><C:addressbook/></D:resourcetype><D:displayname>" + name + "</D:displayname>");
    };
    if (request.method == "MKCOL") return WebAnswer{403};
    if (request.path == "/home/") return Said(book("one") + book("two"));
    if (request.path == "/")
      return Said(
          Response("/", "<D:current-user-principal><D:href>/me/</D:href></D:current-user-principal>"));
    if (request.path == "/me/")
      return Said(
          Response("/me/", "<C:addressbook-home-set><D:href>/home/</D:href></C:addressbook-home-set>"));
    return WebAnswer{404};
  });
  const Result<Place> place = Find(web.Url());
  ASSERT_FALSE(place);
  EXPECT_THAT(place.error().message, HasSubstr("/home/two/"));

  const auto http = MakeCurlHttp({}, {.servers = {ServerOf(web.Url()).value()}});
  Server server(*http, {});
  const std::size_t asked = web.requests().size();
  const auto places = ListPlaces(server, ParseWebAddress(web.Url()).value(), Service::kContacts, "Two");
  ASSERT_TRUE(places) << places.error().message;
  ASSERT_EQ(places->size(), 2U);
  EXPECT_EQ((*places)[0].address.path, "/home/two/") << "its own comes first";
  EXPECT_EQ((*places)[1].name, "one");
  for (std::size_t i = asked; i < web.requests().size(); ++i)
    EXPECT_EQ(web.requests()[i].method, "PROPFIND") << "nothing is changed there";
}

TEST_F(DavServer, NeverGetsAnotherServersPassword) {
  const WebServer other([](const WebRequest&) { return WebAnswer{404}; });
  const WebServer web([&](const WebRequest&) {
    return WebAnswer{307, {}, {{"Location", other.Url() + "/"}}};
  });
  const Result<Place> place = Find(web.Url() + "/");
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().code, ErrorCode::kNotAllowed);
  EXPECT_THAT(other.requests(), testing::IsEmpty());
}

TEST_F(DavServer, IsToldApartFromOneThatLeadsInCircles) {
  const WebServer web([](const WebRequest&) { return WebAnswer{302, {}, {{"Location", "/again"}}}; });
  EXPECT_FALSE(Find(web.Url() + "/"));
  EXPECT_LT(web.requests().size(), 20U);
}

TEST_F(DavServer, SaysThatThePasswordIsWrong) {
  const WebServer web([](const WebRequest&) { return WebAnswer{401}; });
  const Result<Place> place = Find(web.Url() + "/");
  EXPECT_EQ(place.error().code, ErrorCode::kPermissionDenied);
  EXPECT_THAT(place.error().message + place.error().detail, testing::Not(HasSubstr("sesame")));
}

TEST_F(DavServer, GetsADigestOfThePasswordWhereItAsksForThat) {
  Book book;
  const WebServer web([&](const WebRequest& request) -> std::optional<WebAnswer> {
    if (IsRightDigest(request)) return book.Answer(request);
    return WebAnswer{401, {}, {{"WWW-Authenticate", R"(Digest realm="Kith", nonce="once", qop="auth")"}}};
  });
  DavUser user(clock_, web.Url() + "/book/");
  for (int i = 0; i < 6; ++i)
    user.Add("Person " + std::to_string(i));
  const SyncReport report = user.SyncContacts();
  EXPECT_FALSE(report.trouble);
  EXPECT_EQ(report.Count(Kind::kCreatedThere), 6U);
  EXPECT_EQ(book.cards_.size(), 6U);
  EXPECT_EQ(user.SyncContacts().events, std::vector<SyncEvent>());
}

TEST_F(DavServer, IsLeftWhenItHangs) {
  const WebServer web([](const WebRequest&) { return std::nullopt; });
  EXPECT_EQ(Find(web.Url() + "/").error().code, ErrorCode::kSourceLost);
}

TEST_F(DavServer, IsNotAskedWithoutEncryptionUnlessItIsHere) {
  const WebServer web([](const WebRequest&) { return WebAnswer{404}; });
  const std::string other = "http://dav.example.org";
  const auto http = MakeCurlHttp({}, {.servers = {ServerOf(web.Url()).value(), ServerOf(other).value()}});
  EXPECT_EQ(http->Send({"GET", other}, {}).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(http->Send({"GET", web.Url()}, {})->status, 404);
  for (const char* const not_here : {"http://localhost.example.org", "http://127.0.0.1.example.org"})
    EXPECT_FALSE(ParseWebAddress(not_here)->is_here()) << not_here;
}

TEST_F(DavServer, MayHaveNoTokensOrForgetThem) {
  for (const bool has_tokens : {true, false}) {
    Book book;
    book.has_tokens_ = has_tokens;
    const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
    DavUser user(clock_, web.Url() + "/book/");
    DavUser other(clock_, web.Url() + "/book/");
    user.Add("Ada Example");
    EXPECT_EQ(user.SyncContacts().Count(Kind::kCreatedThere), 1U);
    book.forgets_tokens_ = true;
    EXPECT_EQ(other.SyncContacts().Count(Kind::kTakenHere), 1U);
    other.Add("Grace Sample");
    EXPECT_EQ(other.SyncContacts().Count(Kind::kCreatedThere), 1U);
    EXPECT_EQ(user.SyncContacts().Count(Kind::kTakenHere), 1U);
  }
}

TEST_F(DavServer, MergesWhatChangedWhileItWasWritten) {
  Book book;
  bool meddles = false;
  const WebServer web([&](const WebRequest& request) {
    if (meddles && request.method == "PUT") {
      meddles = false;
      auto& [text, version] = book.cards_.begin()->second;
      text.insert(text.find("END:VCARD"), "EMAIL:ada@there.example.org\r\n");
      ++version;
    }
    return book.Answer(request);
  });
  DavUser user(clock_, web.Url() + "/book/");
  user.Add("Ada Example");
  user.SyncContacts();
  Contact ada = user.Named("Ada Example");
  ada.details.emails = {"ada@here.example.org"};
  user.Update(ada);
  meddles = true;
  EXPECT_FALSE(user.SyncContacts().trouble);
  EXPECT_THAT(user.Named("Ada Example").details.emails,
              testing::UnorderedElementsAre("ada@here.example.org", "ada@there.example.org"));
  EXPECT_THAT(book.cards_.begin()->second.first, HasSubstr("ada@here.example.org"));
}

TEST_F(DavServer, InTroubleEndsTheRunAndTheNextOneGoesOn) {
  Book book;
  int puts = 0;
  const WebServer web([&](const WebRequest& request) -> std::optional<WebAnswer> {
    if (request.method == "PUT" && ++puts == 2) {
      book.Answer(request);  // done, but the answer says otherwise
      return WebAnswer{503};
    }
    return book.Answer(request);
  });
  DavUser user(clock_, web.Url() + "/book/");
  for (int i = 0; i < 3; ++i)
    user.Add("Person " + std::to_string(i));
  EXPECT_TRUE(user.SyncContacts().trouble);
  EXPECT_FALSE(user.SyncContacts().trouble);
  EXPECT_EQ(book.cards_.size(), 3U);
  EXPECT_EQ(puts, 3) << "what was there already isn't written again";
}

TEST_F(DavServer, KeepsWhatKithCanNotRead) {
  Book book;
  book.cards_["/book/odd.vcf"] = {"BEGIN:VCARD\r\nVERSION:9.0\r\nFN:Odd\r\nEND:VCARD\r\n", 1};
  book.cards_["/book/list.vcf"] = {
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:x\r\nFN:Choir\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nEND:VCARD\r\n",
      1};
  const auto before = book.cards_;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  for (int i = 0; i < 2; ++i) {
    const SyncReport report = user.SyncContacts();
    ASSERT_EQ(report.events.size(), 1U) << "the list of people isn't for Kith, and no trouble";
    EXPECT_EQ(report.events[0].kind, Kind::kUnreadable);
    EXPECT_EQ(report.events[0].name, "/book/odd.vcf");
  }
  EXPECT_EQ(book.cards_, before);
}

TEST_F(DavServer, GetsContactsOfWhomThereAreNotesOnly) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  DavUser other(clock_, web.Url() + "/book/");
  Contact stranger = user.Add("");
  for (const char* const notes : {"Plays the cello", "Plays the viola"}) {
    stranger.details.notes = notes;
    user.Update(stranger);
    EXPECT_EQ(user.SyncContacts().Count(Kind::kUnreadable), 0U);
    EXPECT_EQ(other.SyncContacts().Count(Kind::kUnreadable), 0U);
    ASSERT_EQ(other.Contacts().size(), 1U);
    EXPECT_EQ(other.Contacts()[0].details.notes, notes);
  }
}

TEST_F(DavServer, LosesNothingThatChangedThereOnACardThatIsMergedHere) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  const Contact ada = user.Add("Ada Example");
  const Contact other = user.Add("Ada E.");
  user.SyncContacts();
  auto& [text, version] = book.cards_.at("/book/" + other.id.ToString() + ".vcf");
  text.insert(text.find("END:VCARD"), "EMAIL:ada@there.example.org\r\nX-SPOUSE:Charles\r\n");
  ++version;
  ASSERT_TRUE(user.store().duplicates().Merge(ada.id, other.id, Actor::kHost));
  EXPECT_FALSE(user.SyncContacts().trouble);
  EXPECT_EQ(book.cards_.size(), 1U);
  EXPECT_THAT(user.Named("Ada Example").details.emails, testing::Contains("ada@there.example.org"));
  const ContactExtras extras = user.store().extras().Get(ada.id).value();
  EXPECT_THAT(extras.properties, testing::Contains(testing::Field(&VcardProperty::name, "X-SPOUSE")));
}

TEST_F(DavServer, SendsWhatAContactCarriesBeyondItsFieldsWhenItWasAddedLaterAndOnce) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  const Contact ada = user.Add("Ada Example");
  user.SyncContacts();
  const EncodedImage portrait{{0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3}, "image/jpeg"};
  const ContactExtras extras{{portrait},
                             {{.name = "X-SPOUSE", .value = "Charles"},
                              {.group = "item1", .name = "X-ABDATE", .value = "2014-06-12"},
                              {.group = "item1", .name = "X-ABLABEL", .value = "First choir"}}};
  ASSERT_TRUE(user.store().extras().Put(ada.id, extras, Actor::kImport));
  EXPECT_EQ(user.SyncContacts().Count(Kind::kChangedThere), 1U);
  const std::string& text = book.cards_.at("/book/" + ada.id.ToString() + ".vcf").first;
  EXPECT_THAT(text, AllOf(HasSubstr("X-SPOUSE:Charles"), HasSubstr("item1.X-ABDATE:2014-06-12"),
                          HasSubstr("item1.X-ABLABEL:First choir"), HasSubstr("PHOTO;")));
  EXPECT_THAT(text, Not(HasSubstr("X-KITH-HAS")));

  DavUser other(clock_, web.Url() + "/book/");
  other.SyncContacts();
  EXPECT_EQ(other.store().extras().Get(ada.id).value(), user.store().extras().Get(ada.id).value());
  for (DavUser* const one : {&user, &other})
    EXPECT_EQ(one->SyncContacts().Count(Kind::kChangedThere), 0U);
}

TEST_F(DavServer, ASerialisationOfItsOwnDoesntMakeTheServersCardGrow) {
  Book book;
  book.marks_spouses_ = true;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  Contact ada = user.Add("Ada Example");
  user.SyncContacts();
  ASSERT_TRUE(
      user.store().extras().Put(ada.id, {{}, {{.name = "X-SPOUSE", .value = "Charles"}}}, Actor::kImport));
  for (const char* const notes : {"Plays the cello", "Plays the viola", "Plays the harp"}) {
    user.SyncContacts();
    ada = user.Named("Ada Example");
    ada.details.notes = notes;
    user.Update(ada);
  }
  user.SyncContacts();
  const std::string& text = book.cards_.at("/book/" + ada.id.ToString() + ".vcf").first;
  EXPECT_EQ(text.find("X-SPOUSE"), text.rfind("X-SPOUSE")) << text;
}

TEST_F(DavServer, SendsWhatACardThatIsMergedHereCarried) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  const Contact ada = user.Add("Ada Example");
  const Contact other = user.Add("Ada E.");
  ASSERT_TRUE(
      user.store().extras().Put(other.id, {{}, {{.name = "X-SPOUSE", .value = "Charles"}}}, Actor::kImport));
  user.SyncContacts();
  ASSERT_TRUE(user.store().duplicates().Merge(ada.id, other.id, Actor::kHost));
  user.SyncContacts();
  ASSERT_EQ(book.cards_.size(), 1U);
  EXPECT_THAT(book.cards_.begin()->second.first, HasSubstr("X-SPOUSE:Charles"));
}

TEST_F(DavServer, SendsOneOfWhatACardHasOnce) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  const Contact ada = user.Add("Ada Example");
  user.SyncContacts();
  const ContactExtras extras{{}, {{.name = "GENDER", .value = "F"}, {.name = "GENDER", .value = "O"}}};
  ASSERT_TRUE(user.store().extras().Put(ada.id, extras, Actor::kImport));
  user.SyncContacts();
  const std::string& text = book.cards_.begin()->second.first;
  EXPECT_THAT(text, HasSubstr("GENDER:F"));
  EXPECT_THAT(text, Not(HasSubstr("GENDER:O")));
}

TEST_F(DavServer, AsksBeforeManyAreDeleted) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  for (int i = 0; i < 8; ++i)
    user.Add("Person " + std::to_string(i));
  user.SyncContacts();
  book.cards_.clear();
  book.forgets_tokens_ = true;
  EXPECT_EQ(user.SyncContacts().Count(Kind::kHeldBack), 8U);
  EXPECT_EQ(user.Contacts().size(), 8U);
  user.options().may_delete_many = true;
  EXPECT_EQ(user.SyncContacts().Count(Kind::kRemovedHere), 8U);
  EXPECT_EQ(user.Contacts().size(), 0U);
}

TEST_F(DavServer, GetsButDoesNotGiveWhenPublishing) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  user.options().direction = Direction::kPublish;
  user.Add("Ada Example");
  user.SyncContacts();
  auto& [text, version] = book.cards_.begin()->second;
  text.insert(text.find("END:VCARD"), "EMAIL:ada@there.example.org\r\n");
  ++version;
  EXPECT_EQ(user.SyncContacts().events, std::vector<SyncEvent>());
  Contact ada = user.Named("Ada Example");
  ada.details.titles = {"Engineer"};
  user.Update(ada);
  EXPECT_EQ(user.SyncContacts().Count(Kind::kChangedThere), 1U);
  EXPECT_THAT(text, testing::AllOf(HasSubstr("Engineer"), HasSubstr("ada@there.example.org")));
  EXPECT_THAT(user.Named("Ada Example").details.emails, testing::IsEmpty());
  user.options().direction = Direction::kBothWays;
  user.SyncContacts();
  EXPECT_THAT(user.Named("Ada Example").details.emails, testing::ElementsAre("ada@there.example.org"))
      << "both ways takes it later";
}

TEST_F(DavServer, IsOnlyLookedAtInADryRun) {
  Book book;
  const WebServer web([&](const WebRequest& request) { return book.Answer(request); });
  DavUser user(clock_, web.Url() + "/book/");
  user.Add("Ada Example");
  user.options().is_dry_run = true;
  EXPECT_EQ(user.SyncContacts().Count(Kind::kCreatedThere), 1U);
  EXPECT_TRUE(book.cards_.empty());
}

}  // namespace
}  // namespace kith::test
