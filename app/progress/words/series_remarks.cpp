#include "app/progress/words/series_remarks.h"

#include <string>

#include "app/texts/words.h"

namespace progress {

std::vector<texts::Phrase> remarks_of(const Series& series) {
    std::vector<texts::Phrase> remarks;
    const auto add = [&](const std::string& name, texts::Arguments values = {}) {
        remarks.push_back({"verdict.remark." + name, std::move(values)});
    };
    if (series.why) {
        remarks.push_back({"verdict.reason." + std::string(schema::word(*series.why))});
    }
    if (series.baseline.n > 1) {
        add("several_visits", {{"count", series.baseline.n}});
    }
    if (series.rests_on_one_visit()) {
        add("one_visit_start");
    }
    const auto& warning = series.baseline.warning;
    if (warning && *warning != BaselineWarning::highest_ever) {
        add(*warning == BaselineWarning::old ? "old_start" : "late_start");
    }
    if (series.places) {
        texts::Value::List places;
        for (const auto region : *series.places) {
            places.push_back(texts::phrase_of(region));
        }
        add("places", {{"list", places}});
    }
    if (series.too_soon && series.why != Unjudged::soon_after_session) {
        add("too_soon", {{"days", series.too_soon->days}});
    }
    if (series.against_trend) {
        add("against_trend");
    }
    if (series.shows_relapse()) {
        add("relapse", {{"date", texts::When{series.relapse->best.at.day()}}});
    }
    if (series.same_season) {
        add("season",
            {{"month", texts::Phrase{"word.month." + std::to_string(series.same_season->month)}}});
    }
    return remarks;
}

}  // namespace progress
