// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kith {

/// What went wrong, as far as a screen or an exit status needs to tell it apart.
enum class ErrorCode {
  kInvalidInput,      ///< what a person or another program gave us makes no sense
  kUnreadable,        ///< a file, picture or stream is there but can't be decoded
  kNotFound,          ///< a file, device, row or option that doesn't exist
  kPermissionDenied,  ///< the operating system, a server or a camera refused
  kEndOfStream,       ///< a finite source has no more frames
  kSourceLost,        ///< a camera or stream stopped answering
  kSourceFrozen,      ///< a camera or stream sends the same picture again and again
  kNoCard,            ///< a picture without a card
  kStorageFull,       ///< no space left where we write
  kStorage,           ///< the database refused
  kDamaged,           ///< the database is damaged: a backup must be restored
  kNotAllowed,        ///< our own rules refuse it
  kUnavailable,       ///< something that Kith needs isn't installed
  kCancelled,         ///< somebody asked to stop; not a failure to show
  kInternal,          ///< a bug of ours or of a library
};

/// An expected failure. `message` is for a person: what happened, to what, what to do. `detail` is for the
/// log: the library's own words, numbers, offsets. It may be empty.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::string detail = {};

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace kith
