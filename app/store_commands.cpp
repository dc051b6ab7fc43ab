// SPDX-License-Identifier: Apache-2.0
#include "app/store_commands.h"

#include <CLI/CLI.hpp>

namespace kith::app {
namespace {

using Chosen = std::function<Result<int>(const Config&)>;

template <typename Options>
void Choose(CLI::App& command, Chosen& chosen, const Options& options,
            Result<int> (*run)(const Options&, const Config&)) {
  command.callback([&chosen, &options, run] {
    chosen = [&options, run](const Config& config) { return run(options, config); };
  });
}

void AddContact(CLI::App& command, const char* name, std::string& id, const char* help) {
  command.add_option(name, id, help)->required()->type_name("ID");
}

void AddPassphrase(CLI::App& command, std::filesystem::path& file, const char* help) {
  command.add_option("--passphrase-file", file, help)->type_name("FILE");
}

}  // namespace

void StoreCommands::AddTo(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("backup", "Write a whole, checked copy of everything to a file");
  command->add_option("file", backup_.target, "The file to write")->required()->type_name("FILE");
  AddPassphrase(*command, backup_.passphrase_file,
                "Encrypt it with the passphrase on the first line of this file");
  Choose(*command, chosen, backup_, RunBackup);

  command = app.add_subcommand("restore",
                               "Put a backup in the place of everything; without FILE: list the backups");
  command->add_option("file", restore_.backup, "The backup")->type_name("FILE");
  AddPassphrase(*command, restore_.passphrase_file, "Its passphrase, on the first line of this file");
  Choose(*command, chosen, restore_, RunRestore);

  command = app.add_subcommand("history", "What became of a contact, newest first");
  AddContact(*command, "contact", history_.contact, "The contact's id");
  command->add_option("--undo", history_.undo, "Take that change back")->type_name("NUMBER");
  command->add_flag("--json", history_.json, "One JSON object a line");
  Choose(*command, chosen, history_, RunHistory);

  command = app.add_subcommand("duplicates", "Contacts that may be one person, most alike first");
  command->add_option("--limit", duplicates_.limit, "How many pairs at most (default: 100)")
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", duplicates_.json, "One JSON object a line");
  Choose(*command, chosen, duplicates_, RunDuplicates);

  command = app.add_subcommand("merge", "Make two contacts one; nothing of either is lost");
  AddContact(*command, "kept", merge_.kept, "The one whose values stand first");
  AddContact(*command, "other", merge_.other, "The one that it takes in");
  Choose(*command, chosen, merge_, RunMerge);

  command = app.add_subcommand("erase", "Erase a person: contact, pictures, history and all");
  AddContact(*command, "contact", erase_.contact, "The contact's id");
  command->add_flag("--yes", erase_.sure, "Do it; without this Kith only says what would go");
  Choose(*command, chosen, erase_, RunErase);

  command = app.add_subcommand("person", "Write all that is kept of one person to a folder");
  AddContact(*command, "contact", person_.contact, "The contact's id");
  command->add_option("-o,--output", person_.output, "The folder to make")->required()->type_name("DIR");
  Choose(*command, chosen, person_, RunPerson);

  command = app.add_subcommand("import", "Take in contacts from vCard and CSV files");
  command->add_option("file", import_.files, "The files")->required()->type_name("FILE");
  command->add_flag("--dry-run", import_.dry_run, "Only say what would become of them");
  command
      ->add_option(
          "--map", import_.map,
          "What a column of a CSV file is: a field such as phone, remark (goes to the notes) or left-out")
      ->type_name("COLUMN=FIELD")
      ->take_all()
      ->allow_extra_args(false);
  Choose(*command, chosen, import_, RunImport);

  command = app.add_subcommand("pin", "Set the PIN that the host unlocks the kiosk with");
  command->add_flag("--remove", pin_.remove, "No PIN any more: the kiosk is never locked");
  Choose(*command, chosen, pin_, RunPin);

  command = app.add_subcommand("event", "What an event's data is kept for, and how long");
  command->add_option("name", event_.name, "The event")->required()->type_name("NAME");
  command->add_option("--purpose", event_.purpose, "What guests are told")->type_name("TEXT");
  command->add_option("--expires", event_.expires, "When all that was captured there is erased, or never")
      ->type_name("DATE");
  command->add_option("--card-images", event_.card_images, "Days after review that card images stay, or keep")
      ->type_name("DAYS");
  Choose(*command, chosen, event_, RunEvent);
}

}  // namespace kith::app
