#include "app/export/progress_table.h"

#include <vector>

#include "schema/types/text.h"

namespace exchange {

namespace {

std::string places_text(const std::optional<std::vector<schema::Region>>& places) {
    std::string text;
    for (const auto region : places.value_or(std::vector<schema::Region>())) {
        text += (text.empty() ? "" : " ") + std::string(schema::word(region));
    }
    return text;
}

ListingCell number(double value) {
    return {schema::number_text(value), value};
}
ListingCell count(std::size_t value) {
    return {std::to_string(value), static_cast<double>(value)};
}

}  // namespace

Listing progress_listing(const progress::Summary& summary) {
    Listing listing{.columns = {{"instrument"},
                                {"region"},
                                {"at"},
                                {"value"},
                                {"unit"},
                                {"after_sessions"},
                                {"ratings"},
                                {"places"},
                                {"days_too_soon"}},
                    .rows = {}};
    for (const auto& series : summary.series) {
        for (const auto& point : series.points) {
            listing.rows.push_back(
                {{series.instrument.code},
                 {series.region ? std::string(schema::word(*series.region)) : std::string()},
                 {point.at.text(), point.at},
                 number(point.value),
                 {series.instrument.unit},
                 number(point.after_sessions),
                 count(point.ratings.size()),
                 {places_text(point.places)},
                 point.days_too_soon ? number(*point.days_too_soon) : ListingCell()});
        }
    }
    return listing;
}

std::string progress_csv(const progress::Summary& summary) {
    return guarded_csv(progress_listing(summary));
}

}  // namespace exchange
