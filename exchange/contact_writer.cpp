// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_writer.h"

namespace kith::exchange {
namespace {

class VcardWriter : public ContactWriter {
 public:
  VcardWriter(const EventNames& event_names, const VcardWriting& writing)
      : event_names_(event_names), writing_(writing) {}

  bool Append(std::string& out, const WholeContact& whole) const override {
    AppendVcard(out, whole, event_names_, writing_);
    return true;
  }

 private:
  const EventNames& event_names_;
  VcardWriting writing_;
};

}  // namespace

std::unique_ptr<ContactWriter> MakeVcardWriter(const EventNames& event_names, const VcardWriting& writing) {
  return std::make_unique<VcardWriter>(event_names, writing);
}

std::string WriteAll(ContactWriter& writer, std::span<const Contact> contacts) {
  for (const Contact& contact : contacts)
    writer.See(contact);
  std::string out = writer.Head();
  for (const Contact& contact : contacts)
    writer.Append(out, {contact, {}});
  return out;
}

}  // namespace kith::exchange
