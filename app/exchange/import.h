#pragma once
// Files of rows into the book.

#include <string>
#include <string_view>
#include <vector>

#include "app/exchange/import_options.h"
#include "db/transact.h"

namespace exchange {

// Imports the rows of one file as records of one kind, in one transaction with one ledger entry
// ("import scores"), whose answer is how many records there were.
// Throws schema::Error: refused, with every problem of the file, when there is one and good rows
// are not to be kept; nothing was changed then. Misused for options that cannot be. A dry run
// changes nothing and throws no problem of a row: they are in the report; a clock that is behind
// the book it refuses as the import would.
ImportReport import_file(db::Book& book,
                         const db::Submission& submission,
                         const ImportOptions& options,
                         const Progress& progress);

// The cells of a file as they are read, without a book or a kind; ragged rows are problems.
ImportReport look_at_file(const ImportOptions& options);

// What --as takes.
std::vector<std::string> import_kinds();
// The plain fields that --map takes for this kind; nothing for an unknown one.
std::vector<std::string> import_fields(std::string_view kind);

}  // namespace exchange
