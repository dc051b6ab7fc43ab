// SPDX-License-Identifier: Apache-2.0
// What goes wrong on real machines: damaged pictures, closed folders, full disks, files of other programs.
// Each time the program says what, ends with status 1, and what was kept before is still there.
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <zlib.h>

#include "storage/store.h"
#include "tests/e2e/json_lines.h"
#include "tests/e2e/kith_program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/small_disk.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using testing::AllOf;
using testing::HasSubstr;
using Words = std::vector<std::string>;

Words operator+(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::set<std::string> NamesIn(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename());
  return names;
}

/// A store with one kept card and one contact, which nothing may harm.
class BadInput : public KithProgram {
 protected:
  static constexpr const char* kContact = "Ada Example";

  void KeepSomething() {
    const ManualClock clock;
    const auto store = storage::Store::Open(data() / "kith.db", clock);
    ASSERT_TRUE(store) << store.error().message;
    const CaptureId card = (*store)->captures().Add(SampleCapture(ReadBytes(Sample("01.jpg")))).value();
    ASSERT_TRUE((*store)->queue().ClaimCapture(card).value());
    ASSERT_TRUE((*store)->queue().Finish(card, SampleDraft()));
    Contact contact = FullContact(kContact);
    contact.event.reset();
    contact.capture.reset();
    ASSERT_TRUE((*store)->contacts().Confirm(contact, {}));
  }

  /// The store is whole, has these captures, each with image and draft, and the contact; and there is nothing
  /// half written beside it.
  void ExpectUnharmed(int captures) const {
    SQLite::Database database((data() / "kith.db").string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM captures").getInt(), captures);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM drafts").getInt(), captures);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM card_images WHERE length(bytes) > 1000").getInt(),
              captures);
    EXPECT_EQ(database.execAndGet("SELECT full_name FROM contacts").getString(), kContact);
    for (const std::string& name : NamesIn(data())) {
      EXPECT_THAT(name, testing::AnyOf("kith.db", "kith.db-wal", "kith.db-shm", "ballast"));
    }
  }

  /// Runs the program by way of another, as "prlimit --as=…".
  ProcessOutcome RunBy(const Words& launcher, const Words& arguments) const {
    return RunProcess(launcher + Command(arguments), Options());
  }

  /// Root is bound by no permission, unless it gives up the right to pass over them.
  static Words AsOrdinaryUser() {
    if (geteuid() != 0) return {};
    const std::string none = "-dac_override,-dac_read_search";
    return {"setpriv", "--bounding-set=" + none, "--inh-caps=" + none};
  }

  /// Scans one picture that can't be used, and says what the program said about it.
  std::string ScanRefused(const fs::path& picture, const Words& launcher = {}) {
    KeepSomething();
    const ProcessOutcome outcome =
        RunBy(launcher, {"scan", "--json", "--save", "--jobs", "1", picture.string()});
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    EXPECT_EQ(outcome.err, "") << "the error is in the JSON";
    ExpectUnharmed(1);
    const auto lines = JsonLines(outcome.out);
    if (lines.size() != 1) return "not one line but: " + outcome.out;
    EXPECT_EQ(lines[0].at("source"), picture.string());
    return lines[0].at("error");
  }

  fs::path Picture(const std::string& name, const std::string& bytes) const {
    WriteBytes(folder() / name, bytes);
    return folder() / name;
  }
};

TEST_F(BadInput, ATextNamedLikeAPictureIsNoPicture) {
  EXPECT_THAT(ScanRefused(Picture("letter.jpg", "Dear Ada, this is not a picture.")),
              AllOf(HasSubstr("letter.jpg"), HasSubstr("isn't a picture"), HasSubstr("JPEG")));
}

TEST_F(BadInput, AnEmptyFileIsSaidToBeEmpty) {
  EXPECT_THAT(ScanRefused(Picture("empty.png", "")), AllOf(HasSubstr("empty.png"), HasSubstr("is empty")));
}

TEST_F(BadInput, HalfAPhotographIsRefusedNotGuessed) {
  const std::string whole = ReadBytes(Samples() / "01.jpg");
  EXPECT_THAT(ScanRefused(Picture("cut.jpg", whole.substr(0, whole.size() / 2))),
              AllOf(HasSubstr("cut.jpg"), HasSubstr("cut off")));
}

TEST_F(BadInput, AFileThatIsNotThereIsNamed) {
  EXPECT_THAT(ScanRefused(folder() / "nowhere.jpg"),
              AllOf(HasSubstr("nowhere.jpg"), HasSubstr("no such file")));
}

std::string BigEndian(uLong number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

std::string PngChunk(const std::string& type, const std::string& content) {
  const std::string body = type + content;
  const auto* bytes = reinterpret_cast<const Bytef*>(body.data());
  return BigEndian(content.size()) + body + BigEndian(crc32(0, bytes, static_cast<uInt>(body.size())));
}

/// A whole, black PNG with a bit a pixel: four hundred megapixels are 50 kB on disk.
std::string BlackPng(uLong side) {
  const std::string rows((1 + (side + 7) / 8) * side, '\0');
  uLongf size = compressBound(rows.size());
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
           rows.size());
  packed.resize(size);
  const std::string header = BigEndian(side) + BigEndian(side) + "\x01\x00\x00\x00\x00"s;
  return "\x89PNG\r\n\x1a\n"s + PngChunk("IHDR", header) + PngChunk("IDAT", packed) + PngChunk("IEND", "");
}

TEST_F(BadInput, APictureOfOnePixelIsTooSmall) {
  EXPECT_THAT(ScanRefused(Picture("dot.png", BlackPng(1))),
              AllOf(HasSubstr("dot.png"), HasSubstr("1x1"), HasSubstr("too small")));
}

TEST_F(BadInput, AnEnormousPictureIsRefusedBeforeItTakesMemory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  const Words little_memory;  // the sanitizers reserve terabytes
#else
  const Words little_memory = {"prlimit", "--as=800000000"};  // decoded it would take 1.2 GB
#endif
  EXPECT_THAT(ScanRefused(Picture("bomb.png", BlackPng(20000)), little_memory),
              AllOf(HasSubstr("bomb.png"), HasSubstr("20000x20000"), HasSubstr("Scale it down")));
}

TEST_F(BadInput, AFolderThatMayNotBeReadIsNamed) {
  const fs::path closed = folder() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::none);
  const std::string error = ScanRefused(closed, AsOrdinaryUser());
  fs::permissions(closed, fs::perms::owner_all);
  EXPECT_THAT(error, AllOf(HasSubstr("closed"), HasSubstr("aren't allowed to read this folder")));
}

TEST_F(BadInput, AClosedFolderDoesNotKeepTheOthersFromBeingRead) {
  KeepSomething();
  const fs::path box = folder() / "box";
  fs::create_directories(box / "closed");
  fs::copy_file(Sample("02.jpg"), box / "open.jpg");
  fs::permissions(box / "closed", fs::perms::none);
  const ProcessOutcome outcome = RunBy(AsOrdinaryUser(), {"scan", "--json", "--save", box.string()});
  fs::permissions(box / "closed", fs::perms::owner_all);
  EXPECT_EQ(outcome.status, 1);
  const auto lines = JsonLines(outcome.out);
  ASSERT_EQ(lines.size(), 2) << outcome.out;
  EXPECT_THAT(lines[0].at("error").get<std::string>(), HasSubstr("closed"));
  EXPECT_TRUE(lines[1].contains("contact"));
  ExpectUnharmed(2);
}

TEST_F(BadInput, APictureThatMayNotBeReadIsNamed) {
  const fs::path picture = Picture("private.jpg", ReadBytes(Samples() / "01.jpg"));
  fs::permissions(picture, fs::perms::none);
  EXPECT_THAT(ScanRefused(picture, AsOrdinaryUser()),
              AllOf(HasSubstr("private.jpg"), HasSubstr("aren't allowed to read this file")));
}

TEST_F(BadInput, ADataFolderThatMayNotBeWrittenIsNamed) {
  KeepSomething();
  fs::permissions(data(), fs::perms::owner_read | fs::perms::owner_exec);
  const ProcessOutcome outcome = RunBy(AsOrdinaryUser(), {"scan", "--save", Sample("02.jpg")});
  fs::permissions(data(), fs::perms::owner_all);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("kith.db"), HasSubstr("may not write")));
  ExpectUnharmed(1);
}

TEST_F(BadInput, AnExportWhereNothingMayBeWrittenIsRefused) {
  KeepSomething();
  const fs::path closed = folder() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
  const ProcessOutcome outcome =
      RunBy(AsOrdinaryUser(), {"export", "--format", "csv", "-o", (closed / "list.csv").string()});
  fs::permissions(closed, fs::perms::owner_all);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("list.csv"), HasSubstr("may not write")));
  EXPECT_THAT(NamesIn(closed), testing::IsEmpty());
  ExpectUnharmed(1);
}

TEST_F(BadInput, AnExportIntoAFolderThatIsNotThereIsRefused) {
  KeepSomething();
  const std::string list = (folder() / "missing" / "list.csv").string();
  const ProcessOutcome outcome = Run({"export", "--format", "csv", "-o", list});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr(list), HasSubstr("doesn't exist")));
  ExpectUnharmed(1);
}

TEST_F(BadInput, AFileInThePlaceOfTheDataFolderIsLeftAlone) {
  WriteBytes(data(), "notes");
  const ProcessOutcome outcome = Run({"scan", "--save", Sample("01.jpg")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr(data().string()));
  EXPECT_EQ(ReadBytes(data()), "notes");
}

TEST_F(BadInput, AFileThatIsNoDatabaseIsLeftAlone) {
  fs::create_directories(data());
  WriteBytes(data() / "kith.db", "This belongs to somebody else.");
  for (const Words& command : {Words{"scan", "--save", Sample("01.jpg")}, Words{"contacts"}}) {
    const ProcessOutcome outcome = Run(command);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("kith.db"), HasSubstr("isn't a Kith database")));
    EXPECT_EQ(ReadBytes(data() / "kith.db"), "This belongs to somebody else.");
  }
}

TEST_F(BadInput, AnotherProgramsDatabaseIsLeftAlone) {
  fs::create_directories(data());
  {
    SQLite::Database other((data() / "kith.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Autumn');");
  }
  const std::string before = ReadBytes(data() / "kith.db");
  for (const Words& command : {Words{"scan", "--save", Sample("01.jpg")}, Words{"contacts"}}) {
    const ProcessOutcome outcome = Run(command);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("kith.db"), HasSubstr("belongs to another program")));
    EXPECT_EQ(ReadBytes(data() / "kith.db"), before);
    EXPECT_THAT(NamesIn(data()), testing::ElementsAre("kith.db"));
  }
}

TEST_F(BadInput, ADamagedDatabaseIsReportedNotReplaced) {
  KeepSomething();
  std::string bytes = ReadBytes(data() / "kith.db");
  std::fill(bytes.begin() + 4096, bytes.end(), '\x5A');  // all but its first page
  WriteBytes(data() / "kith.db", bytes);
  const ProcessOutcome outcome = Run({"contacts"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("kith.db"), HasSubstr("damaged"), HasSubstr("backup")));
  EXPECT_EQ(ReadBytes(data() / "kith.db"), bytes);
}

/// A disk of four megabytes in the place of the data folder.
class FullDataDisk : public BadInput {
 protected:
  void SetUp() override {
    fs::create_directory(data());
    disk_.emplace(data(), 4);
    if (!disk_->mounted()) {
      GTEST_SKIP() << "This system lets tests mount no disk; FileSizeLimit has files that can't grow.";
    }
  }
  void TearDown() override { disk_.reset(); }

  std::optional<SmallDisk> disk_;
};

TEST_F(FullDataDisk, RefusesANewCardKeepsTheOldOnesAndGoesOnOnceThereIsRoom) {
  KeepSomething();
  disk_->FillUp();
  const Words scan = {"scan", "--save", Sample("02.jpg")};
  const ProcessOutcome full = Run(scan);
  EXPECT_EQ(full.status, 1);
  EXPECT_THAT(full.err, AllOf(HasSubstr("no free space"), HasSubstr("Make some room")));
  EXPECT_THAT(full.err, testing::Not(HasSubstr("kept "))) << "nothing was";
  disk_->MakeRoom();
  ExpectUnharmed(1);

  const ProcessOutcome roomy = Run(scan);
  EXPECT_EQ(roomy.status, 0) << roomy.err;
  ExpectUnharmed(2);
}

TEST_F(FullDataDisk, SaysSoWhenTheStoreCannotBeMade) {
  disk_->FillUp();
  const ProcessOutcome outcome = Run({"scan", "--save", Sample("01.jpg")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("no free space"));
  disk_->MakeRoom();
  KeepSomething();
  ExpectUnharmed(1);
}

TEST_F(BadInput, AnExportThatFindsNoRoomLeavesTheOlderListAndNoHalfOne) {
  KeepSomething();
  const fs::path stick = folder() / "stick";
  fs::create_directory(stick);
  const SmallDisk disk(stick, 1);
  if (!disk.mounted()) {
    GTEST_SKIP() << "This system lets tests mount no disk; FileSizeLimit has files that can't grow.";
  }
  const fs::path list = stick / "contacts.csv";
  WriteBytes(list, "the older list");
  disk.FillUp();
  const ProcessOutcome full = Run({"export", "--format", "csv", "-o", list.string()});
  EXPECT_EQ(full.status, 1);
  EXPECT_THAT(full.err, AllOf(HasSubstr("contacts.csv"), HasSubstr("no space left")));
  EXPECT_EQ(ReadBytes(list), "the older list");
  EXPECT_THAT(NamesIn(stick), testing::UnorderedElementsAre("ballast", "contacts.csv"));

  disk.MakeRoom();
  const ProcessOutcome roomy = Run({"export", "--format", "csv", "-o", list.string()});
  EXPECT_EQ(roomy.status, 0) << roomy.err;
  EXPECT_THAT(ReadBytes(list), HasSubstr(kContact));
  ExpectUnharmed(1);
}

/// Files that may not grow: what a full disk is to the program, on every system.
class FileSizeLimit : public BadInput {
 protected:
  /// The index of SQLite's log needs 32 kB, a card image or the list below more than 64.
  const Words no_large_files_ = {"prlimit", "--fsize=65536"};
};

TEST_F(FileSizeLimit, RefusesANewCardAndKeepsTheOldOnes) {
  KeepSomething();
  const ProcessOutcome outcome = RunBy(no_large_files_, {"scan", "--save", Sample("02.jpg")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("kith.db"));
  ExpectUnharmed(1);
  const ProcessOutcome again = Run({"scan", "--save", Sample("02.jpg")});
  EXPECT_EQ(again.status, 0) << again.err;
  ExpectUnharmed(2);
}

TEST_F(FileSizeLimit, AnExportLeavesTheOlderListAndNoHalfOne) {
  KeepSomething();
  const fs::path list = folder() / "lists" / "contacts.csv";
  fs::create_directory(list.parent_path());
  WriteBytes(list, "the older list");
  const ManualClock clock;
  const auto store = storage::Store::Open(data() / "kith.db", clock);
  ASSERT_TRUE(store);
  Contact talkative = NamedContact("Bela Example");
  talkative.details.notes = std::string(100'000, 'n');
  ASSERT_TRUE((*store)->contacts().Confirm(talkative, {}));
  const ProcessOutcome outcome = RunBy(no_large_files_, {"export", "--format", "csv", "-o", list.string()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("temporary files"), HasSubstr("no space left")));
  EXPECT_EQ(ReadBytes(list), "the older list");
  EXPECT_THAT(NamesIn(list.parent_path()), testing::ElementsAre("contacts.csv"));
  ExpectUnharmed(1);
}

}  // namespace
}  // namespace kith::test
