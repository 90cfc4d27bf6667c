#include "app/progress/cohort/due_list.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "app/clinical/departure.h"
#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/load_treatments.h"
#include "app/progress/history_until.h"
#include "db/records/aggregates.h"
#include "db/records/cohort.h"
#include "db/records/records.h"
#include "db/snapshot.h"

namespace progress {

namespace {

// By sessions and by values, of any course.
schema::Date last_visit(const db::Book& book,
                        const History& history,
                        const schema::Course& course,
                        schema::Date as_of) {
    auto day = course.on;
    for (const auto& session : history.sessions) {
        day = std::max(day, session.at.day());
    }
    return std::max(day, db::last_value_day(book, history.patient.id, as_of).value_or(day));
}

schema::Date lost_from(const schema::Course& course, schema::Date last_visit) {
    return course.every.after(last_visit, 2).plus_days(1);
}

auto urgency(const DuePatient& each) {
    return std::tuple(each.state, -each.due.overdue_days, each.due.next_on, each.chart);
}

bool is_departed(const History& history) {
    return clinical::departure(history.patient, history.events, history.sessions).has_value();
}

// `history` is of the day.
std::optional<DuePatient> due_patient(const db::Book& book,
                                      const History& history,
                                      schema::Date as_of) {
    const auto course = is_departed(history) ? std::nullopt : course_progress(history);
    const auto next = course ? due(*course, as_of) : std::nullopt;
    if (!next || next->next_on.days_since(as_of) > due_within_days) {
        return std::nullopt;
    }
    const auto visit = last_visit(book, history, course->course, as_of);
    const auto state = due_state(*course, *next, visit, as_of);
    return state ? std::optional(DuePatient{.patient = history.patient.id,
                                            .chart = history.patient.chart,
                                            .course = *course,
                                            .due = *next,
                                            .last_visit = visit,
                                            .state = *state})
                 : std::nullopt;
}

// As the book keeps it, which knows nothing after the day.
DuePatient due_patient(const db::Book& book,
                       const db::DueAggregate& kept,
                       const std::string& chart,
                       schema::Date as_of) {
    DuePatient each{.patient = kept.patient,
                    .chart = chart,
                    .course = {.course = *db::find(book, kept.course),
                               .done = kept.done,
                               .first_session = kept.first_session,
                               .last_session = kept.last_session,
                               .intervals = kept.intervals,
                               .intervals_kept = kept.intervals_kept},
                    .due = {.next_on = *kept.next_on,
                            .overdue_days = std::max(0, as_of.days_since(*kept.next_on))},
                    .last_visit = kept.last_visit};
    each.state = *due_state(each.course, each.due, each.last_visit, as_of);
    return each;
}

void sort_by_urgency(std::vector<DuePatient>& list) {
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return urgency(a) < urgency(b);
    });
}

// Reads every course and session of the clinic.
std::vector<DuePatient> computed_anew(const db::Book& book, schema::Date as_of) {
    std::vector<DuePatient> list;
    for_each_treatment(book, as_of, [&](const History& history) {
        if (auto each = due_patient(book, history, as_of)) {
            list.push_back(std::move(*each));
        }
    });
    sort_by_urgency(list);
    return list;
}

// More patients than these with something after the day: then it is long past, and one pass over
// the clinic is quicker.
constexpr int most_reaching_beyond = 500;

// From what the book keeps; nothing where that is not of its last entry.
std::optional<FirstDue> kept_due(const db::Book& book, schema::Date as_of, std::size_t most) {
    if (!db::aggregates_are_current(book, aggregate_method)) {
        return std::nullopt;
    }
    const auto beyond = db::due_reaching_beyond(book, as_of, most_reaching_beyond + 1);
    if (beyond.size() > most_reaching_beyond) {
        return std::nullopt;
    }
    const db::DueRange range{.as_of = as_of, .horizon = as_of.plus_days(due_within_days)};
    FirstDue list{.first = {}, .total = db::count_due(book, range)};
    db::for_each_due(book, range, [&](const db::DueAggregate& kept, const std::string& chart) {
        list.first.push_back(due_patient(book, kept, chart, as_of));
        return list.first.size() < most;
    });
    for (const auto& patient : beyond) {
        auto history = load_treatment(book, patient);
        if (auto each = history
                            ? due_patient(book, history_until(std::move(*history), as_of), as_of)
                            : std::nullopt) {
            list.first.push_back(std::move(*each));
            ++list.total;
        }
    }
    sort_by_urgency(list.first);
    list.first.resize(std::min(list.first.size(), most));
    return list;
}

void reach(schema::Date& until, const std::optional<schema::Date>& day) {
    until = std::max(until, day.value_or(until));
}

// The last day of anything that history_until could take away.
schema::Date reach_of(const History& history, schema::Date last_visit) {
    auto until = last_visit;
    reach(until, history.patient.status_on);
    for (const auto& course : history.courses) {
        reach(until, course.on);
        reach(until, course.ended);
    }
    for (const auto& event : history.events) {
        reach(until, event.onset ? std::optional(event.onset->first_day()) : std::nullopt);
    }
    return until;
}

}  // namespace

std::optional<DueState> due_state(const CourseProgress& course,
                                  const Due& due,
                                  schema::Date last_visit,
                                  schema::Date as_of) {
    if (as_of >= lost_from(course.course, last_visit)) {
        return DueState::lost;
    }
    if (due.overdue_days > 0) {
        return DueState::overdue;
    }
    return due.next_on.days_since(as_of) <= due_within_days ? std::optional(DueState::due)
                                                            : std::nullopt;
}

std::vector<DuePatient> load_due_list(const db::Book& book, schema::Date as_of) {
    return load_first_due(book, as_of, std::numeric_limits<std::size_t>::max()).first;
}

FirstDue load_first_due(const db::Book& book, schema::Date as_of, std::size_t most) {
    const db::Snapshot snapshot(book);
    if (auto kept = kept_due(book, as_of, most)) {
        return std::move(*kept);
    }
    auto all = computed_anew(book, as_of);
    FirstDue list{.first = {}, .total = all.size()};
    all.resize(std::min(all.size(), most));
    list.first = std::move(all);
    return list;
}

std::optional<db::DueAggregate> load_due_aggregate(const db::Book& book, const History& history) {
    const auto course = course_progress(history);
    if (!course) {
        return std::nullopt;
    }
    const auto visit = last_visit(book, history, course->course, schema::Date::last());
    const auto next = is_departed(history) ? std::nullopt : due(*course, visit);
    return db::DueAggregate{.patient = history.patient.id,
                            .course = course->course.id,
                            .done = course->done,
                            .first_session = course->first_session,
                            .last_session = course->last_session,
                            .intervals = course->intervals,
                            .intervals_kept = course->intervals_kept,
                            .next_on = next ? std::optional(next->next_on) : std::nullopt,
                            .last_visit = visit,
                            .lost_from = lost_from(course->course, visit),
                            .until = reach_of(history, visit)};
}

}  // namespace progress
