// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/multistatus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/dav/web_address.h"

namespace kith::exchange::dav {
namespace {

TEST(Multistatus, IsReadWithAnyPrefixes) {
  const auto read = ParseMultistatus(
      R"(<multistatus xmlns="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav">
           <response><href>/a%20b.vcf</href>
             <propstat><prop><getetag>"1"</getetag><card:address-data>BEGIN:VCARD&#13;
END:VCARD</card:address-data></prop><status>HTTP/1.1 200 OK</status></propstat>
             <propstat><prop><displayname>not there</displayname></prop><status>HTTP/1.1 404 Not Found</status></propstat>
           </response>
           <response><href>/gone.vcf</href><status>HTTP/1.1 404 Not Found</status></response>
           <response><href>/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>
           <sync-token>urn:token:2</sync-token></multistatus>)");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->resources.size(), 2U);
  EXPECT_EQ(read->resources[0].etag, "\"1\"");
  EXPECT_EQ(read->resources[0].text, "BEGIN:VCARD\r\nEND:VCARD");
  EXPECT_EQ(read->resources[0].name, "");
  EXPECT_EQ(read->resources[1].status, 404);
  EXPECT_EQ(read->sync_token, "urn:token:2");
  EXPECT_TRUE(read->is_cut_short);
}

TEST(Multistatus, RefusesEntitiesAndWhatIsNone) {
  EXPECT_FALSE(ParseMultistatus(R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
                                   <multistatus xmlns="DAV:">&b;</multistatus>)"));
  EXPECT_FALSE(ParseMultistatus("<html><body>Log in</body></html>"));
  EXPECT_FALSE(ParseMultistatus("<multistatus xmlns='DAV:'><response>"));
  EXPECT_FALSE(ParseMultistatus(""));
}

TEST(WebAddress, HasOneForm) {
  EXPECT_EQ(ParseWebAddress("Cloud.Example.org")->Text(), "https://cloud.example.org/");
  EXPECT_EQ(ParseWebAddress("https://example.org:443/a?b")->Text(), "https://example.org/a?b");
  EXPECT_EQ(Resolve(*ParseWebAddress("https://example.org/a/b"), "../c")->Text(), "https://example.org/c");
  EXPECT_EQ(PathKey("https://example.org/a%20b/"), "/a b");
  EXPECT_FALSE(ParseWebAddress("ftp://example.org"));
}

TEST(WebAddress, RefusesPasswordsAndDoesNotRepeatThem) {
  const auto address = ParseWebAddress("https://ada:secret@example.org/");
  ASSERT_FALSE(address);
  EXPECT_THAT(address.error().message + address.error().detail, testing::Not(testing::HasSubstr("secret")));
}

}  // namespace
}  // namespace kith::exchange::dav
