// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kith::test {

/// A picture that fills a page.
struct PdfPage {
  std::string jpeg;
  double dots_per_inch = 300;
};

/// A PDF file as scanners write it. `encrypted` asks for a password that nobody knows.
std::string MakePdf(const std::vector<PdfPage>& pages, bool encrypted = false);

}  // namespace kith::test
