#include "app/progress/series/gaps.h"

#include <algorithm>

#include "app/progress/series/broken_series.h"
#include "app/progress/words/named.h"

namespace progress {

namespace {

using schema::Concern;

using Gaps = std::vector<Gap>;

Gap gap(GapKind kind,
        std::optional<std::string> series = std::nullopt,
        texts::Arguments values = {}) {
    return {kind,
            std::move(series),
            {"gap.record." + std::string(schema::word(kind)), std::move(values)}};
}

void gaps_of_course(const History& history,
                    const std::optional<CourseProgress>& course,
                    const std::vector<Series>& all,
                    Gaps& found) {
    if (!course) {
        if (!history.sessions.empty()) {
            found.push_back(gap(GapKind::no_course));
        }
        return;
    }
    if (course->done == 0 && course->is_open()) {
        found.push_back(gap(GapKind::no_session, std::nullopt, {{"date", course->course.on}}));
    }
    const auto concern = course->course.concern;
    const bool is_observed = std::any_of(all.begin(), all.end(), [&](const Series& series) {
        return concern == Concern::other || series.instrument.concern == concern;
    });
    if (!is_observed) {
        auto missing = gap(GapKind::no_observation);
        missing.said.id += "." + std::string(schema::word(concern));
        found.push_back(std::move(missing));
    }
}

std::optional<Gap> no_baseline(const Series& series,
                               const std::optional<schema::CivilTime>& began) {
    const auto& first = series.points.front().at;
    if (!began || not_after(first, *began) || series.points.size() == 1) {
        return std::nullopt;
    }
    return gap(GapKind::no_baseline,
               series.code(),
               {{"measure", name_of(series)}, {"date", began->day()}, {"first", first.day()}});
}

std::optional<Gap> single_value(const Series& series) {
    if (series.points.size() > 1) {
        return std::nullopt;
    }
    return gap(GapKind::single_value,
               series.code(),
               {{"measure", name_of(series)}, {"date", series.points.back().at.day()}});
}

std::optional<Gap> stale(const Series& series,
                         const History& history,
                         const std::optional<CourseProgress>& course) {
    const auto since =
        static_cast<int>(history.sessions.size()) - series.points.back().after_sessions;
    if (since >= 2) {
        return gap(GapKind::stale,
                   series.code(),
                   {{"measure", name_of(series)},
                    {"date", series.points.back().at.day()},
                    {"sessions", since}});
    }
    if (since == 1 && course && course->done > 0 && !course->is_open()) {
        return gap(GapKind::no_result, series.code(), {{"measure", name_of(series)}});
    }
    return std::nullopt;
}

// True if the whole that a region belongs to has the same gap.
bool is_said_of_whole(const Gap& found_here, const Series& series, const Gaps& found) {
    return series.region && std::any_of(found.begin(), found.end(), [&](const Gap& other) {
               return other.kind == found_here.kind && other.series == series.instrument.code;
           });
}

}  // namespace

std::vector<Gap> gaps(const History& history,
                      const std::optional<CourseProgress>& course,
                      const std::vector<Series>& all) {
    Gaps found;
    gaps_of_course(history, course, all, found);
    const auto began = treatment_began(history);
    for (const auto& series : all) {
        if (series.verdict == Verdict::stated) {
            continue;  // one statement is a whole one
        }
        const auto too_few = single_value(series);
        const auto too_old = stale(series, history, course);
        for (const auto& each : {no_baseline(series, began), too_few ? too_few : too_old}) {
            if (each && !is_said_of_whole(*each, series, found)) {
                found.push_back(*each);
            }
        }
    }
    for (const auto& more : {long_holes(all, course),
                             device_changes(history, all),
                             rater_changes(all),
                             scale_changes(all)}) {
        found.insert(found.end(), more.begin(), more.end());
    }
    if (!history.sessions.empty() && !history.patient.fitzpatrick) {
        found.push_back(gap(GapKind::no_skin_type));
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Gap& a, const Gap& b) { return a.kind < b.kind; });
    return found;
}

}  // namespace progress
