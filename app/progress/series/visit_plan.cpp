#include "app/progress/series/visit_plan.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "schema/types/text.h"

namespace progress {

namespace {

using schema::Interval;

// Days from the baseline; months are counted in the calendar.
double days_of(const std::optional<Interval>& offset, schema::Date baseline) {
    return offset ? offset->after(baseline).days_since(baseline) : 0;
}

struct Window {
    double from = 0;  // not part of it
    double day = 0;
    double to = 0;
};

Window window_of(const VisitPlan& plan, std::size_t visit, schema::Date baseline) {
    const double day = days_of(plan.offsets[visit], baseline);
    const double before = visit == 0 ? 0 : days_of(plan.offsets[visit - 1], baseline);
    const double after = visit + 1 == plan.offsets.size()
                             ? day + (day - before)
                             : days_of(plan.offsets[visit + 1], baseline);
    return {.from = (before + day) / 2, .day = day, .to = (day + after) / 2};
}

std::optional<std::size_t> nearest(const Window& window,
                                   std::span<const DatedValue> from_baseline) {
    const auto& baseline = from_baseline.front();
    std::optional<std::size_t> found;
    double least = 0;
    for (std::size_t i = 1; i < from_baseline.size(); ++i) {
        const double days = from_baseline[i].at.days_since(baseline.at);
        const double distance = std::abs(days - window.day);
        if (days > window.from && days <= window.to && (!found || distance < least)) {
            found = i;
            least = distance;
        }
    }
    return found;
}

}  // namespace

std::optional<VisitPlan> read_visit_plan(std::string_view text) {
    VisitPlan plan;
    for (const auto piece : schema::split(text, ',')) {
        const auto interval = Interval::read(piece);
        if (!interval && piece != "0") {
            return std::nullopt;
        }
        plan.offsets.push_back(interval);
    }
    // Any baseline gives the order but for months against days; this one has months of 31 days.
    const auto any = *schema::Date::of(2023, 7, 1);
    auto& offsets = plan.offsets;
    std::stable_sort(offsets.begin(), offsets.end(), [&](const auto& a, const auto& b) {
        return days_of(a, any) < days_of(b, any);
    });
    const bool repeats =
        std::adjacent_find(offsets.begin(), offsets.end(), [&](const auto& a, const auto& b) {
            return days_of(a, any) == days_of(b, any);
        }) != offsets.end();
    return repeats ? std::nullopt : std::optional(plan);
}

std::string offset_text(const std::optional<Interval>& offset) {
    return offset ? offset->text() : "0";
}

std::vector<std::optional<std::size_t>> visits_at(const VisitPlan& plan,
                                                  std::span<const DatedValue> from_baseline) {
    const auto baseline = from_baseline.front().at.day();
    std::vector<std::optional<std::size_t>> places;
    for (std::size_t visit = 0; visit < plan.offsets.size(); ++visit) {
        places.push_back(plan.offsets[visit]
                             ? nearest(window_of(plan, visit, baseline), from_baseline)
                             : std::optional<std::size_t>(0));
    }
    return places;
}

}  // namespace progress
