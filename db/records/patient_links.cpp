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

std::optional<std::string> link_of(const Book& book, schema::Id<schema::Patient> patient) {
    return translated([&]() -> std::optional<std::string> {
        Query row(book.connection(),
                  "SELECT key FROM patient_link WHERE patient_id = ? AND voided = 0");
        row.with(patient);
        return row.step() ? std::optional(row.get<std::string>()) : std::nullopt;
    });
}

std::optional<schema::Patient> patient_of_link(const Book& book, const std::string& key) {
    const auto id = translated([&]() -> std::optional<schema::Id<schema::Patient>> {
        Query row(book.connection(), R"(
            SELECT patient.id
            FROM patient_link JOIN patient ON patient.id = patient_link.patient_id
            WHERE patient_link.key = ? AND patient_link.voided = 0 AND patient.voided = 0)");
        row.with(key);
        return row.step() ? std::optional(row.get<schema::Id<schema::Patient>>()) : std::nullopt;
    });
    return id ? find(book, *id) : std::nullopt;
}

void insert_link(Write& write, schema::Id<schema::Patient> patient, const std::string& key) {
    Query(write.connection(),
          fmt::format("INSERT INTO patient_link (id, patient_id, key) VALUES ({}, ?, ?)",
                      unused_id("patient_link")))
        .with(patient, key)
        .run();
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
