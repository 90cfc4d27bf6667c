#pragma once
// When each patient's next session should be: derived rows, kept by each write as those of
// aggregates.h are. Not in the ledger.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/course.h"
#include "schema/types/civil_time.h"

namespace db {

// Of the latest course of a patient, as the whole book has it.
struct DueAggregate {
    schema::Id<schema::Patient> patient{};
    schema::Id<schema::Course> course{};
    int done = 0;  // sessions of the course
    std::optional<schema::CivilTime> first_session;
    std::optional<schema::CivilTime> last_session;
    int intervals = 0;
    int intervals_kept = 0;
    std::optional<schema::Date> next_on;  // none: the course is over, or the patient left or died
    schema::Date last_visit;
    schema::Date lost_from;  // the first day on which they have stayed away too long
    schema::Date until;      // the last day of anything that it rests on

    bool operator==(const DueAggregate&) const = default;
};

void put_due(Write& write, const DueAggregate& due);
void remove_due(Write& write, schema::Id<schema::Patient> patient);
std::optional<DueAggregate> find_due(const Book& book, schema::Id<schema::Patient> patient);
std::int64_t count_due_aggregates(const Book& book);

// Which of them: those that rest on nothing after `as_of`, and whose next session is on `horizon`
// or before.
struct DueRange {
    schema::Date as_of;
    schema::Date horizon;
};

std::size_t count_due(const Book& book, const DueRange& range);

// Those lost by then, those whose day has passed, then the others; of each the earliest day first,
// then by chart. Until `visit` returns false.
using VisitDue = std::function<bool(const DueAggregate& due, const std::string& chart)>;
void for_each_due(const Book& book, const DueRange& range, const VisitDue& visit);

// The patients whose rows rest on something after the day, at most so many.
std::vector<schema::Id<schema::Patient>> due_reaching_beyond(const Book& book,
                                                             schema::Date day,
                                                             int most);

}  // namespace db
