#include "app/import/import_cells.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/cell_synonyms.h"
#include "app/import/grade_words.h"
#include "app/import/number_problem.h"
#include "app/text/number.h"
#include "app/text/number_shape.h"
#include "app/text/time_offset.h"
#include "app/text/utf8.h"
#include "schema/kinds/record_text.h"
#include "schema/kinds/value_text.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

std::optional<schema::CivilTime> told_origin(const ImportOptions& options) {
    if (!options.origin) {
        return std::nullopt;
    }
    const auto origin = schema::CivilTime::read(*options.origin);
    if (!origin) {
        throw schema::misused("--origin",
                              fmt::format("{} is not a day", excerpt(*options.origin)),
                              "give the day that offsets count from, YYYY-MM-DD");
    }
    return origin;
}

bool in_order(const std::optional<DateFormat>& dates) {
    return !dates || dates->text() == "ymd" || dates->text() == "dmy" || dates->text() == "mdy";
}

bool is_date(CellForm form) {
    return form == CellForm::moment || form == CellForm::day || form == CellForm::partial_day;
}

// What stands for every cell that cannot be read itself: --values 'kind:*=other'.
std::optional<std::string> rest_of(const PlannedColumn& column) {
    for (const auto& [from, to] : column.translations) {
        if (from == "*") {
            return to;
        }
    }
    return std::nullopt;
}

// In the field's own words, where that is certain. A field that holds the grade of a scale has the
// scale's name.
std::optional<std::string> in_words(const kinds::Field* field, std::string_view text) {
    if (field == nullptr) {
        return std::nullopt;
    }
    auto word = word_for(*field, text);
    const auto grade = word ? std::nullopt : grade_named(field->name, text);
    return grade ? std::optional(schema::number_text(*grade)) : word;
}

// A spreadsheet's midnight is a day; any other time of day would be lost.
std::string_view without_midnight(std::string_view text) {
    const auto clock = text.substr(std::min<std::size_t>(text.size(), 10));
    return clock == "T00:00" || clock == "T00:00:00" ? text.substr(0, 10) : text;
}

}  // namespace

CellReader::CellReader(const ImportOptions& options,
                       bool exact,
                       CellFindings& findings,
                       const std::string& time_zone)
    : exact_(exact),
      missing_(options.missing),
      dates_(options.dates ? std::optional(DateFormat::read(*options.dates)) : std::nullopt),
      origin_(told_origin(options)),
      has_own_origins_(options.origin_from.has_value()),
      findings_(findings),
      clock_(time_zone) {
    iso_first_ = in_order(dates_);
}

std::string_view CellReader::meaning(const PlannedColumn& column, std::string_view cell) const {
    for (const auto& [from, to] : column.translations) {
        if (cell == from || trimmed(cell) == trimmed(from)) {
            findings_.meet(column.spec, from);
            return to;
        }
    }
    if (exact_) {
        return cell;
    }
    const auto text = trimmed(cell);
    if (std::find(missing_.begin(), missing_.end(), text) != missing_.end()) {
        findings_.meet_missing(text);
        return {};
    }
    return kinds::is_blank(text) ? std::string_view() : cell;
}

std::optional<std::string> CellReader::read(const PlannedColumn& column,
                                            std::string_view cell,
                                            const CellPlace& place) const {
    const auto text = meaning(column, cell);
    if (exact_ || text.empty() || column.spec.form == CellForm::free_text) {
        return std::string(text);
    }
    if (is_date(column.spec.form)) {
        return date(column, cell, place);
    }
    if (column.spec.form == CellForm::number) {
        return number_text(column, text, place);
    }
    return word(column, trimmed(text));
}

std::optional<std::string> CellReader::number_text(const PlannedColumn& column,
                                                   std::string_view text,
                                                   const CellPlace& place) const {
    if (auto number = plain_number(without_unit(text, column.spec.unit), column.decimal)) {
        return number;
    }
    if (auto as = in_words(column.spec.field, text)) {
        findings_.read_as(column, text, *as);
        return as;
    }
    if (taken_by_rest(column, text)) {
        return rest_of(column);
    }
    place.problems.push_back(number_problem(column, text, place));
    return std::nullopt;
}

// In the field's own words, where that is certain.
std::string CellReader::word(const PlannedColumn& column, std::string_view text) const {
    const auto* field = column.spec.field;
    if (field == nullptr || field->type == kinds::Type::text || kinds::read(*field, text)) {
        return std::string(text);
    }
    if (auto as = in_words(field, text)) {
        findings_.read_as(column, text, *as);
        return *as;
    }
    if (auto rest = rest_of(column)) {
        return *rest;
    }
    findings_.ask(column, text, choices_of(*field));
    return std::string(text);
}

std::optional<std::string_view> CellReader::taken_by_rest(const PlannedColumn& column,
                                                          std::string_view cell) const {
    const auto* field = column.spec.field;
    if (!rest_of(column)) {
        return std::nullopt;
    }
    const auto text = trimmed(meaning(column, cell));
    if (text.empty() || text.data() != trimmed(cell).data()) {
        return std::nullopt;
    }
    const bool reads = field != nullptr && (kinds::read(*field, text) || in_words(field, text));
    return reads ? std::nullopt : std::optional(text);
}

std::optional<schema::CivilTime> CellReader::moment(const PlannedColumn& column,
                                                    std::string_view cell,
                                                    const CellPlace& place) const {
    if (iso_first_ && column.translations.empty()) {
        if (const auto time = schema::CivilTime::read(trimmed(cell))) {
            return time;
        }
    }
    const auto text = date(column, cell, place);
    return text ? schema::CivilTime::read(*text) : std::nullopt;
}

std::optional<schema::CivilTime> CellReader::origin_of(const CellPlace& place,
                                                       std::string_view option,
                                                       std::string_view what) const {
    if (place.origin || origin_) {
        return place.origin ? place.origin : origin_;
    }
    if (!has_own_origins_) {
        throw schema::misused(std::string(option),
                              fmt::format("{} counts from an origin, and there is none", what),
                              "say --origin YYYY-MM-DD, or --origin-from COLUMN where each patient "
                              "has a first day of their own")
            .as("origin_missing");
    }
    place.problems.push_back(
        schema::Problem{place.text(),
                        fmt::format("{} counts from an origin, whose cell is empty", what),
                        "give the first day in the column of --origin-from"}
            .as("origin_empty"));
    return std::nullopt;
}

// The moment that a translation names by its offset: Week 16 = 16w.
std::optional<std::string> CellReader::translated_offset(const PlannedColumn& column,
                                                         std::string_view cell,
                                                         const CellPlace& place) const {
    const auto text = meaning(column, cell);
    const bool translated = text.data() != cell.data();
    const auto offset = translated ? TimeOffset::read(text) : std::nullopt;
    if (!offset) {
        return std::nullopt;
    }
    const auto origin = origin_of(place, "--values", excerpt(text));
    const auto time = origin ? moved(*origin, *offset) : std::nullopt;
    return time ? std::optional(time->text()) : std::nullopt;
}

std::optional<std::string> CellReader::date(const PlannedColumn& column,
                                            std::string_view cell,
                                            const CellPlace& place) const {
    const auto before = place.problems.size();
    if (auto offset = translated_offset(column, cell, place)) {
        return offset;
    }
    if (place.problems.size() > before) {
        return std::nullopt;
    }
    const auto text = meaning(column, cell);
    // A translation is written by the user of the program, in its own form.
    const bool translated = text.data() != cell.data();
    const auto reading = translated ? read_date(text) : read_date(text, dates_);
    const bool partial_will_do = column.spec.form == CellForm::partial_day;
    if (reading.minutes_east && reading.verdict == DateVerdict::exact) {
        if (auto there = on_clock(column, reading)) {
            return there;
        }
    } else if (reading.verdict == DateVerdict::exact ||
               (reading.verdict == DateVerdict::partial && partial_will_do)) {
        const bool day = column.spec.form != CellForm::moment;
        return std::string(day ? without_midnight(reading.text) : reading.text);
    }
    auto problem = date_problem(place.text(column), text, reading, dates_);
    if (column.spec.confidential) {
        const bool is_ambiguous = reading.verdict == DateVerdict::ambiguous;
        problem.what = fmt::format(
            "{}: what was given is {}",
            column.spec.text(),
            is_ambiguous ? "a date that can be read in several ways" : "not a date to the day");
        problem.told = {is_ambiguous ? "error.date_unclear" : "error.date_hidden"};
    }
    place.problems.push_back(std::move(problem));
    return std::nullopt;
}

// A moment with a zone on the clinic's clock; the day of it where a day is wanted.
std::optional<std::string> CellReader::on_clock(const PlannedColumn& column,
                                                const DateReading& reading) const {
    const auto time = clock_.shown(*schema::CivilTime::read(reading.text), *reading.minutes_east);
    if (!time) {
        return std::nullopt;
    }
    findings_.put_on_clock(column);
    return column.spec.form == CellForm::moment ? time->text() : time->day().text();
}

std::optional<schema::CivilTime> CellReader::counted(const PlannedColumn& column,
                                                     std::string_view cell,
                                                     const CellPlace& place) const {
    const auto origin = origin_of(place, "--map", column.spec.text());
    const auto count = number(column, cell, place);
    if (!count || !origin) {
        return std::nullopt;
    }
    const auto time =
        moved(*origin, {*count, unit_named(column.spec.name).value_or(OffsetUnit::day)});
    if (!time) {
        place.problems.push_back(
            cell_problem(column, cell, place, "an offset within the calendar"));
    }
    return time;
}

std::optional<double> CellReader::number(const PlannedColumn& column,
                                         std::string_view cell,
                                         const CellPlace& place) const {
    const auto text = meaning(column, cell);
    const auto value = read_number(without_unit(text, column.spec.unit), column.decimal);
    if (!value) {
        place.problems.push_back(number_problem(column, text, place));
    }
    return value;
}

std::string_view cell_of(const PlannedColumn& column, const CsvRow& row) {
    return column.column ? row.cells[*column.column] : std::string_view(column.constant);
}

schema::Problem cell_problem(const PlannedColumn& column,
                             std::string_view cell,
                             const CellPlace& place,
                             std::string_view form) {
    const auto field = column.spec.text();
    if (trimmed(cell).empty()) {
        return schema::Problem{
            place.text(column), fmt::format("{} is empty", field), fmt::format("give {}", form)}
            .as("cell_empty");
    }
    const auto remedy = fmt::format(
        "give {}; or say what the cell stands for, --values '{}:CELL=…', or --missing CELL",
        form,
        field);
    if (column.spec.confidential) {
        return schema::Problem{
            place.text(column), fmt::format("{}: what was given is not {}", field, form), remedy}
            .as("cell_hidden");
    }
    return schema::Problem{
        place.text(column), fmt::format("{}: {} is not {}", field, excerpt(cell), form), remedy}
        .as("cell", {{"value", std::string(trimmed(cell))}});
}

}  // namespace exchange
