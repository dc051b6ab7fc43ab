// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kith::test {

/// A webcam without a kernel: the open, ioctl, select and close of the whole program, libraries too, go
/// through fake_camera.cpp, and for `device` answer as a driver of Video4Linux does. So OpenCV and we talk to
/// it as to a real one. One at a time; `device` is a path of the test's own, where a file is while it is
/// plugged in.
class FakeCamera {
 public:
  struct Mode {
    std::string format;  ///< "MJPG" or "YUYV"
    int width = 0;
    int height = 0;
    int fps = 30;
  };
  struct Range {
    int least = 0;
    int most = 0;
  };
  struct Options {
    std::vector<Mode> modes = {{"MJPG", 320, 240, 30}};
    std::map<std::uint32_t, Range> controls = {};  ///< by V4L2_CID_…
    bool only_data = false;  ///< the second node of every webcam, which gives no pictures
  };

  explicit FakeCamera(std::filesystem::path device, Options options);
  FakeCamera(std::filesystem::path device) : FakeCamera(std::move(device), Options()) {}
  ~FakeCamera();
  FakeCamera(const FakeCamera&) = delete;
  FakeCamera& operator=(const FakeCamera&) = delete;

  /// What it sees, as a JPEG; sent as one, or as grey pixels of `level`.
  void Show(std::vector<std::uint8_t> jpeg, int level);
  void Stall();   ///< gives nothing any more
  void Freeze();  ///< gives the same bytes again and again
  void CutOff();  ///< gives half of each picture
  void Recover();
  void Unplug();
  void PlugIn();

  /// What was asked of it last.
  Mode mode() const;
  int control(std::uint32_t id) const;

  struct Driver;

 private:
  std::unique_ptr<Driver> driver_;
};

}  // namespace kith::test
