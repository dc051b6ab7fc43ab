// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/work_picture.h"

namespace kith::capture {

/// WorkPicture::off_table counts this many for each deviation of the table's colour, up to 255.
inline constexpr int kPerDeviation = 10;

/// Learns from the border of the picture what the table looks like where there is no card, and compares each
/// pixel with it: fills in off_table, shade and what begins with table_. Needs the planes.
void ModelTable(WorkPicture& work);

}  // namespace kith::capture
