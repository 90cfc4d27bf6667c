#include "db/records/patient_links.h"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/error.h"

namespace db {

std::string unguessable_key() {
    if (sodium_init() < 0) {
        throw schema::damaged("system", "it gives no randomness", "look at /dev/urandom");
    }
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(16, variant)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    return text.data();
}

namespace {

constexpr std::string_view link_columns =
    "patient_link.id, patient_link.version, patient_link.voided, patient_link.patient_id, "
    "patient_link.key, patient_link.expires, patient_link.entries";

PatientLink link_in(Query& row) {
    PatientLink link;
    link.id = row.get<std::int64_t>();
    link.version = row.get<int>();
    link.voided = row.get<bool>();
    link.patient = row.get<schema::Id<schema::Patient>>();
    link.key = row.get<std::string>();
    link.expires = row.get<std::optional<schema::Date>>();
    link.entries = row.get<bool>();
    return link;
}

template <class Value>
std::optional<PatientLink> link_in_force(const Book& book,
                                         std::string_view column,
                                         const Value& value) {
    return translated([&]() -> std::optional<PatientLink> {
        Query row(book.connection(),
                  fmt::format("SELECT {} FROM patient_link JOIN patient ON patient.id = "
                              "patient_link.patient_id WHERE patient_link.{} = ? AND "
                              "patient_link.voided = 0 AND patient.voided = 0",
                              link_columns,
                              column));
        row.with(value);
        return row.step() ? std::optional(link_in(row)) : std::nullopt;
    });
}

void write_link(Write& write, std::string_view id, const PatientLink& link) {
    Query(write.connection(),
          fmt::format("INSERT INTO patient_link (id, version, voided, patient_id, key, expires, "
                      "entries) VALUES ({}, ?, ?, ?, ?, ?, ?)",
                      id))
        .with(link.version, link.voided, link.patient, link.key, link.expires, link.entries)
        .run();
}

}  // namespace

std::vector<PatientLink> all_links(const Book& book) {
    return translated([&] {
        std::vector<PatientLink> links;
        Query rows(book.connection(),
                   fmt::format("SELECT {} FROM patient_link ORDER BY id", link_columns));
        while (rows.step()) {
            links.push_back(link_in(rows));
        }
        return links;
    });
}

std::optional<PatientLink> link_of(const Book& book, schema::Id<schema::Patient> patient) {
    return translated([&]() -> std::optional<PatientLink> {
        Query row(book.connection(),
                  fmt::format("SELECT {} FROM patient_link WHERE patient_id = ? AND voided = 0",
                              link_columns));
        row.with(patient);
        return row.step() ? std::optional(link_in(row)) : std::nullopt;
    });
}

std::optional<PatientLink> find_link(const Book& book, const std::string& key) {
    return link_in_force(book, "key", key);
}

std::optional<PatientLink> find_link(const Book& book, std::int64_t id) {
    return link_in_force(book, "id", id);
}

void put_link(Write& write, const PatientLink& link) {
    write_link(write, std::to_string(link.id), link);
}

std::int64_t insert_link(Write& write, const PatientLink& link) {
    write_link(write, next_id("patient_link"), link);
    return link_of(write.book(), link.patient)->id;
}

bool withdraw_link(Write& write, schema::Id<schema::Patient> patient) {
    if (!link_of(write.book(), patient)) {
        return false;
    }
    Query(write.connection(),
          "UPDATE patient_link SET voided = 1, version = version + 1 "
          "WHERE patient_id = ? AND voided = 0")
        .with(patient)
        .run();
    return true;
}

}  // namespace db
