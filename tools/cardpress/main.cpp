// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <CLI/CLI.hpp>

#include "tools/cardpress/press.h"

int main(int argc, char** argv) {
  using namespace kith::tools;
  CLI::App app{
      "Prints fictional business cards and makes pictures of them, each with the truth beside it.\n"
      "The same seed gives the same pictures. Every command writes its pictures and truth.json."};
  app.require_subcommand(0, 1);
  PressOptions options;
  bool fonts = false;
  app.add_flag("--fonts", fonts,
               "List the font families that the designs use, their packages and what is missing");
  const std::map<std::string, Domains> domains{{"reserved", Domains::kReserved},
                                               {"realistic", Domains::kRealistic}};
  const auto add = [&](const char* name, const char* help, PictureKind kind) {
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("-n,--count", options.count, "How many")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        ->add_option("--pick", options.picked,
                     "Only these numbers of the series, as 01, 02 … (instead of --count)")
        ->delimiter(',')
        ->check(CLI::Range(1, 100000));
    command->add_option("-s,--seed", options.seed, "What the chance starts from")->capture_default_str();
    command->add_option("-o,--output", options.folder, "Folder, made if it isn't there")->required();
    command->add_flag("--same-cards", options.same_cards,
                      "Picture n of every kind shows the same card, to compare scans with photos; without it "
                      "each kind has cards of its own");
    command
        ->add_option(
            "--domains", options.domains,
            "reserved: e-mail and web addresses under example.com, .org and .net (RFC 2606), the only kind "
            "to publish; realistic: under real top-level domains, to measure with on one's own machine")
        ->transform(CLI::CheckedTransformer(domains, CLI::ignore_case));
    command->callback([&options, kind] { options.kind = kind; });
    return command;
  };
  CLI::App* cards =
      add("cards", "Clean card images, as a designer would hand them over (JPEG)", PictureKind::kCard);
  cards->add_option("--width", options.width, "Pixels of the longer side")
      ->check(CLI::Range(300, 4000))
      ->capture_default_str();
  add("scans", "Cards as office scanners see them: small, skewed, cut off, pale (PNG)", PictureKind::kScan);
  CLI::App* photos =
      add("photos", "Cards on tables and in hands, with their corners (JPEG)", PictureKind::kPhoto);
  photos->add_flag("--spare", options.spare, "Cards with a name and how to reach them, and little else");
  CLI::App* videos =
      add("videos", "Short clips of a card that is brought in, held and taken away (Motion JPEG in AVI)",
          PictureKind::kVideo);
  videos->add_flag("--two-sided", options.two_sided, "The card is turned over and its back held, too");
  videos->add_option("--fps", options.fps, "Frames a second")
      ->check(CLI::Range(5, 60))
      ->capture_default_str();
  CLI::App* tables = add("tables", "Two to twelve cards laid out on a table (JPEG)", PictureKind::kTable);
  add("pages", "Pages of a flatbed scanner with four to ten cards on them (JPEG)", PictureKind::kPage);
  CLI::App* strangers =
      add("strangers", "Pictures without a card: tables, phones, books, papers, people, rooms (JPEG)",
          PictureKind::kStranger);
  strangers->add_flag(
      "--before", options.before,
      "Also the same before anything was laid there or anybody came, in a folder of that name");
  for (CLI::App* command : {photos, videos})
    command->add_flag("--camouflaged", options.camouflaged, "On tables nearly of the card's own colour");
  for (CLI::App* command : {photos, tables, strangers})
    command->add_flag("--hard", options.hard, "Wider ranges: steeper, darker, blurred, in any direction");
  CLI11_PARSE(app, argc, argv);
  if (fonts) return ListFonts(std::cout);
  if (app.get_subcommands().empty()) {
    std::cout << app.help();
    return 0;
  }
  const kith::Result<void> done = Press(options);
  if (done) return 0;
  std::cerr << "cardpress: " << done.error().message << "\n";
  return 1;
}
