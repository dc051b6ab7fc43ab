// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/result.h"

namespace kith {

/// The host's own details, which guests take home. Every text may be empty.
struct HostCard {
  /// Of its file, so that a second import changes the contact; nil until it is kept.
  ContactId id = {};
  std::string name = {};
  std::string organization = {};
  std::string title = {};
  std::string phone = {};
  std::string email = {};
  std::string url = {};
  std::vector<std::string> handles = {};  ///< "LinkedIn: ada-example"; see core/social_handle.h

  friend bool operator==(const HostCard&, const HostCard&) = default;
};

/// The dark and light squares of a QR code, without the light margin that it needs around it.
struct QrCode {
  static constexpr int kMargin = 4;  ///< light squares on every side (ISO/IEC 18004)

  int size = 0;                 ///< squares a side
  std::vector<bool> dark = {};  ///< row by row

  bool IsDark(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
  friend bool operator==(const QrCode&, const QrCode&) = default;
};

/// A host card for the camera of a phone.
struct HostCode {
  QrCode code;
  std::vector<std::string> left_out = {};  ///< "the web address": what had no room

  friend bool operator==(const HostCode&, const HostCode&) = default;
};

enum class HostCardFile { kVcard, kPng, kSvg };

/// Port: the host card. One object a thread. Events are named as text: "met at"; empty: none.
class HostCards {
 public:
  virtual ~HostCards() = default;
  /// Empty if none was kept yet.
  virtual Result<HostCard> Load() = 0;
  /// With its id, once it is kept. kInvalidInput without a name.
  virtual Result<HostCard> Keep(const HostCard& card) = 0;
  /// kInvalidInput without a name, and if even that is too long.
  virtual Result<HostCode> CodeOf(const HostCard& card, const std::string& event) = 0;
  /// The whole card, or a picture of its code, as a file in the folder that isn't there yet. Gives its path.
  virtual Result<std::filesystem::path> Write(const HostCard& card, const std::string& event,
                                              HostCardFile kind, const std::filesystem::path& folder) = 0;
};

}  // namespace kith
