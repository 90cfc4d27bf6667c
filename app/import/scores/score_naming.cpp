// Which series the values of a row belong to: of which scale, and where on the skin.

#include <fmt/format.h>

#include "app/import/cell_synonyms.h"
#include "app/import/scores/score_rows.h"
#include "app/text/utf8.h"
#include "schema/types/text.h"

namespace exchange {

// The region of the row in the book's own word.
std::string_view ScoreRows::region_of(const Reading& reading) {
    const auto text = meaning(region_, reading.csv);
    if (text.empty() || schema::read_word<schema::Region>(text)) {
        return text;
    }
    const auto word = synonym(schema::Words<schema::Region>::table, text);
    if (word) {
        run_.findings.read_as(*region_, text, *word);
    }
    return word.value_or(text);
}

// The row's region, beside the column of an instrument, is where its value was taken.
std::optional<ScoreSeries::Place> ScoreRows::series_of(Reading& reading,
                                                       const ValueColumn& column) {
    const auto region = region_of(reading);
    const auto& own = series_[column.series];
    if (region.empty() || column.column == value_ ||
        (own.region && schema::word(*own.region) == region)) {
        return column.series;
    }
    if (own.region) {
        reading.place.problems.push_back(
            schema::Problem{reading.place.text(*column.column),
                            fmt::format("is of {}, but the region of the row is {}",
                                        schema::word(*own.region),
                                        excerpt(region)),
                            "map the column without a region, or leave the row's region empty"}
                .as("region_other",
                    {{"own", schema::word_name(schema::word(*own.region))},
                     {"region", std::string(region)}}));
        return std::nullopt;
    }
    const auto series = series_.named(own.scale->code + "@" + std::string(region));
    if (const auto* known = std::get_if<ScoreSeries::Place>(&series)) {
        return *known;
    }
    if (std::exchange(reading.has_region, false)) {
        reading.place.problems.push_back(
            cell_problem(*region_, region, reading.place, schema::Text<schema::Region>::form()));
    }
    return std::nullopt;
}

// What the cells of instrument and region name: tewl and left_cheek, or tewl@left_cheek.
std::optional<ScoreSeries::Place> ScoreRows::named_series(const Reading& reading) {
    const auto code = meaning(instrument_, reading.csv);
    const auto region = region_of(reading);
    const auto name =
        region.empty() ? std::string(code) : std::string(code).append("@").append(region);
    auto series = series_.named(name);
    const auto* const unknown = std::get_if<ScoreSeries::Unknown>(&series);
    if (run_.options.add_scales && !trimmed(code).empty() && unknown != nullptr &&
        *unknown == ScoreSeries::Unknown::scale) {
        series_.added().named(code.substr(0, code.find('@')));
        series = series_.named(name);
    }
    if (const auto* known = std::get_if<ScoreSeries::Place>(&series)) {
        return *known;
    }
    if (std::get<1>(series) == ScoreSeries::Unknown::region && !region.empty()) {
        reading.place.problems.push_back(
            cell_problem(*region_, region, reading.place, schema::Text<schema::Region>::form()));
        return std::nullopt;
    }
    auto problem =
        cell_problem(*instrument_,
                     code,
                     reading.place,
                     "the code of an instrument, as `needlebook instrument list` shows them");
    problem.remedy += "; or have those that are not known added, --add-scales";
    reading.place.problems.push_back(std::move(problem));
    return std::nullopt;
}

}  // namespace exchange
