#include "app/exchange/chart_data.h"

#include <utility>

#include "app/exchange/json_value.h"
#include "app/exchange/outcome_figures.h"
#include "app/exchange/outcomes_json.h"
#include "app/exchange/scale_json.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json point_json(const progress::Point& point) {
    return {{"at", json_value(point.at)}, {"value", json_value(point.value)}};
}

Json series_json(const ReportSeries& shown) {
    const auto& series = *shown.series;
    const auto& instrument = series.instrument;
    Json points = Json::array();
    for (const auto& point : series.points) {
        points.push_back(point_json(point));
    }
    return {{"instrument", series.code()},
            {"name", shown.name},
            {"unit", instrument.unit},
            {"better", json_value(instrument.better)},
            {"range", range_json(instrument)},
            {"baseline", point_json(series.baseline)},
            {"noise", noise_json(instrument)},
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
        json["series"].push_back(series_json(shown));
    }
    for (const auto& session : summary.sessions) {
        json["sessions"].push_back(session_json(session, audience));
    }
    return json_text(json, -1);
}

std::string chart_data(const progress::Outcomes& outcomes) {
    Json json{{"kind", "outcomes"},
              {"outcomes", Json::parse(outcomes_json(outcomes))},
              {"groups", Json::array()}};
    for (const auto& group : outcomes.groups) {
        json["groups"].push_back(group_name(group.group, outcomes.grouping));
    }
    return json_text(json, -1);
}

}  // namespace exchange
