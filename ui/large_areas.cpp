// SPDX-License-Identifier: Apache-2.0
#include "ui/large_areas.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <GLFW/glfw3.h>
#include <imgui.h>

namespace kith::ui {
namespace {

constexpr const char* kPlainVertices = R"(#version 330 core
uniform vec2 Scale;
in vec2 Position;
in vec4 Color;
out vec4 Ink;
void main() {
  Ink = Color;
  gl_Position = vec4(Position * Scale + vec2(-1, 1), 0, 1);
})";
constexpr const char* kPlainPixels = R"(#version 330 core
in vec4 Ink;
layout(location = 0) out vec4 Pixel;
void main() { Pixel = Ink; })";

void Attach(GLuint program, GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  glAttachShader(program, shader);
  glDeleteShader(shader);
}

/// For the vertices as they are laid out for the usual program.
GLuint MakePlainProgram(GLuint usual) {
  const GLuint program = glCreateProgram();
  Attach(program, GL_VERTEX_SHADER, kPlainVertices);
  Attach(program, GL_FRAGMENT_SHADER, kPlainPixels);
  for (const char* const name : {"Position", "Color"})
    glBindAttribLocation(program, static_cast<GLuint>(glGetAttribLocation(usual, name)), name);
  glLinkProgram(program);
  return program;
}

/// How many of the indices from the first on are one convex shape: ImGui makes it of triangles that all begin
/// at its first corner. The edge that softens it begins there too, but ends in another colour.
unsigned IndicesOfShape(std::span<const ImDrawIdx> indices, const ImDrawVert* vertices) {
  const auto goes_on = [&](std::size_t i) {
    return indices[i] == indices[0] && indices[i + 1] == indices[i - 1] &&
           vertices[indices[i + 2]].col == vertices[indices[0]].col;
  };
  std::size_t i = 3;
  while (i < indices.size() && goes_on(i))
    i += 3;
  return static_cast<unsigned>(i);
}

/// The corners of a shape in their order.
void GoAround(std::span<const ImDrawIdx> triangles, std::vector<ImDrawIdx>& around) {
  around.assign({triangles[0], triangles[1]});
  for (std::size_t i = 2; i < triangles.size(); i += 3)
    around.push_back(triangles[i]);
}

/// Cuts a shape into slices side by side. Of a rectangle with round corners that is a rectangle and little
/// else; ImGui's triangles, which all begin at one corner, are long, thin, and all over it.
void Slice(std::span<const ImDrawIdx> around, std::span<ImDrawIdx> triangles) {
  std::size_t first = 0, last = around.size() - 1;
  for (std::size_t i = 0; i < triangles.size(); i += 3) {
    const bool at_first = i % 2 == 0;
    triangles[i] = around[first];
    triangles[i + 1] = around[at_first ? first + 1 : last - 1];
    triangles[i + 2] = around[last];
    if (at_first) {
      ++first;
    } else {
      --last;
    }
  }
}

/// ImGui begins a sheet with a veil over all that lies below it. To mix that in is as much work as half a
/// frame, so it is taken away, and all below is drawn in the colours that it would have behind it. (What is
/// black in a picture becomes a little darker.)
std::optional<Color> TakeVeil(ImDrawList& list, const ImVec2& screen) {
  if (list.CmdBuffer.empty() || list.CmdBuffer.front().ElemCount != 6) return std::nullopt;
  const ImDrawCmd& command = list.CmdBuffer.front();
  const auto corner = [&](unsigned i) {
    return list.VtxBuffer[static_cast<int>(command.VtxOffset) +
                          list.IdxBuffer[static_cast<int>(command.IdxOffset + i)]];
  };
  const ImDrawVert first = corner(0), opposite = corner(2);
  const bool covers_all = first.pos.x <= 0 && first.pos.y <= 0 && opposite.pos.x >= screen.x &&
                          opposite.pos.y >= screen.y && command.TextureId == ImGui::GetIO().Fonts->TexID;
  if (!covers_all || (first.col & IM_COL32_A_MASK) == IM_COL32_A_MASK) return std::nullopt;
  list.CmdBuffer.erase(list.CmdBuffer.begin());
  return first.col;
}

/// A colour as it looks behind a veil.
Color Below(Color veil, Color color) {
  const Color share = veil >> 24;
  Color mixed = color & 0xFF000000U;
  for (int shift = 0; shift < 24; shift += 8) {
    const Color sum = (color >> shift & 0xFFU) * (255 - share) + (veil >> shift & 0xFFU) * share;
    mixed |= (sum + 127) / 255 << shift;
  }
  return mixed;
}

/// Whether not to mix a shape in is worth a change of the way of drawing.
bool IsLarge(std::span<const ImDrawVert> corners) {
  constexpr float kLeastArea = 6000;  // pixels
  const auto [left, right] =
      std::ranges::minmax(corners, {}, [](const ImDrawVert& corner) { return corner.pos.x; });
  const auto [top, bottom] =
      std::ranges::minmax(corners, {}, [](const ImDrawVert& corner) { return corner.pos.y; });
  return (right.pos.x - left.pos.x) * (bottom.pos.y - top.pos.y) >= kLeastArea;
}

/// The cheapest one for a shape. All pictures are opaque.
LargeAreas::Way WayOf(std::span<const ImDrawVert> corners, bool picture) {
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  const bool plain = !picture && std::ranges::all_of(corners, [&](const ImDrawVert& corner) {
    return corner.uv.x == white.x && corner.uv.y == white.y;
  });
  const bool opaque = std::ranges::all_of(
      corners, [](const ImDrawVert& corner) { return (corner.col & IM_COL32_A_MASK) == IM_COL32_A_MASK; });
  return {plain, opaque && (plain || picture)};
}

}  // namespace

LargeAreas::~LargeAreas() {
  if (plain_ != 0) glDeleteProgram(plain_);
}

Color LargeAreas::Prepare(const ImDrawData& frame, Color paper) {
  changes_.clear();
  width_ = frame.DisplaySize.x;
  height_ = frame.DisplaySize.y;
  const std::span lists(frame.CmdLists, static_cast<std::size_t>(frame.CmdListsCount));
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (const std::optional<Color> veil = TakeVeil(*lists[i], frame.DisplaySize)) {
      for (ImDrawList* below : lists.first(i))
        for (ImDrawVert& corner : below->VtxBuffer)
          corner.col = Below(*veil, corner.col);
      paper = Below(*veil, paper);
    }
  }
  for (ImDrawList* list : lists)
    SeparateList(*list);
  return paper;
}

void LargeAreas::SeparateList(ImDrawList& list) {
  ImVector<ImDrawCmd> separated;
  Way now;
  std::vector<ImDrawIdx> around;
  std::vector<ImDrawVert> corners;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback) separated.push_back(command);
    const bool picture = command.TextureId != ImGui::GetIO().Fonts->TexID;
    const std::span<ImDrawIdx> indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
    const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
    ImDrawCmd piece = command;
    piece.ElemCount = 0;
    for (unsigned at = 0; at < command.ElemCount;) {
      const unsigned size = IndicesOfShape(indices.subspan(at), vertices);
      GoAround(indices.subspan(at, size), around);
      corners.clear();
      for (const ImDrawIdx index : around)
        corners.push_back(vertices[index]);
      const Way cheapest = WayOf(corners, picture);
      const Way way = cheapest == now || IsLarge(corners) ? cheapest : Way{.plain = cheapest.plain};
      if (way.plain) Slice(around, indices.subspan(at, size));
      if (way != now) {
        if (piece.ElemCount > 0) separated.push_back(piece);
        separated.push_back(ChangeTo(way));
        now = way;
        piece.IdxOffset = command.IdxOffset + at;
        piece.ElemCount = 0;
      }
      piece.ElemCount += size;
      at += size;
    }
    if (piece.ElemCount > 0) separated.push_back(piece);
  }
  if (now != Way()) separated.push_back(ChangeTo({}));
  list.CmdBuffer.swap(separated);
}

ImDrawCmd LargeAreas::ChangeTo(const Way& way) {
  ImDrawCmd command;
  command.UserCallback = [](const ImDrawList*, const ImDrawCmd* change) {
    const auto& [areas, wanted] = *static_cast<const Change*>(change->UserCallbackData);
    areas->Take(wanted);
  };
  command.UserCallbackData = &changes_.emplace_back(Change{this, way});
  return command;
}

void LargeAreas::Take(const Way& way) {
  if (plain_ == 0) {
    GLint current = 0;
    glGetIntegerv(GL_CURRENT_PROGRAM, &current);
    usual_ = static_cast<GLuint>(current);
    plain_ = MakePlainProgram(usual_);
  }
  glUseProgram(way.plain ? plain_ : usual_);
  if (way.plain) glUniform2f(glGetUniformLocation(plain_, "Scale"), 2 / width_, -2 / height_);
  (way.opaque ? glDisable : glEnable)(GL_BLEND);
}

}  // namespace kith::ui
