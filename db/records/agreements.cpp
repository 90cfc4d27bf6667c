#include "db/records/agreements.h"

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Agreement;
using schema::AgreementRating;

Agreement read_row(Query& row, Agreement*) {
    Agreement study;
    study.id = row.get<schema::Id<Agreement>>();
    study.version = row.get<int>();
    study.voided = row.get<bool>();
    study.instrument = row.get<schema::Id<schema::Instrument>>();
    read_fields(row, study);
    return study;
}

AgreementRating read_row(Query& row, AgreementRating*) {
    AgreementRating rating;
    rating.id = row.get<schema::Id<AgreementRating>>();
    rating.version = row.get<int>();
    rating.voided = row.get<bool>();
    rating.agreement = row.get<schema::Id<Agreement>>();
    rating.patient = row.get<schema::Id<schema::Patient>>();
    read_fields(row, rating);
    return rating;
}

std::string references(Agreement*) {
    return "instrument_id";
}

std::string references(AgreementRating*) {
    return "agreement_id, patient_id";
}

template <class Record, class... Values>
std::vector<Record> read_all(const Book& book, std::string_view rest, const Values&... values) {
    constexpr Record* kind = nullptr;
    return translated([&] {
        std::vector<Record> all;
        Query rows(book.connection(),
                   fmt::format("SELECT id, version, voided, {}, {} FROM {} {}",
                               references(kind),
                               field_list(kinds::of<Record>(), "#"),
                               kinds::of<Record>().table,
                               rest));
        rows.with(values...);
        while (rows.step()) {
            all.push_back(read_row(rows, kind));
        }
        return all;
    });
}

template <class Record>
std::optional<Record> find_row(const Book& book, schema::Id<Record> id) {
    auto found = read_all<Record>(book, "WHERE id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

template <class Record, class... References>
schema::Id<Record> insert_row(Write& write, const Record& record, const References&... refers_to) {
    constexpr Record* kind = nullptr;
    Query insert(
        write.connection(),
        fmt::format("INSERT INTO {} (id, {}, voided, {}) VALUES ({}, ?{}, ?, {}) RETURNING id",
                    kinds::of<Record>().table,
                    references(kind),
                    field_list(kinds::of<Record>(), "#"),
                    unused_id(kinds::of<Record>().table),
                    sizeof...(refers_to) == 2 ? ", ?" : "",
                    field_list(kinds::of<Record>(), "?")));
    insert.with(refers_to..., record.voided);
    bind_fields(insert, record);
    insert.step();
    const auto id = insert.get<schema::Id<Record>>();
    insert.step();  // to the end: only then is the row stored
    return id;
}

template <class Record>
void void_row(Write& write, schema::Id<Record> id, bool voided = true) {
    Query(write.connection(),
          fmt::format("UPDATE {} SET voided = ?, version = version + 1 WHERE id = ?",
                      kinds::of<Record>().table))
        .with(voided, id)
        .run();
}

}  // namespace

schema::Id<Agreement> insert_agreement(Write& write, const Agreement& study) {
    write.dirty.scales = write.dirty.scales || study.adopted;
    return insert_row(write, study, study.instrument);
}

void update_agreement(Write& write, const Agreement& study) {
    Query update(write.connection(),
                 fmt::format("UPDATE {} SET {}, version = version + 1 WHERE id = ?",
                             kinds::of<Agreement>().table,
                             field_list(kinds::of<Agreement>(), "# = ?")));
    bind_fields(update, study);
    update.bind(study.id);
    update.run();
    write.dirty.scales = true;
}

void void_agreement(Write& write, schema::Id<Agreement> id) {
    void_row(write, id);
    write.dirty.scales = true;
}

void restore_agreement(Write& write, schema::Id<Agreement> id) {
    void_row(write, id, false);
    write.dirty.scales = true;
}

std::optional<Agreement> find_agreement(const Book& book, schema::Id<Agreement> id) {
    return find_row(book, id);
}

std::vector<Agreement> all_agreements(const Book& book) {
    return read_all<Agreement>(book, "ORDER BY id");
}

std::vector<Agreement> adopted_agreements(const Book& book) {
    return read_all<Agreement>(book, "WHERE adopted IS NOT NULL AND voided = 0 ORDER BY id");
}

schema::Id<AgreementRating> insert_agreement_rating(Write& write, const AgreementRating& rating) {
    return insert_row(write, rating, rating.agreement, rating.patient);
}

void void_agreement_rating(Write& write, schema::Id<AgreementRating> id) {
    void_row(write, id);
}

std::optional<AgreementRating> find_agreement_rating(const Book& book,
                                                     schema::Id<AgreementRating> id) {
    return find_row(book, id);
}

std::vector<AgreementRating> all_ratings_of(const Book& book, schema::Id<Agreement> study) {
    return read_all<AgreementRating>(book, "WHERE agreement_id = ? ORDER BY at, id", study);
}

std::vector<AgreementRating> all_agreement_ratings(const Book& book) {
    return read_all<AgreementRating>(book, "ORDER BY id");
}

std::vector<AgreementRating> ratings_of(const Book& book, schema::Id<Agreement> study) {
    return read_all<AgreementRating>(book,
                                     R"(
        WHERE agreement_id = ? AND voided = 0
            AND patient_id IN (SELECT patient.id FROM patient WHERE patient.voided = 0)
        ORDER BY at, id)",
                                     study);
}

}  // namespace db
