#pragma once
// Files of rows into the book.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_options.h"
#include "db/ledger/transact.h"

namespace exchange {

// Runs what is given when it is its turn to write to the book.
using Turn = std::function<void(const std::function<void()>& write)>;

// Imports the rows of one file as records of one kind, in one transaction with one ledger entry
// ("import scores"), whose answer is how many records there were; none where the book says all of
// it already. The file is read and judged
// before anybody else is kept from writing; again when what its rows are judged by was written
// meanwhile.
// Throws schema::Error: refused, with every problem of the file, when there is one and good rows
// are not to be kept; nothing was changed then. Misused for options that cannot be.
ImportReport import_file(
    db::Book& book,
    const db::Submission& submission,
    const ImportOptions& options,
    const Progress& progress,
    const Turn& turn = [](const std::function<void()>& write) { write(); });

// What an import would do: the file is read and judged by the book as it is. Keeps nobody from
// writing. Problems of rows are in the report, and the first 1,000 rows as they were understood; a
// clock that is behind the book it refuses as the import would. Without a kind as `look_at_file`.
ImportReport dry_run_file(const db::Book& book,
                          const db::Submission& submission,
                          const ImportOptions& options,
                          const Progress& progress);

// The cells of a file as they are read, without a book or a kind; ragged rows are problems.
ImportReport look_at_file(const ImportOptions& options, const Progress& progress = {});

// What --as takes.
std::vector<std::string> import_kinds();
// The plain fields that --map takes for this kind; nothing for an unknown one.
std::vector<std::string> import_fields(std::string_view kind);

}  // namespace exchange
