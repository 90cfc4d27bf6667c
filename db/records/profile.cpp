#include "db/records/profile.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

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
    static const auto sql = fmt::format("SELECT id, {} FROM {} ORDER BY id",
                                        field_list(kinds::of<Row>(), "#"),
                                        kinds::of<Row>().table);
    return translated([&] {
        std::vector<Row> all;
        Query rows(book.connection(), sql);
        while (rows.step()) {
            auto& row = all.emplace_back();
            row.id = rows.get<schema::Id<Row>>();
            read_fields(rows, row);
        }
        return all;
    });
}

template <class Row>
void put_profile_row(Write& write, const Row& row) {
    static const auto sql = fmt::format(
        "INSERT INTO {} (id, {}) VALUES (coalesce(nullif(?, 0), {}), {}) "
        "ON CONFLICT (id) DO UPDATE SET {}",
        kinds::of<Row>().table,
        field_list(kinds::of<Row>(), "#"),
        next_id(kinds::of<Row>().table),
        field_list(kinds::of<Row>(), "?"),
        field_list(kinds::of<Row>(), "# = ?"));
    Query put(write.connection(), sql);
    put.bind(id_of(write.book(), row));
    bind_fields(put, row);
    bind_fields(put, row);
    put.run();
}

template <class Row>
bool remove_profile_row(Write& write, const Row& row) {
    static const auto sql = fmt::format("DELETE FROM {} WHERE id = ?", kinds::of<Row>().table);
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
