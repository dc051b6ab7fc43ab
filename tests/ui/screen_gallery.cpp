// SPDX-License-Identifier: Apache-2.0
// Shows screens with fictional people in a real window and saves pictures of them: to look at, and for
// documents.
//   kith_screen_gallery [--dark] [--desk] [--text PERCENT] [--language de] FOLDER WIDTH HEIGHT [NAME...]
// All states if no name is given; also: recovery, recovery-done. Sizes are a kiosk's without --desk.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <pango/pangocairo.h>

#include "core/language.h"
#include "tests/ui/sample_forms.h"
#include "tests/ui/sample_pictures.h"
#include "tests/ui/sample_state.h"
#include "ui/recovery_screen.h"
#include "ui/window.h"

namespace {

using kith::Image;

/// Enough for letters to be fetched and sizes to settle.
constexpr int kMaxFrames = 20;

bool SavePng(const Image& picture, const std::filesystem::path& path) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width(), picture.height());
  unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const auto pixels = picture.pixels();
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      const std::uint8_t* p =
          &pixels[static_cast<std::size_t>(y) * picture.row_bytes() + static_cast<std::size_t>(x) * 4];
      unsigned char* q = data + y * stride + x * 4;
      q[0] = p[2];
      q[1] = p[1];
      q[2] = p[0];
    }
  }
  cairo_surface_mark_dirty(surface);
  const cairo_status_t status = cairo_surface_write_to_png(surface, path.c_str());
  cairo_surface_destroy(surface);
  return status == CAIRO_STATUS_SUCCESS;
}

/// What is there instead of a state while the database is damaged.
kith::ui::RecoveryState Recovery(const std::string& name) {
  kith::ui::RecoveryState state;
  state.problem = "\"/home/ada/.local/share/kith/kith.db\" can't be read whole any more.";
  state.offer =
      "The newest good backup is of 2026-11-23 09:00 UTC. Kith can put it in place and add what can still be "
      "read of the damaged file, which is kept.";
  if (name == "recovery-done")
    state.done =
        "The backup is in place. Added from the damaged file: 2 contacts, 1 newer state of a contact, 3 "
        "cards, "
        "4 follow-ups. The damaged file is kept as "
        "/home/ada/.local/share/kith/backups/damaged-20261123-180500.db.";
  return state;
}

int SaveRecovery(kith::ui::Window& window, const std::string& name, const std::filesystem::path& folder) {
  const kith::ui::RecoveryState state = Recovery(name);
  window.Wait(std::chrono::milliseconds(0));
  for (int frame = 0; frame < kMaxFrames; ++frame)
    window.Draw([&](kith::ui::Kit& kit) { kith::ui::DrawRecovery(kit, state); });
  return SavePng(window.Screenshot(), folder / (name + ".png")) ? 0 : 1;
}

struct Options {
  kith::ui::WindowOptions window = {.kiosk = true};
  std::filesystem::path folder;
  std::vector<std::string> names;
};

/// nullopt if a value is missing.
std::optional<Options> ParseOptions(std::span<char*> arguments) {
  Options options;
  kith::flow::Look& look = options.window.look;
  std::size_t i = 1;
  for (; i < arguments.size() && arguments[i][0] == '-'; ++i) {
    const std::string option = arguments[i];
    if (option == "--dark") look.theme = kith::flow::Theme::kDark;
    if (option == "--desk") options.window.kiosk = false;
    if (i + 1 == arguments.size()) return std::nullopt;
    if (option == "--text") look.text_percent = std::atoi(arguments[++i]);
    if (option == "--language") look.language = arguments[++i];
  }
  if (arguments.size() < i + 3) return std::nullopt;
  options.folder = arguments[i];
  options.window.width = std::atoi(arguments[i + 1]);
  options.window.height = std::atoi(arguments[i + 2]);
  options.names.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 3, arguments.end());
  return options;
}

int Save(kith::ui::Window& window, const std::string& name, const Options& options,
         const kith::ui::test::SamplePictures& pictures) {
  if (name.starts_with("recovery")) return SaveRecovery(window, name, options.folder);
  auto state = kith::ui::test::SampleState(name, pictures);
  if (!state) {
    std::fprintf(stderr, "There is no screen \"%s\".\n", name.c_str());
    return 1;
  }
  state->settings.look = options.window.look;
  state->settings_screen.kept.look = options.window.look;
  window.forms() = {};
  kith::ui::test::OpenPart(name, *state, window.forms());
  kith::flow::Actions ignored;
  int frames = 0;
  window.Wait(std::chrono::milliseconds(0));
  do {
    window.Draw(*state, ignored);
  } while ((window.LacksLetters() || frames < 4) && ++frames < kMaxFrames);
  const std::filesystem::path path = options.folder / (name + ".png");
  if (SavePng(window.Screenshot(), path)) return 0;
  std::fprintf(stderr, "%s can't be written.\n", path.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::optional<Options> options = ParseOptions({argv, static_cast<std::size_t>(argc)});
  if (!options) {
    std::fprintf(
        stderr,
        "usage: %s [--dark] [--desk] [--text PERCENT] [--language LANGUAGE] FOLDER WIDTH HEIGHT [NAME...]\n",
        argv[0]);
    return 2;
  }
  kith::UseLanguage(options->window.look.language, KITH_LOCALE_FOLDER);
  auto window = kith::ui::Window::Open(options->window);
  if (!window) {
    std::fprintf(stderr, "%s %s\n", window.error().message.c_str(), window.error().detail.c_str());
    return 1;
  }
  const auto pictures = kith::ui::test::DrawSamplePictures();
  const auto& names = options->names.empty() ? kith::ui::test::SampleNames() : options->names;
  int status = 0;
  for (const std::string& name : names)
    status |= Save(**window, name, *options, pictures);
  return status;
}
