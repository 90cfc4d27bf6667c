#include "db/records/clinic.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/record_sql.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

using schema::Clinic;

Clinic read_clinic(const Book& book) {
    return translated([&] {
        Query row(book.connection(), fmt::format("SELECT {} FROM clinic", field_list<Clinic>("#")));
        if (!row.step()) {
            throw schema::damaged("clinic", "the book has no settings", "run `needlebook check`");
        }
        Clinic clinic;
        schema::for_each_field<Clinic>([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::value_type;
            clinic.*field.member = row.get<Value>();
        });
        return clinic;
    });
}

void write_clinic(Write& write, const Clinic& clinic) {
    Query update(
        write.connection(),
        fmt::format("INSERT INTO clinic (id, {}) VALUES (1, {}) ON CONFLICT (id) DO UPDATE SET {}",
                    field_list<Clinic>("#"),
                    field_list<Clinic>("?"),
                    field_list<Clinic>("# = ?")));
    for (int twice = 0; twice < 2; ++twice) {
        schema::for_each_field<Clinic>(
            [&](const auto& field) { update.bind(clinic.*field.member); });
    }
    update.run();
}

}  // namespace db
