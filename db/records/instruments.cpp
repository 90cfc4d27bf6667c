#include "db/records/instruments.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Instrument;

Instrument read_instrument(Query& row) {
    Instrument instrument;
    instrument.id = row.get<schema::Id<Instrument>>();
    read_fields(row, instrument);
    return instrument;
}

std::string select(std::string_view rest) {
    return fmt::format(
        "SELECT id, {} FROM instrument {}", field_list(kinds::of<Instrument>(), "#"), rest);
}

}  // namespace

std::vector<Instrument> all_instruments(const Book& book) {
    return translated([&] {
        auto& connection = book.connection();
        if (const auto kept = connection.kept_instruments()) {
            return *kept;
        }
        std::vector<Instrument> instruments;
        Query rows(connection, select("ORDER BY id"));
        while (rows.step()) {
            instruments.push_back(read_instrument(rows));
        }
        connection.keep_instruments(std::make_shared<const std::vector<Instrument>>(instruments));
        return instruments;
    });
}

const Instrument& instrument_among(const std::vector<Instrument>& instruments,
                                   schema::Id<Instrument> id) {
    const auto found = std::find_if(
        instruments.begin(), instruments.end(), [&](const auto& each) { return each.id == id; });
    if (found == instruments.end()) {
        throw schema::damaged(
            "score", fmt::format("its instrument {} is missing", id.value), "run needlebook check");
    }
    return *found;
}

std::optional<Instrument> find_instrument(const Book& book, std::string_view code) {
    return translated([&]() -> std::optional<Instrument> {
        Query row(book.connection(), select("WHERE code = ?"));
        row.with(std::string(code));
        return row.step() ? std::optional(read_instrument(row)) : std::nullopt;
    });
}

schema::Id<Instrument> insert_instrument(Write& write, const Instrument& instrument) {
    Query insert(write.connection(),
                 fmt::format("INSERT INTO instrument (id, {}) VALUES ({}, {}) RETURNING id",
                             field_list(kinds::of<Instrument>(), "#"),
                             next_id("instrument"),
                             field_list(kinds::of<Instrument>(), "?")));
    bind_fields(insert, instrument);
    insert.step();
    const auto id = insert.get<schema::Id<Instrument>>();
    insert.step();  // to the end: only then is the row stored
    return id;
}

void update_instrument(Write& write, const Instrument& instrument) {
    Query update(write.connection(),
                 fmt::format("UPDATE instrument SET {} WHERE id = ?",
                             field_list(kinds::of<Instrument>(), "# = ?")));
    bind_fields(update, instrument);
    update.bind(instrument.id);
    update.run();
    write.dirty.scales = true;
}

}  // namespace db
