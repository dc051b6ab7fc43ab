// SPDX-License-Identifier: Apache-2.0
#include "core/receipt_code.h"

namespace kith {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 8;
constexpr int kBitsADigit = 5;

std::string WithHyphen(const std::string& code) {
  return code.substr(0, kLength / 2) + "-" + code.substr(kLength / 2);
}

char Meant(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (upper == 'O') return '0';
  return upper == 'I' || upper == 'L' ? '1' : upper;
}

}  // namespace

std::string ReceiptCode(const ReceiptBits& bits) {
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bits)
    number = number << 8 | byte;
  std::string code(kLength, '0');
  for (std::size_t i = kLength; i-- > 0; number >>= kBitsADigit)
    code[i] = kDigits[number % kDigits.size()];
  return WithHyphen(code);
}

std::optional<std::string> ReadReceiptCode(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    code += Meant(c);
    if (kDigits.find(code.back()) == std::string_view::npos) return std::nullopt;
  }
  if (code.size() != kLength) return std::nullopt;
  return WithHyphen(code);
}

}  // namespace kith
