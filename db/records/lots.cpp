#include "db/records/lots.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/folding.h"

namespace db {

namespace {

// The lots of the table that are the same one. Each is looked up in the index once, however many
// records hold it.
std::vector<std::string> spellings(const Book& book, std::string_view table, std::string_view lot) {
    const auto wanted = schema::code_identity(lot);
    Query all(
        book.connection(),
        fmt::format("WITH RECURSIVE spelling (lot) AS (SELECT min(lot) FROM {0} UNION ALL "
                    "SELECT (SELECT min(lot) FROM {0} WHERE lot > spelling.lot) FROM spelling "
                    "WHERE lot IS NOT NULL) SELECT lot FROM spelling WHERE lot IS NOT NULL",
                    table));
    std::vector<std::string> same;
    while (all.step()) {
        auto each = all.get<std::string>();
        if (schema::code_identity(each) == wanted) {
            same.push_back(std::move(each));
        }
    }
    return same;
}

template <class Record>
std::vector<Record> records_with_lot(const Book& book, const std::string& lot) {
    static const auto sql = fmt::format(
        "SELECT each.id FROM {} AS each JOIN patient ON patient.id = patient_id "
        "WHERE each.lot = ? AND each.voided = 0 AND patient.voided = 0",
        kinds::of<Record>().table);
    return translated([&] {
        std::vector<Record> records;
        for (const auto& spelling : spellings(book, kinds::of<Record>().table, lot)) {
            Query ids(book.connection(), sql);
            ids.with(spelling);
            while (ids.step()) {
                records.push_back(*find(book, ids.get<schema::Id<Record>>()));
            }
        }
        std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) {
            return std::pair(a.at, a.id.value) < std::pair(b.at, b.id.value);
        });
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
