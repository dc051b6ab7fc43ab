// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faulty_disk.h"

#include <new>

#include <sqlite3.h>

namespace kith::test {
namespace {

/// SQLite's interface is made of C functions: what they share stands here.
struct Plan {
  int writes_left = -1;  ///< -1: nothing fails
  FaultyDisk::Fault fault = FaultyDisk::Fault::kNone;
  bool failed = false;
};
Plan plan;
sqlite3_vfs* system_vfs = nullptr;

/// Our file; the system's follows it in memory.
struct File {
  sqlite3_file base;
  sqlite3_io_methods methods;
};

sqlite3_file* Inner(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
}

/// SQLITE_OK, or the fault that is due.
int Due(int io_error) {
  if (plan.writes_left < 0) return SQLITE_OK;
  if (plan.writes_left > 0) {
    --plan.writes_left;
    return SQLITE_OK;
  }
  plan.failed = true;
  return plan.fault == FaultyDisk::Fault::kFull && io_error == SQLITE_IOERR_WRITE ? SQLITE_FULL : io_error;
}

int Close(sqlite3_file* file) {
  sqlite3_file* const inner = Inner(file);
  return inner->pMethods == nullptr ? SQLITE_OK : inner->pMethods->xClose(inner);
}
int Read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  return Inner(file)->pMethods->xRead(Inner(file), into, size, at);
}
int Write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  const int due = Due(SQLITE_IOERR_WRITE);
  return due != SQLITE_OK ? due : Inner(file)->pMethods->xWrite(Inner(file), from, size, at);
}
int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int due = Due(SQLITE_IOERR_TRUNCATE);
  return due != SQLITE_OK ? due : Inner(file)->pMethods->xTruncate(Inner(file), size);
}
int Sync(sqlite3_file* file, int flags) {
  const int due = Due(SQLITE_IOERR_FSYNC);
  return due != SQLITE_OK ? due : Inner(file)->pMethods->xSync(Inner(file), flags);
}
int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return Inner(file)->pMethods->xFileSize(Inner(file), size);
}
int Lock(sqlite3_file* file, int level) {
  return Inner(file)->pMethods->xLock(Inner(file), level);
}
int Unlock(sqlite3_file* file, int level) {
  return Inner(file)->pMethods->xUnlock(Inner(file), level);
}
int CheckReservedLock(sqlite3_file* file, int* held) {
  return Inner(file)->pMethods->xCheckReservedLock(Inner(file), held);
}
int FileControl(sqlite3_file* file, int operation, void* argument) {
  return Inner(file)->pMethods->xFileControl(Inner(file), operation, argument);
}
int SectorSize(sqlite3_file* file) {
  return Inner(file)->pMethods->xSectorSize(Inner(file));
}
int DeviceCharacteristics(sqlite3_file* file) {
  return Inner(file)->pMethods->xDeviceCharacteristics(Inner(file));
}
int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return Inner(file)->pMethods->xShmMap(Inner(file), page, size, extend, memory);
}
int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return Inner(file)->pMethods->xShmLock(Inner(file), offset, count, flags);
}
void ShmBarrier(sqlite3_file* file) {
  Inner(file)->pMethods->xShmBarrier(Inner(file));
}
int ShmUnmap(sqlite3_file* file, int remove) {
  return Inner(file)->pMethods->xShmUnmap(Inner(file), remove);
}

int Open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* const ours = new (file) File{};
  const int opened = system_vfs->xOpen(system_vfs, name, Inner(file), flags, out_flags);
  if (Inner(file)->pMethods == nullptr) return opened;
  ours->methods = {.iVersion = 2,  // without memory mapping, so that every write comes by
                   .xClose = Close,
                   .xRead = Read,
                   .xWrite = Write,
                   .xTruncate = Truncate,
                   .xSync = Sync,
                   .xFileSize = FileSize,
                   .xLock = Lock,
                   .xUnlock = Unlock,
                   .xCheckReservedLock = CheckReservedLock,
                   .xFileControl = FileControl,
                   .xSectorSize = SectorSize,
                   .xDeviceCharacteristics = DeviceCharacteristics,
                   .xShmMap = ShmMap,
                   .xShmLock = ShmLock,
                   .xShmBarrier = ShmBarrier,
                   .xShmUnmap = ShmUnmap,
                   .xFetch = nullptr,
                   .xUnfetch = nullptr};
  ours->base.pMethods = &ours->methods;
  return opened;
}

sqlite3_vfs& OurVfs() {
  static sqlite3_vfs vfs = [] {
    system_vfs = sqlite3_vfs_find(nullptr);
    sqlite3_vfs made = *system_vfs;
    made.zName = "kith-faulty";
    made.szOsFile = static_cast<int>(sizeof(File)) + system_vfs->szOsFile;
    made.xOpen = Open;
    return made;
  }();
  return vfs;
}

}  // namespace

FaultyDisk::FaultyDisk() {
  plan = {};
  sqlite3_vfs_register(&OurVfs(), 1);
}

FaultyDisk::~FaultyDisk() {
  plan = {};
  sqlite3_vfs_register(system_vfs, 1);
}

void FaultyDisk::FailAfter(int writes, Fault fault) {
  plan = {writes, fault, false};
}

void FaultyDisk::Repair() {
  plan.writes_left = -1;
}

bool FaultyDisk::has_failed() const {
  return plan.failed;
}

}  // namespace kith::test
