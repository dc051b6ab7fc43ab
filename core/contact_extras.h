// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/actor.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/image.h"
#include "core/result.h"

namespace kith {

/// A property of a vCard that a Contact can't hold, or can't hold all of, kept so that it can be written
/// again.
struct VcardProperty {
  std::string group = {};  ///< "item1": what it stands together with; usually empty
  std::string name = {};   ///< upper case
  std::vector<std::pair<std::string, std::string>> parameters = {};  ///< names in upper case, values plain
  std::string value = {};  ///< UTF-8, unfolded, escaped as it stands in a vCard
  /// Which value of the contact it says more of (a type or a group, say), in a form that exchange/ alone
  /// knows; empty: the contact has no place for it.
  std::string of = {};

  friend bool operator==(const VcardProperty&, const VcardProperty&) = default;
};

/// What is kept of a person beyond a Contact, and isn't needed for a list of them.
struct ContactExtras {
  std::vector<EncodedImage> pictures = {};  ///< of the person; the first one is shown
  std::vector<VcardProperty> properties = {};

  bool empty() const { return pictures.empty() && properties.empty(); }
  friend bool operator==(const ContactExtras&, const ContactExtras&) = default;
};

/// So much is kept of one contact.
inline constexpr std::size_t kMostPictures = 8;
inline constexpr std::size_t kMostPictureBytes = 8U << 20U;  ///< of one
inline constexpr std::size_t kMostProperties = 1000;
inline constexpr std::size_t kMostPropertyBytes = 1U << 20U;  ///< of all of them

/// Takes away what is beyond the limits, the last first; gives how many pictures and properties that were.
std::size_t LimitExtras(ContactExtras& extras);

/// Adds what `other` has more; pictures and properties of `kept` come first. What stands in one group stays
/// together, in a group of another name if `kept` uses that one.
void JoinExtras(ContactExtras& kept, const ContactExtras& other);

/// A contact with all that is kept of it.
struct WholeContact {
  Contact contact = {};
  ContactExtras extras = {};

  friend bool operator==(const WholeContact&, const WholeContact&) = default;
};

enum class ExtrasWanted { kNone, kProperties, kAll };

/// Port: what contacts carry beyond their fields. One object a thread. kNotFound without the contact.
class ContactExtrasStore {
 public:
  virtual ~ContactExtrasStore() = default;
  /// Those of the contact, then those of contacts merged into it.
  virtual Result<ContactExtras> Get(ContactId id) = 0;
  /// Gives everybody, or everybody met at that event, to `visit`, in the order in which they were added, as
  /// the store was when the call began; few are held at a time, however many there are. The first error of
  /// `visit` ends it and is returned. `visit` may use nothing of the store.
  virtual Result<void> ForEach(std::optional<EventId> event, ExtrasWanted wanted,
                               const std::function<Result<void>(WholeContact)>& visit) = 0;
  /// What the contact itself has from now on, as one revision with the fields "pictures" and "properties",
  /// which ContactHistory::Undo puts back. Contacts merged into it keep theirs. kInvalidInput beyond the
  /// limits.
  virtual Result<void> Put(ContactId id, const ContactExtras& extras, Actor actor) = 0;
};

}  // namespace kith
