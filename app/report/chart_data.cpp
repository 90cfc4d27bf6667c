#include "app/report/chart_data.h"

#include <utility>

#include "app/json/json_value.h"
#include "app/json/outcomes_json.h"
#include "app/json/scale_json.h"
#include "app/progress/words/outcome_figures.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json chart_value_json(const schema::CivilTime& at, double value) {
    return {{"at", json_value(at)}, {"value", json_value(value)}};
}

// Raters are named for the clinic alone.
Json point_json(const progress::Point& point, const progress::Series& series, Audience audience) {
    auto json = chart_value_json(point.at, point.value);
    json["label"] = label_json(series, point.value);
    json["places"] = places_json(point.places);
    json["days_too_soon"] = json_value(point.days_too_soon);
    json["ratings"] = Json::array();
    for (const auto& rating : point.ratings) {
        auto& one = json["ratings"].emplace_back(chart_value_json(rating.at, rating.value));
        one["rater"] = audience == Audience::clinic ? json_value(rating.rater) : Json(nullptr);
    }
    return json;
}

Json chart_series_json(const ReportSeries& shown, Audience audience) {
    const auto& series = *shown.series;
    const auto& instrument = series.instrument;
    Json points = Json::array();
    for (const auto& point : series.points) {
        points.push_back(point_json(point, series, audience));
    }
    return {{"instrument", series.code()},
            {"name", shown.name},
            {"unit", instrument.unit},
            {"better", better_json(instrument)},
            {"range", range_json(instrument)},
            {"verdict", json_value(series.verdict)},
            {"baseline", chart_value_json(series.baseline.at, series.baseline.value)},
            {"noise", audience == Audience::clinic ? noise_json(series.noise) : Json(nullptr)},
            {"points", std::move(points)}};
}

Json session_json(const schema::Session& session, Audience audience) {
    Json areas = Json::array();
    if (audience == Audience::clinic) {
        for (const auto& area : session.areas) {
            areas.push_back({{"region", json_value(area.region)},
                             {"depth_mm", json_value(area.depth_mm)},
                             {"passes", area.passes}});
        }
    }
    return {{"at", json_value(session.at)}, {"areas", std::move(areas)}};
}

}  // namespace

std::string chart_data(const progress::Summary& summary, const Report& report, Audience audience) {
    Json json{{"kind", "progress"}, {"series", Json::array()}, {"sessions", Json::array()}};
    for (const auto& shown : report.series) {
        json["series"].push_back(chart_series_json(shown, audience));
    }
    for (const auto& session : summary.sessions) {
        json["sessions"].push_back(session_json(session, audience));
    }
    return json_text(json, -1);
}

std::string chart_data(const progress::Outcomes& outcomes) {
    Json json{
        {"kind", "outcomes"}, {"outcomes", outcomes_json(outcomes)}, {"groups", Json::array()}};
    for (const auto& group : outcomes.groups) {
        json["groups"].push_back(group_name(group.group, outcomes.grouping));
    }
    return json_text(json, -1);
}

}  // namespace exchange
