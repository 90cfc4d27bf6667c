#include "app/progress/series/course_of_values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "app/progress/series/burden.h"

namespace progress {

namespace {

constexpr std::size_t fewest_before = 3;
constexpr int season_days = 45;
constexpr std::size_t fewest_years = 2;

// -1 when every step goes down, 1 when every one goes up (some may stay), 0 otherwise.
int direction_of(std::span<const DatedValue> values) {
    bool rises = false;
    bool falls = false;
    for (std::size_t i = 1; i < values.size(); ++i) {
        rises = rises || values[i].value > values[i - 1].value;
        falls = falls || values[i].value < values[i - 1].value;
    }
    return rises == falls ? 0 : rises ? 1 : -1;
}

// Days to the same day of the year in `year`, either way.
int days_from_season(schema::Date day, schema::Date latest, int years_before) {
    return std::abs(day.days_since(latest.plus_months(-12 * years_before)));
}

}  // namespace

bool is_against_trend(const Judgement& judged, const SeriesContext& context) {
    const auto& values = judged.compared;
    if (judged.verdict == Verdict::stated || values.size() < fewest_before + 1 ||
        !has_better(context.instrument)) {
        return false;
    }
    const auto before = std::span(values).first(values.size() - 1);
    const int direction = direction_of(before);
    const double last = judged.latest.value - before.back().value;
    return direction != 0 && last * direction < 0 && judged.since_last_visit &&
           has_direction(judged.since_last_visit->verdict);
}

std::optional<SameSeason> same_season(const Judgement& judged,
                                      std::span<const Point> points,
                                      const schema::Instrument& instrument) {
    if (!has_direction(judged.verdict) || !judged.noise || judged.places) {
        return std::nullopt;
    }
    const auto latest = judged.latest.at.day();
    std::map<int, DatedValue, std::greater<>> nearest;  // by years before
    for (const auto& point : points) {
        const int years = static_cast<int>(std::lround(latest.days_since(point.at.day()) / 365.25));
        if (years < 1 || point.at >= judged.baseline.at || point.places ||
            days_from_season(point.at.day(), latest, years) > season_days) {
            continue;
        }
        const DatedValue value{.at = point.at, .value = point.value};
        const auto [known, is_new] = nearest.emplace(years, value);
        if (!is_new && days_from_season(point.at.day(), latest, years) <
                           days_from_season(known->second.at.day(), latest, years)) {
            known->second = value;
        }
    }
    SameSeason season{.month = latest.month(), .values = {}};
    for (const auto& [years, value] : nearest) {
        const double apart =
            std::abs(burden(instrument, value.value) - burden(instrument, judged.latest.value));
        if (apart > judged.noise->value) {
            return std::nullopt;
        }
        season.values.push_back(value);
    }
    return season.values.size() >= fewest_years ? std::optional(season) : std::nullopt;
}

}  // namespace progress
