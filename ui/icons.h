// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Fork Awesome, by the names of its icons.yml. The atlas holds exactly these.
namespace kith::ui::icon {

inline constexpr char kSearch[] = "\uf002";
inline constexpr char kUser[] = "\uf007";
inline constexpr char kCheck[] = "\uf00c";
inline constexpr char kTimes[] = "\uf00d";
inline constexpr char kClock[] = "\uf017";
inline constexpr char kFilter[] = "\uf0b0";
inline constexpr char kDownload[] = "\uf019";
inline constexpr char kUpload[] = "\uf093";
inline constexpr char kQrCode[] = "\uf029";
inline constexpr char kLock[] = "\uf023";
inline constexpr char kCamera[] = "\uf030";
inline constexpr char kPencil[] = "\uf040";
inline constexpr char kArrowLeft[] = "\uf060";
inline constexpr char kPlus[] = "\uf067";
inline constexpr char kWarning[] = "\uf06a";
inline constexpr char kCopy[] = "\uf0c5";
inline constexpr char kUndo[] = "\uf0e2";
inline constexpr char kMore[] = "\uf141";
inline constexpr char kEnvelope[] = "\uf003";
inline constexpr char kLeaf[] = "\uf06c";
inline constexpr char kCalendar[] = "\uf073";
inline constexpr char kUsers[] = "\uf0c0";
inline constexpr char kTable[] = "\uf0ce";
inline constexpr char kComments[] = "\uf0e6";
inline constexpr char kUnlock[] = "\uf13e";
inline constexpr char kTrash[] = "\uf1f8";
inline constexpr char kBirthday[] = "\uf1fd";
inline constexpr char kDue[] = "\uf274";
inline constexpr char kHandshake[] = "\uf2b5";
inline constexpr char kCard[] = "\uf2bb";
inline constexpr char kExchange[] = "\uf0ec";
inline constexpr char kCog[] = "\uf013";

inline constexpr unsigned kFirst = 0xF000;
inline constexpr unsigned kLast = 0xF372;
inline constexpr const char* kAll[] = {
    kFilter, kSearch,   kUser,      kCheck, kTimes,    kClock,  kDownload, kLock,
    kCamera, kPencil,   kArrowLeft, kPlus,  kWarning,  kLeaf,   kCalendar, kUsers,
    kTable,  kComments, kUnlock,    kTrash, kBirthday, kUpload, kDue,      kHandshake,
    kCard,   kCopy,     kUndo,      kMore,  kEnvelope, kQrCode, kExchange, kCog};

}  // namespace kith::ui::icon
