// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/database.h"
#include "storage/files.h"
#include "storage/schema.h"
#include "tests/storage/open_store.h"
#include "tests/support/child_process.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using std::filesystem::path;
using test::SampleCapture;

mode_t PermissionsOf(const path& file) {
  struct stat status {};
  EXPECT_EQ(stat(file.c_str(), &status), 0) << file;
  return status.st_mode & 0777;
}

class StoreTest : public testing::Test {
 protected:
  /// A database that isn't Kith's, made by `script`.
  void MakeDatabase(const std::string& script) {
    ASSERT_TRUE(EnsurePrivateFile(file_));
    Database(file_, Database::Mode::kReadWrite).Execute(script);
  }

  std::set<std::string> Names() {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }

  /// Opening fails so, and leaves file and folder as they were.
  void ExpectRefused(ErrorCode code, const std::string& words) {
    const std::string bytes = test::ReadBytes(file_);
    const std::set<std::string> names = Names();
    const auto opened = Store::Open(file_, clock_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, code) << opened.error().detail;
    EXPECT_NE(opened.error().message.find(words), std::string::npos) << opened.error().message;
    EXPECT_NE(opened.error().message.find(file_.string()), std::string::npos) << opened.error().message;
    EXPECT_EQ(test::ReadBytes(file_), bytes);
    EXPECT_EQ(Names(), names);
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  path file_ = folder_ / "kith.db";
};

TEST_F(StoreTest, MakesFolderAndFileForTheirOwnerOnly) {
  const path file = folder_ / "new" / "data" / "kith.db";
  const auto store = OpenStore(file, clock_);
  ASSERT_TRUE(store->captures().Add(SampleCapture()));
  EXPECT_EQ(PermissionsOf(file.parent_path()), 0700U);
  EXPECT_EQ(PermissionsOf(file.parent_path().parent_path()), 0700U);
  EXPECT_EQ(PermissionsOf(file), 0600U);
  EXPECT_EQ(PermissionsOf(file.string() + "-wal"), 0600U);
}

TEST_F(StoreTest, KeepsEverythingWhenClosedAndOpenedAgain) {
  const CaptureId id = OpenStore(file_, clock_)->captures().Add(SampleCapture("front")).value();
  const auto image = OpenStore(file_, clock_)->captures().CardImage(id, CardSide::kFront);
  EXPECT_EQ(image.value(), SampleCapture("front").front);
}

TEST_F(StoreTest, OpensAFileInTheCurrentFolder) {
  const path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  EXPECT_TRUE(Store::Open("kith.db", clock_));
  std::filesystem::current_path(before);
  EXPECT_TRUE(std::filesystem::exists(file_));
}

TEST_F(StoreTest, RefusesAFileThatIsNoDatabase) {
  test::WriteBytes(file_, "Dear Ada,\nit was nice to meet you.\n" + std::string(5000, '.'));
  ExpectRefused(ErrorCode::kStorage, "isn't a Kith database");
}

TEST_F(StoreTest, RefusesAShortFileThatIsNoDatabase) {
  test::WriteBytes(file_, "x");
  ExpectRefused(ErrorCode::kStorage, "another program");
}

TEST_F(StoreTest, RefusesADatabaseOfAnotherProgram) {
  MakeDatabase("CREATE TABLE songs(title TEXT);");
  ExpectRefused(ErrorCode::kStorage, "another program");
}

TEST_F(StoreTest, RefusesADatabaseThatIsMarkedByAnotherProgram) {
  MakeDatabase("PRAGMA application_id = 252006;");
  ExpectRefused(ErrorCode::kStorage, "another program");
}

TEST_F(StoreTest, RefusesADatabaseOfANewerKith) {
  OpenStore(file_, clock_);
  const int newer = Migrations().back().version + 1;
  Database(file_, Database::Mode::kReadWrite).Execute("PRAGMA user_version = " + std::to_string(newer));
  ExpectRefused(ErrorCode::kStorage, "newer Kith");
}

TEST_F(StoreTest, RefusesAFolder) {
  const auto opened = Store::Open(folder_.path(), clock_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(opened.error().message.find("is a folder"), std::string::npos);
}

TEST_F(StoreTest, RefusesAPathThroughAFile) {
  test::WriteBytes(folder_ / "file", "x");
  const auto opened = Store::Open(folder_ / "file" / "kith.db", clock_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kNotFound) << opened.error().detail;
}

TEST_F(StoreTest, ReportsADamagedDatabase) {
  {
    const auto store = OpenStore(file_, clock_);
    for (int i = 0; i < 20; ++i)
      ASSERT_TRUE(store->captures().Add(SampleCapture(std::string(9000, 'x'))));
  }
  std::string bytes = test::ReadBytes(file_);
  for (std::size_t page = 4096; page + 4096 <= bytes.size(); page += 4096)
    bytes.replace(page, 100, 100, '\x7F');
  test::WriteBytes(file_, bytes);
  const auto opened = Store::Open(file_, clock_);
  const auto listed = opened ? (*opened)->captures().List(CaptureState::kWaiting, 100)
                             : Result<std::vector<Capture>>(opened.error());
  ASSERT_FALSE(listed);
  EXPECT_EQ(listed.error().code, ErrorCode::kDamaged);
  EXPECT_NE(listed.error().message.find("damaged"), std::string::npos) << listed.error().message;
}

/// The error code of opening the file as a user who may not write there: a letter a code.
std::string CodeWhenNotAllowed(const path& file, const Clock& clock) {
  test::ChildProcess child([&](int out) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && seteuid(kNobody) != 0) _exit(2);
    const auto opened = Store::Open(file, clock);
    test::WriteAll(out, opened ? "opened" : std::to_string(static_cast<int>(opened.error().code)));
  });
  return child.ReadAll();
}

TEST_F(StoreTest, ReportsAFolderThatCannotBeWritten) {
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0555));
  const std::string denied = std::to_string(static_cast<int>(ErrorCode::kPermissionDenied));
  EXPECT_EQ(CodeWhenNotAllowed(file_, clock_), denied);
  EXPECT_EQ(CodeWhenNotAllowed(folder_ / "new" / "kith.db", clock_), denied);
  EXPECT_TRUE(Names().empty());
}

TEST_F(StoreTest, ReportsAFileThatCannotBeWritten) {
  OpenStore(file_, clock_);
  std::filesystem::permissions(file_, std::filesystem::perms(0444));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0555));
  const std::string bytes = test::ReadBytes(file_);
  EXPECT_EQ(CodeWhenNotAllowed(file_, clock_),
            std::to_string(static_cast<int>(ErrorCode::kPermissionDenied)));
  EXPECT_EQ(test::ReadBytes(file_), bytes);
}

TEST_F(StoreTest, ShowsOneConnectionWhatAnotherCommitted) {
  const auto writer = OpenStore(file_, clock_);
  const auto reader = OpenStore(file_, clock_);
  const CaptureId id = writer->captures().Add(SampleCapture()).value();
  EXPECT_TRUE(reader->captures().Get(id));
  ASSERT_TRUE(reader->captures().Erase(id));
  EXPECT_FALSE(writer->captures().Get(id));
}

TEST_F(StoreTest, IsMadeOnceByThreadsThatOpenItAtOnce) {
  constexpr int kThreads = 4;
  std::vector<Result<CaptureId>> added(kThreads, Error{});
  {
    std::vector<std::jthread> threads;
    for (Result<CaptureId>& result : added) {
      threads.emplace_back([&] {
        auto opened = Store::Open(file_, clock_);
        result = opened ? (*opened)->captures().Add(SampleCapture()) : opened.error();
      });
    }
  }
  for (const auto& result : added)
    EXPECT_TRUE(result) << result.error().detail;
  EXPECT_EQ(OpenStore(file_, clock_)->captures().List(CaptureState::kWaiting, 100).value().size(), 4U);
}

TEST_F(StoreTest, IsMadeOnceByProcessesThatOpenItAtOnce) {
  std::vector<std::unique_ptr<test::ChildProcess>> children;
  for (int i = 0; i < 4; ++i) {
    children.push_back(std::make_unique<test::ChildProcess>([&](int out) {
      auto opened = Store::Open(file_, clock_);
      const auto added = opened ? (*opened)->captures().Add(SampleCapture()) : opened.error();
      test::WriteAll(out, added ? "added" : added.error().message + added.error().detail);
    }));
  }
  for (const auto& child : children)
    EXPECT_EQ(child->ReadAll(), "added");
  EXPECT_EQ(OpenStore(file_, clock_)->captures().List(CaptureState::kWaiting, 100).value().size(), 4U);
}

TEST_F(StoreTest, ClosesAFileThatWasOpenToOthers) {
  OpenStore(file_, clock_);
  std::filesystem::permissions(file_, std::filesystem::perms(0644));
  const auto store = OpenStore(file_, clock_);
  ASSERT_TRUE(store->captures().Add(test::SampleCapture()));
  for (const char* part : {"", "-wal", "-shm"}) {
    EXPECT_EQ(std::filesystem::status(file_.string() + part).permissions(), std::filesystem::perms(0600))
        << part;
  }
}

}  // namespace
}  // namespace kith::storage
