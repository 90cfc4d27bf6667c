#include "app/import/scores/score_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "app/import/grade_words.h"
#include "app/json/json_value.h"
#include "app/text/number_shape.h"
#include "app/text/time_offset.h"
#include "app/text/utf8.h"
#include "app/tracking/plausibility.h"
#include "app/tracking/possibility.h"
#include "app/tracking/score.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/scores.h"
#include "schema/records/entered_score.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

constexpr std::size_t most_scores = 2'000'000;

std::vector<const PlannedColumn*> time_columns(const Plan& plan) {
    std::vector<const PlannedColumn*> times;
    for (const auto& column : plan.columns) {
        if (column.spec.name == "at" || column.spec.is_offset()) {
            times.push_back(&column);
        }
    }
    return times;
}

// The time that is said for the columns of a visit; null where none is.
const PlannedColumn* time_of_visit(const std::vector<const PlannedColumn*>& times,
                                   std::size_t visit) {
    const auto found = std::find_if(
        times.begin(), times.end(), [&](const auto* time) { return time->visit == visit; });
    return found != times.end() ? *found : times.empty() ? nullptr : times.front();
}

// All values of the column are at this time; nothing for a column without an offset.
std::optional<schema::CivilTime> time_of(const PlannedColumn& column,
                                         const std::optional<TimeOffset>& offset,
                                         const std::optional<schema::CivilTime>& origin) {
    if (!offset || !origin) {
        return std::nullopt;
    }
    const auto time = moved(*origin, *offset);
    if (!time) {
        throw schema::misused("--map",
                              fmt::format("{} is beyond the calendar", column.spec.text()),
                              "give an offset such as 8w")
            .as("beyond_calendar");
    }
    return time;
}

}  // namespace

ScoreRows::ScoreRows(ImportRun& run,
                     const Table& table,
                     const Plan& plan,
                     const std::vector<schema::Instrument>& scales)
    : run_(run),
      table_(table),
      cells_(run.options, run.of_directory(), run.findings, db::read_clinic(run.book).time_zone),
      row_cells_(run, plan, cells_),
      today_(tracking::today_in(db::read_clinic(run.book).time_zone)),
      tags_(run, plan),
      labels_(plan),
      series_(scales),
      in_book_(run.book),
      patient_(plan.find("patient")),
      times_(time_columns(plan)),
      instrument_(plan.find("instrument")),
      region_(plan.find("region")),
      value_(plan.find("value")),
      voided_(plan.find("voided")),
      rater_(plan.find("rater")),
      id_(plan.find("id")),
      version_(plan.find("version")),
      patient_id_(plan.find("patient_id")),
      raters_{run.of_directory() ? std::nullopt : std::optional(run.actor)} {
    for (const auto& column : plan.columns) {
        if (column.spec.is_scale) {
            const auto* const scale = series_.find_scale(column.spec.name);
            const auto region = schema::read_word<schema::Region>(column.spec.part);
            const auto offset = TimeOffset::read(column.spec.slot);
            values_.push_back({&column,
                               series_.add(*scale, region),
                               offset ? nullptr : time_of_visit(times_, column.visit),
                               offset,
                               time_of(column, offset, cells_.origin())});
        }
    }
}

void ScoreRows::read(const CsvRow& csv, std::size_t number, Problems& problems, OrderedJson* json) {
    const auto begin = rows_.size();
    CellPlace place{table_.file(), csv.line, problems};
    place.origin = row_cells_.origin(csv, place);
    Reading reading{csv, place};
    read_patient(reading, number);
    see_origin(reading);
    read_voided(reading);
    read_rater(reading);
    read_whole(id_, reading, reading.id);
    read_whole(version_, reading, reading.version);
    reading.labels = labels_.read(cells_, csv, place);
    for (const auto& column : values_) {
        read_value(reading, column);
    }
    if (instrument_ != nullptr) {
        read_long(reading);
    }
    const auto labels = tags_.read(cells_, csv, reading.patient, reading.place);
    if (!problems.empty()) {
        rows_.resize(begin);
        return;
    }
    if (rows_.size() > most_scores) {
        throw schema::refused(
            table_.file(),
            fmt::format("has more than {} scores, too many for one import", most_scores),
            "split the file and import the pieces one after the other")
            .as("scores_many", {{"most", static_cast<int>(most_scores)}});
    }
    if (!reading.has_value) {
        ++run_.report.rows_without_value;
        run_.report.visits_without_value += has_time(reading) ? 1 : 0;
    }
    run_.report.rows_in_book += reading.is_in_book && rows_.size() == begin ? 1 : 0;
    run_.patients.want(*reading.patient);
    tags_.keep(*reading.patient, labels, csv.line);
    if (json != nullptr) {
        *json = json_of(reading, begin, labels);
    }
}

// Without a column there is no text.
std::string_view ScoreRows::meaning(const PlannedColumn* column, const CsvRow& csv) const {
    return column == nullptr ? std::string_view()
                             : trimmed(cells_.meaning(*column, cell_of(*column, csv)));
}

void ScoreRows::read_patient(Reading& reading, std::size_t number) {
    if (patient_id_ != nullptr) {
        reading.patient =
            exported_patient(run_, *patient_id_, cell_of(*patient_id_, reading.csv), reading.place);
        return;
    }
    const auto row_number = patient_->is_row_number ? std::to_string(number) : std::string();
    const auto chart = patient_->is_row_number ? std::string_view(row_number)
                       : cells_.exact()        ? cell_of(*patient_, reading.csv)
                                               : meaning(patient_, reading.csv);
    reading.patient = patient_of(run_, *patient_, chart, reading.place);
}

void ScoreRows::read_voided(Reading& reading) const {
    const auto text = meaning(voided_, reading.csv);
    const auto voided = schema::Text<bool>::read(text.empty() ? "no" : text);
    if (voided) {
        reading.voided = *voided;
    } else {
        reading.place.problems.push_back(cell_problem(*voided_, text, reading.place, "yes or no"));
    }
}

// What counts from 1.
template <class Whole>
void ScoreRows::read_whole(const PlannedColumn* column, Reading& reading, Whole& into) const {
    if (column == nullptr) {
        return;
    }
    const auto text = cell_of(*column, reading.csv);
    const auto value = schema::Text<Whole>::read(text);
    if (!value || *value < 1) {
        reading.place.problems.push_back(
            cell_problem(*column, text, reading.place, "a whole number from 1"));
    }
    into = value.value_or(1);
}

// Few people rate many rows: a name is kept once.
void ScoreRows::read_rater(Reading& reading) {
    const auto name =
        std::string(rater_ != nullptr && cells_.exact() ? cell_of(*rater_, reading.csv)
                                                        : meaning(rater_, reading.csv));
    if (name.empty()) {
        return;
    }
    const auto next = static_cast<std::uint32_t>(raters_.size());
    const auto [place, is_new] = rater_places_.try_emplace(name, next);
    if (is_new) {
        schema::check_text("rater", name, reading.place.text(*rater_), reading.place.problems);
        raters_.emplace_back(name);
    }
    reading.rater = place->second;
}

// A number, or the name of a value where the scale names them.
std::optional<double> ScoreRows::value_of(Reading& reading,
                                          const ValueColumn& column,
                                          std::string_view cell) {
    const auto& planned = *column.column;
    const auto text = cells_.meaning(planned, cell);
    if (const auto value = read_number(without_unit(text, planned.spec.unit), planned.decimal)) {
        return value;
    }
    const auto& scale = *series_[column.series].scale;
    const std::string_view built_in = scale.built_in ? scale.code : std::string_view();
    if (const auto value = grade_named(built_in, text)) {
        run_.findings.read_as(planned, cell, schema::number_text(*value));
        return value;
    }
    run_.findings.ask(planned, text, grade_names(built_in));
    return cells_.number(planned, cell, reading.place);
}

void ScoreRows::read_value(Reading& reading, const ValueColumn& column) {
    if (meaning(column.column, reading.csv).empty()) {
        return;  // missing, which is not zero
    }
    reading.has_value = true;
    const auto text = cell_of(*column.column, reading.csv);
    const auto value = value_of(reading, column, text);
    const auto at = time(reading, column);
    const auto series = series_of(reading, column);
    if (!value || !at || !series || !reading.patient) {
        return;
    }
    if (auto problem = tracking::off_scale(*series_[*series].scale, *value, "")) {
        problem->where = reading.place.text(*column.column);
        reading.place.problems.push_back(std::move(*problem));
        return;
    }
    const Row row{*reading.patient,
                  *series,
                  *at,
                  reading.voided,
                  reading.rater,
                  static_cast<std::uint32_t>(reading.place.line),
                  *value,
                  reading.id,
                  reading.version,
                  reading.labels};
    if (!run_.is_as_exported()) {
        if (is_in_book(reading, row)) {
            reading.is_in_book = true;
            return;
        }
        if (!reading.voided && !run_.of_directory()) {
            check_day_and_value(reading, row.series, row.at, row.value);
        }
    }
    rows_.push_back(row);
}

schema::Score ScoreRows::score_of(const Row& row) const {
    schema::Score score;
    score.patient = run_.patients.id(row.patient);
    score.instrument = series_[row.series].scale->id;
    score.region = series_[row.series].region;
    score.at = row.at;
    score.value = row.value;
    score.rater = raters_[row.rater];
    score.voided = row.voided;
    score.id = schema::Id<schema::Score>(row.id);
    score.version = row.version;
    score.labels = labels_[row.labels];
    return score;
}

// What the book says otherwise is asked back.
bool ScoreRows::is_in_book(const Reading& reading, const Row& row) {
    if (!run_.patients.is_stored(row.patient)) {
        return false;
    }
    auto score = score_of(row);
    if (row.rater == 0) {
        score.rater.reset();
    }
    const auto found = in_book_.take(score);
    if (found == InBook::voided) {
        warn_of_voided(run_, "score", reading.place);
    }
    if (found == InBook::no && !row.voided) {
        if (const auto twin = in_book_.twin(score, series_[row.series].scale->code)) {
            ask_row(run_, *twin, reading.place);
        }
    }
    return found != InBook::no;
}

// Of the many values, only those that stand out are held against all rules.
void ScoreRows::check_day_and_value(const Reading& reading,
                                    ScoreSeries::Place series,
                                    const schema::CivilTime& at,
                                    double value) {
    const auto& scale = *series_[series].scale;
    const auto* usual = tracking::usual_reading(scale.code);
    const auto born = run_.patients.born(*reading.patient);
    const auto first = *schema::Date::of(1900, 1, 1);
    if (at.day() >= (born ? std::max(born->first_day(), first) : first) && at.day() <= today_ &&
        (usual == nullptr || usual->holds(value))) {
        return;
    }
    const schema::EnteredScore score{.instrument = scale.code, .at = at, .value = value};
    auto problems = tracking::impossible(run_.book, score, run_.patients.id(*reading.patient));
    for (auto& problem : problems) {
        problem.where = reading.place.text();
        reading.place.problems.push_back(std::move(problem));
    }
    if (!problems.empty()) {
        return;
    }
    for (const auto& question : tracking::implausible(run_.book, score, today_)) {
        ask_row(run_, question, reading.place);
    }
}

void ScoreRows::read_long(Reading& reading) {
    if (meaning(value_, reading.csv).empty()) {
        return;
    }
    if (const auto series = named_series(reading)) {
        read_value(reading, {value_, *series, time_of_visit(times_, value_->visit)});
    }
}

}  // namespace exchange
