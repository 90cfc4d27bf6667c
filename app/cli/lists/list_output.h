#pragma once
// How a list is written: a table for people, JSON and lines of JSON, CSV and TSV for programs, a
// workbook for an office.

#include <functional>
#include <string>
#include <vector>

#include "app/cli/invocation.h"
#include "app/export/listing.h"
#include "app/json/json_value.h"

namespace cli {

// --format with its short forms, --columns, --out: of a command with `list`.
std::vector<Option> list_output_options();

// The same list in each of its forms; only the one that is asked for is made.
struct ListForms {
    std::string name;  // of the workbook's sheet
    std::function<std::string()> table;
    std::function<exchange::OrderedJson()> json;  // an array
    std::function<exchange::Listing()> listing;
};

// Whether it is for people to read, and not for a program or an office.
bool is_table_for_people(const Invocation& call);
// Of whoever takes a table out; JSON and text are read.
access_control::Right right_of_list(const Invocation& call);

// Throws schema::Error: misused for options that do not go together; what the forms throw; that of
// a workbook (app/export/workbook.h).
void print_list(Invocation& call, const ListForms& forms);

// What is a file of its own and no text for a terminal: a workbook (xlsx), a calendar (ics). It is
// written where --out says, which is told on `io.err`.
void print_workbook(Invocation& call, const exchange::Listing& listing, const std::string& name);
void print_calendar(Invocation& call, const std::string& calendar);
// Throws schema::Error (misused) where --out is missing for such a format, or given for another.
// `file_format` is empty for a text.
void require_out(const Invocation& call, const std::string& file_format);
Option out_option();

// Whether it is one JSON text, by --json or --format json. Throws schema::Error (misused) for two
// formats at once.
bool is_json_object_asked_for(const Invocation& call);

// Whether the answer is JSON, one text or one a line.
bool is_json_asked_for(const Arguments& arguments);

}  // namespace cli
