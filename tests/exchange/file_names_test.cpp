// SPDX-License-Identifier: Apache-2.0
#include "exchange/file_names.h"

#include <gtest/gtest.h>

#include "exchange/atomic_file.h"
#include "tests/exchange/samples.h"
#include "tests/exchange/temporary_folder.h"

namespace kith::exchange {
namespace {

TEST(FileNames, AreWhatEverySystemTakes) {
  EXPECT_EQ(FileNameOf("Dr. Ada van der Example"), "Dr. Ada van der Example");
  EXPECT_EQ(FileNameOf("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(FileNameOf("a<b>c:d\"e/f\\g|h?i*j\nk"), "a-b-c-d-e-f-g-h-i-j k");
  EXPECT_EQ(FileNameOf(".hidden. . "), "hidden");
  EXPECT_EQ(FileNameOf("nul.txt"), "nul.txt-");
  EXPECT_EQ(FileNameOf("COM1"), "COM1-");
  EXPECT_EQ(FileNameOf(" \t\n"), "No name");
  EXPECT_EQ(FileNameOf("\xE5\xB1\xB1\xE7\x94\xB0"), "\xE5\xB1\xB1\xE7\x94\xB0");
  std::string many;
  for (int i = 0; i < 40; ++i)
    many += "\xE5\xB1\xB1";
  EXPECT_EQ(FileNameOf(many), many.substr(0, 78)) << "26 whole letters";
}

TEST(FileNames, HideNothingAndSayNothingToAShell) {
  EXPECT_EQ(FileNameOf("-rf ~"), "rf ~");
  EXPECT_EQ(FileNameOf("\u202Efcv.exe"), "fcv.exe");
}

TEST(FileNames, WithAnIdStayTheSameAndAreOthersForNamesakes) {
  const UuidBytes id = {0x01, 0x92, 0xF0, 0xC1, 0x7A, 0x3E, 0x7B, 0xB2,
                        0x9D, 0x51, 0,    0,    0xAB, 0xCD, 0xEF, 1};
  EXPECT_EQ(FileNameOf("Ada Example", id, ".vcf"), "Ada Example abcdef01.vcf");
  EXPECT_EQ(FileNameOf("山田 花子", id, ".vcf"), "山田 花子 abcdef01.vcf");
  EXPECT_EQ(FileNameOf("...", id, ".vcf"), "No name abcdef01.vcf");
}

TEST(FileNames, NobodyTakesTheNameOfAnother) {
  FileNames names;
  EXPECT_EQ(names.Next("Ada", ".eml"), "Ada.eml");
  EXPECT_EQ(names.Next("ADA", ".eml"), "ADA 2.eml") << "the same file on some systems";
  EXPECT_EQ(names.Next("Ada 2", ".eml"), "Ada 2 2.eml");
  EXPECT_EQ(names.Next("Ada", ".eml"), "Ada 3.eml");
}

TEST(FileNames, WhatIsThereIsLeftAlone) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(FreePath(folder.path(), "Ada", ".eml"), folder / "Ada.eml");
  ASSERT_TRUE(WriteFileAtomically(folder / "Ada.eml", "mine"));
  EXPECT_EQ(FreePath(folder.path(), "Ada", ".eml"), folder / "Ada 2.eml");
  for (const std::string& nasty : test::NastyTexts())
    EXPECT_TRUE(WriteFileAtomically(FreePath(folder.path(), nasty, ".eml"), "x")) << nasty;
}

}  // namespace
}  // namespace kith::exchange
