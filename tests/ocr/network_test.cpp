// SPDX-License-Identifier: Apache-2.0
#include "ocr/network.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include "tests/support/temp_folder.h"

namespace kith::ocr {
namespace {

using nlohmann::json;

constexpr float kNear = 1e-4F;

/// Rows, columns and channels, as the definitions of the steps name them.
struct Values {
  int rows, columns, channels;
  std::vector<float> all;

  float& At(int y, int x, int c) { return all[static_cast<std::size_t>((y * columns + x) * channels + c)]; }
  float At(int y, int x, int c) const { return const_cast<Values*>(this)->At(y, x, c); }
  /// 0 outside.
  float Around(int y, int x, int c) const {
    return y < 0 || x < 0 || y >= rows || x >= columns ? 0 : At(y, x, c);
  }
};

Values Empty(int rows, int columns, int channels) {
  return {rows, columns, channels, std::vector<float>(static_cast<std::size_t>(rows * columns * channels))};
}

class NetworkTest : public testing::Test {
 protected:
  std::vector<float> RandomWeights(int count) {
    std::vector<float> weights(static_cast<std::size_t>(count));
    for (float& weight : weights)
      weight = random_.uniform(-1.0F, 1.0F);
    return weights;
  }

  Values RandomPicture(int rows, int columns) {
    picture_ = cv::Mat(rows, columns, CV_8UC3);
    random_.fill(picture_, cv::RNG::UNIFORM, 0, 256);
    cv::Mat floats;
    picture_.convertTo(floats, CV_32F, 1 / 100.0, -1);
    return {rows, columns, 3, {floats.ptr<float>(), floats.ptr<float>() + floats.total() * 3}};
  }

  void Write(const std::vector<json>& steps, const std::vector<float>& weights) const {
    std::ofstream(folder_.path() / "net.json") << json{{"weights", weights.size()}, {"steps", steps}};
    std::ofstream(folder_.path() / "net.weights", std::ios::binary)
        .write(reinterpret_cast<const char*>(weights.data()),
               static_cast<std::streamsize>(weights.size() * sizeof(float)));
  }

  std::filesystem::path Net() const { return folder_.path() / "net"; }

  Values Run(const std::vector<json>& steps, const std::vector<float>& weights = {0}) {
    Write(steps, weights);
    Network network(Net());
    return RunOn(network, picture_);
  }

  static Values RunOn(Network& network, const cv::Mat& picture) {
    const cv::Mat made = network.Run(picture, 1 / 100.0, cv::Scalar::all(100));
    return {made.size[0], made.size[1], made.size[2], {made.ptr<float>(), made.ptr<float>() + made.total()}};
  }

  static void ExpectNear(const Values& seen, const Values& expected) {
    ASSERT_EQ(seen.rows, expected.rows);
    ASSERT_EQ(seen.columns, expected.columns);
    ASSERT_EQ(seen.channels, expected.channels);
    for (std::size_t i = 0; i < expected.all.size(); ++i)
      ASSERT_NEAR(seen.all[i], expected.all[i], kNear) << "at " << i;
  }

  cv::Mat picture_;
  test::TempFolder folder_;

 private:
  cv::RNG random_{7};
};

json Convolution(int from, int channels, int kernel, int weights) {
  const int pad = kernel / 2;
  return {{"make", "convolution"}, {"from", {from}},    {"channels", channels}, {"kernel", {kernel, kernel}},
          {"stride", {1, 1}},      {"pad", {pad, pad}}, {"groups", 1},          {"weights", weights},
          {"then", json::array()}};
}

TEST_F(NetworkTest, ConvolvesWithStrideAndZerosAround) {
  const Values picture = RandomPicture(6, 9);
  const std::vector<float> weights = RandomWeights(5 * 3 * 3 * 3 + 5);
  json step = Convolution(0, 5, 3, 0);
  step["stride"] = {2, 1};
  Values expected = Empty(3, 9, 5);
  for (int y = 0; y < 3; ++y) {
    for (int x = 0; x < 9; ++x) {
      for (int c = 0; c < 5; ++c) {
        float sum = weights[static_cast<std::size_t>(5 * 27 + c)];
        for (int k = 0; k < 27; ++k)  // of 3 channels, 3 rows, 3 columns
          sum += weights[static_cast<std::size_t>(c * 27 + k)] *
                 picture.Around(2 * y + k / 3 % 3 - 1, x + k % 3 - 1, k / 9);
        expected.At(y, x, c) = sum;
      }
    }
  }
  ExpectNear(Run({step}, weights), expected);
}

TEST_F(NetworkTest, ConvolvesEachChannelByItselfInAsManyGroups) {
  const Values picture = RandomPicture(7, 20);
  const std::vector<float> weights = RandomWeights(3 * 25 + 3);
  json step = Convolution(0, 3, 5, 0);
  step["groups"] = 3;
  Values expected = Empty(7, 20, 3);
  for (int y = 0; y < 7; ++y) {
    for (int x = 0; x < 20; ++x) {
      for (int c = 0; c < 3; ++c) {
        float sum = weights[static_cast<std::size_t>(75 + c)];
        for (int k = 0; k < 25; ++k)
          sum +=
              weights[static_cast<std::size_t>(c * 25 + k)] * picture.Around(y + k / 5 - 2, x + k % 5 - 2, c);
        expected.At(y, x, c) = sum;
      }
    }
  }
  ExpectNear(Run({step}, weights), expected);
}

/// A convolution that gives the colours as they are.
const std::vector<float> kSame = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};

TEST_F(NetworkTest, AppliesFunctionsOneAfterTheOther) {
  const Values picture = RandomPicture(4, 4);
  const auto after = [&](const char* functions) {
    json step = Convolution(0, 3, 1, 0);
    step["then"] = json::parse(functions);
    return Run({step}, kSame);
  };
  const auto expected = [&](auto function) {
    Values made = picture;
    std::ranges::transform(made.all, made.all.begin(), function);
    return made;
  };
  ExpectNear(after(R"([["relu"]])"), expected([](float x) { return std::max(x, 0.0F); }));
  ExpectNear(after(R"([["sigmoid"]])"), expected([](float x) { return 1 / (1 + std::exp(-x)); }));
  ExpectNear(after(R"([["swish", 1, 0]])"), expected([](float x) { return x / (1 + std::exp(-x)); }));
  ExpectNear(after(R"([["clip", 0.25, 0.5]])"), expected([](float x) { return std::clamp(x, 0.25F, 0.5F); }));
  ExpectNear(after(R"([["hard_swish"], ["linear", 2, -0.5]])"),
             expected([](float x) { return 2 * x * std::clamp(x + 3, 0.0F, 6.0F) / 6 - 0.5F; }));
}

TEST_F(NetworkTest, MultipliesEveryChannelByItsGate) {
  const Values picture = RandomPicture(4, 6);
  Values expected = picture;
  for (int c = 0; c < 3; ++c) {
    float mean = 0;
    for (int i = 0; i < 24; ++i)
      mean += picture.At(i / 6, i % 6, c) / 24;
    for (int i = 0; i < 24; ++i)
      expected.At(i / 6, i % 6, c) *= mean;
  }
  ExpectNear(Run({{{"make", "mean"}, {"from", {0}}}, {{"make", "gate"}, {"from", {0, 1}}}}), expected);
}

TEST_F(NetworkTest, TakesTheMeanOfEachKernel) {
  const Values picture = RandomPicture(6, 8);
  Values expected = Empty(2, 4, 3);
  for (int y = 0; y < 6; ++y) {
    for (int x = 0; x < 8; ++x) {
      for (int c = 0; c < 3; ++c)
        expected.At(y / 3, x / 2, c) += picture.At(y, x, c) / 6;
    }
  }
  ExpectNear(Run({{{"make", "mean"}, {"from", {0}}, {"kernel", {3, 2}}}}), expected);
}

TEST_F(NetworkTest, EnlargesAddsAndJoins) {
  const Values picture = RandomPicture(3, 5);
  const json enlarge = {{"make", "enlarge"}, {"from", {0}}, {"times", 4}};
  const json add = {{"make", "add"}, {"from", {1, 1}}};
  const json join = {{"make", "join"}, {"from", {1, 2}}};
  Values expected = Empty(12, 20, 6);
  for (int y = 0; y < 12; ++y) {
    for (int x = 0; x < 20; ++x) {
      for (int c = 0; c < 6; ++c)
        expected.At(y, x, c) = picture.At(y / 4, x / 4, c % 3) * (c < 3 ? 1.0F : 2.0F);
    }
  }
  ExpectNear(Run({enlarge, add, join}), expected);
}

TEST_F(NetworkTest, SpreadsTheChannelsOfAPixelOverFour) {
  const Values picture = RandomPicture(2, 3);
  const std::vector<float> weights = RandomWeights(8 * 3 + 8);
  const json convolution = Convolution(0, 8, 1, 0);
  const Values narrow = Run({convolution}, weights);
  Values expected = Empty(4, 6, 2);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 6; ++x) {
      for (int c = 0; c < 2; ++c)
        expected.At(y, x, c) = narrow.At(y / 2, x / 2, (y % 2 * 2 + x % 2) * 2 + c);
    }
  }
  ExpectNear(Run({convolution, {{"make", "spread"}, {"from", {1}}}}, weights), expected);
}

TEST_F(NetworkTest, NormalizesTheChannelsOfEachPixel) {
  const Values picture = RandomPicture(1, 7);
  const std::vector<float> weights = {2, 3, 4, 0.5, 0.25, -1};
  Values expected = picture;
  for (int x = 0; x < 7; ++x) {
    const float mean = (picture.At(0, x, 0) + picture.At(0, x, 1) + picture.At(0, x, 2)) / 3;
    float variance = 0;
    for (int c = 0; c < 3; ++c)
      variance += std::pow(picture.At(0, x, c) - mean, 2.0F) / 3;
    for (int c = 0; c < 3; ++c) {
      const auto i = static_cast<std::size_t>(c);
      expected.At(0, x, c) =
          (picture.At(0, x, c) - mean) / std::sqrt(variance + 0.01F) * weights[i] + weights[3 + i];
    }
  }
  ExpectNear(Run({{{"make", "normalize"}, {"from", {0}}, {"epsilon", 0.01}, {"weights", 0}}}, weights),
             expected);
}

/// The softmax of some numbers.
std::vector<float> Shares(std::vector<float> numbers) {
  float sum = 0;
  for (float& number : numbers)
    sum += number = std::exp(number);
  for (float& number : numbers)
    number /= sum;
  return numbers;
}

TEST_F(NetworkTest, SharesOutTheChannelsOfEachPixel) {
  const Values picture = RandomPicture(2, 3);
  Values expected = picture;
  for (int i = 0; i < 6; ++i) {
    const auto shares =
        Shares({picture.At(i / 3, i % 3, 0), picture.At(i / 3, i % 3, 1), picture.At(i / 3, i % 3, 2)});
    for (int c = 0; c < 3; ++c)
      expected.At(i / 3, i % 3, c) = shares[static_cast<std::size_t>(c)];
  }
  ExpectNear(Run({{{"make", "softmax"}, {"from", {0}}}}), expected);
}

TEST_F(NetworkTest, AttendsToPixelsWhoseKeysAreLikeTheQuery) {
  constexpr int kPixels = 5, kHeads = 2, kFeatures = 2, kChannels = kHeads * kFeatures;
  RandomPicture(1, kPixels);
  const std::vector<float> weights = RandomWeights(3 * kChannels * 3 + 3 * kChannels);
  const json convolution = Convolution(0, 3 * kChannels, 1, 0);
  const Values given = Run({convolution}, weights);
  Values expected = Empty(1, kPixels, kChannels);
  for (int head = 0; head < kHeads; ++head) {
    for (int at = 0; at < kPixels; ++at) {
      std::vector<float> likeness(kPixels);
      for (int i = 0; i < kPixels * kFeatures; ++i) {
        const int c = head * kFeatures + i % kFeatures;
        likeness[static_cast<std::size_t>(i / kFeatures)] +=
            0.5F * given.At(0, at, c) * given.At(0, i / kFeatures, kChannels + c);
      }
      const auto shares = Shares(likeness);
      for (int i = 0; i < kPixels * kFeatures; ++i) {
        const int c = head * kFeatures + i % kFeatures;
        expected.At(0, at, c) +=
            shares[static_cast<std::size_t>(i / kFeatures)] * given.At(0, i / kFeatures, 2 * kChannels + c);
      }
    }
  }
  const json attention = {{"make", "attention"}, {"from", {1}}, {"heads", kHeads}, {"scale", 0.5}};
  ExpectNear(Run({convolution, attention}, weights), expected);
}

TEST_F(NetworkTest, MakesTheSameOfAPictureAfterOthersOfOtherSizes) {
  const std::vector<float> weights = RandomWeights(8 * 27 + 8 + 4 * 8 * 9 + 4);
  Write({Convolution(0, 8, 3, 0), Convolution(1, 4, 3, 8 * 27 + 8), {{"make", "join"}, {"from", {2, 0}}}},
        weights);
  RandomPicture(20, 30);
  Network network(Net());
  const Values before = RunOn(network, picture_);
  for (const cv::Size& size : {cv::Size(64, 48), cv::Size(8, 8)})
    RunOn(network, cv::Mat(size, CV_8UC3, cv::Scalar::all(50)));
  EXPECT_EQ(RunOn(network, picture_).all, before.all);
}

TEST_F(NetworkTest, IsRefusedWhereItsFilesDoNotFitEachOther) {
  const json first = Convolution(0, 5, 1, 0);
  Write({first}, RandomWeights(20));
  std::filesystem::resize_file(folder_.path() / "net.weights", 40);
  EXPECT_THROW(Network{Net()}, std::exception);
  Write({Convolution(1, 5, 1, 0)}, RandomWeights(20));
  EXPECT_THROW(Network{Net()}, std::exception) << "of what it makes itself";
  std::filesystem::remove(folder_.path() / "net.json");
  EXPECT_THROW(Network{Net()}, std::exception);
}

TEST_F(NetworkTest, SaysWhatItCannotCompute) {
  RandomPicture(4, 4);
  EXPECT_THROW(Run({{{"make", "coffee"}, {"from", {0}}}}), std::exception);
  EXPECT_THROW(Run({Convolution(0, 5, 3, 0)}, RandomWeights(20)), std::exception) << "3 x 3 needs 140";
}

}  // namespace
}  // namespace kith::ocr
