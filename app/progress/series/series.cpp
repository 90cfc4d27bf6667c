#include "app/progress/series/series.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/catalogue.h"
#include "app/clinical/instruments/dlqi.h"
#include "app/clinical/instruments/trunk_lesions.h"
#include "app/progress/course_progress.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/course_of_values.h"
#include "app/progress/statistics/runs.h"
#include "db/records/instruments.h"

namespace progress {

namespace {

using schema::CivilTime;
using schema::Instrument;

// What a series is sorted by among its patient's: the whole before its regions.
using Key = std::pair<ScaleOrder, std::optional<schema::Region>>;

int sessions_before(const CivilTime& at, std::span<const CivilTime> by_time) {
    const auto that_day =
        std::lower_bound(by_time.begin(), by_time.end(), at.day(), [](const auto& each, auto day) {
            return each.day() < day;
        });
    auto count = that_day - by_time.begin();
    for (auto each = that_day; each != by_time.end() && each->day() == at.day(); ++each) {
        count += not_after(at, *each) ? 0 : 1;
    }
    return static_cast<int>(count);
}

// What the forms of the history say themselves, by their ids.
using Totals = std::unordered_map<std::int64_t, std::optional<int>>;

Totals totals_of(const History& history) {
    Totals totals;
    for (const auto& form : history.questionnaires) {
        totals.emplace(form.id.value, form.total);
    }
    return totals;
}

std::optional<int> recorded_total(const Score& score, const Totals& totals) {
    if (score.origin != schema::ScoreOrigin::questionnaire || !score.origin_id) {
        return std::nullopt;
    }
    const auto form = totals.find(*score.origin_id);
    return form == totals.end() ? std::nullopt : form->second;
}

Rating rating_of(const Score& score) {
    Rating rating{
        .at = score.at, .value = score.value, .rater = score.rater, .device = score.device};
    rating.labels = score.labels;
    if (score.origin && score.origin_id) {
        rating.record = Origin{.kind = *score.origin, .id = *score.origin_id};
    }
    return rating;
}

std::vector<Point> points_of(std::span<const Score> scores,
                             const SeriesContext& context,
                             const Totals& totals) {
    const auto by_time = ratings_of(scores);
    std::vector<Point> points;
    for (const auto& visit : visits_of(by_time)) {
        const auto shown = shown_value(context.instrument.code, visit);
        Point point{.at = visit.at,
                    .value = shown.value,
                    .after_sessions = sessions_before(visit.at, context.sessions),
                    .recorded_total = recorded_total(*visit.ratings.front(), totals),
                    .days_too_soon = days_too_soon(visit.at, context)};
        if (!shown.extent.whole) {
            point.places = listed(shown.extent.regions);
        }
        for (const auto* rating : visit.ratings) {
            point.ratings.push_back(rating_of(*rating));
        }
        points.push_back(std::move(point));
    }
    return points;
}

std::optional<DatedValue> best_of(const Judgement& judged, const Instrument& instrument) {
    if (!has_better(instrument) || judged.verdict == Verdict::stated ||
        judged.verdict == Verdict::not_enough_data) {
        return std::nullopt;
    }
    return *std::min_element(
        judged.compared.begin(), judged.compared.end(), [&](const auto& a, const auto& b) {
            return burden(instrument, a.value) < burden(instrument, b.value);
        });
}

std::optional<Trend> trend_of(const Judgement& judged) {
    std::vector<TimedValue> values;
    if (judged.verdict == Verdict::stated) {
        return std::nullopt;
    }
    for (const auto& each : judged.compared) {
        values.push_back({.days = static_cast<double>(
                              each.at.day().days_since(judged.compared.front().at.day())),
                          .value = each.value});
    }
    return trend(values);
}

// ", left cheek"; empty for the whole.
std::string place_suffix(const std::optional<schema::Region>& region) {
    return region ? ", " + schema::spaced(*region) : "";
}

// A form for grown-ups says nothing of how grave a child's answers are, or of who may be one.
void judge_by_age(Series& series, const schema::Patient& patient) {
    const auto day = series.latest.at.day();
    const auto age = patient.born ? schema::age_on(day, *patient.born) : std::nullopt;
    if (age && clinical::is_too_young_for(series.instrument.code, age->least)) {
        series.band.reset();
        series.responder.reset();
    }
}

Series make_series(std::span<const Score> scores,
                   const SeriesContext& context,
                   const schema::Patient& patient,
                   const Totals& totals) {
    const auto& instrument = context.instrument;
    Series series;
    static_cast<Judgement&>(series) = judge(scores, context);
    series.instrument = instrument;
    series.region = scores.front().region;
    series.points = points_of(scores, context, totals);
    series.best = best_of(series, instrument);
    if (instrument.built_in) {
        series.band = clinical::band_of(instrument.code, series.latest.value);
    }
    series.trend = trend_of(series);
    series.against_trend = is_against_trend(series, context);
    series.same_season = same_season(series, series.points, instrument);
    judge_by_age(series, patient);
    return series;
}

}  // namespace

std::string Series::code() const {
    return region ? fmt::format("{}@{}", instrument.code, schema::word(*region)) : instrument.code;
}

std::map<std::string, std::map<std::string, int>> Series::conditions() const {
    std::map<std::string, std::map<std::string, int>> conditions;
    for (const auto& point : points) {
        for (const auto& rating : point.ratings) {
            for (const auto& [key, value] : rating.labels) {
                ++conditions[key][value];
            }
        }
    }
    std::erase_if(conditions, [](const auto& each) { return each.second.size() < 2; });
    return conditions;
}

std::string Series::name() const {
    return instrument.name + place_suffix(region);
}

std::string Series::short_name() const {
    return progress::short_name(instrument) + place_suffix(region);
}

bool Series::is_at_best_end() const {
    if (instrument.target || !has_better(instrument)) {
        return false;
    }
    return instrument.better == schema::Better::higher
               ? instrument.high && latest.value == *instrument.high
               : latest.value == instrument.low;
}

bool Series::shows_relapse() const {
    return relapse && verdict != Verdict::not_enough_data &&
           burden(instrument, relapse->best.value) < burden(instrument, baseline.value);
}

bool Series::rests_on_one_visit() const {
    return verdict == Verdict::improved && baseline.n == 1;
}

std::string Series::latest_label() const {
    return band ? band->name : "";
}

std::optional<std::string> Series::label_of(double value) const {
    const auto name = verdict == Verdict::stated && instrument.built_in
                          ? clinical::band_of(instrument.code, value)
                          : std::nullopt;
    return name ? std::optional(name->name) : std::nullopt;
}

std::string short_name(const Instrument& instrument) {
    return instrument.name.substr(0, instrument.name.find(" ("));
}

std::vector<Series> series_of(const History& history, const std::optional<CivilTime>& began) {
    // The scores of a history are sorted: those of one series stand together.
    std::vector<std::pair<Key, std::span<const Score>>> groups;
    const auto same_series = [](const Score& a, const Score& b) {
        return a.instrument == b.instrument && a.region == b.region;
    };
    for (const auto& scores : runs_of(std::span<const Score>(history.scores), same_series)) {
        const auto& of = scores.front();
        groups.emplace_back(
            Key{order_of(db::instrument_among(history.instruments, of.instrument)), of.region},
            scores);
    }
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    const Treatment treatment{.began = began, .sessions = session_times(history)};
    const auto totals = totals_of(history);
    std::vector<Series> all;
    all.reserve(groups.size());
    for (const auto& [key, scores] : groups) {
        const auto context =
            context_of(history.instruments, history.agreements, key.first.second, treatment);
        all.push_back(make_series(scores, context, history.patient, totals));
    }
    return all;
}

bool was_always_clear(const Series& series) {
    return series.instrument.code == clinical::trunk_lesions_scale.code &&
           std::all_of(series.points.begin(), series.points.end(), [](const Point& point) {
               return point.value == 0;
           });
}

bool is_main(const Series& series, const std::vector<Series>& all) {
    if (was_always_clear(series)) {
        return false;
    }
    return !series.region || std::none_of(all.begin(), all.end(), [&](const Series& other) {
        return !other.region && other.instrument.code == series.instrument.code;
    });
}

}  // namespace progress
