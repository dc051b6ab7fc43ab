// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/image.h"
#include "core/result.h"

namespace kith::capture {

// Pages of PDF files as pictures, by the programs pdfinfo and pdftoppm (package poppler-utils). Pages go from
// program to program through pipes; nothing is written to disk. Safe from every thread.

/// Small type of a scanned card needs this many dots an inch.
inline constexpr int kPdfDotsPerInch = 300;
/// Pages larger than A3 are rendered with fewer dots an inch, so that their longer side has this many pixels.
inline constexpr int kMostPdfPixels = 5000;
inline constexpr int kMostPdfPages = 200;

/// kUnavailable, with what to install, if PDF files can't be read on this machine.
Result<void> CheckPdfPrograms();

/// Whether the name ends like that of a PDF file.
bool HasPdfName(const std::filesystem::path& path);
/// Whether it is a PDF file by its name or its first bytes.
bool IsPdfFile(const std::filesystem::path& file);

/// How many pages a file has. kUnavailable: as CheckPdfPrograms. kNotFound: no such file. kUnreadable: it is
/// encrypted or damaged. kInvalidInput: it has more than kMostPdfPages.
Result<int> CountPdfPages(const std::filesystem::path& file);

/// A page, from 1, on white. Errors as CountPdfPages; kUnreadable also for a page that isn't there or that
/// takes a minute or 2 GB to render.
Result<Image> RenderPdfPage(const std::filesystem::path& file, int page);

}  // namespace kith::capture
