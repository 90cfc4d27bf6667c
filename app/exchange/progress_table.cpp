#include "app/exchange/progress_table.h"

#include <vector>

#include "app/exchange/csv.h"
#include "schema/types/text.h"

namespace exchange {

std::string progress_csv(const progress::Summary& summary) {
    auto table = csv_line(
        std::vector<std::string>{"instrument", "region", "at", "value", "unit", "after_sessions"});
    for (const auto& series : summary.series) {
        for (const auto& point : series.points) {
            table += csv_line(std::vector<std::string>{
                series.instrument.code,
                series.region ? std::string(schema::word(*series.region)) : std::string(),
                point.at.text(),
                schema::number_text(point.value),
                series.instrument.unit,
                std::to_string(point.after_sessions)});
        }
    }
    return table;
}

}  // namespace exchange
