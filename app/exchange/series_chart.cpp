#include "app/exchange/series_chart.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress/figures.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using progress::Series;

struct Scale {
    double low = 0;
    double high = 0;
};

Scale scale_of(const Series& series, const std::vector<const Series*>& family) {
    const auto& instrument = series.instrument;
    Scale scale{.low = series.latest.value, .high = series.latest.value};
    const auto reach = [&](double value) {
        scale.low = std::min(scale.low, value);
        scale.high = std::max(scale.high, value);
    };
    for (const auto* each : family) {
        for (const auto& point : each->points) {
            reach(point.value);
        }
        if (instrument.noise) {
            reach(each->baseline.value + *instrument.noise);
            reach(each->baseline.value - *instrument.noise);
        }
    }
    // As high as its value: the same small step never looks like a great one. A scale that reaches
    // below 0 is one of differences, and 0 is where they begin.
    scale.low = std::min(scale.low, std::max(instrument.low, 0.0));
    return scale;
}

std::string description(const ReportSeries& shown, std::size_t sessions) {
    const auto& series = *shown.series;
    auto text =
        fmt::format("{} from {} to {}: {}.",
                    series.points.size() == 1 ? std::string("One value")
                                              : fmt::format("{} values", series.points.size()),
                    series.points.front().at.day().text(),
                    series.latest.at.day().text(),
                    shown.change);
    if (!shown.verdict.empty()) {
        text += fmt::format(" Verdict: {}.", shown.verdict);
    }
    if (series.instrument.noise) {
        text += fmt::format(" Shaded: {} around the baseline, which is what raters differ by.",
                            schema::number_text(*series.instrument.noise));
    }
    return sessions == 0 ? text : text + fmt::format(" Sessions marked: {}.", sessions);
}

}  // namespace

std::optional<ReportAxis> axis_of(const progress::Summary& summary) {
    std::optional<ReportAxis> axis;
    const auto reach = [&](const schema::CivilTime& at) {
        axis = axis ? ReportAxis{std::min(axis->from, at), std::max(axis->to, at)}
                    : ReportAxis{at, at};
    };
    for (const auto& series : summary.series) {
        reach(series.points.front().at);
        reach(series.latest.at);
    }
    if (axis) {
        for (const auto& session : summary.sessions) {
            reach(session.at);
        }
    }
    return axis;
}

Chart series_chart(const ReportSeries& shown,
                   const std::vector<const Series*>& family,
                   const progress::Summary& summary,
                   const ReportAxis& axis,
                   const std::string& id) {
    const auto& series = *shown.series;
    const int decimals = progress::decimals_of(series);
    const auto scale = scale_of(series, family);
    Chart chart{.id = id,
                .title = shown.name,
                .description = description(shown, summary.sessions.size()),
                .last_day = axis.to.days_since(axis.from),
                .first_label = axis.from.day().text(),
                .last_label = axis.to.day().text(),
                .low = scale.low,
                .high = scale.high,
                .low_label = progress::scale_figure(scale.low, decimals),
                .high_label = progress::scale_figure(scale.high, decimals),
                .noise = series.instrument.noise,
                .baseline = series.baseline.value};
    for (const auto& point : series.points) {
        chart.points.push_back({.day = point.at.days_since(axis.from),
                                .value = point.value,
                                .label = progress::figure(point.value, decimals)});
    }
    for (const auto& session : summary.sessions) {
        chart.sessions.push_back(session.at.days_since(axis.from));
    }
    if (series.region) {
        chart.width = 230;
        chart.height = 110;
    }
    return chart;
}

}  // namespace exchange
