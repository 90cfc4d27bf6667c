#include "db/records/cohort.h"

#include "db/records/score_key.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Patient;

SessionFact read_fact(Query& row) {
    SessionFact fact;
    fact.patient = row.get<schema::Id<Patient>>();
    fact.id = row.get<schema::Id<schema::Session>>();
    fact.at = row.get<schema::CivilTime>();
    fact.course = row.get<std::optional<schema::Id<schema::Course>>>();
    fact.device = row.get<schema::Device>();
    fact.deepest_mm = row.get<std::optional<double>>();
    return fact;
}

}  // namespace

std::vector<SessionFact> all_session_facts(const Book& book) {
    return translated([&] {
        std::vector<SessionFact> facts;
        Query rows(book.connection(), R"(
            SELECT patient_id, id, at, course, device,
                (SELECT max(depth_mm) FROM session_area WHERE session_id = session.id)
            FROM session WHERE voided = 0 ORDER BY patient_id, at, id)");
        while (rows.step()) {
            facts.push_back(read_fact(rows));
        }
        return facts;
    });
}

std::vector<schema::Id<Patient>> patients_with_a_sided_course(const Book& book) {
    return translated([&] {
        std::vector<schema::Id<Patient>> patients;
        Query rows(book.connection(), R"(
            SELECT DISTINCT patient_id FROM course JOIN patient ON patient.id = patient_id
            WHERE side IS NOT NULL AND course.voided = 0 AND patient.voided = 0
            ORDER BY patient_id)");
        while (rows.step()) {
            patients.push_back(rows.get<schema::Id<Patient>>());
        }
        return patients;
    });
}

std::vector<EventFact> all_event_facts(const Book& book) {
    return translated([&] {
        std::vector<EventFact> facts;
        Query rows(book.connection(), R"(
            SELECT patient_id, adverse_event.kind, onset
            FROM adverse_event JOIN patient ON patient.id = patient_id
            WHERE adverse_event.voided = 0 AND patient.voided = 0
            ORDER BY patient_id, adverse_event.id)");
        while (rows.step()) {
            auto& fact = facts.emplace_back();
            fact.patient = rows.get<schema::Id<Patient>>();
            fact.kind = rows.get<schema::EventKind>();
            fact.onset = rows.get<std::optional<schema::PartialDate>>();
        }
        return facts;
    });
}

std::optional<schema::Date> last_value_day(const Book& book,
                                           schema::Id<Patient> patient,
                                           schema::Date until) {
    return translated([&] {
        Query row(book.connection(), R"(
            SELECT max(at) FROM score WHERE patient_id = ? AND voided = 0 AND at <= ?)");
        row.with(patient, last_moment_number(until));
        row.step();
        const auto last = row.get<std::optional<std::int64_t>>();
        return last ? std::optional(read_moment(*last).day()) : std::nullopt;
    });
}

}  // namespace db
