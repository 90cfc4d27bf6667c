#pragma once
// What one import works with: it reads and judges all rows, and only then stores them.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/import/cell_findings.h"
#include "app/import/import_options.h"
#include "app/import/import_patients.h"
#include "app/import/import_rows.h"
#include "app/import/import_table.h"
#include "app/import/progress_part.h"
#include "app/tracking/questions.h"
#include "app/tracking/scoring.h"
#include "db/ledger/transact.h"
#include "schema/types/record_name.h"

namespace exchange {

// The ids that records had where they were exported, and the ones they have here; by noun.
using NewIds = std::map<std::string_view, std::unordered_map<std::int64_t, std::int64_t>>;

// The id that a record of the export has now; the same where the export has none of that name.
std::int64_t new_id(const NewIds& new_ids, const schema::RecordName& name);

// How the rows of a patient's file come to a book that may have some of them, and other patients.
struct Joining {
    // Whose they are here: a patient of the book, or the number of a new one. None: as the file
    // says.
    std::optional<std::string> chart{};
};

struct ImportRun {
    const db::Book& book;  // what rows are judged by
    const ImportOptions& options;
    const Progress& progress;
    ImportReport& report;
    ImportPatients& patients;
    const std::string& actor;          // who imports: the rater where a file names none
    NewIds* new_ids = nullptr;         // of an exported directory, whose files refer to each other
    bool keeps_ids = false;            // the same, into an empty book: records are what they were
    const Joining* joining = nullptr;  // of a patient's file, which is read as such a directory
    CellFindings findings{};
    std::size_t contradictions = 0;  // rows that contradict another one of the file

    bool of_directory() const { return new_ids != nullptr; }
    // An export is what it is: nothing of it is known again, and nothing asked.
    bool is_as_exported() const { return of_directory() && joining == nullptr; }
    // Told while writing; reading took the first part.
    void tell(std::size_t done, std::size_t all) const {
        if (progress && done % 1024 == 0) {
            progress(share_of_reading +
                     (1 - share_of_reading) * static_cast<double>(done) / static_cast<double>(all));
        }
    }
};

// What records are stored with: one transaction.
struct Storing {
    db::Write& write;
    tracking::Scorer& scorer;
};

// Stores what was read and judged; empty when there is nothing to store. The run that read it, and
// its table, must outlive this.
using Store = std::function<void(Storing&)>;

// Puts into the report what is to be said of the columns: warnings, and those that were taken by
// their names beside others that were told.
void tell_of_plan(ImportRun& run, const Table& table, const Plan& plan);

// After all rows were read: puts what was found into the report and writes the rejected rows.
// Throws schema::Error (refused) with all problems, unless good rows are to be kept or it is a dry
// run. True when there is something to store.
bool settle(ImportRun& run, const Table& table, const WalkedRows& walked);

// The rows that contradict another one of the file, beyond those that were told one by one.
void tell_more_contradictions(ImportRun& run, const std::string& file);

// After the last row: what became of cells, and what options told of none, into the report.
void tell_findings(ImportRun& run, const Table& table, const Plan& plan);

// Adds what is asked back as a problem of its class, which --confirm takes.
void ask_row(ImportRun& run, const tracking::Question& question, const CellPlace& place);

// The row says what a record said that was voided since, and is left out: a warning.
void warn_of_voided(ImportRun& run, std::string_view noun, const CellPlace& place);

// The row says otherwise than an earlier line of the file: a warning. `what_differs` as "; iga 3
// there, 4 here".
void warn_of_contradiction(ImportRun& run,
                           std::size_t line,
                           const std::string& what_differs,
                           const CellPlace& place);

// How many records a submission stored that was made before, as its answer says.
std::size_t first_answer(const std::string& answer);

// The patient that a cell names: of the book, or a new one where those may be made. Nothing, and a
// problem, for any other.
std::optional<ImportPatients::Place> patient_of(ImportRun& run,
                                                const PlannedColumn& column,
                                                std::string_view chart,
                                                const CellPlace& place);

// The same of a patient by the id in the export, which tells apart those who share a chart number.
std::optional<ImportPatients::Place> exported_patient(ImportRun& run,
                                                      const PlannedColumn& column,
                                                      std::string_view id,
                                                      const CellPlace& place);

// The reader of a file of scores. It reads all rows and settles; nothing is written.
Store read_scores(ImportRun& run, const Table& table);

}  // namespace exchange
