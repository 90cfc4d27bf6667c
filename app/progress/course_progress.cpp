#include "app/progress/course_progress.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace progress {

namespace {

using schema::Course;
using schema::Session;

bool began_earlier(const Course& a, const Course& b) {
    return std::tie(a.on, a.id) < std::tie(b.on, b.id);
}

CourseProgress progress_of(const Course& course, const std::vector<Session>& sessions) {
    CourseProgress progress;
    progress.course = course;
    for (const auto& session : sessions) {
        if (session.course != course.id) {
            continue;
        }
        if (progress.last_session) {
            ++progress.intervals;
            progress.intervals_kept +=
                interval_kept(course.every, progress.last_session->day(), session.at.day());
        }
        if (!progress.first_session) {
            progress.first_session = session.at;
        }
        progress.last_session = session.at;
        ++progress.done;
    }
    return progress;
}

}  // namespace

bool interval_kept(const schema::Interval& every, schema::Date previous, schema::Date actual) {
    const auto planned = every.after(previous);
    return std::abs(actual.days_since(planned)) <= planned.days_since(previous) / 4;
}

std::optional<CourseProgress> course_progress(const History& history) {
    const auto latest =
        std::max_element(history.courses.begin(), history.courses.end(), began_earlier);
    if (latest == history.courses.end()) {
        return std::nullopt;
    }
    return progress_of(*latest, history.sessions);
}

std::optional<schema::CivilTime> treatment_began(const History& history) {
    auto courses = history.courses;
    std::sort(courses.begin(), courses.end(), [](const Course& a, const Course& b) {
        return began_earlier(b, a);
    });
    for (const auto& course : courses) {
        const auto first = std::find_if(
            history.sessions.begin(), history.sessions.end(), [&](const Session& session) {
                return session.course == course.id;
            });
        if (first != history.sessions.end()) {
            return first->at;
        }
    }
    return history.sessions.empty() ? std::nullopt : std::optional(history.sessions.front().at);
}

std::vector<schema::CivilTime> session_times(const History& history) {
    std::vector<schema::CivilTime> times;
    times.reserve(history.sessions.size());
    for (const auto& session : history.sessions) {
        times.push_back(session.at);
    }
    return times;
}

}  // namespace progress
