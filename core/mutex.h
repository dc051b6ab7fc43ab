// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>

/// Clang's thread-safety analysis: what a mutex guards is said in the code, and a build with Clang checks it
/// (https://clang.llvm.org/docs/ThreadSafetyAnalysis.html). Other compilers see nothing.
#if defined(__clang__)
#define KITH_THREAD_ANNOTATION(x) __attribute__((x))
#else
#define KITH_THREAD_ANNOTATION(x)
#endif

#define KITH_CAPABILITY(x) KITH_THREAD_ANNOTATION(capability(x))
#define KITH_SCOPED_CAPABILITY KITH_THREAD_ANNOTATION(scoped_lockable)
#define KITH_GUARDED_BY(x) KITH_THREAD_ANNOTATION(guarded_by(x))
#define KITH_REQUIRES(...) KITH_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
#define KITH_ACQUIRE(...) KITH_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define KITH_RELEASE(...) KITH_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define KITH_NO_THREAD_SAFETY_ANALYSIS KITH_THREAD_ANNOTATION(no_thread_safety_analysis)

namespace kith {

/// std::mutex with the names of the standard, known to the analysis.
class KITH_CAPABILITY("mutex") Mutex {
 public:
  void lock() KITH_ACQUIRE() { mutex_.lock(); }
  void unlock() KITH_RELEASE() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

class KITH_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) KITH_ACQUIRE(mutex) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() KITH_RELEASE() { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace kith
