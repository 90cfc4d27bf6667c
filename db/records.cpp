#include "db/records.h"

#include <algorithm>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include "db/connection.h"
#include "db/record_sql.h"
#include "db/sqlite_error.h"

namespace db {

namespace {

template <class Record>
constexpr bool has_patient = !std::is_same_v<Record, schema::Patient>;

void touch_treatment(Write& write, schema::Id<schema::Patient> patient, schema::Date since) {
    auto& first = write.touched.treatments.try_emplace(patient, since).first->second;
    first = std::min(first, since);
}

// How the patient was treated rests on these; see standings.h. Which values a session keeps from
// being judged come after it; a course says from when on they are counted, and no more.
template <class Record>
void touch(Write& write, schema::Id<schema::Patient> patient, const Record& record) {
    if constexpr (std::is_same_v<Record, schema::Session>) {
        touch_treatment(write, patient, record.at.day());
    } else if constexpr (std::is_same_v<Record, schema::Course>) {
        touch_treatment(write, patient, schema::Date::last());
    } else if constexpr (std::is_same_v<Record, schema::Patient>) {
        touch_treatment(write, patient, schema::Date());
    }
}

template <class Value>
void bind_value(Query& query, const Value& value) {
    query.bind(value);
}

void bind_value(Query& query, const std::optional<schema::RecordName>& name) {
    query.bind(name ? std::optional(name->kind) : std::nullopt);
    query.bind(name ? std::optional(name->id) : std::nullopt);
}

template <class Value>
void read_value(Query& query, Value& value) {
    value = query.get<Value>();
}

void read_value(Query& query, std::optional<schema::RecordName>& name) {
    auto kind = query.get<std::optional<std::string>>();
    const auto id = query.get<std::optional<std::int64_t>>();
    if (kind && id) {
        name = schema::RecordName{.kind = std::move(*kind), .id = *id};
    }
}

template <class Record>
void bind_record(Query& query, const Record& record) {
    schema::for_each_field<Record>(
        [&](const auto& field) { bind_value(query, record.*field.member); });
}

template <class Record>
void read_record(Query& query, Record& record) {
    schema::for_each_field<Record>(
        [&](const auto& field) { read_value(query, record.*field.member); });
}

template <class Record>
void insert_parts(Connection& connection, std::int64_t owner, const Record& record) {
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        using Part = typename std::decay_t<decltype(record.*parts.member)>::value_type;
        static const auto sql = fmt::format("INSERT INTO {} ({}, {}) VALUES (?, {})",
                                            parts.table,
                                            parts.owner,
                                            field_list<Part>("#"),
                                            field_list<Part>("?"));
        for (const auto& part : record.*parts.member) {
            Query insert(connection, sql);
            insert.bind(owner);
            bind_record(insert, part);
            insert.run();
        }
    }
}

template <class Record>
void remove_parts(Connection& connection, std::int64_t owner) {
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        static const auto sql =
            fmt::format("DELETE FROM {} WHERE {} = ?", parts.table, parts.owner);
        Query(connection, sql).with(owner).run();
    }
}

// Parts come back in the order of their first field, which is also their key.
template <class Record>
void read_parts(Connection& connection, Record& record) {
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        using Part = typename std::decay_t<decltype(record.*parts.member)>::value_type;
        static const auto sql = fmt::format("SELECT {} FROM {} WHERE {} = ? ORDER BY 1",
                                            field_list<Part>("#"),
                                            parts.table,
                                            parts.owner);
        Query rows(connection, sql);
        rows.with(record.id);
        while (rows.step()) {
            read_record(rows, (record.*parts.member).emplace_back());
        }
    }
}

template <class Record>
std::string select(std::string_view rest) {
    return fmt::format("SELECT id, {} version, voided, {} FROM {} {}",
                       has_patient<Record> ? "patient_id," : "",
                       field_list<Record>("#"),
                       table_name<Record>(),
                       rest);
}

template <class Record>
Record read_record(Connection& connection, Query& row) {
    Record record;
    record.id = row.get<schema::Id<Record>>();
    if constexpr (has_patient<Record>) {
        record.patient = row.get<schema::Id<schema::Patient>>();
    }
    record.version = row.get<int>();
    record.voided = row.get<bool>();
    read_record(row, record);
    read_parts(connection, record);
    return record;
}

}  // namespace

template <class Record>
schema::Id<Record> insert(Write& write, const Record& record) {
    static const auto sql = fmt::format("INSERT INTO {} ({} {}) VALUES ({} {}) RETURNING id",
                                        table_name<Record>(),
                                        has_patient<Record> ? "patient_id," : "",
                                        field_list<Record>("#"),
                                        has_patient<Record> ? "?," : "",
                                        field_list<Record>("?"));
    schema::Id<Record> id;
    {
        Query insert(write.connection(), sql);
        if constexpr (has_patient<Record>) {
            insert.bind(record.patient);
        }
        bind_record(insert, record);
        insert.step();
        id = insert.get<schema::Id<Record>>();
        insert.step();  // to the end: only then is the row stored
    }
    insert_parts(write.connection(), id.value, record);
    if constexpr (has_patient<Record>) {
        touch(write, record.patient, record);
    } else {
        touch(write, id, record);
    }
    return id;
}

template <class Record>
void update(Write& write, const Record& record) {
    static const auto sql = fmt::format("UPDATE {} SET {}, version = version + 1 WHERE id = ?",
                                        table_name<Record>(),
                                        field_list<Record>("# = ?"));
    if constexpr (std::is_same_v<Record, schema::Session>) {
        if (const auto before = find(write.book(), record.id)) {
            touch(write, before->patient, *before);
        }
    }
    Query update(write.connection(), sql);
    bind_record(update, record);
    update.bind(record.id);
    update.run();
    remove_parts<Record>(write.connection(), record.id.value);
    insert_parts(write.connection(), record.id.value, record);
    touch(write, schema::owner_of(record), record);
}

template <class Record>
void set_voided(Write& write, schema::Id<Record> id) {
    static const auto sql = fmt::format(
        "UPDATE {} SET voided = 1, version = version + 1 WHERE id = ?", table_name<Record>());
    Query(write.connection(), sql).with(id).run();
    if (const auto record = find(write.book(), id)) {
        touch(write, schema::owner_of(*record), *record);
    }
}

template <class Record>
std::optional<Record> find(const Book& book, schema::Id<Record> id) {
    static const auto sql = select<Record>("WHERE id = ?");
    return translated([&]() -> std::optional<Record> {
        Query row(book.connection(), sql);
        row.with(id);
        return row.step() ? std::optional(read_record<Record>(book.connection(), row))
                          : std::nullopt;
    });
}

template <class Record>
std::vector<Record> read_all(const Book& book,
                             const std::string& sql,
                             schema::Id<schema::Patient> patient) {
    return translated([&] {
        std::vector<Record> records;
        Query rows(book.connection(), sql);
        rows.with(patient);
        while (rows.step()) {
            records.push_back(read_record<Record>(book.connection(), rows));
        }
        return records;
    });
}

template <class Record>
std::vector<Record> records_of(const Book& book, schema::Id<schema::Patient> patient) {
    static const auto sql =
        select<Record>(fmt::format("WHERE {} = ? AND voided = 0 ORDER BY {}, id",
                                   has_patient<Record> ? "patient_id" : "id",
                                   time_column<Record>()));
    return read_all<Record>(book, sql, patient);
}

template <class Record>
std::vector<Record> all_records_of(const Book& book, schema::Id<schema::Patient> patient) {
    static const auto sql = select<Record>(fmt::format("WHERE {} = ? ORDER BY {}, id",
                                                       has_patient<Record> ? "patient_id" : "id",
                                                       time_column<Record>()));
    return read_all<Record>(book, sql, patient);
}

template <class Record>
void for_each_record(const Book& book, const std::function<void(const Record&)>& visit) {
    static const auto sql = select<Record>("ORDER BY id");
    translate([&] {
        Query rows(book.connection(), sql);
        while (rows.step()) {
            visit(read_record<Record>(book.connection(), rows));
        }
    });
}

// One set for every kind of record.
template <class... Record>
struct Instances {
    static constexpr std::tuple all{&insert<Record>...,
                                    &update<Record>...,
                                    &set_voided<Record>...,
                                    &find<Record>...,
                                    &records_of<Record>...,
                                    &all_records_of<Record>...,
                                    &for_each_record<Record>...};
};

template <class... Record>
constexpr auto instances(std::variant<Record...>*) {
    return Instances<Record...>::all;
}

// Kept by the compiler although nothing here calls them: other files do.
[[gnu::used]] const auto every_kind = instances(static_cast<schema::AnyRecord*>(nullptr));

}  // namespace db
