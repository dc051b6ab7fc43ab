// SPDX-License-Identifier: Apache-2.0
#include "imaging/ffmpeg_stream.h"

#include <array>
#include <cerrno>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
#include <libswscale/swscale.h>
}

#include <opencv2/core.hpp>

namespace kith::imaging {
namespace {

using SteadyClock = std::chrono::steady_clock;

template <auto free>
struct FreedBy {
  template <class T>
  void operator()(T* object) const {
    free(&object);
  }
};
using Input = std::unique_ptr<AVFormatContext, FreedBy<avformat_close_input>>;
using Decoder = std::unique_ptr<AVCodecContext, FreedBy<avcodec_free_context>>;
using Packet = std::unique_ptr<AVPacket, FreedBy<av_packet_free>>;
using Picture = std::unique_ptr<AVFrame, FreedBy<av_frame_free>>;
struct SwsFree {
  void operator()(SwsContext* context) const { sws_freeContext(context); }
};

/// Ends what the library waits for; it asks every tenth of a second.
class Wait {
 public:
  void Begin(std::chrono::milliseconds longest, std::stop_token stop) {
    until_ = SteadyClock::now() + longest;
    stop_ = std::move(stop);
  }
  bool IsOver() const { return stop_.stop_requested() || SteadyClock::now() >= until_; }
  AVIOInterruptCB Callback() {
    return {[](void* self) { return static_cast<const Wait*>(self)->IsOver() ? 1 : 0; }, this};
  }

 private:
  SteadyClock::time_point until_{};
  std::stop_token stop_;
};

std::string Words(int error) {
  std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
  av_strerror(error, words.data(), words.size());
  return words.data();
}

Error Failure(int error) {
  const bool locked = error == AVERROR_HTTP_UNAUTHORIZED || error == AVERROR_HTTP_FORBIDDEN;
  return {locked ? ErrorCode::kPermissionDenied : ErrorCode::kNotFound, {}, Words(error)};
}

class FfmpegStream final : public NetworkStream {
 public:
  explicit FfmpegStream(const StreamPatience& patience) : patience_(patience) {}

  /// 0, or an error of the library.
  int Open(const std::string& url) {
    wait_.Begin(patience_.opening, {});
    if (const int error = OpenInput(url); error < 0) return error;
    const AVCodec* codec = nullptr;
    index_ = av_find_best_stream(input_.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (index_ < 0) return index_;
    const AVCodecParameters& parameters = *input_->streams[index_]->codecpar;
    return parameters.codec_id == AV_CODEC_ID_MJPEG ? 0 : OpenDecoder(*codec, parameters);
  }

  bool SendsJpeg() const override { return !decoder_; }

  bool Read(cv::Mat& picture, const std::stop_token& stop) override {
    for (;;) {
      if (decoder_ && TakeDecoded(picture)) return true;
      if (!ReadPacket(stop)) return false;
      if (!decoder_) {
        cv::Mat(1, packet_->size, CV_8UC1, packet_->data).copyTo(picture);
        return true;
      }
      avcodec_send_packet(decoder_.get(), packet_.get());  // a damaged one gives no picture
    }
  }

 private:
  int OpenInput(const std::string& url) {
    // What kind of coding it is tells the first picture, or the camera itself before it: nothing else is to
    // be found out.
    constexpr auto kMostLookedAt = std::chrono::microseconds(std::chrono::milliseconds(500));
    AVFormatContext* input = avformat_alloc_context();
    if (input == nullptr) return AVERROR(ENOMEM);
    input->interrupt_callback = wait_.Callback();
    input->max_analyze_duration = kMostLookedAt.count();
    input->fps_probe_size = 0;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "rtsp_transport", "tcp", 0);  // pictures with holes are of no use
    const int error = avformat_open_input(&input, url.c_str(), nullptr, &options);  // frees it if that fails
    av_dict_free(&options);
    if (error < 0) return error;
    input_.reset(input);
    return avformat_find_stream_info(input, nullptr);
  }

  int OpenDecoder(const AVCodec& codec, const AVCodecParameters& parameters) {
    decoder_.reset(avcodec_alloc_context3(&codec));
    decoder_->thread_type = FF_THREAD_SLICE;  // by frames, each thread holds one back
    decoder_->flags |= AV_CODEC_FLAG_LOW_DELAY;
    if (const int error = avcodec_parameters_to_context(decoder_.get(), &parameters); error < 0) return error;
    return avcodec_open2(decoder_.get(), &codec, nullptr);
  }

  bool ReadPacket(const std::stop_token& stop) {
    wait_.Begin(patience_.silence, stop);
    for (;;) {
      av_packet_unref(packet_.get());
      const int error = av_read_frame(input_.get(), packet_.get());
      if (wait_.IsOver() || (error < 0 && error != AVERROR(EAGAIN))) return false;
      if (error == 0 && packet_->stream_index == index_) return true;
    }
  }

  bool TakeDecoded(cv::Mat& picture) {
    if (avcodec_receive_frame(decoder_.get(), decoded_.get()) < 0) return false;
    const AVFrame& from = *decoded_;
    // The library may write beyond the end of a row, so it writes into memory of its own.
    if (bgr_->width != from.width || bgr_->height != from.height) {
      bgr_.reset(av_frame_alloc());
      bgr_->format = AV_PIX_FMT_BGR24;
      bgr_->width = from.width;
      bgr_->height = from.height;
      if (av_frame_get_buffer(bgr_.get(), 0) < 0) return false;
    }
    scaler_.reset(sws_getCachedContext(scaler_.release(), from.width, from.height,
                                       static_cast<AVPixelFormat>(from.format), from.width, from.height,
                                       AV_PIX_FMT_BGR24, SWS_BICUBIC, nullptr, nullptr, nullptr));
    if (!scaler_) return false;
    constexpr int kOne = 1 << 16;
    sws_setColorspaceDetails(scaler_.get(), sws_getCoefficients(from.colorspace),
                             from.color_range == AVCOL_RANGE_JPEG ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, kOne, kOne);
    sws_scale(scaler_.get(), from.data, from.linesize, 0, from.height, bgr_->data, bgr_->linesize);
    cv::Mat(from.height, from.width, CV_8UC3, bgr_->data[0], static_cast<std::size_t>(bgr_->linesize[0]))
        .copyTo(picture);
    return true;
  }

  const StreamPatience patience_;
  Wait wait_;  // before the input, which asks it until it is closed
  Input input_;
  int index_ = 0;
  Decoder decoder_;  ///< none for JPEG
  Packet packet_{av_packet_alloc()};
  Picture decoded_{av_frame_alloc()}, bgr_{av_frame_alloc()};
  std::unique_ptr<SwsContext, SwsFree> scaler_;
};

}  // namespace

Result<std::unique_ptr<NetworkStream>> OpenFfmpegStream(const std::string& url,
                                                        const StreamPatience& patience) {
  av_log_set_level(AV_LOG_QUIET);
  auto stream = std::make_unique<FfmpegStream>(patience);
  if (const int error = stream->Open(url); error < 0) return Failure(error);
  return std::unique_ptr<NetworkStream>(std::move(stream));
}

}  // namespace kith::imaging
