#include "db/records/stock.h"

#include <string_view>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/folding.h"

namespace db {

namespace {

UsesOfLots uses_in(const Book& book, std::string_view table) {
    return translated([&] {
        Query rows(book.connection(),
                   fmt::format("SELECT lot, count(*) FROM {} WHERE lot IS NOT NULL AND voided = 0 "
                               "AND patient_id NOT IN (SELECT id FROM patient WHERE voided = 1) "
                               "GROUP BY lot",
                               table));
        UsesOfLots uses;
        while (rows.step()) {
            const auto lot = rows.get<std::string>();
            uses[schema::code_identity(lot)] += rows.get<int>();
        }
        return uses;
    });
}

}  // namespace

UsesOfLots uses_by_sessions(const Book& book) {
    return uses_in(book, "session");
}

UsesOfLots uses_by_applications(const Book& book) {
    return uses_in(book, "application");
}

}  // namespace db
