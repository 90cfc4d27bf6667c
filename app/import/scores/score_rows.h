#pragma once
// The rows of a file of scores. A million of them in seconds and little memory: small values in one
// list, no text kept.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "app/import/import_tags.h"
#include "app/import/rows/row_cells.h"
#include "app/import/scores/score_series.h"
#include "app/import/scores/scores_in_book.h"
#include "app/import/scores/value_labels.h"
#include "app/text/time_offset.h"

namespace exchange {

class ScoreRows {
  public:
    // What is given must outlive this.
    ScoreRows(ImportRun& run,
              const Table& table,
              const Plan& plan,
              const std::vector<schema::Instrument>& scales);

    // Reads one row; with problems nothing of it is kept. Fills `json` unless it is null.
    // Throws schema::Error (refused) for more scores than one import may have.
    void read(const CsvRow& csv, std::size_t number, Problems& problems, OrderedJson* json);
    bool has_news() const { return !rows_.empty() || tags_.has_news(); }
    // After the last row: counts them in the report, and puts them in the order of the table.
    void finish();
    // Stores all that were read, after `finish`.
    void store(Storing& storing);

  private:
    struct Row {
        ImportPatients::Place patient = 0;
        ScoreSeries::Place series = 0;
        schema::CivilTime at;
        bool voided = false;
        std::uint32_t rater = 0;  // in `raters_`
        std::uint32_t line = 0;   // of the file
        double value = 0;
        std::int64_t id = 0;  // in an export; 0: it says none
        int version = 1;
        ValueLabels::Place labels = 0;
    };
    // A column that holds values of one series, perhaps all at one time.
    struct ValueColumn {
        const PlannedColumn* column = nullptr;
        ScoreSeries::Place series = 0;
        const PlannedColumn* time = nullptr;    // null: at the offset
        std::optional<TimeOffset> offset{};     // from the row's origin
        std::optional<schema::CivilTime> at{};  // from that of the file
    };
    // A row while it is read.
    struct Reading {
        const CsvRow& csv;
        const CellPlace& place;
        std::optional<ImportPatients::Place> patient{};
        std::optional<schema::CivilTime> at{};
        const PlannedColumn* time_read = nullptr;  // which column said `at`
        bool voided = false;
        std::uint32_t rater = 0;
        std::int64_t id = 0;
        int version = 1;
        ValueLabels::Place labels = 0;
        bool is_in_book = false;  // some value of it
        bool has_value = false;
        bool has_region = true;  // its cell can be read
    };

    std::string_view meaning(const PlannedColumn* column, const CsvRow& csv) const;
    void read_patient(Reading& reading, std::size_t number);
    void read_voided(Reading& reading) const;
    void read_rater(Reading& reading);
    template <class Whole>
    void read_whole(const PlannedColumn* column, Reading& reading, Whole& into) const;
    void see_origin(const Reading& reading);
    bool has_time(const Reading& reading) const;
    std::optional<schema::CivilTime> time(Reading& reading, const ValueColumn& column) const;
    std::optional<schema::CivilTime> read_time(const Reading& reading,
                                               const PlannedColumn& column) const;
    std::optional<double> value_of(Reading& reading,
                                   const ValueColumn& column,
                                   std::string_view cell);
    std::string_view region_of(const Reading& reading);
    void read_value(Reading& reading, const ValueColumn& column);
    std::optional<ScoreSeries::Place> series_of(Reading& reading, const ValueColumn& column);
    schema::Score score_of(const Row& row) const;
    bool is_in_book(const Reading& reading, const Row& row);
    void check_day_and_value(const Reading& reading,
                             ScoreSeries::Place series,
                             const schema::CivilTime& at,
                             double value);
    void read_long(Reading& reading);
    std::optional<ScoreSeries::Place> named_series(const Reading& reading);
    void warn_of_contradictions(const std::vector<std::uint32_t>& order);
    OrderedJson json_of(const Reading& reading,
                        std::size_t begin,
                        const std::vector<ImportTags::Label>& labels) const;

    ImportRun& run_;
    const Table& table_;
    CellReader cells_;
    RowCells row_cells_;
    schema::Date today_;
    ImportTags tags_;
    ValueLabels labels_;
    ScoreSeries series_;
    ScoresInBook in_book_;
    std::vector<ValueColumn> values_;
    const PlannedColumn* patient_;
    std::vector<const PlannedColumn*> times_;  // the first of each visit
    const PlannedColumn* instrument_;
    const PlannedColumn* region_;
    const PlannedColumn* value_;
    const PlannedColumn* voided_;
    const PlannedColumn* rater_;
    const PlannedColumn* id_;
    const PlannedColumn* version_;
    const PlannedColumn* patient_id_;
    std::vector<std::optional<std::string>> raters_;  // the first: of rows that name none
    std::unordered_map<std::string, std::uint32_t> rater_places_;
    // Each patient's first day, with the line that says it.
    std::unordered_map<ImportPatients::Place, std::pair<schema::CivilTime, std::size_t>> origins_;
    std::vector<Row> rows_;
};

}  // namespace exchange
