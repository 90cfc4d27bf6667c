#include "app/cli/series_details.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/cli/display_text.h"
#include "app/cli/figures.h"
#include "app/cli/plain_words.h"
#include "app/progress/responder.h"

namespace cli {

namespace {

using progress::Point;
using progress::Series;

constexpr std::string_view between = " · ";

std::string with_unit(const std::string& figure, const Series& series) {
    const auto unit = printable(plain_unit(series.instrument.unit));
    return unit.empty() ? figure : fmt::format("{}{}{}", figure, no_break, unit);
}

std::string standing(const Series& series) {
    std::string text;
    const auto add = [&](const std::string& part) {
        text += (text.empty() ? "" : std::string(between)) + part;
    };
    const int decimals = decimals_of(series);
    if (series.band) {
        add(fmt::format("now rated {}{}",
                        series.band->name,
                        series.band->assigned ? "" : " (left out of the published bands)"));
    }
    if (series.since_last_visit) {
        const auto moved = signed_figure(*series.since_last_visit, decimals);
        add(moved == figure(0, decimals) ? std::string("as at the last visit")
                                         : moved + " since the last visit");
    }
    if (series.best && series.best->value != series.latest.value) {
        add(fmt::format(
            "best {} on {}", figure(series.best->value, decimals), series.best->at.day().text()));
    }
    return text;
}

// A slope over a stretch that suits the series: days for a week or two of photos, else four weeks.
std::string trend_text(const Series& series) {
    const auto& trend = *series.trend;
    constexpr int four_weeks = 28;
    const bool is_long = series.latest.at.days_since(series.points.front().at) >= four_weeks;
    const double days = is_long ? four_weeks : 1;
    const double low = trend.low95.value_or(trend.slope_per_day) * days;
    const double high = trend.high95.value_or(trend.slope_per_day) * days;
    const double slope = trend.slope_per_day * days;
    const int decimals =
        decimals_for_two_digits(std::max({std::abs(low), std::abs(slope), std::abs(high)}));
    const auto rate = with_unit(signed_figure(slope, decimals), series);
    const auto text = fmt::format("trend {} per {}", rate, is_long ? "4 weeks" : "day");
    if (!trend.low95) {
        return text + " (no interval: too many equal values)";
    }
    // Below five values even the widest interval that the data allow covers less than 95 %.
    constexpr std::size_t enough_for_95 = 5;
    const bool is_enough = series.points.size() >= enough_for_95;
    return fmt::format("{} ({} {} to {}{})",
                       text,
                       is_enough ? fmt::format("95{}%:", no_break) : "few values:",
                       signed_figure(low, decimals),
                       signed_figure(high, decimals),
                       low <= 0 && high >= 0 ? "; no clear direction" : "");
}

// What to record to see more, where there is too little for a change or a trend.
std::string too_little(const Series& series) {
    const auto n = series.points.size();
    if (n == 1) {
        return fmt::format("one value, on {}: record another to see a change",
                           series.latest.at.day().text());
    }
    if (series.verdict == progress::Verdict::not_enough_data) {
        return fmt::format("none since the baseline on {}: record one to see a change",
                           series.baseline.at.day().text());
    }
    if (n == 2) {
        return "a trend needs three values: record one more";
    }
    return series.trend ? "" : "a trend needs values at two times: record one another day";
}

std::string responder_text(const Series& series) {
    const auto rule = printable(progress::responder_rule_text(series.instrument));
    if (!series.responder) {
        return fmt::format("no responder rule for a baseline of 0: “{}”", rule);
    }
    return fmt::format("{}a responder: “{}”", *series.responder ? "" : "not ", rule);
}

// Forms whose own total is not the sum of their items; both are kept.
std::string differing_forms(const Series& series) {
    const auto differs = [](const Point& point) {
        return point.recorded_total && *point.recorded_total != point.value;
    };
    const auto& points = series.points;
    const auto count = std::count_if(points.begin(), points.end(), differs);
    if (count == 0) {
        return "";
    }
    const auto last = std::find_if(points.rbegin(), points.rend(), differs);
    return fmt::format(
        "{} of {} forms {} a total that is not the sum of its items; {}: {} written, "
        "{} summed",
        count,
        points.size(),
        count == 1 ? "has" : "have",
        last->at.day().text(),
        *last->recorded_total,
        figure(last->value, 0));
}

}  // namespace

std::vector<std::string> series_details(const Series& series) {
    std::vector<std::string> details;
    const auto add = [&](std::string text) {
        if (!text.empty()) {
            details.push_back(std::move(text));
        }
    };
    const bool has_moved = series.verdict != progress::Verdict::not_enough_data;
    add(standing(series));
    if (series.trend) {
        add(trend_text(series));
    }
    add(too_little(series));
    if (has_moved && progress::has_responder_rule(series.instrument) &&
        series.instrument.better != schema::Better::neither) {
        add(responder_text(series));
    }
    add(differing_forms(series));
    return details;
}

}  // namespace cli
