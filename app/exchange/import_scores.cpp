#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "app/exchange/column_decimals.h"
#include "app/exchange/import_run.h"
#include "app/exchange/import_tags.h"
#include "app/exchange/json_value.h"
#include "app/exchange/score_vocabulary.h"
#include "app/exchange/time_offset.h"
#include "app/exchange/utf8.h"
#include "app/tracking/score.h"
#include "db/instruments.h"
#include "db/scores.h"

namespace exchange {

namespace {

constexpr std::size_t most_scores = 2'000'000;

// A scale, as a whole or at one region.
struct Series {
    const schema::Instrument* scale;
    std::optional<schema::Region> region;
};

// A million of them must fit in little memory.
struct ScoreRow {
    ImportPatients::Place patient = 0;
    std::uint32_t series = 0;
    schema::CivilTime at;
    bool voided = false;
    double value = 0;
};

// A column that holds values of one series, perhaps all at one time.
struct ValueColumn {
    const PlannedColumn* column;
    std::uint32_t series;
    std::optional<schema::CivilTime> at;
};

class ScoreRows {
  public:
    ScoreRows(ImportRun& run,
              const Table& table,
              const Plan& plan,
              const std::vector<schema::Instrument>& scales);

    void read(const CsvRow& csv, std::size_t number, Problems& problems, std::string* json);
    void write();

  private:
    // A row while it is read.
    struct Reading {
        const CsvRow& csv;
        CellPlace place;
        Problems& problems;
        std::optional<ImportPatients::Place> patient;
        std::optional<schema::CivilTime> at;  // read when first needed
        bool voided = false;
    };

    std::string_view cell(const PlannedColumn& column, const CsvRow& csv) const {
        return column.column ? csv.cells[*column.column] : std::string_view(column.constant);
    }
    void read_patient(Reading& reading, std::size_t number);
    void read_voided(Reading& reading) const;
    const std::optional<schema::CivilTime>& time(Reading& reading) const;
    void read_value(Reading& reading, const ValueColumn& column);
    void read_long(Reading& reading);
    std::uint32_t series_of(const schema::Instrument& scale, std::optional<schema::Region> region);
    std::optional<std::uint32_t> named_series(Reading& reading);
    std::string json_of(const Reading& reading,
                        std::size_t begin,
                        const std::vector<ImportTags::Label>& labels) const;
    std::vector<std::uint32_t> series_order() const;
    void sort();

    ImportRun& run_;
    const Table& table_;
    CellReader cells_;
    ImportTags tags_;
    std::vector<Series> series_;
    std::vector<ValueColumn> values_;
    TextMap<std::uint32_t> series_by_name_;
    const std::vector<schema::Instrument>& scales_;
    const PlannedColumn* patient_;
    const PlannedColumn* time_;
    const PlannedColumn* instrument_;
    const PlannedColumn* region_;
    const PlannedColumn* value_;
    const PlannedColumn* voided_;
    std::vector<ScoreRow> rows_;
};

const PlannedColumn* time_column(const Plan& plan) {
    for (const auto* name : {"at", "day", "week", "month"}) {
        if (const auto* column = plan.find(name)) {
            return column;
        }
    }
    return nullptr;
}

ScoreRows::ScoreRows(ImportRun& run,
                     const Table& table,
                     const Plan& plan,
                     const std::vector<schema::Instrument>& scales)
    : run_(run),
      table_(table),
      cells_(run.options, run.of_directory()),
      tags_(plan),
      scales_(scales),
      patient_(plan.find("patient")),
      time_(time_column(plan)),
      instrument_(plan.find("instrument")),
      region_(plan.find("region")),
      value_(plan.find("value")),
      voided_(plan.find("voided")) {
    for (const auto& column : plan.columns) {
        const auto scale = std::find_if(scales.begin(), scales.end(), [&](const auto& each) {
            return each.code == column.spec.name;
        });
        if (scale == scales.end()) {
            continue;
        }
        const auto region = schema::read_word<schema::Region>(column.spec.part);
        auto& value = values_.emplace_back(ValueColumn{&column, series_of(*scale, region), {}});
        if (const auto offset = TimeOffset::read(column.spec.slot)) {
            value.at = moved(*cells_.origin(), offset->days());
            if (!value.at) {
                throw schema::misused("--map",
                                      fmt::format("{} is beyond the calendar", column.spec.text()),
                                      "give an offset such as 8w");
            }
        }
    }
}

std::uint32_t ScoreRows::series_of(const schema::Instrument& scale,
                                   std::optional<schema::Region> region) {
    series_.push_back({&scale, region});
    return static_cast<std::uint32_t>(series_.size() - 1);
}

void ScoreRows::read(const CsvRow& csv, std::size_t number, Problems& problems, std::string* json) {
    const auto begin = rows_.size();
    Reading reading{csv, {table_.file(), csv.line}, problems, {}, {}, false};
    read_patient(reading, number);
    read_voided(reading);
    for (const auto& column : values_) {
        read_value(reading, column);
    }
    if (instrument_ != nullptr) {
        read_long(reading);
    }
    const auto labels = tags_.read(cells_, csv, reading.patient, reading.place, problems);
    if (!problems.empty()) {
        rows_.resize(begin);
        return;
    }
    if (rows_.size() > most_scores) {
        throw schema::refused(
            table_.file(),
            fmt::format("has more than {} scores, too many for one import", most_scores),
            "split the file and import the pieces one after the other");
    }
    run_.patients.want(*reading.patient);
    tags_.keep(*reading.patient, labels, csv.line);
    if (json != nullptr) {
        *json = json_of(reading, begin, labels);
    }
}

void ScoreRows::read_patient(Reading& reading, std::size_t number) {
    if (patient_->is_row_number) {
        reading.patient =
            patient_of(run_, *patient_, std::to_string(number), reading.place, reading.problems);
        return;
    }
    const auto text = cells_.meaning(*patient_, cell(*patient_, reading.csv));
    reading.patient = patient_of(
        run_, *patient_, cells_.exact() ? text : trimmed(text), reading.place, reading.problems);
}

void ScoreRows::read_voided(Reading& reading) const {
    if (voided_ == nullptr) {
        return;
    }
    const auto text = trimmed(cells_.meaning(*voided_, cell(*voided_, reading.csv)));
    const auto voided = schema::Text<bool>::read(text.empty() ? "no" : text);
    if (voided) {
        reading.voided = *voided;
    } else {
        reading.problems.push_back(cell_problem(*voided_, text, reading.place, "yes or no"));
    }
}

// Only a row with a value needs a time.
const std::optional<schema::CivilTime>& ScoreRows::time(Reading& reading) const {
    if (reading.at || time_ == nullptr) {
        return reading.at;
    }
    const auto text = cell(*time_, reading.csv);
    if (cells_.meaning(*time_, text).empty()) {
        reading.problems.push_back(
            cell_problem(*time_, "", reading.place, schema::Text<schema::CivilTime>::form()));
    } else if (time_->spec.name == "at") {
        reading.at = cells_.moment(*time_, text, reading.place, reading.problems);
    } else {
        reading.at = cells_.counted(*time_, text, reading.place, reading.problems);
    }
    return reading.at;
}

void ScoreRows::read_value(Reading& reading, const ValueColumn& column) {
    const auto text = cell(*column.column, reading.csv);
    if (cells_.meaning(*column.column, text).empty()) {
        return;  // missing, which is not zero
    }
    const auto value = cells_.number(*column.column, text, reading.place, reading.problems);
    const auto& at = column.at ? column.at : time(reading);
    if (!value || !at || !reading.patient) {
        return;
    }
    const auto& scale = *series_[column.series].scale;
    if (auto problem = tracking::off_scale(scale, *value, "")) {
        problem->where = reading.place.text(*column.column);
        reading.problems.push_back(std::move(*problem));
        return;
    }
    rows_.push_back({*reading.patient, column.series, *at, reading.voided, *value});
}

void ScoreRows::read_long(Reading& reading) {
    if (cells_.meaning(*value_, cell(*value_, reading.csv)).empty()) {
        return;
    }
    if (const auto series = named_series(reading)) {
        read_value(reading, {value_, *series, {}});
    }
}

// The series that the cells of instrument and region name: tewl and left_cheek, or tewl@left_cheek.
std::optional<std::uint32_t> ScoreRows::named_series(Reading& reading) {
    std::string name(trimmed(cells_.meaning(*instrument_, cell(*instrument_, reading.csv))));
    const auto region = region_ == nullptr
                            ? std::string_view()
                            : trimmed(cells_.meaning(*region_, cell(*region_, reading.csv)));
    if (!region.empty()) {
        name.append("@").append(region);
    }
    if (const auto known = series_by_name_.find(name); known != series_by_name_.end()) {
        return known->second;
    }
    const auto at = name.find('@');
    const auto scale = std::find_if(scales_.begin(), scales_.end(), [&](const auto& each) {
        return each.code == std::string_view(name).substr(0, at);
    });
    if (scale == scales_.end()) {
        reading.problems.push_back(
            cell_problem(*instrument_,
                         std::string_view(name).substr(0, at),
                         reading.place,
                         "the code of an instrument, as `needlebook instrument list` shows them"));
        return std::nullopt;
    }
    std::optional<schema::Region> where;
    if (at != std::string::npos) {
        where = schema::read_word<schema::Region>(name.substr(at + 1));
        if (!where) {
            reading.problems.push_back(cell_problem(region_ == nullptr ? *instrument_ : *region_,
                                                    name.substr(at + 1),
                                                    reading.place,
                                                    schema::Text<schema::Region>::form()));
            return std::nullopt;
        }
    }
    const auto series = series_of(*scale, where);
    series_by_name_.emplace(std::move(name), series);
    return series;
}

std::string ScoreRows::json_of(const Reading& reading,
                               std::size_t begin,
                               const std::vector<ImportTags::Label>& labels) const {
    OrderedJson json = {{"patient", run_.patients.chart(*reading.patient)},
                        {"scores", OrderedJson::array()}};
    for (auto i = begin; i < rows_.size(); ++i) {
        const auto& series = series_[rows_[i].series];
        json["scores"].push_back({{"instrument", series.scale->code},
                                  {"region", json_value(series.region)},
                                  {"at", rows_[i].at.text()},
                                  {"value", json_value(rows_[i].value)}});
    }
    for (const auto& label : labels) {
        json["tags"][tags_.key(label.key)] = label.value;
    }
    return json_text(json, -1);
}

// The place of each series in the order of the table's key; equal for series that are the same.
std::vector<std::uint32_t> ScoreRows::series_order() const {
    const auto key = [&](const Series& series) {
        return std::pair(series.scale->id,
                         series.region ? schema::word(*series.region) : std::string_view("all"));
    };
    std::vector<std::uint32_t> order;
    for (const auto& series : series_) {
        const auto before = std::count_if(series_.begin(), series_.end(), [&](const auto& other) {
            return key(other) < key(series);
        });
        order.push_back(static_cast<std::uint32_t>(before));
    }
    return order;
}

// In the order of the table's key: pages are filled one after the other. Values of one moment keep
// the order of the file.
void ScoreRows::sort() {
    const auto order = series_order();
    const auto key = [&](const ScoreRow& row) {
        return std::tuple(run_.patients.id(row.patient), order[row.series], row.at);
    };
    std::stable_sort(
        rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

void ScoreRows::write() {
    run_.report.patients_created += run_.patients.create_wanted(run_.write, run_.scorer);
    sort();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        schema::Score score;
        score.patient = run_.patients.id(row.patient);
        score.instrument = series_[row.series].scale->id;
        score.region = series_[row.series].region;
        score.at = row.at;
        score.value = row.value;
        const auto id = db::insert_score(run_.write, score);
        if (row.voided) {
            db::void_score(run_.write, id);
        }
        run_.tell(i, rows_.size());
    }
    run_.report.records += rows_.size();
    run_.report.tags_set += tags_.write(run_.write, run_.patients);
}

}  // namespace

void import_scores(ImportRun& run, const Table& table) {
    const auto scales = db::all_instruments(run.write.book());
    auto plan = make_plan(score_vocabulary(scales), table, run.options);
    check_score_plan(plan, scales, table, run.options);
    if (!run.of_directory()) {
        find_decimals(plan, table, run.options.decimal);
    }
    ScoreRows rows(run, table, plan, scales);
    const Walk walk{table, run.options, run.progress, false, run.report};
    const auto walked = walk_rows(
        walk, [&](const CsvRow& row, std::size_t number, Problems& problems, std::string* json) {
            rows.read(row, number, problems, json);
        });
    if (settle(run, table, walked)) {
        rows.write();
    }
}

}  // namespace exchange
