#pragma once
// How far a course has come against its plan.

#include <optional>
#include <vector>

#include "app/progress/history.h"
#include "schema/types/civil_time.h"

namespace progress {

struct CourseProgress {
    schema::Course course;
    int done = 0;  // sessions of this course
    std::optional<schema::CivilTime> first_session;
    std::optional<schema::CivilTime> last_session;
    int intervals = 0;  // between two sessions of the course
    // Of these, within a quarter of the planned interval; see interval_kept.
    int intervals_kept = 0;

    bool is_complete() const { return done >= course.sessions; }
    bool is_open() const { return !course.ended && !is_complete(); }
};

// The latest course of the history, by the day it began; of two begun on one day the one entered
// last. Nothing without a course.
std::optional<CourseProgress> course_progress(const History& history);

// When the treatment that progress is measured from began: the first session of the latest course
// that has one; the first of all when no course has a session. Nothing without a session.
std::optional<schema::CivilTime> treatment_began(const History& history);

// When every session was, of any course and of none; by time, as those of the history are.
std::vector<schema::CivilTime> session_times(const History& history);

// Whether a session on `actual`, the next after one on `previous`, kept the plan. The leeway of a
// quarter of the interval either way is ours; no source sets one.
bool interval_kept(const schema::Interval& every, schema::Date previous, schema::Date actual);

}  // namespace progress
