// SPDX-License-Identifier: Apache-2.0
#include "app/following_cli.h"

#include <map>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/commands.h"

namespace kith::app {
namespace {

/// The command's options live as long as what may run with them.
template <typename Options>
std::shared_ptr<Options> RunsWith(CLI::App& command, Command& chosen,
                                  Result<int> (*run)(const Options&, const Config&)) {
  auto options = std::make_shared<Options>();
  command.callback([&chosen, options, run] {
    chosen = [options, run](const Config& config) { return run(*options, config); };
  });
  return options;
}

void AddDay(CLI::App& command, const char* name, const std::string& help, std::optional<Day>& day) {
  command.add_option(name, help)->type_name("DATE")->each([name, &day](const std::string& text) {
    day = ParseDay(text);
    if (!day) throw CLI::ValidationError(name, "a day is written like 2026-11-23");
  });
}

void AddKey(CLI::App& command, std::string& key) {
  command.add_option("id", key, "As \"kith due\" lists it")->required()->type_name("ID");
}

void AddItems(CLI::App& app, Command& chosen) {
  CLI::App* const done = app.add_subcommand("done", "Mark a follow-up as done");
  const auto done_options = RunsWith(*done, chosen, RunDone);
  AddKey(*done, done_options->key);
  done->add_option("--note", done_options->note, "What happened")->type_name("TEXT");

  CLI::App* const skip = app.add_subcommand("skip", "Leave a follow-up out this time");
  AddKey(*skip, RunsWith(*skip, chosen, RunSkip)->key);

  CLI::App* const snooze = app.add_subcommand("snooze", "Put a follow-up off");
  const auto snooze_options = RunsWith(*snooze, chosen, RunSnooze);
  AddKey(*snooze, snooze_options->key);
  snooze
      ->add_option("--until", snooze_options->until,
                   "A day, or tomorrow, monday, week, two-weeks, month, quarter")
      ->required()
      ->type_name("DATE");

  CLI::App* const message = app.add_subcommand("message", "Print a message for a follow-up, to be edited");
  const auto message_options = RunsWith(*message, chosen, RunMessage);
  AddKey(*message, message_options->key);
  message->add_option("--lang", message_options->language, "Its language, such as de")->type_name("LANG");
  CLI::Option_group* const form = message->add_option_group("form", "Instead of printing it");
  form->add_flag("--mailto", message_options->mailto, "As a link for a mail program");
  form->add_flag("--open", message_options->open, "Open it in the mail program; you send it");
  form->add_option("--eml", message_options->eml, "As a draft that mail programs open")->type_name("FILE");
  form->require_option(0, 1);

  CLI::App* const undo = app.add_subcommand("undo", "Take back what was done last with follow-ups");
  undo->callback([&chosen] { chosen = RunUndo; });
}

void AddLog(CLI::App& app, Command& chosen) {
  static const std::map<std::string, EncounterKind> kinds = {
      {"met", EncounterKind::kMet}, {"wrote", EncounterKind::kWrote}, {"called", EncounterKind::kCalled}};
  CLI::App* const log =
      app.add_subcommand("log", "Note that you were in touch; promises in the note are kept");
  const auto options = RunsWith(*log, chosen, RunLog);
  log->add_option("contact", options->contact, "The name or id of a contact")
      ->required()
      ->type_name("CONTACT");
  log->add_option("kind", options->kind, "met, wrote or called")
      ->required()
      ->type_name("KIND")
      ->transform(CLI::CheckedTransformer(kinds).description(""));
  AddDay(*log, "--on", "The day (default: today)", options->on);
  log->add_option("--note", options->note, "What you talked about")->type_name("TEXT");
}

void AddPromise(CLI::App& app, Command& chosen) {
  CLI::App* const promise = app.add_subcommand("promise", "Note what you promised somebody");
  const auto options = RunsWith(*promise, chosen, RunPromise);
  promise->add_option("contact", options->contact, "The name or id of a contact")
      ->required()
      ->type_name("CONTACT");
  promise->add_option("words", options->words, "Such as \"send the link by Friday\"")
      ->required()
      ->type_name("TEXT");
  AddDay(*promise, "--by", "The day (default: as the words say)", options->by);
}

void AddKnow(CLI::App& app, Command& chosen) {
  CLI::App* const know =
      app.add_subcommand("know", "Note what you know of somebody, and how often to be in touch");
  const auto options = RunsWith(*know, chosen, RunKnow);
  know->add_option("contact", options->contact, "The name or id of a contact")
      ->required()
      ->type_name("CONTACT");
  know->add_option("--circle", options->circle, "close, friends, yearly, one of your own, or \"\"")
      ->type_name("NAME");
  know->add_option("--birthday", options->birthday, "MM-DD or YYYY-MM-DD, or \"\"")->type_name("DAY");
  const auto list = [&](const char* name, std::vector<std::string>& values, const char* help) {
    know->add_option(name, values, help)->type_name("TEXT")->allow_extra_args(false);
  };
  list("--tag", options->tags, "One more tag; with a - before it, one less. So for the others, too");
  list("--looks-for", options->looks_for, "What would help them");
  list("--offers", options->offers, "What they can help with");
  list("--place", options->places, "Where they are at home");
  list("--language", options->languages, "What they speak, such as de");
  know->add_flag("--let-go", options->let_go, "Not this person any more: nothing comes up again");
  know->add_flag("--take-up", options->take_up, "This person again");
}

void AddPlan(CLI::App& app, Command& chosen) {
  CLI::App* const plan =
      app.add_subcommand("plan", "Show what would move since the plans in kith.toml were changed");
  const auto options = RunsWith(*plan, chosen, RunPlan);
  plan->add_flag("--apply", options->apply, "Move it");
  CLI::Option* const contact =
      plan->add_option("--contact", options->contact, "Who gets a plan")->type_name("CONTACT");
  plan->add_option("--give", options->give, "The plan that they get")->type_name("NAME")->needs(contact);
  plan->add_flag("--found", options->found, "Their old card turned up: the plan for found cards")
      ->needs(contact);
}

void AddIntroduce(CLI::App& app, Command& chosen) {
  static const std::map<std::string, Answer> answers = {{"yes", Answer::kYes}, {"no", Answer::kNo}};
  CLI::App* const introduce =
      app.add_subcommand("introduce", "Suggest whom to introduce, or introduce two people step by step");
  const auto options = RunsWith(*introduce, chosen, RunIntroduce);
  introduce->add_option("contacts", options->contacts, "The two (default: suggest some)")
      ->type_name("CONTACT CONTACT")
      ->expected(0, 2);
  introduce->add_option("--why", options->why, "The reason (default: what they share)")->type_name("TEXT");
  introduce->add_option("--event", options->event, "Suggest among those met there")->type_name("NAME");
  introduce->add_option("--most", options->most, "How many suggestions")->check(CLI::Range(1, 10000));
  introduce->add_flag("--made", options->made, "They know each other by now");
  introduce->add_flag("--not", options->declined, "Never suggest these two");
  CLI::Option* const who =
      introduce->add_option("--from", options->answer_of, "Who answered")->type_name("CONTACT");
  introduce->add_option("--answer", options->answer, "yes or no")
      ->transform(CLI::CheckedTransformer(answers).description(""))
      ->needs(who);
  introduce->add_flag("--json", options->json, "One JSON object a line");
}

void AddNext(CLI::App& app, Command& chosen) {
  CLI::App* const next = app.add_subcommand("next", "The next step of everyone; who has none");
  const auto options = RunsWith(*next, chosen, RunNext);
  next->add_flag("--missing", options->only_missing, "Only those without one");
  next->add_flag("--json", options->json, "One JSON object a line");
}

void AddRemind(CLI::App& app, Command& chosen) {
  CLI::App* const remind =
      app.add_subcommand("remind", "Tell on the desktop what is due, at the times in kith.toml");
  const auto options = RunsWith(*remind, chosen, RunRemind);
  CLI::Option_group* const how = remind->add_option_group("how");
  how->add_flag("--once", options->once, "Look once: for a timer");
  how->add_flag("--daemon", options->daemon, "Stay, and look at the times");
  how->require_option(1);
}

}  // namespace

void AddFollowing(CLI::App& app, Command& chosen) {
  AddItems(app, chosen);
  AddLog(app, chosen);
  AddPromise(app, chosen);
  AddKnow(app, chosen);
  AddPlan(app, chosen);
  AddIntroduce(app, chosen);
  AddNext(app, chosen);
  AddRemind(app, chosen);
}

}  // namespace kith::app
