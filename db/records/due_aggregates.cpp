#include "db/records/due_aggregates.h"

#include <array>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

const std::string due_columns =
    "SELECT aggregate_due.patient_id, course_id, done, first_session, last_session, intervals, "
    "intervals_kept, next_on, last_visit, lost_from, until ";

DueAggregate read_due(Query& row) {
    DueAggregate due;
    due.patient = row.get<schema::Id<schema::Patient>>();
    due.course = row.get<schema::Id<schema::Course>>();
    due.done = row.get<int>();
    due.first_session = row.get<std::optional<schema::CivilTime>>();
    due.last_session = row.get<std::optional<schema::CivilTime>>();
    due.intervals = row.get<int>();
    due.intervals_kept = row.get<int>();
    due.next_on = row.get<std::optional<schema::Date>>();
    due.last_visit = row.get<schema::Date>();
    due.lost_from = row.get<schema::Date>();
    due.until = row.get<schema::Date>();
    return due;
}

// Lost, overdue, due: the states in the order of a list; each with the days ?1 (as of) and ?2 (the
// horizon).
constexpr std::array<const char*, 3> states{
    "next_on <= ?2 AND lost_from <= ?1 AND until <= ?1",
    "next_on < ?1 AND next_on <= ?2 AND lost_from > ?1 AND until <= ?1",
    "next_on BETWEEN ?1 AND ?2 AND lost_from > ?1 AND until <= ?1"};

}  // namespace

void put_due(Write& write, const DueAggregate& due) {
    Query(write.connection(), R"(
        INSERT OR REPLACE INTO aggregate_due
            (patient_id, course_id, done, first_session, last_session, intervals, intervals_kept,
             next_on, last_visit, lost_from, until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))")
        .with(due.patient,
              due.course,
              due.done,
              due.first_session,
              due.last_session,
              due.intervals,
              due.intervals_kept,
              due.next_on,
              due.last_visit,
              due.lost_from,
              due.until)
        .run();
}

void remove_due(Write& write, schema::Id<schema::Patient> patient) {
    Query(write.connection(), "DELETE FROM aggregate_due WHERE patient_id = ?").with(patient).run();
}

std::optional<DueAggregate> find_due(const Book& book, schema::Id<schema::Patient> patient) {
    return translated([&]() -> std::optional<DueAggregate> {
        Query row(book.connection(), due_columns + "FROM aggregate_due WHERE patient_id = ?");
        row.with(patient);
        return row.step() ? std::optional(read_due(row)) : std::nullopt;
    });
}

std::int64_t count_due_aggregates(const Book& book) {
    return translated(
        [&] { return book.connection().number("SELECT count(*) FROM aggregate_due"); });
}

std::size_t count_due(const Book& book, const DueRange& range) {
    return translated([&] {
        Query row(book.connection(),
                  "SELECT count(*) FROM aggregate_due WHERE next_on <= ?2 AND until <= ?1");
        row.with(range.as_of, range.horizon);
        row.step();
        return static_cast<std::size_t>(row.get<std::int64_t>());
    });
}

void for_each_due(const Book& book, const DueRange& range, const VisitDue& visit) {
    translate([&] {
        for (const auto* state : states) {
            Query rows(book.connection(),
                       due_columns +
                           ", chart FROM aggregate_due JOIN patient ON patient.id = patient_id "
                           "WHERE " +
                           state + " ORDER BY next_on, chart");
            rows.with(range.as_of, range.horizon);
            while (rows.step()) {
                const auto due = read_due(rows);
                if (!visit(due, rows.get<std::string>())) {
                    return;
                }
            }
        }
    });
}

std::vector<schema::Id<schema::Patient>> due_reaching_beyond(const Book& book,
                                                             schema::Date day,
                                                             int most) {
    return translated([&] {
        std::vector<schema::Id<schema::Patient>> patients;
        Query rows(book.connection(),
                   "SELECT patient_id FROM aggregate_due WHERE until > ? LIMIT ?");
        rows.with(day, most);
        while (rows.step()) {
            patients.push_back(rows.get<schema::Id<schema::Patient>>());
        }
        return patients;
    });
}

}  // namespace db
