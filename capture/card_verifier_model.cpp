// SPDX-License-Identifier: Apache-2.0
// Written by tools/finder/fit.py, which says what it is; clang-format lays it out.
#include <array>

#include "capture/card_verifier.h"

namespace kith::capture {
namespace {

constexpr std::array kOutlineEdges = {0.1773F, 1.691F, 2.789F, 3.123F, 3.936F, 4.21F,
                                      5.05F,   5.246F, 5.788F, 6.32F,  6.438F, 7.111F};
constexpr std::array kOutlineSteps = {1.765F,  0.9897F,   1.068F,   0.6798F,   0.1759F,  0.2589F,
                                      0.3232F, -0.01076F, 0.01721F, -0.02563F, -0.4911F, 0.273F};
constexpr std::array kCoarseEdges = {0.4418F, 0.5357F, 0.6725F, 0.7116F, 0.8051F, 0.8551F,
                                     0.9304F, 0.979F,  1.071F,  1.114F,  1.283F,  1.32F};
constexpr std::array kCoarseSteps = {-0.03123F, 0.09287F, -0.2612F, 0.09169F, -0.1635F,  0.07847F,
                                     0.01368F,  0.03329F, 0.01941F, 0.3142F,  -0.08162F, -0.03363F};
constexpr std::array kMarginEdges = {0.0F,     0.0002311F, 0.001094F, 0.0142F, 0.02887F, 0.03077F,
                                     0.04529F, 0.06885F,   0.07139F,  0.1015F, 0.1368F,  0.2077F};
constexpr std::array kMarginSteps = {-0.09566F, -0.09802F, -0.1899F, -0.5099F, 0.2347F,  0.405F,
                                     -0.3818F,  -0.2523F,  -0.2777F, -0.7975F, -0.9133F, -0.989F};
constexpr std::array kColourfulEdges = {0.03185F, 0.03365F, 0.04732F, 0.04783F, 0.06274F, 0.06888F,
                                        0.07676F, 0.08672F, 0.09794F, 0.1206F,  0.1372F,  0.1929F};
constexpr std::array kColourfulSteps = {-0.1747F, -0.2499F, 0.4883F, 0.4449F, -0.4561F, 0.2028F,
                                        0.4401F,  -0.5104F, 0.1461F, 0.1664F, -0.6795F, -0.3799F};
constexpr std::array kLightEdges = {0.2627F, 0.3647F, 0.3972F, 0.5137F, 0.5373F, 0.6196F,
                                    0.6392F, 0.7176F, 0.7333F, 0.7922F, 0.823F,  0.8588F};
constexpr std::array kLightSteps = {-0.01457F, -0.1229F, 0.1532F, 0.07861F, 0.5846F,   0.2207F,
                                    0.1467F,   0.6677F,  0.2747F, 0.2222F,  -0.05063F, 0.3083F};
constexpr std::array kTwoTonedEdges = {0.5252F, 0.604F,  0.6104F, 0.7229F, 0.7232F, 0.8192F,
                                       0.8325F, 0.8658F, 0.8911F, 0.8972F, 0.9241F, 0.943F};
constexpr std::array kTwoTonedSteps = {0.5506F, 0.3506F,  -0.3725F, 0.3342F, 0.3342F,  0.1534F,
                                       0.1577F, -0.1543F, 0.1566F,  0.2279F, -0.4286F, 0.003814F};
constexpr std::array kLettersEdges = {35.0F,  50.0F, 58.0F,  66.0F,  73.0F,  86.0F,
                                      96.57F, 99.0F, 114.0F, 130.0F, 137.0F, 179.9F};
constexpr std::array kLettersSteps = {0.05869F, -0.1337F, 0.4741F,  -0.1662F, 0.07191F, -0.037F,
                                      -0.42F,   -0.4131F, -0.3225F, -0.2157F, -0.2741F, -0.2106F};
constexpr std::array kCutOffEdges = {0.0F, 0.0317F, 0.03606F, 0.07481F, 0.1507F, 0.17F, 0.3022F};
constexpr std::array kCutOffSteps = {-0.1857F, -0.1045F, 0.02044F, 0.04404F, 0.1341F, 0.0989F, -0.3734F};
constexpr std::array kLettersInRowsEdges = {18.14F, 25.0F, 32.0F, 38.0F, 41.0F, 51.0F,
                                            54.0F,  62.0F, 72.0F, 74.0F, 87.0F, 105.0F};
constexpr std::array kLettersInRowsSteps = {0.5956F, 0.7281F, 0.2276F, 0.232F,  0.7796F, 0.3069F,
                                            0.4598F, 0.5899F, 0.1885F, 0.1598F, 0.105F,  0.3647F};
constexpr std::array kSmallRowsEdges = {4.0F, 6.0F, 8.0F, 9.0F, 10.0F, 11.0F, 12.0F, 13.0F, 15.0F, 18.0F};
constexpr std::array kSmallRowsSteps = {-0.2978F, 0.288F,   0.6456F,  0.5058F,  -0.5488F,
                                        0.1486F,  -0.2571F, 0.04576F, 0.06603F, -0.147F};
constexpr std::array kAlignedEdges = {2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F, 10.0F};
constexpr std::array kAlignedSteps = {-0.08326F, 0.4834F, -0.06896F, -0.1167F,
                                      -0.02273F, 0.1109F, -0.05183F, -0.06107F};
constexpr std::array kLengthEdges = {1.52F,  2.131F, 2.315F, 2.774F, 2.816F, 3.197F,
                                     3.564F, 3.569F, 4.025F, 4.185F, 4.681F, 4.99F};
constexpr std::array kLengthSteps = {0.3641F,  0.2016F,  0.1047F,  -0.05191F, -0.02461F, -0.06366F,
                                     -0.1712F, -0.1608F, -0.4131F, -0.386F,   -0.2247F,  -0.1923F};
constexpr std::array kHeightEdges = {5.0F,   5.5F,   6.0F, 6.036F, 6.667F, 7.0F,
                                     7.051F, 7.658F, 8.0F, 9.0F,   10.5F};
constexpr std::array kHeightSteps = {0.3573F, 0.5844F, 0.1735F,  0.1735F,  0.5394F, 0.3172F,
                                     0.2386F, 0.3497F, -0.4357F, -0.3864F, -0.115F};
constexpr std::array kTallestEdges = {8.5F,   11.0F,  11.15F, 12.43F, 12.5F, 13.8F,
                                      14.05F, 15.33F, 16.0F,  17.5F,  20.0F, 21.17F};
constexpr std::array kTallestSteps = {1.323F,    0.3907F,   0.325F,  0.252F,   0.2787F,   -0.08884F,
                                      -0.03351F, -0.01131F, 0.3103F, -0.1567F, -0.04788F, 0.1651F};
constexpr std::array kTextLettersEdges = {20.0F,  35.0F,  43.43F, 63.0F,  84.0F,  105.0F,
                                          122.0F, 136.1F, 138.0F, 155.0F, 176.0F, 279.1F};
constexpr std::array kTextLettersSteps = {-0.1926F, 0.2536F,   0.7611F,  1.165F, 0.9655F,  0.432F,
                                          0.6169F,  -0.03546F, 0.01201F, -0.38F, -0.5476F, -0.6276F};
constexpr std::array kTextRowsEdges = {3.0F, 4.0F, 6.0F, 7.0F, 8.0F, 9.0F, 11.0F, 15.0F, 25.0F};
constexpr std::array kTextRowsSteps = {1.092F,   0.9229F,  0.3973F, -0.1853F, -0.04495F,
                                       -0.2488F, -0.1122F, -1.19F,  -0.5556F};
constexpr std::array kTextLettersPerRowEdges = {5.189F, 6.821F, 9.0F,   10.71F, 12.0F, 12.67F,
                                                14.36F, 14.75F, 15.83F, 17.0F,  18.5F, 20.5F};
constexpr std::array kTextLettersPerRowSteps = {0.2689F, -0.03546F, 0.214F,  0.3341F, 0.347F, 0.3441F,
                                                0.3272F, 0.2834F,   0.4514F, 0.6553F, 0.149F, 0.1216F};
constexpr std::array kTextHeightEdges = {0.9F, 1.1F, 1.267F, 1.4F,  1.481F, 1.5F,
                                         1.6F, 1.7F, 1.8F,   1.93F, 1.945F, 2.4F};
constexpr std::array kTextHeightSteps = {0.3807F, 0.2968F, 0.9291F,  0.6834F, 0.4273F, 0.1854F,
                                         0.3205F, 0.6136F, -0.6599F, -0.571F, -0.589F, -1.145F};
constexpr std::array kTextTallestEdges = {1.078F, 1.34F, 1.8F,   2.073F, 2.3F,  2.324F,
                                          2.544F, 2.8F,  3.134F, 3.699F, 3.789F};
constexpr std::array kTextTallestSteps = {0.154F,   0.782F,  0.9443F,  0.5059F,  0.3697F, 0.2784F,
                                          0.02848F, 0.4166F, -0.2534F, -0.2138F, -0.2944F};
constexpr std::array kTextAcrossEdges = {0.0F,    0.03175F, 0.06799F, 0.08163F, 0.1321F,
                                         0.1892F, 0.2023F,  0.2667F,  0.3554F,  0.6001F};
constexpr std::array kTextAcrossSteps = {-0.7187F, -0.2652F, 0.4681F,  -0.04462F, -0.0782F,
                                         -0.5962F, -0.4191F, -0.3561F, -0.7099F,  -0.3457F};
constexpr std::array kTextOtherShadeEdges = {0.0F,    0.02566F, 0.07692F, 0.08087F, 0.1271F,
                                             0.1944F, 0.2085F,  0.3128F,  0.5082F,  0.5316F};
constexpr std::array kTextOtherShadeSteps = {0.1668F, 0.3093F, 0.4433F, 0.4427F,  0.06799F,
                                             0.6453F, 0.6121F, 0.2256F, -0.1248F, -0.2198F};
constexpr std::array kTextWidthEdges = {19.11F, 28.06F, 32.71F, 38.44F, 42.8F, 49.02F,
                                        50.9F,  60.62F, 62.0F,  72.3F,  73.9F, 75.52F};
constexpr std::array kTextWidthSteps = {0.2965F,  0.8139F, 0.1292F, 0.778F,  0.1238F,  -0.17F,
                                        -0.2487F, 0.4102F, 0.53F,   0.2074F, 0.03749F, -0.12F};
constexpr std::array kTextDepthEdges = {7.947F, 26.41F, 28.88F, 33.07F, 36.88F, 39.39F,
                                        41.86F, 42.05F, 46.3F,  51.36F, 65.76F, 69.59F};
constexpr std::array kTextDepthSteps = {0.1477F,  -0.4756F, -0.1641F, 0.2425F,  0.3821F,  -0.1572F,
                                        -0.3354F, -0.3521F, -0.3362F, -0.3068F, -0.5435F, 0.2773F};
constexpr std::array kTextCentredEdges = {1.0F, 2.0F, 3.0F, 5.0F};
constexpr std::array kTextCentredSteps = {-0.3337F, -0.532F, 0.3453F, 0.1139F};
constexpr std::array kTextUnevenEdges = {0.1423F, 0.306F,  0.3103F, 0.3492F, 0.3601F, 0.3852F,
                                         0.4158F, 0.4266F, 0.4769F, 0.4816F, 0.5432F, 0.5614F};
constexpr std::array kTextUnevenSteps = {0.2331F, 0.09371F, 0.05711F, -0.1219F, 0.06503F, 0.8307F,
                                         0.4479F, 0.2785F,  0.02595F, 0.1326F,  0.1056F,  0.09459F};
constexpr std::array kTextPortraitEdges = {0.0F};
constexpr std::array kTextPortraitSteps = {-1.525F};
constexpr std::array kTextDetailEdges = {0.06852F, 0.07798F, 0.09549F, 0.1002F, 0.1198F, 0.1214F,
                                         0.1423F,  0.1483F,  0.1615F,  0.1863F, 0.1896F, 0.2333F};
constexpr std::array kTextDetailSteps = {-0.1608F,  -0.4664F, -0.5335F,  -0.4362F,  -0.1142F, 0.01845F,
                                         -0.01694F, -0.2501F, -0.07738F, -0.07062F, -0.2536F, -0.4284F};
constexpr std::array kTextInRowsEdges = {0.1013F, 0.2139F, 0.3024F, 0.4206F, 0.4917F, 0.5387F,
                                         0.5904F, 0.6509F, 0.6956F, 0.714F,  0.7445F, 0.7914F};
constexpr std::array kTextInRowsSteps = {0.04979F, -0.0515F, 0.3826F,  0.5231F,  0.2466F,  -0.07374F,
                                         0.01459F, 0.5641F,  -0.2424F, -0.2428F, -0.4518F, -0.2162F};

}  // namespace

const double kVerifierBias = -20.8633;
const std::array<FeatureSteps, CardEvidence::kFeatures> kVerifierSteps = {
    {{kOutlineEdges, kOutlineSteps},
     {kCoarseEdges, kCoarseSteps},
     {kMarginEdges, kMarginSteps},
     {kColourfulEdges, kColourfulSteps},
     {kLightEdges, kLightSteps},
     {kTwoTonedEdges, kTwoTonedSteps},
     {kLettersEdges, kLettersSteps},
     {kCutOffEdges, kCutOffSteps},
     {kLettersInRowsEdges, kLettersInRowsSteps},
     {kSmallRowsEdges, kSmallRowsSteps},
     {kAlignedEdges, kAlignedSteps},
     {kLengthEdges, kLengthSteps},
     {kHeightEdges, kHeightSteps},
     {kTallestEdges, kTallestSteps},
     {kTextLettersEdges, kTextLettersSteps},
     {kTextRowsEdges, kTextRowsSteps},
     {kTextLettersPerRowEdges, kTextLettersPerRowSteps},
     {kTextHeightEdges, kTextHeightSteps},
     {kTextTallestEdges, kTextTallestSteps},
     {kTextAcrossEdges, kTextAcrossSteps},
     {kTextOtherShadeEdges, kTextOtherShadeSteps},
     {kTextWidthEdges, kTextWidthSteps},
     {kTextDepthEdges, kTextDepthSteps},
     {kTextCentredEdges, kTextCentredSteps},
     {kTextUnevenEdges, kTextUnevenSteps},
     {kTextPortraitEdges, kTextPortraitSteps},
     {kTextDetailEdges, kTextDetailSteps},
     {kTextInRowsEdges, kTextInRowsSteps}}};

}  // namespace kith::capture
