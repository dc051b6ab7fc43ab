// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/contact_extras.h"
#include "core/result.h"

namespace kith {

/// What the cells of a column are taken for.
enum class ColumnField {
  kRemark,   ///< no field of ours: a line "Column: value" of the notes
  kLeftOut,  ///< not taken
  kName,
  kNamePrefix,
  kGivenName,
  kMiddleName,
  kFamilyName,
  kNameSuffix,
  kOtherName,
  kOrganization,
  kDepartment,
  kTitle,
  kPhone,  ///< of the type that its number or the column beside it says, else work
  kMobilePhone,
  kWorkPhone,
  kHomePhone,
  kFax,
  kOtherPhone,
  kEmail,
  kUrl,
  kHandle,  ///< on a social service
  kAddress,
  kStreet,
  kCity,
  kRegion,
  kPostalCode,
  kCountry,
  kBirthday,
  kInterests,
  kNotes,
  kEvent,
  kMetOn,
  kId,    ///< by which the row is known again
  kKind,  ///< what kind of value stands in the column beside it: "Work", "LinkedIn"
};

/// "remark", "left-out", "name", "given-name" …: the command line's names.
std::string_view ColumnFieldName(ColumnField field);
std::optional<ColumnField> ParseColumnField(std::string_view name);

/// A column of a table of contacts.
struct TableColumn {
  std::string name = {};  ///< as the file has it; "Column 3" if it has none
  ColumnField field = ColumnField::kRemark;
  int filled = 0;            ///< in how many rows it has text
  std::string example = {};  ///< what stands in the first of them

  friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

enum class ContactFileKind { kVcards, kTable };

/// A file with contacts, before it is read.
struct ContactFile {
  std::filesystem::path path = {};
  ContactFileKind kind = ContactFileKind::kVcards;
  std::string program = {};               ///< whose table it is: "Google Contacts"; empty: not known
  std::string charset = {};               ///< of a table
  int rows = 0;                           ///< of a table, without the header
  std::vector<TableColumn> columns = {};  ///< of a table, with the fields that they seem to be

  friend bool operator==(const ContactFile&, const ContactFile&) = default;
};

struct FoundContact {
  int line = 0;          ///< on which it begins, from 1
  Contact contact = {};  ///< with an id that the same contact has again; without event
  ContactExtras extras = {};
  std::string event = {};                 ///< the name of the event where they met; often empty
  std::string unless_event = {};          ///< a line for the notes if nobody knows that event
  std::vector<std::string> remarks = {};  ///< what a person should know: "03/04/1990 may be two days"

  friend bool operator==(const FoundContact&, const FoundContact&) = default;
};

/// A contact that isn't taken, or a part of a file that is none.
struct RefusedContact {
  int line = 0;  ///< 0: the whole file
  std::string reason;

  friend bool operator==(const RefusedContact&, const RefusedContact&) = default;
};

/// Gets what is found in a file, in its order.
struct FoundContactSink {
  std::function<Result<void>(FoundContact)> take;  ///< an error ends the reading
  std::function<void(RefusedContact)> refuse;
};

/// Port: files with contacts that other programs wrote. What a file is, is told by what is in it. One object
/// a thread.
class ContactFiles {
 public:
  virtual ~ContactFiles() = default;
  /// Looks through the whole file. kNotFound, kPermissionDenied, or kUnreadable if there are no contacts in
  /// it.
  virtual Result<ContactFile> Inspect(const std::filesystem::path& path) = 0;
  /// Reads it with the columns as they are in `file`, which a person may have changed; one contact at a time
  /// is held. What can't be read of it is refused, the rest isn't. kCancelled if asked to stop.
  virtual Result<void> Read(const ContactFile& file, const FoundContactSink& sink,
                            const std::stop_token& stop) = 0;
};

}  // namespace kith
