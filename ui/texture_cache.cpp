// SPDX-License-Identifier: Apache-2.0
#include "ui/texture_cache.h"

#define GLFW_INCLUDE_GLEXT
#include <algorithm>
#include <cstdint>

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
  return {GL_RGBA8, GL_RGBA};
}

void MakeSmaller() {
  // Of OpenGL 3.0, and thus not among what the system's header declares.
  static const auto generate =
      reinterpret_cast<PFNGLGENERATEMIPMAPPROC>(glfwGetProcAddress("glGenerateMipmap"));
  generate(GL_TEXTURE_2D);
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
  glTexImage2D(GL_TEXTURE_2D, 0, layout.stored, image.width(), image.height(), 0, layout.given,
               GL_UNSIGNED_BYTE, nullptr);
  return texture;
}

void Upload(unsigned texture, const Image& image, PictureKind kind) {
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);  // rows of three-byte pixels aren't padded
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, image.width(), image.height(), LayoutOf(image.format()).given,
                  GL_UNSIGNED_BYTE, image.pixels().data());
  if (kind == PictureKind::kStill) MakeSmaller();
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
