#pragma once
// One call of the program: what was given, where the book is, who calls, which day it is, and where
// to print.

#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "app/access/grant.h"
#include "app/cli/command.h"
#include "db/ledger/transact.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace cli {

struct Io {
    std::ostream& out;  // data
    std::ostream& err;  // talk
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int width = 100;  // columns of the terminal
    bool has_colours = false;
    bool is_in_pages = false;  // a pager shows it, which may be left before the end
    // What fits a line of a table; nothing where no terminal shows it, and no table is cut.
    std::optional<int> table_width() const {
        return out_is_terminal ? std::optional(width) : std::nullopt;
    }
    // Where somebody answers who reads `err`: both are a terminal. Else nothing.
    std::istream* in = nullptr;
    // Behind `err`, for what moves the cursor on a terminal on purpose.
    std::streambuf* cursor = nullptr;
};

struct Invocation {
    const Command& command;
    const Arguments& arguments;
    Io& io;

    bool json() const { return arguments.has("json"); }
    std::filesystem::path book_file() const;
    std::string actor() const;
    // Who does what and why, for a write; with a key also the hash of what was asked.
    db::Submission submission() const;
    // --clock-is-right, which needs a --reason: throws schema::Error (refused) without one.
    bool clock_is_right() const;
    // What is wrong around the book (its head, its name) is told on `io.err`. A clock that is
    // behind it too; a command that asks the clock is refused.
    // Whoever calls must have the right to (access_control::authorise_local).
    db::Book open_to_read(access_control::Right right = access_control::Right::read_records) const;
    // For what whoever reads the file can do without this program: copying it, proving it.
    db::Book open_to_keep() const;
    db::Book open_to_write() const;
    // --as-of, else the day on the clinic's wall clock now.
    schema::Date today(const db::Book& book) const;
    // The minute on the clinic's wall clock now; of --as-of the whole day.
    schema::CivilTime now(const db::Book& book) const;
    // The patient with the chart number that was given as CHART, or under another name. Throws
    // schema::Error (missing) if there is none, or one who was voided: by whom, when and why.
    schema::Patient patient(const db::Book& book, const std::string& given_as = "CHART") const;
    // The same, and one who was voided is found too.
    schema::Patient patient_voided_or_not(const db::Book& book) const;
};

// $NEEDLEBOOK, else $XDG_DATA_HOME/needlebook/clinic.needlebook, else the same in ~/.local/share.
std::filesystem::path default_book();

}  // namespace cli
