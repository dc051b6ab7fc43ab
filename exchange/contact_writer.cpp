// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_writer.h"

#include <utility>

namespace kith::exchange {
namespace {

class VcardWriter : public ContactWriter {
 public:
  VcardWriter(const EventNames& event_names, const VcardWriting& writing)
      : event_names_(event_names), writing_(writing) {}

  void Append(std::string& out, const WholeContact& whole) override {
    AppendVcard(out, whole, event_names_, writing_);
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
  std::string out;
  for (const Contact& contact : contacts)
    writer.Append(out, {contact, {}});
  return writer.Head() + writer.Filled(std::move(out));
}

}  // namespace kith::exchange
