#include "app/import/rows/row_cells.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/text/clock_cell.h"
#include "app/text/number.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

// "182" or "182.0": what a study counts in days.
std::optional<int> whole_number(std::string_view cell) {
    constexpr double most = 99'999;
    const auto number = read_number(cell);
    const bool is_whole = number && std::abs(*number) <= most && *number == std::floor(*number);
    return is_whole ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool could_be_a_year(int number) {
    return number >= 1000 && number <= 9999;
}

}  // namespace

bool RowCells::is_empty(const PlannedColumn& column, const CsvRow& csv) const {
    const auto blank = [&](const PlannedColumn& each) {
        return trimmed(cells_.meaning(each, cell_of(each, csv))).empty();
    };
    return blank(column) && std::all_of(column.more.begin(), column.more.end(), blank);
}

std::optional<schema::CivilTime> RowCells::origin(const CsvRow& csv, const CellPlace& place) const {
    if (!plan_.origin || is_empty(*plan_.origin, csv)) {
        return std::nullopt;
    }
    return cells_.moment(*plan_.origin, cell_of(*plan_.origin, csv), place);
}

std::optional<std::string> RowCells::read(const PlannedColumn& column,
                                          const CsvRow& csv,
                                          const CellPlace& place) const {
    const auto cell = cell_of(column, csv);
    if (column.spec.form == CellForm::moment && !column.more.empty()) {
        if (is_empty(column, csv)) {
            return "";
        }
        const auto time = moment(column, csv, place);
        return time ? std::optional(time->text()) : std::nullopt;
    }
    if (!column.more.empty()) {
        return joined(column, csv);
    }
    if (counts_days(column, cell, place)) {
        const auto day = counted_day(column, cell, place);
        if (!day) {
            return std::nullopt;
        }
        return column.spec.form == CellForm::moment ? day->text() : day->day().text();
    }
    return cells_.read(column, cell, place);
}

std::optional<schema::CivilTime> RowCells::moment(const PlannedColumn& column,
                                                  const CsvRow& csv,
                                                  const CellPlace& place) const {
    const auto cell = cell_of(column, csv);
    if (column.more.empty() && !counts_days(column, cell, place)) {
        return cells_.moment(column, cell, place);
    }
    if (trimmed(cells_.meaning(column, cell)).empty()) {
        place.problems.push_back(cell_problem(column, "", place, "the day beside the clock"));
        return std::nullopt;
    }
    const auto day = counts_days(column, cell, place) ? counted_day(column, cell, place)
                                                      : cells_.moment(column, cell, place);
    return day && !column.more.empty() ? with_clock(*day, column, csv, place) : day;
}

// The pieces that are there, in the order in which they were mapped.
std::string RowCells::joined(const PlannedColumn& column, const CsvRow& csv) const {
    std::string text(trimmed(cells_.meaning(column, cell_of(column, csv))));
    for (const auto& further : column.more) {
        const auto piece = trimmed(cells_.meaning(further, cell_of(further, csv)));
        text += (text.empty() || piece.empty() ? "" : " ") + std::string(piece);
    }
    return text;
}

// A bare number in a field of days, where there is a day to count from. A birth date never is one.
bool RowCells::counts_days(const PlannedColumn& column,
                           std::string_view cell,
                           const CellPlace& place) const {
    const auto form = column.spec.form;
    const bool is_time =
        form == CellForm::moment || form == CellForm::day || form == CellForm::partial_day;
    return is_time && !column.spec.confidential && !cells_.exact() &&
           (plan_.origin || place.origin || cells_.origin()) &&
           cells_.meaning(column, cell).data() == cell.data() && whole_number(cell);
}

std::optional<schema::CivilTime> RowCells::counted_day(const PlannedColumn& column,
                                                       std::string_view cell,
                                                       const CellPlace& place) const {
    const auto number = *whole_number(cell);
    if (column.spec.form == CellForm::partial_day && could_be_a_year(number)) {
        const auto field = column.spec.text();
        place.problems.push_back(schema::Problem{
            place.text(column),
            fmt::format("{}: {} is a year, or a day counted from the origin", field, number),
            fmt::format("say which: --values '{0}:{1}={1}' for the year, '{0}:{1}={1}d' for the "
                        "day",
                        field,
                        number)}
                                     .as("year_or_day", {{"number", std::to_string(number)}}));
        return std::nullopt;
    }
    auto counted = column;
    counted.spec.name = "day";
    const auto day = cells_.counted(counted, cell, place);
    run_.report.days_counted += day ? 1 : 0;
    return day;
}

// A midnight that a spreadsheet put beside the day is none.
std::optional<schema::CivilTime> RowCells::with_clock(const schema::CivilTime& day,
                                                      const PlannedColumn& column,
                                                      const CsvRow& csv,
                                                      const CellPlace& place) const {
    const auto& beside = column.more.front();
    const auto cell = trimmed(cells_.meaning(beside, cell_of(beside, csv)));
    if (cell.empty()) {
        return day;
    }
    const auto clock = read_clock_cell(cell);
    if (!clock) {
        place.problems.push_back(
            cell_problem(beside, cell, place, "a time of day such as 14:30 or 2:30 PM"));
        return std::nullopt;
    }
    if (day.second_of_day() != 0 && day.second_of_day() != *clock) {
        place.problems.push_back(schema::Problem{
            place.text(beside),
            fmt::format("{} is another time of day than that of {}", excerpt(cell), column.label),
            "correct one of them, or map only one of the columns"}
                                     .as("clock_other", {{"value", std::string(cell)}}));
        return std::nullopt;
    }
    return *clock % 60 == 0 ? schema::CivilTime::at_minute(day.day(), *clock / 60)
                            : schema::CivilTime::at_second(day.day(), *clock);
}

}  // namespace exchange
