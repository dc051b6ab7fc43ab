// SPDX-License-Identifier: Apache-2.0
// Fontconfig, Pango and Cairo keep their fonts until the program ends and give some of them to nobody; leaks
// of our own are still reported. Called by LeakSanitizer where it is built in, by nobody elsewhere.

extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n";
}
