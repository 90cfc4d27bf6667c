#include "app/export/progress_table.h"

#include <vector>

#include "app/text/csv.h"
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

}  // namespace

std::string progress_csv(const progress::Summary& summary) {
    auto table = guarded_csv_line(std::vector<std::string>{"instrument",
                                                           "region",
                                                           "at",
                                                           "value",
                                                           "unit",
                                                           "after_sessions",
                                                           "ratings",
                                                           "places",
                                                           "days_too_soon"});
    for (const auto& series : summary.series) {
        for (const auto& point : series.points) {
            table += guarded_csv_line(std::vector<std::string>{
                series.instrument.code,
                series.region ? std::string(schema::word(*series.region)) : std::string(),
                point.at.text(),
                schema::number_text(point.value),
                series.instrument.unit,
                std::to_string(point.after_sessions),
                std::to_string(point.ratings.size()),
                places_text(point.places),
                point.days_too_soon ? std::to_string(*point.days_too_soon) : std::string()});
        }
    }
    return table;
}

}  // namespace exchange
