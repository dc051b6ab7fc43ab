// SPDX-License-Identifier: Apache-2.0
#include "exchange/atomic_file.h"

#include <csignal>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/exchange/temporary_folder.h"

namespace kith::exchange {
namespace {

using namespace std::string_literals;

namespace fs = std::filesystem;
using test::ReadFile;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename());
  return names;
}

/// No file may grow beyond this while it lives: writing fails as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

/// Permissions don't bind root, so tests of them run as somebody else.
class OrdinaryUser {
 public:
  OrdinaryUser() {
    if (geteuid() == 0) changed_ = seteuid(65534) == 0;
  }
  ~OrdinaryUser() {
    if (changed_ && seteuid(0) != 0) std::abort();
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;

 private:
  bool changed_ = false;
};

TEST(WriteFileAtomically, WritesANewFileAndNothingElse) {
  const TemporaryFolder folder;
  const std::string bytes = "a\0b\r\n"s;
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", bytes));
  EXPECT_EQ(ReadFile(folder / "list.csv"), bytes);
  EXPECT_THAT(NamesIn(folder.path()), ElementsAre("list.csv"));
}

TEST(WriteFileAtomically, ReplacesAFileAndKeepsItsPermissions) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", "a longer old text"));
  fs::permissions(folder / "list.csv", fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", "new"));
  EXPECT_EQ(ReadFile(folder / "list.csv"), "new");
  EXPECT_EQ(fs::status(folder / "list.csv").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(WriteFileAtomically, NewFilesFollowTheUmask) {
  const TemporaryFolder folder;
  const mode_t before = umask(027);
  const bool written = static_cast<bool>(WriteFileAtomically(folder / "list.csv", "x"));
  umask(before);
  ASSERT_TRUE(written);
  EXPECT_EQ(static_cast<unsigned>(fs::status(folder / "list.csv").permissions()), 0640U);
}

TEST(WriteFileAtomically, AReaderOfTheOldFileKeepsTheOldText) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", "old"));
  std::ifstream reader(folder / "list.csv");
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", "new and longer"));
  std::string text;
  std::getline(reader, text);
  EXPECT_EQ(text, "old");
}

TEST(WriteFileAtomically, ASymbolicLinkStaysOne) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "real.csv", "old"));
  fs::create_symlink("real.csv", folder / "link.csv");
  ASSERT_TRUE(WriteFileAtomically(folder / "link.csv", "new"));
  EXPECT_TRUE(fs::is_symlink(folder / "link.csv"));
  EXPECT_EQ(ReadFile(folder / "real.csv"), "new");
}

TEST(WriteFileAtomically, OnAFullDiskTheOldFileStays) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "list.csv", "old"));
  Result<void> written;
  {
    const FileSizeLimit limit(4096);
    written = WriteFileAtomically(folder / "list.csv", std::string(10000, 'x'));
  }
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kStorageFull);
  EXPECT_THAT(written.error().message, HasSubstr("list.csv"));
  EXPECT_EQ(ReadFile(folder / "list.csv"), "old");
  EXPECT_THAT(NamesIn(folder.path()), ElementsAre("list.csv"));
}

TEST(WriteFileAtomically, OnAFullDiskANewFileIsNotThere) {
  const TemporaryFolder folder;
  Result<void> written;
  {
    const FileSizeLimit limit(4096);
    written = WriteFileAtomically(folder / "list.csv", std::string(10000, 'x'));
  }
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kStorageFull);
  EXPECT_THAT(NamesIn(folder.path()), IsEmpty());
}

TEST(WriteFileAtomically, WritesToADeviceInsteadOfReplacingIt) {
  ASSERT_TRUE(WriteFileAtomically("/dev/null", "x"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  const Result<void> full = WriteFileAtomically("/dev/full", "x");
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::kStorageFull);
}

TEST(WriteFileAtomically, SaysThatTheFolderDoesNotExist) {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder / "missing" / "list.csv", folder / "missing/"}) {
    const Result<void> written = WriteFileAtomically(path, "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kNotFound);
  }
  ASSERT_TRUE(WriteFileAtomically(folder / "file", "x"));
  const Result<void> below_a_file = WriteFileAtomically(folder / "file" / "list.csv", "x");
  ASSERT_FALSE(below_a_file);
  EXPECT_EQ(below_a_file.error().code, ErrorCode::kNotFound);
}

TEST(WriteFileAtomically, RefusesAFolderAndANameThatIsTooLong) {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder.path(), folder / std::string(300, 'x')}) {
    const Result<void> written = WriteFileAtomically(path, "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kInvalidInput);
  }
  EXPECT_THAT(NamesIn(folder.path()), IsEmpty());
}

TEST(WriteFileAtomically, TakesTheLongestNameThatTheSystemTakes) {
  const TemporaryFolder folder;
  EXPECT_TRUE(WriteFileAtomically(folder / std::string(255, 'x'), "x"));
}

TEST(WriteFileAtomically, SaysThatItMayNot) {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
  Result<void> written;
  {
    const OrdinaryUser user;
    written = WriteFileAtomically(folder / "list.csv", "x");
  }
  fs::permissions(folder.path(), fs::perms::owner_all);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kPermissionDenied);
  EXPECT_THAT(NamesIn(folder.path()), IsEmpty());
}

TEST(WriteFileAtomically, TakesARelativePath) {
  const TemporaryFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  const bool written = static_cast<bool>(WriteFileAtomically("list.csv", "x"));
  fs::current_path(before);
  ASSERT_TRUE(written);
  EXPECT_EQ(ReadFile(folder / "list.csv"), "x");
}

TEST(WriteFileAtomically, WritesPieceByPieceAndLeavesTheOldFileOnAnError) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "page.html", [](const AddBytes& add) -> Result<void> {
    for (const char* piece : {"one ", "two ", "three"}) {
      if (const Result<void> added = add(piece); !added) return added;
    }
    return {};
  }));
  EXPECT_EQ(ReadFile(folder / "page.html"), "one two three");
  const Error lost{ErrorCode::kStorage, "The store is gone."};
  const Result<void> written =
      WriteFileAtomically(folder / "page.html", [&](const AddBytes& add) -> Result<void> {
        EXPECT_TRUE(add("half"));
        return lost;
      });
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error(), lost);
  EXPECT_EQ(ReadFile(folder / "page.html"), "one two three");
  EXPECT_THAT(NamesIn(folder.path()), ElementsAre("page.html"));
}

Result<void> TwoFiles(const AddFile& add) {
  const Result<void> first = add("a.txt", "first");
  return first ? add("b.txt", std::string(20000, 'b')) : first;
}

TEST(WriteFolderAtomically, WritesANewOrEmptyFolder) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFolderAtomically(folder / "new", TwoFiles));
  EXPECT_EQ(ReadFile(folder / "new" / "a.txt"), "first");
  EXPECT_EQ(ReadFile(folder / "new" / "b.txt").size(), 20000U);
  fs::create_directory(folder / "empty");
  ASSERT_TRUE(WriteFolderAtomically((folder / "empty").string() + "/", TwoFiles))
      << "also with a slash behind it";
  EXPECT_EQ(NamesIn(folder / "empty").size(), 2U);
  EXPECT_EQ(NamesIn(folder.path()).size(), 2U) << "nothing is left beside them";
}

TEST(WriteFolderAtomically, IsThereWholeOrNotAtAll) {
  const TemporaryFolder folder;
  Result<void> written;
  {
    const FileSizeLimit limit(1000);
    written = WriteFolderAtomically(folder / "drafts", TwoFiles);
  }
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kStorageFull);
  EXPECT_THAT(written.error().message, HasSubstr("b.txt"));
  EXPECT_THAT(NamesIn(folder.path()), IsEmpty());
}

TEST(WriteFolderAtomically, TouchesNothingThatIsThere) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "mine.txt", "mine"));
  EXPECT_EQ(WriteFolderAtomically(folder.path(), TwoFiles).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(WriteFolderAtomically(folder / "mine.txt", TwoFiles).error().code, ErrorCode::kNotAllowed);
  EXPECT_THAT(NamesIn(folder.path()), ElementsAre("mine.txt"));
  EXPECT_EQ(ReadFile(folder / "mine.txt"), "mine");
  EXPECT_EQ(WriteFolderAtomically(folder / "missing" / "drafts", TwoFiles).error().code,
            ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::exchange
