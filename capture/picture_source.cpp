// SPDX-License-Identifier: Apache-2.0
#include "capture/picture_source.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/language.h"
#include "imaging/codec.h"

namespace kith::capture {
namespace {

namespace fs = std::filesystem;

class PictureSource final : public FrameSource {
 public:
  PictureSource(std::string description, std::vector<fs::path> files)
      : description_(std::move(description)), files_(std::move(files)) {}

  Result<Frame> Next(std::stop_token stop) override {
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    if (next_ == files_.size()) {
      return Error{ErrorCode::kEndOfStream, Filled(Tr("{0}: there are no more pictures."), {description_})};
    }
    const fs::path& file = files_[next_++];
    Result<Image> picture = imaging::LoadPicture(file);
    if (!picture) return picture.error();
    return Frame{std::move(*picture), file.string()};
  }
  bool IsLive() const override { return false; }
  std::string Description() const override { return description_; }

 private:
  std::string description_;
  std::vector<fs::path> files_;
  std::size_t next_ = 0;
};

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenPictures(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return std::unique_ptr<FrameSource>(std::make_unique<PictureSource>(path.string(), std::vector{path}));
  }
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    if (imaging::HasPictureName(entry->path()) && !entry->is_directory()) files.push_back(entry->path());
  }
  if (error) {
    const bool denied = error == std::errc::permission_denied;
    return Error{denied ? ErrorCode::kPermissionDenied : ErrorCode::kUnreadable,
                 Filled(Tr("{0}: the folder can't be read. Check its permissions."), {path.string()}),
                 error.message()};
  }
  std::ranges::sort(files);
  return std::unique_ptr<FrameSource>(std::make_unique<PictureSource>(path.string(), std::move(files)));
}

}  // namespace kith::capture
