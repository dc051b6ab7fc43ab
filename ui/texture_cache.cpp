// SPDX-License-Identifier: Apache-2.0
#include "ui/texture_cache.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>

namespace kith::ui {
namespace {

/// A picture may be away for a frame or two while screens change.
constexpr int kReusableAfter = 2;
constexpr int kDroppedAfter = 120;

bool HasSameLayout(const Image& a, const Image& b) {
  return a.width() == b.width() && a.height() == b.height() && a.format() == b.format();
}

struct Layout {
  GLint stored;
  GLenum given;
};

Layout LayoutOf(PixelFormat format) {
  switch (format) {
    case PixelFormat::kGray8:
      return {GL_R8, GL_RED};
    case PixelFormat::kBgr24:
      return {GL_RGB8, GL_BGR};
    case PixelFormat::kRgba32:
      break;
  }
  return {GL_RGB8, GL_RGBA};  // nothing shines through a picture
}

/// Half as wide and high, each pixel the mean of four. Of at least two pixels each way.
Image Halved(const Image& image) {
  const auto pixel = static_cast<std::size_t>(BytesPerPixel(image.format()));
  const int width = image.width() / 2, height = image.height() / 2;
  const std::size_t row = static_cast<std::size_t>(width) * pixel;
  std::vector<std::uint8_t> halved(row * static_cast<std::size_t>(height));
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    const std::uint8_t* upper = image.pixels().data() + 2 * y * image.row_bytes();
    const std::uint8_t* lower = upper + image.row_bytes();
    std::uint8_t* to = halved.data() + y * row;
    for (int x = 0; x < width; ++x, upper += 2 * pixel, lower += 2 * pixel, to += pixel) {
      for (std::size_t i = 0; i < pixel; ++i)
        to[i] =
            static_cast<std::uint8_t>((upper[i] + upper[i + pixel] + lower[i] + lower[i + pixel] + 2) / 4);
    }
  }
  return Image(width, height, image.format(), std::move(halved));
}

/// How often a picture is halved for being shown smaller than it is.
int SmallerLevels(const Image& image, PictureKind kind) {
  constexpr int kSmallestSide = 24;  // pixels
  if (kind == PictureKind::kMoving) return 0;
  int levels = 0;
  for (int side = std::min(image.width(), image.height()); side >= 2 * kSmallestSide; side /= 2)
    ++levels;
  return levels;
}

unsigned MakeTexture(const Image& image, PictureKind kind) {
  unsigned texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                  kind == PictureKind::kStill ? GL_LINEAR_MIPMAP_NEAREST : GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  const Layout layout = LayoutOf(image.format());
  if (image.format() == PixelFormat::kGray8) {
    const GLint gray[] = {GL_RED, GL_RED, GL_RED, GL_ONE};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, gray);
  }
  const int levels = SmallerLevels(image, kind);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, levels);
  for (int level = 0; level <= levels; ++level)
    glTexImage2D(GL_TEXTURE_2D, level, layout.stored, image.width() >> level, image.height() >> level, 0,
                 layout.given, GL_UNSIGNED_BYTE, nullptr);
  return texture;
}

void UploadLevel(const Image& image, int level) {
  glTexSubImage2D(GL_TEXTURE_2D, level, 0, 0, image.width(), image.height(), LayoutOf(image.format()).given,
                  GL_UNSIGNED_BYTE, image.pixels().data());
}

/// The smaller ones are made here: the first that OpenGL makes costs a software renderer 80 ms.
void Upload(unsigned texture, const Image& image, PictureKind kind) {
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);  // rows of three-byte pixels aren't padded
  UploadLevel(image, 0);
  Image smaller = image;
  for (int level = 1; level <= SmallerLevels(image, kind); ++level) {
    smaller = Halved(smaller);
    UploadLevel(smaller, level);
  }
}

}  // namespace

TextureCache::~TextureCache() {
  for (const Entry& entry : entries_)
    glDeleteTextures(1, &entry.texture);
}

void TextureCache::BeginFrame() {
  for (Entry& entry : entries_)
    ++entry.unused_frames;
  std::erase_if(entries_, [](const Entry& entry) {
    const bool old = entry.unused_frames > kDroppedAfter;
    if (old) glDeleteTextures(1, &entry.texture);
    return old;
  });
}

TextureCache::Entry& TextureCache::Place(const Image& image, PictureKind kind) {
  const auto reusable = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.unused_frames > kReusableAfter && entry.kind == kind && HasSameLayout(entry.image, image);
  });
  if (reusable != entries_.end()) return *reusable;
  return entries_.emplace_back(Entry{image, kind, MakeTexture(image, kind), 0});
}

void* TextureCache::Of(const Image& image, PictureKind kind) {
  const auto shown = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.image.pixels().data() == image.pixels().data() && entry.kind == kind &&
           HasSameLayout(entry.image, image);
  });
  const bool is_new = shown == entries_.end();
  Entry& entry = is_new ? Place(image, kind) : *shown;
  if (is_new) {
    entry.image = image;
    Upload(entry.texture, image, kind);
  }
  entry.unused_frames = 0;
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(entry.texture));
}

}  // namespace kith::ui
