#pragma once
// How a file is understood by itself: what its rows are, which column is what, and what that does.

#include <cstddef>
#include <string>
#include <vector>

#include "app/import/import.h"
#include "app/import/import_options.h"
#include "app/import/proposal/rules.h"
#include "db/ledger/transact.h"

namespace exchange {

struct ProposedColumn {
    std::string header;
    std::string place;                  // as --map takes it: the header, or #3
    std::string field;                  // as --map takes it; empty: left out
    std::vector<std::string> could_be;  // of a column that is left out
    std::vector<std::string> samples;   // its first two cells that differ
};

struct KindCandidate {
    std::string kind;
    std::size_t columns = 0;         // so many of the file's it would take
    std::vector<std::string> lacks;  // fields that must have a column and have none
};

struct Proposal {
    std::string kind;                       // empty where that is open
    std::vector<KindCandidate> candidates;  // the best first
    std::vector<ProposedColumn> columns;
    std::vector<Rule> rules;           // what it adds to the options told
    std::vector<std::string> reasons;  // why, where a rule rests on cells and not on a header
    ImportOptions options;             // those told with what it adds: an import with them does it
    ImportReport report;  // of a dry run with them; without a kind, of a look at the file
    std::vector<schema::Problem> open;  // what only a person can say

    bool is_open() const { return !open.empty() || !report.asked.empty(); }
};

// What the options tell holds; the rest is found. Reads the book as it is and writes nothing.
// Throws schema::Error: refused for a file that cannot be read, misused for options that cannot be.
Proposal propose_import(const db::Book& book,
                        const db::Submission& submission,
                        const ImportOptions& options,
                        const Progress& progress);

// Throws schema::Error (refused) with all that is open; nothing where nothing is.
void refuse_open(const Proposal& proposal);

}  // namespace exchange
