#include "db/records/tags.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

template <class... Values>
std::vector<schema::Tag> read_tags(const Book& book, const char* sql, const Values&... values) {
    return translated([&] {
        std::vector<schema::Tag> tags;
        Query rows(book.connection(), sql);
        rows.with(values...);
        while (rows.step()) {
            auto& tag = tags.emplace_back();
            tag.patient = rows.get<schema::Id<schema::Patient>>();
            tag.key = rows.get<std::string>();
            tag.value = rows.get<std::string>();
        }
        return tags;
    });
}

}  // namespace

void set_tag(Write& write, const schema::Tag& tag) {
    Query(write.connection(), R"(
        INSERT INTO tag (patient_id, key, value) VALUES (?, ?, ?)
        ON CONFLICT (patient_id, key) DO UPDATE SET value = excluded.value)")
        .with(tag.patient, tag.key, tag.value)
        .run();
}

bool remove_tag(Write& write, schema::Id<schema::Patient> patient, const std::string& key) {
    Query(write.connection(), "DELETE FROM tag WHERE patient_id = ? AND key = ?")
        .with(patient, key)
        .run();
    return write.connection().database().getChanges() > 0;
}

std::vector<schema::Tag> tags_of(const Book& book, schema::Id<schema::Patient> patient) {
    return read_tags(
        book, "SELECT patient_id, key, value FROM tag WHERE patient_id = ? ORDER BY key", patient);
}

std::vector<schema::Tag> all_tags(const Book& book) {
    return read_tags(book, "SELECT patient_id, key, value FROM tag ORDER BY patient_id, key");
}

}  // namespace db
