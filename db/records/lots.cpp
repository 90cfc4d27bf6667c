#include "db/records/lots.h"

#include <fmt/format.h>

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

template <class Record>
std::vector<Record> records_with_lot(const Book& book, const std::string& lot) {
    static const auto sql = fmt::format(
        "SELECT each.id FROM {} AS each JOIN patient ON patient.id = patient_id "
        "WHERE lower(trim(each.lot)) = lower(trim(?)) AND each.lot IS NOT NULL "
        "AND each.voided = 0 AND patient.voided = 0 ORDER BY at, each.id",
        kinds::of<Record>().table);
    return translated([&] {
        std::vector<Record> records;
        Query ids(book.connection(), sql);
        ids.with(lot);
        while (ids.step()) {
            records.push_back(*find(book, ids.get<schema::Id<Record>>()));
        }
        return records;
    });
}

}  // namespace

std::vector<schema::Session> sessions_with_lot(const Book& book, const std::string& lot) {
    return records_with_lot<schema::Session>(book, lot);
}

std::vector<schema::Application> applications_with_lot(const Book& book, const std::string& lot) {
    return records_with_lot<schema::Application>(book, lot);
}

}  // namespace db
