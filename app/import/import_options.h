#pragma once
// What an import is asked to do, and what came of it.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "schema/types/error.h"

namespace exchange {

// The texts as they were given to the options of `needlebook import`.
struct ImportOptions {
    std::filesystem::path file;
    std::optional<std::string> content{};  // its bytes, when they came otherwise: then it is a name
    std::optional<std::string> kind;       // "sessions"; none: only look at the cells
    std::vector<std::string> map;          // "field=Header", "field=#3", "patient=#row"
    std::vector<std::string> set;          // "which=dlqi": the same in every row
    std::vector<std::string> values;       // "sex:ذكر=male", "at:Week 16=16w"
    std::vector<std::string> missing;      // "NA"; empty and blank are always missing
    bool no_header = false;
    bool header = false;                      // the first row is one, whatever it looks like
    std::optional<std::string> header_row{};  // "3", "2-3": where it stands
    std::optional<std::string> sheet{};       // of a workbook
    std::optional<std::string> decimal;
    std::optional<std::string> encoding;
    std::optional<std::string> dates;
    std::optional<std::string> origin;
    std::optional<std::string> origin_from{};  // the column with each patient's own
    std::vector<std::string> only{};           // "kind=Symptom": rows whose cell is that
    std::vector<std::string> ignore{};         // columns that no field takes by their name
    std::vector<std::string> fill_down{};      // fields whose blank cells say what stands above
    bool update = false;                       // who is in the book is brought up to date
    std::optional<std::string> delimiter;
    bool create_patients = false;
    bool add_scales = false;  // those that a file of scores names and the book does not have
    bool keep_good = false;
    bool dry_run = false;
    std::vector<std::string>
        confirm{};         // classes of problems that are none: implausible, duplicate
    bool propose = false;  // of a dry run: find kind and mapping where they are not told
    std::vector<std::string>
        of_rules{};  // of `values` and `missing`, those that are for many files
};

// So many rows are shown by a dry run; all of them are read.
inline constexpr std::size_t most_shown_rows = 1000;

// A row as it was understood, for a dry run.
struct UnderstoodRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
    OrderedJson record;  // null when it has problems or no kind was named
};

// A problem that several rows may have, told where the first of them stands.
struct RowsProblem : schema::Problem {
    std::size_t rows = 0;              // 0: of no row
    std::vector<std::size_t> lines{};  // the first ten
};

// Cells of one text that were understood as another.
struct ReadAs {
    std::string field;
    std::string cell;
    std::string as;
    std::size_t rows = 0;
};

// Cells of one text that are none of the words of their field, which a person must choose.
struct AskedCell {
    std::string field;
    std::string column;  // column 3 "Header"
    std::string cell;
    std::size_t rows = 0;
    std::vector<std::string> choices;
};

struct ImportReport {
    std::string file;
    std::string kind;  // empty: only looked at
    std::string encoding;
    char delimiter = ',';
    std::string sheet;                // of a workbook: the one that was read
    std::vector<std::string> sheets;  // of a workbook: those that are shown
    std::size_t header_row = 0;       // its line, or its number in the sheet; 0: there is none
    std::vector<std::string> header;
    std::size_t rows_read = 0;
    std::size_t rows_blank = 0;  // passed over
    std::size_t rows_rejected = 0;
    std::size_t rows_in_book = 0;  // all that they say is there already; nothing of them is stored
    std::size_t rows_without_value = 0;    // hold nothing for the kind; passed over
    std::size_t visits_without_value = 0;  // of these, have a time
    std::size_t rows_not_chosen = 0;       // by --only
    std::size_t rows_said_before = 0;      // of the patient of an earlier row, and the same
    std::size_t rows_joined = 0;           // one more part of the record of an earlier row
    std::size_t patients_filled = 0;       // by --update, nothing of them differed
    std::size_t patients_changed = 0;      // by --update and --confirm
    std::size_t cells_filled_down = 0;
    std::size_t days_counted = 0;            // bare numbers of days, counted from the origin
    std::vector<std::string> taken_by_name;  // headers, beside columns that were told
    std::size_t records = 0;                 // stored; in a dry run, those that would be
    std::size_t patients_created = 0;
    std::vector<std::string> new_charts;    // of --create-patients
    std::vector<std::string> scales_added;  // their codes
    std::vector<std::string> value_labels;  // what is kept with values, not of patients, and why
    std::size_t tags_set = 0;
    std::size_t totals_compared = 0;     // of questionnaires: recorded totals beside scored items
    std::size_t totals_differing = 0;    // of these, not the sum of the items
    std::vector<std::string> confirmed;  // the classes that some row needed
    std::size_t findings_not_asked = 0;  // of imported sessions; not of a dry run
    std::vector<RowsProblem> problems;   // at most 1000 causes, then one that counts the rest
    std::vector<schema::Problem> warnings;
    std::vector<ReadAs> read_as;          // at most 200 texts
    std::vector<AskedCell> asked;         // at most 200 texts; none of a confidential field
    std::filesystem::path rejected_file;  // of --keep-good; empty if no row was rejected
    std::string rejected;                 // the same text where no file was named
    bool repeated = false;                // the submission's key was known; nothing was done
    std::vector<UnderstoodRow> rows;      // of a dry run: the first `most_shown_rows`
};

// Told now and then how much is done: from 0 to 1. May be empty.
using Progress = std::function<void(double share)>;

}  // namespace exchange
