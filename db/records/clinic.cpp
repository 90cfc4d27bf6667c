#include "db/records/clinic.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

using schema::Clinic;

Clinic read_clinic(const Book& book) {
    return translated([&] {
        Query row(book.connection(),
                  fmt::format("SELECT {} FROM clinic", field_list(kinds::of<Clinic>(), "#")));
        if (!row.step()) {
            throw schema::damaged("clinic", "the book has no settings", "run `needlebook check`");
        }
        Clinic clinic;
        read_fields(row, clinic);
        return clinic;
    });
}

void write_clinic(Write& write, const Clinic& clinic) {
    const auto& kind = kinds::of<Clinic>();
    Query update(
        write.connection(),
        fmt::format("INSERT INTO clinic (id, {}) VALUES (1, {}) ON CONFLICT (id) DO UPDATE SET {}",
                    field_list(kind, "#"),
                    field_list(kind, "?"),
                    field_list(kind, "# = ?")));
    bind_fields(update, clinic);
    bind_fields(update, clinic);
    update.run();
}

}  // namespace db
