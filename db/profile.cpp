#include "db/profile.h"

#include <fmt/format.h>

#include "db/connection.h"
#include "db/record_sql.h"
#include "db/sqlite_error.h"

namespace db {

namespace {

template <class Row>
void bind_row(Query& query, const Row& row) {
    schema::for_each_field<Row>([&](const auto& field) { query.bind(row.*field.member); });
}

// 0 if there is none.
template <class Row>
schema::Id<Row> id_of(const Book& book, const Row& row) {
    for (const auto& own : profile_rows<Row>(book)) {
        if (own.is_same_place(row)) {
            return own.id;
        }
    }
    return {};
}

}  // namespace

template <class Row>
std::vector<Row> profile_rows(const Book& book) {
    static const auto sql =
        fmt::format("SELECT id, {} FROM {} ORDER BY id", field_list<Row>("#"), table_name<Row>());
    return translated([&] {
        std::vector<Row> all;
        Query rows(book.connection(), sql);
        while (rows.step()) {
            auto& row = all.emplace_back();
            row.id = rows.get<schema::Id<Row>>();
            schema::for_each_field<Row>([&](const auto& field) {
                using Value = typename std::decay_t<decltype(field)>::value_type;
                row.*field.member = rows.get<Value>();
            });
        }
        return all;
    });
}

template <class Row>
void put_profile_row(Write& write, const Row& row) {
    static const auto sql = fmt::format(
        "INSERT INTO {} (id, {}) VALUES (nullif(?, 0), {}) "
        "ON CONFLICT (id) DO UPDATE SET {}",
        table_name<Row>(),
        field_list<Row>("#"),
        field_list<Row>("?"),
        field_list<Row>("# = ?"));
    Query put(write.connection(), sql);
    put.bind(id_of(write.book(), row));
    bind_row(put, row);
    bind_row(put, row);
    put.run();
}

template <class Row>
bool remove_profile_row(Write& write, const Row& row) {
    static const auto sql = fmt::format("DELETE FROM {} WHERE id = ?", table_name<Row>());
    const auto id = id_of(write.book(), row);
    Query(write.connection(), sql).with(id).run();
    return id.value != 0;
}

template std::vector<schema::DepthLimit> profile_rows(const Book&);
template std::vector<schema::CareAdvice> profile_rows(const Book&);
template void put_profile_row(Write&, const schema::DepthLimit&);
template void put_profile_row(Write&, const schema::CareAdvice&);
template bool remove_profile_row(Write&, const schema::DepthLimit&);
template bool remove_profile_row(Write&, const schema::CareAdvice&);

}  // namespace db
