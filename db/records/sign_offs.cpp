#include "db/records/sign_offs.h"

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::vector<schema::SignOff> waiting_sign_offs(const Book& book, schema::Date day) {
    return translated([&] {
        Query ids(book.connection(), R"(
            SELECT sign_off.id
            FROM sign_off JOIN patient ON patient.id = sign_off.patient_id
            WHERE sign_off.state = 'asked' AND sign_off.voided = 0 AND patient.voided = 0
                AND max(sign_off."on", substr(sign_off.asked_at, 1, 10)) >= ?
            ORDER BY sign_off.id)");
        ids.with(day);
        std::vector<schema::SignOff> waiting;
        while (ids.step()) {
            waiting.push_back(*find(book, ids.get<schema::Id<schema::SignOff>>()));
        }
        return waiting;
    });
}

}  // namespace db
