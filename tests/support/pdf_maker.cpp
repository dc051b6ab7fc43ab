// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pdf_maker.h"

#include <fmt/format.h>

namespace kith::test {
namespace {

struct Size {
  int width = 0;
  int height = 0;
};

/// Of the first frame header (ITU T.81, B.2.2).
Size SizeOfJpeg(const std::string& jpeg) {
  const auto number = [&](std::size_t at) {
    return static_cast<unsigned char>(jpeg.at(at)) * 256 + static_cast<unsigned char>(jpeg.at(at + 1));
  };
  for (std::size_t at = 2; at + 8 < jpeg.size(); at += 2 + static_cast<std::size_t>(number(at + 2))) {
    const int marker = static_cast<unsigned char>(jpeg[at + 1]);
    if (marker >= 0xC0 && marker <= 0xC2) return {number(at + 7), number(at + 5)};
  }
  return {};
}

std::string Stream(const std::string& dictionary, const std::string& content) {
  return fmt::format("<<{}/Length {}>>stream\n", dictionary, content.size()) + content + "\nendstream";
}

/// Objects by number, from 1, with the table of where each begins.
std::string Assemble(const std::vector<std::string>& objects, const std::string& trailer) {
  std::string file = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t at = file.size();
  return file + table +
         fmt::format("trailer\n<<{}/Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", trailer,
                     objects.size() + 1, at);
}

}  // namespace

std::string MakePdf(const std::vector<PdfPage>& pages, bool encrypted) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", ""};
  std::string kids;
  for (const PdfPage& page : pages) {
    const std::size_t first = objects.size() + 1;
    const Size size = SizeOfJpeg(page.jpeg);
    const double width = size.width * 72 / page.dots_per_inch;
    const double height = size.height * 72 / page.dots_per_inch;
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {:.3f} {:.3f}]/Contents {} 0 R"
                    "/Resources<</XObject<</I {} 0 R>>>>>>",
                    width, height, first + 1, first + 2));
    objects.push_back(Stream("", fmt::format("q {:.3f} 0 0 {:.3f} 0 0 cm /I Do Q", width, height)));
    objects.push_back(Stream(fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/DeviceRGB"
                                         "/BitsPerComponent 8/Filter/DCTDecode",
                                         size.width, size.height),
                             page.jpeg));
    kids += fmt::format("{} 0 R ", first);
  }
  objects[1] = fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages.size(), kids);
  if (!encrypted) return Assemble(objects, "");
  const std::string secret(64, '5');
  return Assemble(
      objects, fmt::format("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{0}>/U<{0}>>>", secret));
}

}  // namespace kith::test
