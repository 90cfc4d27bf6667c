#include "db/records/patient_entries.h"

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::vector<schema::PatientEntry> waiting_entries(const Book& book) {
    return translated([&] {
        Query ids(book.connection(), R"(
            SELECT patient_entry.id
            FROM patient_entry JOIN patient ON patient.id = patient_entry.patient_id
            WHERE patient_entry.state = 'waiting' AND patient_entry.voided = 0
                AND patient.voided = 0
            ORDER BY patient_entry.id)");
        std::vector<schema::PatientEntry> waiting;
        while (ids.step()) {
            waiting.push_back(*find(book, ids.get<schema::Id<schema::PatientEntry>>()));
        }
        return waiting;
    });
}

}  // namespace db
