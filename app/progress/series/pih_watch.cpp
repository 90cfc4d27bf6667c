#include "app/progress/series/pih_watch.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "app/progress/series/burden.h"
#include "schema/types/folding.h"

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

std::set<std::optional<std::string>> devices_of(const Point& point) {
    std::set<std::optional<std::string>> devices;
    for (const auto& rating : point.ratings) {
        devices.insert(rating.device ? std::optional(schema::folded(*rating.device))
                                     : std::nullopt);
    }
    return devices;
}

// Over the same places and with one device.
bool compares(const Point& a, const Point& b) {
    const auto devices = devices_of(a);
    return a.places == b.places && devices.size() == 1 && devices == devices_of(b);
}

std::optional<PihWatch> watch(const Series& series,
                              const Session& session,
                              const schema::Agreement* own) {
    const auto& points = series.points;
    const auto& scale = series.instrument;
    const auto first_after = std::partition_point(
        points.begin(), points.end(), [&](const auto& p) { return not_after(p.at, session.at); });
    if (first_after == points.begin()) {
        return std::nullopt;
    }
    const auto days_after = [&](const Point& point) {
        return point.at.day().days_since(session.at.day());
    };
    const auto begin = std::partition_point(first_after, points.end(), [&](const Point& point) {
        return days_after(point) < pih_watch_from_days;
    });
    const auto end = std::partition_point(begin, points.end(), [&](const Point& point) {
        return days_after(point) <= pih_watch_days;
    });
    const auto& before = *(first_after - 1);
    const Point* worst = nullptr;
    for (auto each = begin; each != end; ++each) {
        if (compares(before, *each) &&
            (worst == nullptr || burden(scale, each->value) > burden(scale, worst->value))) {
            worst = &*each;
        }
    }
    if (worst == nullptr) {
        return std::nullopt;
    }
    const Movement movement{.baseline = before.value, .latest = worst->value};
    const auto noise = noise_between(scale, own, before.value, worst->value, false);
    const bool is_higher = burden(scale, worst->value) > burden(scale, before.value);
    const auto verdict = verdict_of(scale, movement, noise);
    if (verdict != Verdict::worsened && !(verdict == Verdict::not_sure && is_higher)) {
        return std::nullopt;
    }
    return PihWatch{.series = series.code(),
                    .name = series.short_name(),
                    .session = session.id,
                    .at = session.at,
                    .before = {.at = before.at, .value = before.value},
                    .after = {.at = worst->at, .value = worst->value},
                    .change = movement.change(),
                    .days_after = days_after(*worst),
                    .noise = noise ? std::optional(noise->value) : std::nullopt,
                    .is_sure = verdict == Verdict::worsened,
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
            const auto* own = own_study(history.agreements, series.instrument.id);
            if (auto darker = watch(series, session, own)) {
                darker->fitzpatrick = history.patient.fitzpatrick;
                found.push_back(std::move(*darker));
            }
        }
    }
    return found;
}

}  // namespace progress
