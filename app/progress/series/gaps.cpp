#include "app/progress/series/gaps.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress/series/broken_series.h"

namespace progress {

namespace {

using schema::Concern;

using Gaps = std::vector<Gap>;

std::string_view what_to_record(Concern concern) {
    switch (concern) {
        case Concern::active_acne:
            return "active acne";
        case Concern::acne_scars:
            return "scars";
        case Concern::pigmentation:
            return "pigmentation";
        case Concern::pores:
            return "pores";
        case Concern::barrier:
            return "the skin barrier";
        case Concern::quality_of_life:
            return "quality of life";
        case Concern::other:
            break;
    }
    return "anything";
}

void gaps_of_course(const History& history,
                    const std::optional<CourseProgress>& course,
                    const std::vector<Series>& all,
                    Gaps& found) {
    if (!course) {
        if (!history.sessions.empty()) {
            found.push_back({GapKind::no_course,
                             std::nullopt,
                             "Sessions are recorded without a course: start one to see when the "
                             "next is due."});
        }
        return;
    }
    if (course->done == 0 && course->is_open()) {
        found.push_back({GapKind::no_session,
                         std::nullopt,
                         fmt::format("The course began on {} and has no session yet: record the "
                                     "first one.",
                                     course->course.on.text())});
    }
    const auto concern = course->course.concern;
    const bool is_observed = std::any_of(all.begin(), all.end(), [&](const Series& series) {
        return concern == Concern::other || series.instrument.concern == concern;
    });
    if (!is_observed) {
        const auto what = what_to_record(concern);
        found.push_back({GapKind::no_observation,
                         std::nullopt,
                         fmt::format("Nothing is recorded on {} yet, and the course is for it: "
                                     "record {} at the next visit.",
                                     what == "anything" ? "the patient" : what,
                                     what == "anything" ? "what was seen" : what)});
    }
}

std::optional<Gap> no_baseline(const Series& series,
                               const std::optional<schema::CivilTime>& began) {
    const auto& first = series.points.front().at;
    if (!began || not_after(first, *began) || series.points.size() == 1) {
        return std::nullopt;
    }
    return Gap{GapKind::no_baseline,
               series.code(),
               fmt::format("{} has no value from before the first session on {}: its change is "
                           "counted from {}. Record a baseline before the next course.",
                           series.short_name(),
                           began->day().text(),
                           first.day().text())};
}

std::optional<Gap> single_value(const Series& series) {
    if (series.points.size() > 1) {
        return std::nullopt;
    }
    return Gap{GapKind::single_value,
               series.code(),
               fmt::format("{} has one value, on {}: record another to see a change.",
                           series.short_name(),
                           series.points.back().at.day().text())};
}

std::optional<Gap> stale(const Series& series,
                         const History& history,
                         const std::optional<CourseProgress>& course) {
    const auto since =
        static_cast<int>(history.sessions.size()) - series.points.back().after_sessions;
    if (since >= 2) {
        return Gap{GapKind::stale,
                   series.code(),
                   fmt::format("{} was last recorded on {}, {} sessions ago: record it at the next "
                               "visit.",
                               series.short_name(),
                               series.points.back().at.day().text(),
                               since)};
    }
    if (since == 1 && course && course->done > 0 && !course->is_open()) {
        return Gap{GapKind::no_result,
                   series.code(),
                   fmt::format("The course is over and {} has no value from after the last "
                               "session: record the result.",
                               series.short_name())};
    }
    return std::nullopt;
}

// True if the whole that a region belongs to has the same gap.
bool is_said_of_whole(const Gap& gap, const Series& series, const Gaps& found) {
    return series.region && std::any_of(found.begin(), found.end(), [&](const Gap& other) {
               return other.kind == gap.kind && other.series == series.instrument.code;
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
        for (const auto& gap : {no_baseline(series, began), too_few ? too_few : too_old}) {
            if (gap && !is_said_of_whole(*gap, series, found)) {
                found.push_back(*gap);
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
        found.push_back({GapKind::no_skin_type,
                         std::nullopt,
                         "The Fitzpatrick skin type is not recorded: record it."});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Gap& a, const Gap& b) { return a.kind < b.kind; });
    return found;
}

}  // namespace progress
