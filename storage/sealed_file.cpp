// SPDX-License-Identifier: Apache-2.0
#include "storage/sealed_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <vector>

#include <sodium.h>

#include "core/language.h"
#include "storage/files.h"

namespace kith::storage {
namespace {

constexpr std::array<char, 12> kMagic = {'K', 'i', 't', 'h', ' ', 's', 'e', 'a', 'l', 'e', 'd', '1'};
constexpr std::size_t kPiece = 65536;
constexpr std::size_t kSealedPiece = kPiece + crypto_secretstream_xchacha20poly1305_ABYTES;
/// Somebody else's file shall not make us take all memory.
constexpr std::uint64_t kMostMemory = 1ULL << 30;
constexpr std::uint64_t kMostOperations = 16;

/// What stands in front of the pieces, in the byte order of the machine that wrote it being little-endian.
struct Preamble {
  std::array<char, kMagic.size()> magic = kMagic;
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  std::uint32_t operations = crypto_pwhash_OPSLIMIT_MODERATE;
  std::uint64_t memory = crypto_pwhash_MEMLIMIT_MODERATE;
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
};
static_assert(sizeof(Preamble) == 64, "no padding");

/// Wiped when it isn't needed any more.
struct Key {
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
  Key() = default;
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

Error CannotRead(const std::filesystem::path& file) {
  return {ErrorCode::kUnreadable,
          Filled(Tr("\"{0}\" can't be read. Check the file and its disk."), {file.string()})};
}

Error Damaged(const std::filesystem::path& file) {
  return {
      ErrorCode::kUnreadable,
      Filled(Tr("The encrypted backup \"{0}\" is damaged or cut off. Choose another one."), {file.string()})};
}

Error CannotWrite(const std::filesystem::path& file) {
  return {ErrorCode::kStorageFull,
          Filled(Tr("\"{0}\" couldn't be written. Make room on its disk and try again."), {file.string()})};
}

Result<void> MakeKey(Key& key, const std::string& passphrase, const Preamble& preamble) {
  if (sodium_init() < 0)
    return Error{ErrorCode::kInternal, std::string(Tr("Encryption isn't available on this machine."))};
  if (preamble.operations == 0 || preamble.operations > kMostOperations || preamble.memory > kMostMemory ||
      crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(),
                    preamble.salt.data(), preamble.operations, static_cast<std::size_t>(preamble.memory),
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Error{
        ErrorCode::kUnavailable,
        std::string(Tr("There is too little memory to work with the passphrase. Close other programs."))};
  }
  return {};
}

std::size_t ReadSome(std::istream& in, void* into, std::size_t size) {
  in.read(static_cast<char*>(into), static_cast<std::streamsize>(size));
  return static_cast<std::size_t>(in.gcount());
}

bool Write(std::ostream& out, const void* bytes, std::size_t size) {
  return static_cast<bool>(out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size)));
}

/// `size`: of what is sealed, in bytes.
Result<void> Seal(std::istream& in, double size, const std::filesystem::path& target,
                  const std::string& passphrase, const SealProgress& progress) {
  Preamble preamble;
  randombytes_buf(preamble.salt.data(), preamble.salt.size());
  Key key;
  if (auto made = MakeKey(key, passphrase, preamble); !made) return made;
  crypto_secretstream_xchacha20poly1305_state state;
  crypto_secretstream_xchacha20poly1305_init_push(&state, preamble.header.data(), key.bytes.data());
  std::ofstream out(target, std::ios::binary | std::ios::trunc);
  if (!Write(out, &preamble, sizeof preamble)) return CannotWrite(target);
  std::vector<unsigned char> piece(kPiece);
  std::vector<unsigned char> sealed(kSealedPiece);
  double done = 0;
  for (bool last = false; !last;) {
    if (progress && !progress(std::min(1.0, done / size)))
      return Error{ErrorCode::kCancelled, std::string(Tr("The backup was stopped."))};
    const std::size_t length = ReadSome(in, piece.data(), piece.size());
    if (in.bad()) return CannotRead(target);
    done += static_cast<double>(length);
    last = in.peek() == std::char_traits<char>::eof();
    crypto_secretstream_xchacha20poly1305_push(&state, sealed.data(), nullptr, piece.data(), length, nullptr,
                                               0, last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    if (!Write(out, sealed.data(), length + crypto_secretstream_xchacha20poly1305_ABYTES))
      return CannotWrite(target);
  }
  out.close();
  return out ? Result<void>() : CannotWrite(target);
}

Result<void> Unseal(const std::filesystem::path& sealed, std::ostream& out,
                    const std::filesystem::path& plain, const std::string& passphrase) {
  std::ifstream in(sealed, std::ios::binary);
  Preamble preamble;
  if (ReadSome(in, &preamble, sizeof preamble) != sizeof preamble || preamble.magic != kMagic)
    return Damaged(sealed);
  Key key;
  if (auto made = MakeKey(key, passphrase, preamble); !made) return made;
  crypto_secretstream_xchacha20poly1305_state state;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state, preamble.header.data(), key.bytes.data()) != 0)
    return Damaged(sealed);
  std::vector<unsigned char> piece(kSealedPiece);
  std::vector<unsigned char> opened(kPiece);
  unsigned char tag = 0;
  for (bool first = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = false) {
    const std::size_t size = ReadSome(in, piece.data(), piece.size());
    unsigned long long length = 0;
    if (size < crypto_secretstream_xchacha20poly1305_ABYTES ||
        crypto_secretstream_xchacha20poly1305_pull(&state, opened.data(), &length, &tag, piece.data(), size,
                                                   nullptr, 0) != 0) {
      // Nothing tells a wrong passphrase from a damaged first piece; the former is the likely one.
      if (first)
        return Error{ErrorCode::kNotAllowed,
                     Filled(Tr("That passphrase doesn't open \"{0}\"."), {sealed.string()})};
      return Damaged(sealed);
    }
    if (!Write(out, opened.data(), static_cast<std::size_t>(length))) return CannotWrite(plain);
  }
  return {};
}

}  // namespace

bool IsSealed(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, kMagic.size()> magic{};
  return ReadSome(in, magic.data(), magic.size()) == magic.size() && magic == kMagic;
}

Result<void> SealFile(const std::filesystem::path& plain, const std::filesystem::path& sealed,
                      const std::string& passphrase, const SealProgress& progress) {
  std::ifstream in(plain, std::ios::binary);
  if (!in) return CannotRead(plain);
  if (auto made = EnsurePrivateFile(sealed); !made) return made;
  std::error_code ignored;
  const auto size = static_cast<double>(std::filesystem::file_size(plain, ignored));
  if (auto written = Seal(in, size, sealed, passphrase, progress); !written) return written;
  return FlushFile(sealed);
}

Result<void> UnsealFile(const std::filesystem::path& sealed, const std::filesystem::path& plain,
                        const std::string& passphrase) {
  std::error_code ignored;
  std::filesystem::remove(plain, ignored);
  if (auto made = EnsurePrivateFile(plain); !made) return made;
  std::ofstream out(plain, std::ios::binary | std::ios::trunc);
  auto opened = Unseal(sealed, out, plain, passphrase);
  out.close();
  if (opened && !out) opened = CannotWrite(plain);
  if (!opened) std::filesystem::remove(plain, ignored);
  return opened;
}

}  // namespace kith::storage
