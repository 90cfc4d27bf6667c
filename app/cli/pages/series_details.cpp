#include "app/cli/pages/series_details.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/progress/cohort/outcomes.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/words/noise_words.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using progress::Point;
using progress::Series;

constexpr std::string_view between = " · ";

std::string with_unit(const std::string& figure, const Series& series) {
    const auto unit = one_line(plain_unit(series.instrument.unit));
    return unit.empty() ? figure : fmt::format("{}{}{}", figure, no_break, unit);
}

std::string standing(const Series& series) {
    std::string text;
    const auto add = [&](const std::string& part) {
        text += (text.empty() ? "" : std::string(between)) + part;
    };
    const int decimals = decimals_of(series);
    if (series.band && series.verdict != progress::Verdict::stated) {
        add(fmt::format("now rated {}{}",
                        series.band->name,
                        series.band->assigned ? "" : " (left out of the published bands)"));
    }
    if (series.since_last_visit) {
        const auto moved = signed_figure(series.since_last_visit->change, decimals);
        add(moved == figure(0, decimals) ? std::string("as at the last visit")
                                         : moved + " since the last visit");
    }
    if (series.best && series.best->value != series.latest.value) {
        add(fmt::format(
            "best {} on {}", figure(series.best->value, decimals), series.best->at.day().text()));
    }
    return text;
}

// Grades have no slope, and of few values none says anything (the least number is ours).
bool has_trend(const Series& series) {
    constexpr std::size_t least_values = 6;
    return series.trend && series.compared.size() >= least_values &&
           !progress::is_graded(series.instrument);
}

// A slope over a stretch that suits the series: days for a week or two of photos, else four weeks.
std::string trend_text(const Series& series) {
    const auto& trend = *series.trend;
    constexpr int four_weeks = 28;
    const bool is_long = series.latest.at.days_since(series.compared.front().at) >= four_weeks;
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
    return fmt::format("{} (95{}%: {} to {}{})",
                       text,
                       no_break,
                       signed_figure(low, decimals),
                       signed_figure(high, decimals),
                       low <= 0 && high >= 0 ? "; no clear direction" : "");
}

// What a change was held against, and where that is from.
std::string noise_text(const Series& series) {
    if (!series.noise) {
        return "";
    }
    const auto& noise = *series.noise;
    const auto number = progress::noise_number(series.noise, series.instrument);
    return fmt::format("rarely beyond {} by chance ({}{})",
                       one_line(texts::english().written(number)),
                       plain(noise.kind),
                       noise.same_rater ? ", one rater" : "");
}

std::string start_text(const Series& series) {
    using progress::BaselineWarning;
    const auto& baseline = series.baseline;
    std::string text = baseline.n > 1 ? fmt::format("start: median of {} visits", baseline.n) : "";
    if (baseline.warning) {
        text += text.empty() ? "" : std::string(between);
        switch (*baseline.warning) {
            case BaselineWarning::highest_ever:
                text += series.rests_on_one_visit() ? "start: one visit" : "";
                break;
            case BaselineWarning::old:
                text += fmt::format("start: {}, over {} days before the first session",
                                    baseline.at.day().text(),
                                    progress::baseline_days);
                break;
            case BaselineWarning::after_first_session:
                text += fmt::format("start: {}, after the first session", baseline.at.day().text());
                break;
        }
    }
    return text;
}

std::string places_text(const Series& series) {
    if (!series.places) {
        return "";
    }
    std::string places;
    for (const auto region : *series.places) {
        places += (places.empty() ? "" : ", ") + plain(region);
    }
    return "compared only over " + places;
}

std::string too_soon_text(const Series& series) {
    return series.too_soon ? fmt::format("{} on {}, {} after a session, is not judged",
                                         figure(series.too_soon->value.value, decimals_of(series)),
                                         series.too_soon->value.at.day().text(),
                                         counted(series.too_soon->days, "day"))
                           : "";
}

// Ratings of one day that differ.
std::string disagreeing_ratings(const Series& series) {
    for (auto point = series.points.rbegin(); point != series.points.rend(); ++point) {
        const auto [low, high] = std::minmax_element(
            point->ratings.begin(), point->ratings.end(), [](const auto& a, const auto& b) {
                return a.value < b.value;
            });
        const bool is_one_condition =
            std::none_of(point->ratings.begin(), point->ratings.end(), [&](const auto& rating) {
                return schema::differ(rating.labels, point->ratings.front().labels);
            });
        if (low->value != high->value && !point->places && is_one_condition) {
            const int decimals = decimals_of(series);
            return fmt::format(
                "{} ratings on {}, {} to {}: their median counts; void one if it "
                "was a slip",
                point->ratings.size(),
                point->at.day().text(),
                figure(low->value, decimals),
                figure(high->value, decimals));
        }
    }
    return "";
}

// The mean under each label. A change from one condition to another is none in time.
std::string conditions_text(const Series& series) {
    const int decimals = decimals_of(series);
    std::string text;
    for (const auto& [key, values] : series.conditions()) {
        text += text.empty() ? "" : std::string(between);
        text += one_line(key) + ": ";
        for (const auto& [value, count] : values) {
            double sum = 0;
            for (const auto& point : series.points) {
                for (const auto& rating : point.ratings) {
                    const auto label = rating.labels.find(key);
                    sum +=
                        label != rating.labels.end() && label->second == value ? rating.value : 0;
                }
            }
            text += fmt::format("{}{} {} ({})",
                                value == values.begin()->first ? "" : ", ",
                                one_line(value),
                                figure(sum / count, decimals),
                                counted(count, "value"));
        }
    }
    return text.empty() ? text : "mean by " + text + "; all of them count here";
}

// What to record to see more, where there is too little for a change or a trend.
std::string too_little(const Series& series) {
    using progress::Unjudged;
    if (series.verdict == progress::Verdict::stated) {
        return "";
    }
    if (series.verdict == progress::Verdict::not_enough_data) {
        switch (series.why.value_or(Unjudged::one_visit)) {
            case Unjudged::other_places:
                return "other places were looked at: nothing compares";
            case Unjudged::other_device:
                return "read with another device, or one that is not named: nothing compares";
            case Unjudged::soon_after_session:
                return "";
            case Unjudged::one_visit:
                break;
        }
        return series.points.size() == 1
                   ? fmt::format("one visit, on {}: record another day to see a change",
                                 series.points.front().at.day().text())
                   : fmt::format("none since the baseline on {}: record one to see a change",
                                 series.baseline.at.day().text());
    }
    return "";
}

std::string responder_text(const Series& series) {
    const auto rule = one_line(progress::responder_rule_text(series.instrument));
    if (!series.responder) {
        return fmt::format("no responder rule for this baseline: “{}”", rule);
    }
    const bool is_within = series.verdict == progress::Verdict::unchanged;
    return *series.responder && is_within
               ? fmt::format("meets “{}”, though about the same", rule)
               : fmt::format("{}a responder: “{}”", *series.responder ? "" : "not ", rule);
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
    const bool compares = series.verdict != progress::Verdict::not_enough_data &&
                          series.verdict != progress::Verdict::stated;
    add(standing(series));
    add(noise_text(series));
    add(start_text(series));
    add(places_text(series));
    add(too_soon_text(series));
    add(disagreeing_ratings(series));
    add(conditions_text(series));
    if (has_trend(series)) {
        add(trend_text(series));
    }
    add(too_little(series));
    if (compares && progress::has_responder_rule(series.instrument) &&
        progress::has_better(series.instrument)) {
        add(responder_text(series));
    }
    add(differing_forms(series));
    return details;
}

}  // namespace cli
