// SPDX-License-Identifier: Apache-2.0
// The program as people run it, with one addition: it says on stdout where the things on its screen are,
// whenever that changes, so that a test can click on them. Everything else is the real thing.
#include <iostream>
#include <vector>

#include "app/command_line.h"
#include "tests/support/seen_items.h"

namespace {

std::vector<kith::test::SeenItem> told;

void Tell() {
  if (kith::test::SeenItems() != told) {
    told = kith::test::SeenItems();
    for (const kith::test::SeenItem& item : told) {
      if (!item.visible || item.disabled) continue;
      std::cout << "item " << (item.left + item.right) / 2 << ' ' << (item.top + item.bottom) / 2 << ' '
                << item.label << '\n';
    }
    std::cout << "shown\n" << std::flush;
  }
  kith::test::ForgetSeenItems();
}

}  // namespace

// The linker leads ImGui::Render through this; the names are its own, mangled.
extern "C" {
// NOLINTBEGIN(readability-identifier-naming, bugprone-reserved-identifier)
void __real__ZN5ImGui6RenderEv();
void __wrap__ZN5ImGui6RenderEv() {
  __real__ZN5ImGui6RenderEv();
  Tell();
}
// NOLINTEND(readability-identifier-naming, bugprone-reserved-identifier)
}

#if defined(__SANITIZE_ADDRESS__)
// Mesa unloads its driver before LeakSanitizer looks, which then can't tell whose the driver's memory is:
// keep it.
extern "C" int dlclose(void*) {
  return 0;
}
#endif

int main(int argc, char** argv) {
  return kith::app::RunCommandLine(argc, argv);
}
