// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "capture/quad.h"
#include "capture/work_picture.h"

namespace kith::capture {

/// A straight line through the work picture and where along it there are edges in its direction.
class SupportedLine {
 public:
  SupportedLine(const Line& line, cv::Size size);

  const Line& line() const { return line_; }
  /// How far along the line a point is: an index into what Support() counts.
  int Position(const Point& point) const;
  /// The share of the way between two positions that has an edge.
  double Support(int from, int to) const;
  /// The point at a position.
  Point At(int position) const;
  /// The positions on the way from one to another at which its edges end: there are none for a while.
  std::vector<int> EndsBetween(int from, int to) const;

  void Cover(int position);  ///< there is an edge here
  void Finish();             ///< after the last Cover and before the first Support

 private:
  Line line_;
  int reach_;
  std::vector<int> covered_;
  std::vector<int> begins_, ends_;  ///< of edges without large gaps
};

/// The straight lines of a work picture, those with the most edge first.
std::vector<SupportedLine> FindLines(const WorkPicture& work);

}  // namespace kith::capture
