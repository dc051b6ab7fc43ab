// SPDX-License-Identifier: Apache-2.0
// Fontconfig, Pango and Cairo keep their fonts until the program ends and give some of them to nobody; leaks
// of our own are still reported. Called by LeakSanitizer where it is built in, by nobody elsewhere.

extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier, readability-identifier-naming)
const char* __lsan_default_suppressions();

const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n";
}
// NOLINTEND(bugprone-reserved-identifier, readability-identifier-naming)
}
