#pragma once
// The rows of a file as records of one kind: read and checked first, written afterwards.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "app/import/import_tags.h"
#include "app/import/rows/import_row.h"
#include "app/import/rows/patient_updates.h"
#include "app/import/rows/row_content.h"
#include "app/import/rows/row_groups.h"
#include "app/import/rows/rows_in_book.h"
#include "app/json/record_traits.h"
#include "app/tracking/twins.h"

namespace exchange {

template <class Record>
class RecordRows {
  public:
    // `exact`: the file is an export of ours; see CellReader.
    RecordRows(ImportRun& run, const Table& table, const Plan& plan, bool exact);

    // Reads one row; with problems nothing of it is kept. Fills `json` unless it is null.
    void read(const CsvRow& csv, std::size_t number, Problems& problems, OrderedJson* json);
    // After the last row: rows of one part each become records.
    void finish(WalkedRows& walked);
    std::size_t size() const { return rows_.size(); }
    bool has_news() const { return !rows_.empty() || tags_.has_news() || updates_.has_news(); }
    // Stores all that were read.
    void store(Storing& storing);

  private:
    using Patient = ImportPatients::Place;
    struct Row {
        Record record;
        std::optional<Patient> patient;  // none: nobody's
        std::int64_t exported_id = 0;
        int version = 1;
        std::size_t line = 0;
        std::size_t rows = 1;      // of the file
        std::string file_chart{};  // of a patient who has another number here
    };

    void settle_row(Row row, const std::vector<ImportTags::Label>& labels, const CellPlace& place);
    void finish(typename RowGroups<Row>::Group& group, WalkedRows& walked);
    bool pass_over(const CsvRow& csv, std::size_t number, const CellPlace& place);
    bool is_said_before(const Row& row) const;
    bool is_update(const Row& row);
    bool judge(Row& row, const CellPlace& place);
    std::optional<Patient> whose(const Row& row) const;
    bool is_left_to_others(const Row& row) const;
    bool is_in_book(const Row& row, const CellPlace& place);
    void rename(Row& row) const;
    bool is_joined_to(const Row& row) const;
    void know_again(const Row& row, std::int64_t id);
    Record as_of_book(const Row& row) const;
    void check(Row& row, const CellPlace& place);
    void ask(const Row& row, const CellPlace& place);
    void ask_of_twins(const Record& record, const Row& row, const CellPlace& place);
    void check_alone(const Row& row, const CellPlace& place);
    OrderedJson json_of(const Row& row, const std::vector<ImportTags::Label>& labels) const;
    void keep(Row row);
    void store(Storing& storing, Row& row);

    ImportRun& run_;
    const Table& table_;
    const Plan& plan_;
    CellReader cells_;
    RowCells row_cells_;
    RowReader row_;
    RowContent content_;
    ImportTags tags_;
    std::vector<schema::Instrument> scales_;
    schema::Date today_;
    std::optional<tracking::PatientTwins> patient_twins_{};  // of a file of patients
    RowsInBook<Record> in_book_;
    RowsOfFile<Record> of_file_;
    schema::QuestionnaireScore counts_;
    std::map<std::pair<Patient, std::string>, std::string> labels_;  // of a file of tags
    std::unordered_map<Patient, std::size_t> by_patient_;            // rows of a file of patients
    PatientUpdates updates_;                                         // of a file of patients
    std::optional<RowGroups<Row>> groups_{};  // of rows that are of one part each
    std::vector<Row> rows_;
};

}  // namespace exchange
