#include "db/records/appointments.h"

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Appointment;
using schema::ContactAttempt;
using schema::Date;
using PatientId = schema::Id<schema::Patient>;

}  // namespace

std::vector<Appointment> appointments_between(const Book& book, Date first, Date last) {
    return translated([&] {
        Query ids(book.connection(), R"(
            SELECT appointment.id
            FROM appointment JOIN patient ON patient.id = appointment.patient_id
            WHERE appointment.at >= ? AND appointment.at < ? AND appointment.voided = 0
                AND patient.voided = 0
            ORDER BY appointment.at, appointment.id)");
        ids.with(first, last.plus_days(1));
        std::vector<Appointment> all;
        while (ids.step()) {
            all.push_back(*find(book, ids.get<schema::Id<Appointment>>()));
        }
        return all;
    });
}

std::optional<Appointment> next_appointment(const Book& book, PatientId patient, Date from) {
    return translated([&]() -> std::optional<Appointment> {
        Query ids(book.connection(),
                  "SELECT id FROM appointment WHERE patient_id = ? AND at >= ? "
                  "AND status = 'planned' AND voided = 0 ORDER BY at, id LIMIT 1");
        ids.with(patient, from);
        return ids.step() ? find(book, ids.get<schema::Id<Appointment>>()) : std::nullopt;
    });
}

ContactAttempts contact_attempts(const Book& book, PatientId patient, Date last_visit, Date until) {
    return translated([&] {
        ContactAttempts attempts;
        Query ids(book.connection(),
                  "SELECT id FROM contact_attempt WHERE patient_id = ? AND at >= ? AND at < ? "
                  "AND voided = 0 ORDER BY at, id");
        ids.with(patient, last_visit.plus_days(1), until.plus_days(1));
        std::optional<schema::Id<ContactAttempt>> last;
        while (ids.step()) {
            last = ids.get<schema::Id<ContactAttempt>>();
            ++attempts.count;
        }
        attempts.last = last ? find(book, *last) : std::nullopt;
        return attempts;
    });
}

}  // namespace db
