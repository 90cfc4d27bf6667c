// When the values of a row were taken.

#include <algorithm>

#include <fmt/format.h>

#include "app/import/scores/score_rows.h"
#include "schema/types/text.h"

namespace exchange {

// One patient has one first day.
void ScoreRows::see_origin(const Reading& reading) {
    const auto& origin = reading.place.origin;
    if (!origin || !reading.patient) {
        return;
    }
    const auto& [first, line] =
        origins_.try_emplace(*reading.patient, *origin, reading.place.line).first->second;
    if (first != *origin) {
        reading.place.problems.push_back(
            schema::Problem{reading.place.text(),
                            fmt::format("counts from {}, line {} of the same patient from {}",
                                        origin->text(),
                                        line,
                                        first.text()),
                            "give each patient one first day"}
                .as("origin_other",
                    {{"day", origin->day()},
                     {"line", static_cast<int>(line)},
                     {"first", first.day()}}));
    }
}

bool ScoreRows::has_time(const Reading& reading) const {
    return std::any_of(times_.begin(), times_.end(), [&](const auto* time) {
        return time->column && !row_cells_.is_empty(*time, reading.csv);
    });
}

// Read once, and only in a row with a value that needs it.
std::optional<schema::CivilTime> ScoreRows::time(Reading& reading,
                                                 const ValueColumn& column) const {
    if (column.at) {
        return column.at;
    }
    if (column.offset) {
        const auto origin = cells_.origin_of(reading.place, "--map", column.column->spec.text());
        auto time = origin ? moved(*origin, *column.offset) : std::nullopt;
        if (origin && !time) {
            reading.place.problems.push_back(schema::Problem{reading.place.text(*column.column),
                                                             "is beyond the calendar",
                                                             "give an offset such as 8w"}
                                                 .as("beyond_calendar"));
        }
        return time;
    }
    if (reading.time_read != column.time) {
        reading.time_read = column.time;
        reading.at = read_time(reading, *column.time);
    }
    return reading.at;
}

std::optional<schema::CivilTime> ScoreRows::read_time(const Reading& reading,
                                                      const PlannedColumn& column) const {
    if (row_cells_.is_empty(column, reading.csv)) {
        reading.place.problems.push_back(
            cell_problem(column, "", reading.place, schema::Text<schema::CivilTime>::form()));
        return std::nullopt;
    }
    return column.spec.name == "at"
               ? row_cells_.moment(column, reading.csv, reading.place)
               : cells_.counted(column, cell_of(column, reading.csv), reading.place);
}

}  // namespace exchange
