// SPDX-License-Identifier: Apache-2.0
// What the window does to synchronise, with a real server.
#include "app/sync_desk.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/environment.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/web_server.h"

namespace kith::app {
namespace {

class ConfiguredSyncTest : public testing::Test {
 protected:
  ConfiguredSyncTest() {
    config_.region = "US";
    config_.data_folder = folder_ / "data";
    config_.file = folder_ / "config" / "kith.toml";
    config_.sync.carddav = server_.Url();
    opened_ = OpenStore(config_).value();
  }

  ConfiguredSync Desk() { return ConfiguredSync(std::make_shared<RunningConfig>(config_), *opened_); }

  std::vector<SyncResult> Synchronise() {
    std::atomic<int> answers = 0;
    auto results = Desk().Run(false, answers, {});
    EXPECT_TRUE(results) << results.error().message;
    EXPECT_GT(answers, 0);
    return results ? *results : std::vector<SyncResult>();
  }

  test::TempFolder folder_;
  test::Radicale server_;
  Config config_;
  std::unique_ptr<OpenedStore> opened_;
};

TEST_F(ConfiguredSyncTest, SynchronisesAndRemembersHowItWent) {
  const test::EnvironmentVariable user("KITH_SYNC_USER", test::Radicale::kUser);
  const test::EnvironmentVariable password("KITH_SYNC_PASSWORD", test::Radicale::kPassword);
  ASSERT_TRUE(opened_->store->contacts().Confirm(test::NamedContact("Ada Example"), {}));
  const std::vector<SyncResult> results = Synchronise();
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].run.there, 1);
  EXPECT_EQ(results[0].run.here, 0);
  EXPECT_EQ(results[0].run.problem, "");
  EXPECT_EQ(results[0].held_back, 0);

  const SyncPlaces places = Desk().Places().value();
  EXPECT_EQ(places.contacts, server_.Url());
  EXPECT_EQ(places.follow_ups, "");
  EXPECT_EQ(places.problem, "");
  ASSERT_EQ(places.last.size(), 1U);
  EXPECT_EQ(places.last[0].there, 1);
  EXPECT_EQ(Synchronise()[0].run.there, 0);
}

TEST_F(ConfiguredSyncTest, SaysThatALoginIsMissing) {
  const test::EnvironmentVariable bus("DBUS_SESSION_BUS_ADDRESS", "");
  const SyncPlaces places = Desk().Places().value();
  EXPECT_TRUE(places.needs_login);
  EXPECT_EQ(places.problem, "");
}

TEST_F(ConfiguredSyncTest, KeepsTheProblemOfAServerThatRefuses) {
  const test::EnvironmentVariable user("KITH_SYNC_USER", test::Radicale::kUser);
  const test::EnvironmentVariable password("KITH_SYNC_PASSWORD", "wrong");
  EXPECT_NE(Synchronise().at(0).run.problem, "");
  EXPECT_NE(Desk().Places().value().last.at(0).problem, "");
}

TEST_F(ConfiguredSyncTest, HasNoPlacesWithoutAServer) {
  config_.sync = {};
  const SyncPlaces places = Desk().Places().value();
  EXPECT_TRUE(places.empty());
  EXPECT_EQ(places.problem, "");
}

const SyncLogin kRight = {.user = test::Radicale::kUser, .password = test::Radicale::kPassword};

/// Nothing is set up, and there is no key ring.
class SetUpTest : public ConfiguredSyncTest {
 protected:
  SetUpTest() {
    config_.sync = {};
    running_ = std::make_shared<RunningConfig>(config_);
    desk_ = std::make_unique<ConfiguredSync>(running_, *opened_);
  }
  SyncLogin Right() const {
    SyncLogin login = kRight;
    login.address = server_.Url();
    return login;
  }
  Result<FoundPlaces> LookAt(const std::string& address) {
    SyncLogin login = kRight;
    login.address = address;
    return desk_->LookAt(login, {});
  }
  std::string Toml() const {
    return std::filesystem::exists(config_.file) ? test::ReadBytes(config_.file) : std::string();
  }
  std::filesystem::path Logins() const { return config_.data_folder / "sync" / "logins.json"; }

  test::EnvironmentVariable bus_{"DBUS_SESSION_BUS_ADDRESS", ""};
  std::shared_ptr<RunningConfig> running_;
  std::unique_ptr<ConfiguredSync> desk_;
};

TEST_F(SetUpTest, FindsChoosesKeepsSynchronisesAndForgets) {
  const FoundPlaces found = LookAt(server_.Url()).value();
  ASSERT_EQ(found.contacts.size(), 1U);
  EXPECT_EQ(found.contacts[0].name, "Kith");
  EXPECT_TRUE(found.contacts[0].is_absent);
  ASSERT_EQ(found.follow_ups.size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(server_.collections() / "host" / "kith")) << "nothing was made";
  EXPECT_EQ(Toml(), "");

  ASSERT_TRUE(desk_->Connect(Right(), {found.contacts[0], found.follow_ups[0]}, {}));
  EXPECT_TRUE(std::filesystem::exists(server_.collections() / "host" / "kith"));
  EXPECT_EQ(LoadConfig(config_.file)->sync.carddav, server_.Url() + "/host/kith/");
  EXPECT_EQ(LoadConfig(config_.file)->sync.caldav, server_.Url() + "/host/kithfollowups/");
  EXPECT_EQ(LoadConfig(config_.file)->sync.user, "host");
  EXPECT_EQ(Toml().find("sesame"), std::string::npos);
  EXPECT_EQ(std::filesystem::status(Logins()).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const SyncPlaces places = desk_->Places().value();
  EXPECT_EQ(places.contacts, server_.Url() + "/host/kith/");
  EXPECT_FALSE(places.needs_login);

  ASSERT_TRUE(opened_->store->contacts().Confirm(test::NamedContact("Ada Example"), {}));
  std::atomic<int> answers = 0;
  EXPECT_EQ(desk_->Run(false, answers, {}).value().at(0).run.there, 1);

  ASSERT_TRUE(desk_->Disconnect());
  EXPECT_TRUE(desk_->Places()->empty());
  EXPECT_EQ(desk_->Places()->user, "");
  EXPECT_TRUE(LoadConfig(config_.file)->sync.empty());
  EXPECT_EQ(test::ReadBytes(Logins()).find("sesame"), std::string::npos);
  EXPECT_TRUE(opened_->store->sync_log().Last()->empty());
  EXPECT_EQ(opened_->store->contacts().Search({.text = ""})->size(), 1U) << "people stay";
}

TEST_F(SetUpTest, TakesTheOnlyKindThatIsWanted) {
  const FoundPlaces found = LookAt(server_.Url()).value();
  ASSERT_TRUE(desk_->Connect(Right(), {std::nullopt, found.follow_ups.at(0)}, {}));
  EXPECT_EQ(desk_->Places()->contacts, "");
  EXPECT_NE(desk_->Places()->follow_ups, "");
  EXPECT_FALSE(std::filesystem::exists(server_.collections() / "host" / "kith"));
}

TEST_F(SetUpTest, LogsInAgainWhereItIsConnected) {
  const FoundPlaces found = LookAt(server_.Url()).value();
  ASSERT_TRUE(desk_->Connect(Right(), {found.contacts.at(0), found.follow_ups.at(0)}, {}));
  const FoundPlaces again = LookAt("").value();
  ASSERT_EQ(again.contacts.size(), 1U);
  EXPECT_EQ(again.contacts[0].address, desk_->Places()->contacts);
  EXPECT_FALSE(again.contacts[0].is_absent);
  ASSERT_EQ(again.follow_ups.size(), 1U);
  EXPECT_EQ(again.follow_ups[0].address, desk_->Places()->follow_ups);
}

TEST_F(SetUpTest, SaysWhatIsWrong) {
  SyncLogin wrong = Right();
  wrong.password = "wrong";
  EXPECT_EQ(desk_->LookAt(wrong, {}).error().code, ErrorCode::kPermissionDenied);
  const Result<FoundPlaces> nobody = LookAt("https://localhost:1");
  EXPECT_EQ(nobody.error().code, ErrorCode::kSourceLost);
  EXPECT_EQ(LookAt("http://dav.example.org").error().code, ErrorCode::kNotAllowed) << "not encrypted";
  const Result<FoundPlaces> secret = LookAt("https://host:hidden@localhost/");
  EXPECT_EQ(secret.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(secret.error().message.find("hidden"), std::string::npos);
  const test::Radicale encrypted(test::Radicale::Encryption::kTls);
  const Result<FoundPlaces> untrusted = LookAt(encrypted.Url());
  EXPECT_EQ(untrusted.error().code, ErrorCode::kNotAllowed);
  EXPECT_NE(untrusted.error().message.find("certificate"), std::string::npos);
  const test::WebServer pages([](const test::WebRequest&) { return test::WebAnswer{200, "Welcome"}; });
  EXPECT_EQ(LookAt(pages.Url()).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Toml(), "");
}

TEST_F(SetUpTest, AWrongPasswordIsTriedOnce) {
  const test::WebServer web([](const test::WebRequest&) { return test::WebAnswer{401}; });
  EXPECT_EQ(LookAt(web.Url()).error().code, ErrorCode::kPermissionDenied);
  EXPECT_EQ(web.requests().size(), 1U);
}

TEST_F(SetUpTest, NamesTheServerThatAnotherOneLeadsToAndAsksItOnlyIfThatIsWanted) {
  const test::WebServer front([&](const test::WebRequest& request) {
    return test::WebAnswer{301, {}, {{"Location", server_.Url() + request.path}}};
  });
  const FoundPlaces found = LookAt(front.Url()).value();
  EXPECT_TRUE(found.contacts.empty());
  ASSERT_EQ(found.leads_to, std::vector<std::string>{server_.Url()});
  SyncLogin login = Right();
  login.address = front.Url();
  login.also_servers = found.leads_to;
  const FoundPlaces behind = desk_->LookAt(login, {}).value();
  EXPECT_TRUE(behind.leads_to.empty());
  ASSERT_EQ(behind.contacts.size(), 1U);
  ASSERT_TRUE(desk_->Connect(login, {behind.contacts[0], std::nullopt}, {}));
  EXPECT_EQ(desk_->Places()->contacts, server_.Url() + "/host/kith/");
  std::atomic<int> answers = 0;
  EXPECT_EQ(desk_->Run(false, answers, {}).value().at(0).run.problem, "");
}

TEST_F(SetUpTest, KeepsNothingWhereTheConfigurationCanNotBeWritten) {
  const FoundPlaces found = LookAt(server_.Url()).value();
  std::filesystem::create_directories(config_.file.parent_path());
  test::WriteBytes(config_.file, "theme = \n");
  EXPECT_FALSE(desk_->Connect(Right(), {found.contacts.at(0), std::nullopt}, {}));
  EXPECT_EQ(Toml(), "theme = \n");
  EXPECT_FALSE(std::filesystem::exists(Logins()));
  EXPECT_TRUE(desk_->Places()->empty());
}

}  // namespace
}  // namespace kith::app
