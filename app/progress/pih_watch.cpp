#include "app/progress/pih_watch.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace progress {

namespace {

using schema::Session;

constexpr std::array<std::string_view, 5> of_marks{
    "pahpi", "masi", "mmasi", "melanin_index", "erythema_index"};

std::optional<double> greatest_depth(const Session& session) {
    std::optional<double> greatest;
    for (const auto& area : session.areas) {
        greatest = std::max(greatest, std::optional(area.depth_mm));
    }
    return greatest;
}

bool is_worse(double a, double b, schema::Better better) {
    return better == schema::Better::higher ? a < b : a > b;
}

std::optional<PihWatch> watch(const Series& series, const Session& session) {
    const auto& points = series.points;
    const auto first_after = std::partition_point(
        points.begin(), points.end(), [&](const auto& p) { return not_after(p.at, session.at); });
    if (first_after == points.begin()) {
        return std::nullopt;
    }
    const auto end = std::partition_point(first_after, points.end(), [&](const auto& point) {
        return point.at.day().days_since(session.at.day()) <= pih_watch_days;
    });
    const auto& before = *(first_after - 1);
    const auto better = series.instrument.better;
    const auto worst = std::max_element(first_after, end, [&](const Point& a, const Point& b) {
        return is_worse(b.value, a.value, better);
    });
    if (worst == end ||
        verdict_of(series.instrument, Movement{.baseline = before.value, .latest = worst->value}) !=
            Verdict::worsened) {
        return std::nullopt;
    }
    return PihWatch{.series = series.code(),
                    .name = series.short_name(),
                    .session = session.id,
                    .at = session.at,
                    .before = before,
                    .after = *worst,
                    .change = worst->value - before.value,
                    .days_after = worst->at.day().days_since(session.at.day()),
                    .noise = series.instrument.noise,
                    .depth_mm = greatest_depth(session)};
}

}  // namespace

bool is_of_marks(const schema::Instrument& instrument) {
    return std::find(of_marks.begin(), of_marks.end(), instrument.code) != of_marks.end();
}

std::vector<PihWatch> pih_watch(const History& history, const std::vector<Series>& all) {
    std::vector<PihWatch> found;
    for (const auto& session : history.sessions) {
        for (const auto& series : all) {
            if (!is_of_marks(series.instrument)) {
                continue;
            }
            if (auto darker = watch(series, session)) {
                darker->fitzpatrick = history.patient.fitzpatrick;
                found.push_back(std::move(*darker));
            }
        }
    }
    return found;
}

}  // namespace progress
