#include "db/records/lots.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

std::string without_look_alikes(std::string code) {
    std::replace(code.begin(), code.end(), 'o', '0');
    std::replace(code.begin(), code.end(), 'i', '1');
    std::replace(code.begin(), code.end(), 'l', '1');
    return code;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether the code is in the text, and not as a part of a longer number. A code of one or two signs
// would be in everything.
bool holds(std::string_view text, std::string_view code) {
    constexpr std::size_t shortest = 3;
    for (auto at = text.find(code); code.size() >= shortest && at != std::string_view::npos;
         at = text.find(code, at + 1)) {
        const auto end = at + code.size();
        const bool goes_on = end < text.size() && is_digit(text[end]) && is_digit(code.back());
        const bool began = at > 0 && is_digit(text[at - 1]) && is_digit(code.front());
        if (!goes_on && !began) {
            return true;
        }
    }
    return false;
}

bool is_near(std::string_view text, const std::string& wanted) {
    const auto code = schema::code_identity(text);
    return holds(code, wanted) ||
           (!wanted.empty() && without_look_alikes(code) == without_look_alikes(wanted));
}

template <class Record>
std::vector<Record> records_near_lot(const Book& book,
                                     const std::string& lot,
                                     std::initializer_list<std::string_view> columns) {
    const auto wanted = schema::code_identity(lot);
    return translated([&] {
        std::vector<Record> records;
        const auto& table = kinds::of<Record>().table;
        Query rows(book.connection(),
                   fmt::format("SELECT each.id, each.{} FROM {} AS each JOIN patient ON patient.id "
                               "= patient_id WHERE each.voided = 0 AND patient.voided = 0 "
                               "ORDER BY each.at, each.id",
                               fmt::join(columns, ", each."),
                               table));
        while (rows.step()) {
            const auto id = rows.get<schema::Id<Record>>();
            bool near = false;
            for (const auto column : columns) {
                const auto text = rows.get<std::optional<std::string>>().value_or("");
                const bool is_same = column == "lot" && schema::code_identity(text) == wanted;
                near = !is_same && (near || is_near(text, wanted));
                if (is_same) {
                    break;
                }
            }
            if (near) {
                records.push_back(*find(book, id));
            }
        }
        return records;
    });
}

}  // namespace

std::vector<schema::Session> sessions_near_lot(const Book& book, const std::string& lot) {
    return records_near_lot<schema::Session>(book, lot, {"lot", "anaesthetic", "glide_product"});
}

std::vector<schema::Application> applications_near_lot(const Book& book, const std::string& lot) {
    return records_near_lot<schema::Application>(book, lot, {"lot", "product"});
}

std::vector<schema::Session> sessions_with_lot(const Book& book, const std::string& lot) {
    return records_with_lot<schema::Session>(book, lot);
}

std::vector<schema::Application> applications_with_lot(const Book& book, const std::string& lot) {
    return records_with_lot<schema::Application>(book, lot);
}

}  // namespace db
