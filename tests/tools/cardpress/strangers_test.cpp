// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/strangers.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tools/cardpress/prop.h"
#include "tools/cardpress/typeset.h"

namespace kith::tools {
namespace {

TEST(PhotographStranger, ShowsManyKindsOfThingsAndNoCard) {
  std::set<std::string> scenes;
  for (int i = 0; i < 20; ++i) {
    Rng rng(61, "stranger", i);
    const Scene scene = PhotographStranger(rng, i % 2 == 1).scene;
    EXPECT_FALSE(scene.image.empty());
    EXPECT_TRUE(scene.truth.cards.empty());
    scenes.insert(scene.truth.scene);
  }
  EXPECT_GE(scenes.size(), 8U);
}

TEST(PhotographStranger, ShowsTheSameBeforeAnythingCame) {
  for (int i = 0; i < 12; ++i) {
    Rng rng(64, "stranger", i);
    const StrangerScene stranger = PhotographStranger(rng, false);
    const Image& after = stranger.scene.image;
    ASSERT_EQ(stranger.before.width(), after.width());
    ASSERT_EQ(stranger.before.height(), after.height());
    const std::string& scene = stranger.scene.truth.scene;
    EXPECT_EQ(std::ranges::equal(stranger.before.pixels(), after.pixels()),
              scene == "table" || scene == "room")
        << scene;
  }
}

TEST(PhotographStranger, RepeatsItself) {
  Rng rng(62, "stranger", 3);
  Rng again = rng;
  const Image a = PhotographStranger(rng, true).scene.image;
  const Image b = PhotographStranger(again, true).scene.image;
  EXPECT_TRUE(std::ranges::equal(a.pixels(), b.pixels()));
}

TEST(Props, HaveTextThatFitsThem) {
  // LayProp leaves text out that doesn't fit; that must stay the exception.
  int silent = 0;
  for (int i = 0; i < 60; ++i) {
    Rng rng(63, "prop", i);
    Prop (*const makers[])(Rng&) = {MakePhone, MakeKeyboard, MakeMonitor, MakeSheet, MakeEnvelope, MakeBook};
    if (!PrintCard(makers[i % 6](rng).face, 1.5)) ++silent;
  }
  EXPECT_LE(silent, 3);
}

}  // namespace
}  // namespace kith::tools
