#include "app/progress/series.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "app/clinical/instruments/dlqi.h"
#include "app/progress/baseline.h"
#include "app/progress/responder.h"
#include "db/instruments.h"
#include "schema/types/error.h"

namespace progress {

namespace {

using schema::Better;
using schema::CivilTime;
using schema::Instrument;
using schema::Score;

using Scores = std::vector<const Score*>;

// What a series is sorted by among its patient's: concern (none last), instrument, region (whole
// first).
using Key = std::tuple<int, schema::Id<Instrument>, std::optional<schema::Region>>;

int rank(const std::optional<schema::Concern>& concern) {
    return concern ? static_cast<int>(*concern) : 1000;
}

int sessions_before(const CivilTime& at, const std::vector<schema::Session>& sessions) {
    return static_cast<int>(
        std::count_if(sessions.begin(), sessions.end(), [&](const auto& session) {
            return !not_after(at, session.at);
        }));
}

std::optional<int> recorded_total(const Score& score, const History& history) {
    if (score.origin != schema::ScoreOrigin::questionnaire) {
        return std::nullopt;
    }
    const auto& forms = history.questionnaires;
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const auto& each) {
        return each.id.value == score.origin_id;
    });
    return form == forms.end() ? std::nullopt : form->total;
}

Point point_of(const Score& score, const History& history) {
    Point point{.at = score.at,
                .value = score.value,
                .after_sessions = sessions_before(score.at, history.sessions),
                .recorded_total = recorded_total(score, history)};
    if (score.origin && score.origin_id) {
        point.record = Origin{.kind = *score.origin, .id = *score.origin_id};
    }
    return point;
}

std::vector<Point> points_of(Scores scores, const History& history) {
    std::sort(scores.begin(), scores.end(), [](const Score* a, const Score* b) {
        return std::tie(a->at, a->id) < std::tie(b->at, b->id);
    });
    std::vector<Point> points;
    points.reserve(scores.size());
    for (const auto* score : scores) {
        points.push_back(point_of(*score, history));
    }
    return points;
}

std::optional<Point> best_of(const std::vector<Point>& points, Better better) {
    const auto less = [](const Point& a, const Point& b) { return a.value < b.value; };
    switch (better) {
        case Better::lower:
            return *std::min_element(points.begin(), points.end(), less);
        case Better::higher:
            return *std::max_element(points.begin(), points.end(), less);
        case Better::neither:
            break;
    }
    return std::nullopt;
}

std::optional<double> percent_change(const Movement& movement) {
    const double percent = movement.change() / std::abs(movement.baseline) * 100;
    return std::isfinite(percent) ? std::optional(percent) : std::nullopt;
}

// The latest value against the last one of an earlier day.
std::optional<double> since_last_visit(const std::vector<Point>& points) {
    const auto today = points.back().at.day();
    const auto earlier = std::find_if(
        points.rbegin(), points.rend(), [&](const Point& point) { return point.at.day() < today; });
    return earlier == points.rend() ? std::nullopt
                                    : std::optional(points.back().value - earlier->value);
}

std::optional<Trend> trend_of(const std::vector<Point>& points) {
    std::vector<TimedValue> values;
    values.reserve(points.size());
    for (const auto& point : points) {
        values.push_back({.days = point.at.days_since(points.front().at), .value = point.value});
    }
    return trend(values);
}

Series make_series(const Instrument& instrument,
                   std::optional<schema::Region> region,
                   std::vector<Point> points,
                   const std::optional<CivilTime>& began) {
    const auto from = baseline_place(points, began);
    Series series;
    series.instrument = instrument;
    series.region = region;
    series.points = std::move(points);
    series.baseline = series.points[from];
    series.latest = series.points.back();
    series.best = best_of(series.points, instrument.better);

    const Movement whole{.baseline = series.baseline.value, .latest = series.latest.value};
    const auto movement = from + 1 < series.points.size() ? std::optional(whole) : std::nullopt;
    series.change = whole.change();
    series.percent_change = percent_change(whole);
    series.since_last_visit = since_last_visit(series.points);
    series.verdict = verdict_of(instrument, movement);
    if (instrument.built_in) {
        series.band = clinical::band_of(instrument.code, series.latest.value);
    }
    series.responder = is_responder(instrument, movement);
    series.trend = trend_of(series.points);
    return series;
}

// ", left cheek"; empty for the whole.
std::string place_of(const std::optional<schema::Region>& region) {
    return region ? ", " + schema::spaced(*region) : "";
}

// A form for grown-ups says nothing of how grave a child's answers are.
void judge_by_age(Series& series, const schema::Patient& patient) {
    const auto day = series.latest.at.day();
    if (patient.born && *patient.born <= day &&
        clinical::is_too_young_for(series.instrument.code, age_in_years(*patient.born, day))) {
        series.band.reset();
        series.responder.reset();
    }
}

}  // namespace

std::string Series::code() const {
    return region ? fmt::format("{}@{}", instrument.code, schema::word(*region)) : instrument.code;
}

std::string Series::name() const {
    return instrument.name + place_of(region);
}

std::string Series::short_name() const {
    return instrument.name.substr(0, instrument.name.find(" (")) + place_of(region);
}

std::vector<Series> series_of(const History& history, const std::optional<CivilTime>& began) {
    std::map<Key, Scores> groups;
    for (const auto& score : history.scores) {
        const auto& instrument = db::instrument_among(history.instruments, score.instrument);
        groups[Key{rank(instrument.concern), instrument.id, score.region}].push_back(&score);
    }
    std::vector<Series> all;
    for (auto& [key, scores] : groups) {
        all.push_back(
            make_series(db::instrument_among(history.instruments, scores.front()->instrument),
                        std::get<2>(key),
                        points_of(scores, history),
                        began));
        judge_by_age(all.back(), history.patient);
    }
    return all;
}

bool is_main(const Series& series, const std::vector<Series>& all) {
    return !series.region || std::none_of(all.begin(), all.end(), [&](const Series& other) {
        return !other.region && other.instrument.code == series.instrument.code;
    });
}

}  // namespace progress
