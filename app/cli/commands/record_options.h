#pragma once
// The options of a record's commands, made from its description.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/command.h"
#include "db/book.h"
#include "schema/kinds/kinds.h"
#include "schema/types/error.h"

namespace cli {

// "lot_expiry" as it is written on the command line: lot-expiry.
std::string option_name(std::string_view field);

// To enter one: an option per field and one for the parts.
std::vector<Option> writing_options(const kinds::Kind& kind);

// To correct one: the same, none of them required; --remove for a part, --clear for a field.
std::vector<Option> correcting_options(const kinds::Kind& kind);

// Sets the fields and parts of the record that were given, as they were meant (as_meant.h). Throws
// schema::Error with every problem at once.
void set_given(const Invocation& call, const db::Book& book, const kinds::Record& record);

// Changes what was named, and nothing else. Throws as set_given.
void correct_given(const Invocation& call, const db::Book& book, const kinds::Record& record);

// Adds the problem where the field refers to a record that is not there or is another patient's.
void check_reference(const db::Book& book,
                     const kinds::ConstRecord& record,
                     const kinds::Field& field,
                     const std::string& where,
                     std::vector<schema::Problem>& problems);

bool is_patient(const kinds::Kind& kind);

// The commands that show and correct one record, which `run` does.
Command show_command(const kinds::Kind& kind, std::function<void(Invocation&)> run);
Command correct_command(const kinds::Kind& kind, std::function<void(Invocation&)> run);

// The word that says which record a command is about: its id, a patient's chart number.
Argument which_one(const kinds::Kind& kind);

// The id of the record that was named so; of a patient, with the verb restore, of a voided one too.
// Throws schema::Error (refused, missing).
std::int64_t id_given(const Invocation& call, const db::Book& book, const kinds::Kind& kind);

}  // namespace cli
