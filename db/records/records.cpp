#include "db/records/records.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using kinds::ConstRecord;
using kinds::Kind;
using PatientId = schema::Id<schema::Patient>;

bool has_patient(const Kind& kind) {
    return kind.owner == schema::Owner::patient;
}

// A record of the clinic's own: neither a patient nor of one.
bool is_of_clinic(const Kind& kind) {
    return !has_patient(kind) && &kind != &kinds::of<schema::Patient>();
}

// A patient is their own.
PatientId patient_of(const ConstRecord& record) {
    const auto kept = record.kept();
    return PatientId(has_patient(record.kind()) ? kept.patient : kept.id);
}

// The column that says when: the first moment of the record, else its id.
std::string time_column(const Kind& kind) {
    const auto moment = std::find_if(kind.fields.begin(), kind.fields.end(), [](const auto& field) {
        return field.type == kinds::Type::moment;
    });
    return moment == kind.fields.end() ? "id" : quoted_name(moment->name);
}

// The statements of one kind.
struct Sql {
    std::string insert;
    std::string update;
    std::string set_voided;
    std::string give;
    std::string find;
    std::string in_force;
    std::string of_patient;
    std::string of_everybody;
    std::string insert_part;
    std::string remove_parts;
    std::string read_parts;
};

Sql sql_for(const Kind& kind) {
    const auto table = quoted_name(kind.table);
    const bool owned = has_patient(kind);
    const auto select = fmt::format("SELECT id, {} version, voided, {} FROM {} ",
                                    owned ? "patient_id," : "",
                                    field_list(kind, "#"),
                                    table);
    const auto of_one = is_of_clinic(kind) ? "" : owned ? "patient_id = ? AND" : "id = ? AND";
    const auto order = fmt::format("ORDER BY {}, id", time_column(kind));
    Sql sql{.insert = fmt::format("INSERT INTO {} (id, version, voided, {} {}) VALUES "
                                  "(coalesce(nullif(?, 0), {}), ?, ?, {} {}) RETURNING id",
                                  table,
                                  owned ? "patient_id," : "",
                                  field_list(kind, "#"),
                                  next_id(kind.table),
                                  owned ? "?," : "",
                                  field_list(kind, "?")),
            .update = fmt::format("UPDATE {} SET {}, version = version + 1 WHERE id = ?",
                                  table,
                                  field_list(kind, "# = ?")),
            .set_voided =
                fmt::format("UPDATE {} SET voided = ?, version = version + 1 WHERE id = ?", table),
            .give = fmt::format("UPDATE {} SET patient_id = ?, version = version + 1 WHERE id = ?",
                                table),
            .find = select + "WHERE id = ?",
            .in_force = fmt::format("{}WHERE {} voided = 0 {}", select, of_one, order),
            .of_patient = fmt::format("{}WHERE {} true {}", select, of_one, order),
            .of_everybody = select + "ORDER BY id"};
    if (kind.parts) {
        const auto& parts = *kind.parts;
        sql.insert_part = fmt::format("INSERT INTO {} ({}, {}) VALUES (?, {})",
                                      parts.table,
                                      parts.owner,
                                      field_list(parts.fields, "#"),
                                      field_list(parts.fields, "?"));
        sql.remove_parts = fmt::format("DELETE FROM {} WHERE {} = ?", parts.table, parts.owner);
        sql.read_parts = fmt::format("SELECT {} FROM {} WHERE {} = ? ORDER BY 1",
                                     field_list(parts.fields, "#"),
                                     parts.table,
                                     parts.owner);
    }
    return sql;
}

// Of a kind that is corrected and voided. Made when it is first asked for: a command asks for few.
const Sql& sql_of(const Kind& kind) {
    struct Made {
        std::once_flag once;
        Sql sql;
    };
    static const auto each = std::make_unique<Made[]>(kinds::all().size());
    auto& made = each[static_cast<std::size_t>(&kind - kinds::all().data())];
    std::call_once(made.once, [&] { made.sql = sql_for(kind); });
    return made.sql;
}

// How the patient was treated rests on these; see aggregates.h. Which values a session keeps from
// being judged come after it; a course says from when on they are counted, and no more; of a
// patient, everything.
void touch(Write& write, PatientId patient, const ConstRecord& record) {
    const auto& kind = record.kind();
    if (!kind.steps.feeds_aggregates) {
        return;
    }
    const auto* when = kind.field(schema::Role::when);
    auto since = when ? schema::Date::last() : schema::Date();
    if (when && when->type == kinds::Type::moment) {
        since = record.get(*when).as<schema::CivilTime>().day();
    }
    auto& first = write.dirty.treatments.try_emplace(patient, since).first->second;
    first = std::min(first, since);
}

void insert_parts(Connection& connection, std::int64_t owner, const ConstRecord& record) {
    const auto& kind = record.kind();
    if (!kind.parts) {
        return;
    }
    for (std::size_t i = 0; i < kind.parts->count(record.at()); ++i) {
        Query insert(connection, sql_of(kind).insert_part);
        insert.bind(owner);
        bind_fields(insert, kind.parts->fields, kind.parts->at(record.at(), i));
        insert.run();
    }
}

// Parts come back in the order of their first field, which is also their key.
void read_record(Connection& connection, Query& row, const kinds::Record& record) {
    const auto& kind = record.kind();
    kinds::Kept kept;
    kept.id = row.get<std::int64_t>();
    if (has_patient(kind)) {
        kept.patient = row.get<std::int64_t>();
    }
    kept.version = row.get<int>();
    kept.voided = row.get<bool>();
    record.set_kept(kept);
    read_fields(row, record);
    if (kind.parts) {
        Query rows(connection, sql_of(kind).read_parts);
        rows.with(kept.id);
        while (rows.step()) {
            read_fields(rows, kind.parts->fields, kind.parts->add(record.at()));
        }
    }
}

std::int64_t insert_as(Write& write, const ConstRecord& record, const kinds::Kept& kept) {
    const auto& kind = record.kind();
    std::int64_t id = 0;
    {
        Query insert(write.connection(), sql_of(kind).insert);
        insert.bind(kept.id);
        insert.bind(kept.version);
        insert.bind(kept.voided);
        if (has_patient(kind)) {
            insert.bind(kept.patient);
        }
        bind_fields(insert, record);
        insert.step();
        id = insert.get<std::int64_t>();
        insert.step();  // to the end: only then is the row stored
    }
    insert_parts(write.connection(), id, record);
    touch(write, has_patient(kind) ? patient_of(record) : PatientId(id), record);
    return id;
}

}  // namespace

std::int64_t insert_record(Write& write, const ConstRecord& record) {
    return insert_as(write, record, {.patient = record.kept().patient});
}

void put_record(Write& write, const ConstRecord& record) {
    insert_as(write, record, record.kept());
}

void update(Write& write, const ConstRecord& record) {
    const auto& kind = record.kind();
    const auto id = record.kept().id;
    if (kind.steps.feeds_aggregates) {
        if (const auto before = find(write.book(), kind, id)) {
            touch(write, patient_of(*before), *before);
        }
    }
    Query update(write.connection(), sql_of(kind).update);
    bind_fields(update, record);
    update.bind(id);
    update.run();
    if (kind.parts) {
        Query(write.connection(), sql_of(kind).remove_parts).with(id).run();
    }
    insert_parts(write.connection(), id, record);
    touch(write, patient_of(record), record);
}

void set_voided(Write& write, const Kind& kind, std::int64_t id, bool voided) {
    Query(write.connection(), sql_of(kind).set_voided).with(voided, id).run();
    if (!kind.steps.feeds_aggregates) {
        return;
    }
    if (const auto record = find(write.book(), kind, id)) {
        touch(write, patient_of(*record), *record);
    }
}

void give_to(Write& write, const std::vector<schema::AnyRecord>& records, PatientId to) {
    // Two references of one record, to the patient and to another record of the same patient,
    // change one after the other.
    write.connection().run("PRAGMA defer_foreign_keys = ON");
    for (const auto& record : records) {
        const ConstRecord one(record);
        touch(write, patient_of(one), one);
        touch(write, to, one);
        Query(write.connection(), sql_of(one.kind()).give).with(to, one.kept().id).run();
    }
}

bool find_record(const Book& book, std::int64_t id, const kinds::Record& record) {
    return translated([&] {
        Query row(book.connection(), sql_of(record.kind()).find);
        row.with(id);
        const bool found = row.step();
        if (found) {
            read_record(book.connection(), row, record);
        }
        return found;
    });
}

void read_records(const Book& book,
                  const Kind& kind,
                  Which which,
                  PatientId patient,
                  const std::function<kinds::Record()>& next,
                  const std::function<void()>& done) {
    const auto& sql = sql_of(kind);
    translate([&] {
        Query rows(book.connection(),
                   which == Which::in_force     ? sql.in_force
                   : which == Which::of_patient ? sql.of_patient
                                                : sql.of_everybody);
        if (which != Which::of_everybody && !is_of_clinic(kind)) {
            rows.with(patient);
        }
        while (rows.step()) {
            read_record(book.connection(), rows, next());
            done();
        }
    });
}

std::optional<schema::AnyRecord> find(const Book& book, const Kind& kind, std::int64_t id) {
    auto record = kinds::blank(kind);
    return find_record(book, id, record) ? std::optional(std::move(record)) : std::nullopt;
}

std::vector<schema::AnyRecord> records_of(const Book& book,
                                          const Kind& kind,
                                          Which which,
                                          PatientId patient) {
    std::vector<schema::AnyRecord> records;
    read_records(
        book,
        kind,
        which,
        patient,
        [&] { return kinds::Record(records.emplace_back(kinds::blank(kind))); },
        [] {});
    return records;
}

}  // namespace db
