// SPDX-License-Identifier: Apache-2.0
// What the verifier's evidence is worth: the learned weights.
#include <array>
#include <cstddef>

#include "capture/card_verifier.h"
#include "capture/parabola.h"

namespace kith::capture {
namespace {

/// What two features add together, each in deviations from its mean.
struct Product {
  std::size_t first, second;  ///< as CardEvidence::FeatureNames counts
  double weight;
};

constexpr std::array<Parabola, CardEvidence::kFeatures> kTerms = {
    {{4.2969, 2.3347, 0.061, -0.124},    {0.9092, 0.3443, 0.052, -0.057},
     {0.0435, 0.0359, -0.129, -0.124},   {0.0944, 0.0912, -0.033, -0.059},
     {0.6384, 0.2181, -0.005, -0.090},   {0.7673, 0.1803, 0.000, -0.023},
     {89.9148, 59.9535, 0.010, -0.097},  {0.0918, 0.1360, -0.017, -0.027},
     {59.4253, 31.1193, 0.143, -0.019},  {9.9969, 4.4100, 0.030, -0.075},
     {6.0937, 3.1722, 0.052, -0.017},    {3.6431, 1.5767, -0.004, -0.094},
     {7.6761, 1.9671, 0.031, -0.120},    {15.7223, 4.9838, 0.048, -0.022},
     {142.5846, 95.6240, 0.071, -0.203}, {9.1089, 7.0094, -0.018, -0.177},
     {15.8759, 6.0434, 0.176, -0.130},   {1.6132, 0.4658, 0.023, -0.215},
     {2.7447, 0.9376, 0.131, -0.039},    {0.1397, 0.1639, -0.104, -0.195},
     {0.1963, 0.2300, 0.036, -0.039},    {58.2153, 18.5035, 0.193, -0.117},
     {39.5300, 15.0905, -0.007, -0.142}, {2.8907, 2.0253, 0.048, 0.138},
     {0.3916, 0.1293, 0.027, -0.103},    {0.2093, 0.4068, -0.170, -0.243},
     {0.1410, 0.0592, -0.020, -0.055},   {0.5999, 0.1996, 0.192, -0.180},
     {3.2011, 2.4794, 0.162, -0.139},    {0.0022, 0.0136, -0.105, -0.194},
     {0.0055, 0.0089, -0.047, -0.043},   {2.1550, 0.5603, -0.045, 0.036},
     {0.7882, 0.2027, 0.002, -0.085},    {0.0512, 0.0768, -0.026, -0.043},
     {0.9087, 0.1607, -0.010, 0.028},    {0.7412, 0.2511, -0.003, -0.101},
     {0.8881, 0.1444, -0.027, 0.014}}};

constexpr std::array kProducts = {
    Product{8, 25, 0.125},   Product{14, 27, -0.123}, Product{1, 12, -0.100},  Product{8, 27, -0.108},
    Product{0, 33, 0.142},   Product{7, 26, -0.106},  Product{4, 25, 0.084},   Product{14, 15, -0.152},
    Product{19, 22, 0.107},  Product{16, 27, -0.117}, Product{4, 9, -0.089},   Product{12, 17, -0.091},
    Product{10, 26, -0.069}, Product{1, 17, -0.091},  Product{1, 19, 0.099},   Product{28, 31, 0.090},
    Product{12, 18, -0.101}, Product{3, 25, -0.086},  Product{0, 20, -0.087},  Product{8, 21, -0.097},
    Product{14, 16, -0.097}, Product{16, 25, 0.091},  Product{11, 22, 0.080},  Product{26, 27, -0.081},
    Product{10, 24, -0.082}, Product{20, 27, 0.088},  Product{8, 16, -0.088},  Product{12, 31, 0.077},
    Product{4, 24, -0.079},  Product{11, 26, -0.078}, Product{8, 12, -0.091},  Product{4, 10, -0.084},
    Product{7, 13, -0.073},  Product{9, 17, 0.073},   Product{11, 21, -0.083}, Product{25, 27, 0.076},
    Product{19, 35, 0.069},  Product{17, 22, -0.068}, Product{5, 10, -0.072},  Product{6, 11, -0.082}};

}  // namespace

double CardEvidence::LogOdds(double outline_confidence) const {
  double odds = 4.557;
  const std::array<double, kFeatures> values = Features(outline_confidence);
  std::array<double, kFeatures> relative{};
  for (std::size_t i = 0; i < kFeatures; ++i) {
    odds += kTerms[i].Odds(values[i]);
    relative[i] = kTerms[i].Relative(values[i]);
  }
  for (const Product& product : kProducts)
    odds += product.weight * relative[product.first] * relative[product.second];
  return odds;
}

}  // namespace kith::capture
