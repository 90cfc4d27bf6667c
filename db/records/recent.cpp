#include "db/records/recent.h"

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

template <class Record>
std::vector<Record> records(const Book& book, Query& ids) {
    std::vector<Record> all;
    while (ids.step()) {
        all.push_back(*find(book, ids.get<schema::Id<Record>>()));
    }
    return all;
}

}  // namespace

std::vector<schema::Session> latest_sessions(const Book& book, schema::Date day, int most) {
    return translated([&] {
        Query ids(book.connection(), R"(
            SELECT session.id
            FROM session JOIN patient ON patient.id = session.patient_id
            WHERE session.at < ? AND session.voided = 0 AND patient.voided = 0
            ORDER BY session.at DESC, session.id DESC
            LIMIT ?)");
        ids.with(day.plus_days(1), most);
        return records<schema::Session>(book, ids);
    });
}

std::vector<schema::AdverseEvent> open_events(const Book& book, int most) {
    return translated([&] {
        Query ids(book.connection(), R"(
            SELECT adverse_event.id
            FROM adverse_event JOIN patient ON patient.id = adverse_event.patient_id
            WHERE adverse_event.resolved IS NULL AND adverse_event.voided = 0 AND patient.voided = 0
            ORDER BY adverse_event.onset DESC, adverse_event.id DESC
            LIMIT ?)");
        ids.with(most);
        return records<schema::AdverseEvent>(book, ids);
    });
}

}  // namespace db
