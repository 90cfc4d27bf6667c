#include "db/cohort.h"

#include "db/connection.h"
#include "db/region_key.h"
#include "db/sqlite_error.h"

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

void visit_all(Query& rows, const VisitValue& visit) {
    while (rows.step()) {
        SeriesValue value;
        value.patient = rows.get<schema::Id<Patient>>();
        value.instrument = rows.get<schema::Id<schema::Instrument>>();
        value.at = rows.get<schema::CivilTime>();
        value.value = rows.get<double>();
        visit(value);
    }
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

void for_each_whole_value(const Book& book, const VisitValue& visit) {
    translate([&] {
        Query rows(book.connection(), R"(
            SELECT patient_id, instrument_id, at, value FROM score
            WHERE region = 'all' AND voided = 0
            ORDER BY patient_id, instrument_id, region, at, id)");
        visit_all(rows, visit);
    });
}

void for_each_value_of(const Book& book,
                       schema::Id<schema::Instrument> instrument,
                       const std::optional<schema::Region>& region,
                       const VisitValue& visit) {
    translate([&] {
        // The cross join keeps the patients outside, so that each series is found by its key.
        Query rows(book.connection(), R"(
            SELECT patient_id, instrument_id, at, value
            FROM patient CROSS JOIN score ON patient_id = patient.id
            WHERE instrument_id = ? AND region = ? AND score.voided = 0
            ORDER BY patient.id, at, score.id)");
        rows.with(instrument, region_key(region));
        visit_all(rows, visit);
    });
}

std::optional<schema::Date> last_value_day(const Book& book,
                                           schema::Id<Patient> patient,
                                           schema::Date until) {
    return translated([&] {
        Query row(book.connection(), R"(
            SELECT max(substr(at, 1, 10)) FROM score
            WHERE patient_id = ? AND voided = 0 AND substr(at, 1, 10) <= ?)");
        row.with(patient, until);
        row.step();
        return row.get<std::optional<schema::Date>>();
    });
}

}  // namespace db
