#include "db/records/patients.h"

#include <algorithm>
#include <utility>

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/folding.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;

// Patients whose chart numbers have the same identity, by id.
std::vector<PatientId> with_identity(const Book& book, std::string_view chart, bool voided) {
    const auto wanted = schema::identity(chart);
    std::vector<PatientId> ids;
    Query rows(book.connection(), "SELECT id, chart FROM patient WHERE voided = ? ORDER BY id");
    rows.with(voided);
    while (rows.step()) {
        const auto id = rows.get<PatientId>();
        if (schema::identity(rows.get<std::string>()) == wanted) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<schema::Patient> all_of(const Book& book, Query& ids) {
    std::vector<schema::Patient> patients;
    while (ids.step()) {
        patients.push_back(*find(book, ids.get<PatientId>()));
    }
    return patients;
}

}  // namespace

std::optional<schema::Patient> find_patient(const Book& book, std::string_view chart) {
    const auto id = translated([&]() -> std::optional<PatientId> {
        Query row(book.connection(), "SELECT id FROM patient WHERE chart = ? AND voided = 0");
        row.with(std::string(chart));
        if (row.step()) {
            return row.get<PatientId>();
        }
        const auto alike = with_identity(book, chart, false);
        return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
    });
    return id ? find(book, *id) : std::nullopt;
}

std::optional<schema::Patient> find_voided_patient(const Book& book, std::string_view chart) {
    const auto alike = translated([&] { return with_identity(book, chart, true); });
    return alike.empty() ? std::nullopt : find(book, alike.back());
}

std::optional<schema::Patient> holder_of_chart(const Book& book, const schema::Patient& patient) {
    auto alike = translated([&] { return with_identity(book, patient.chart, false); });
    std::erase(alike, patient.id);
    return alike.empty() ? std::nullopt : find(book, alike.front());
}

// A shorter birth may be each longer one that begins with it.
std::vector<schema::Patient> patients_born(const Book& book, const schema::PartialDate& born) {
    return translated([&] {
        Query rows(book.connection(),
                   "SELECT id FROM patient WHERE voided = 0 AND ((born >= ?1 AND born < ?1 || '~') "
                   "OR born IN (substr(?1, 1, 4), substr(?1, 1, 7))) ORDER BY id");
        rows.with(born.text());
        return all_of(book, rows);
    });
}

std::vector<schema::Patient> patients_with_telephone(const Book& book, std::string_view telephone) {
    const auto wanted = schema::telephone_identity(telephone);
    return translated([&] {
        std::vector<std::string> spellings;
        Query all(book.connection(),
                  "SELECT DISTINCT telephone FROM patient WHERE telephone IS NOT NULL");
        while (all.step()) {
            auto each = all.get<std::string>();
            if (!wanted.empty() && schema::telephone_identity(each) == wanted) {
                spellings.push_back(std::move(each));
            }
        }
        std::vector<schema::Patient> patients;
        for (const auto& spelling : spellings) {
            Query rows(book.connection(),
                       "SELECT id FROM patient WHERE telephone = ? AND voided = 0");
            rows.with(spelling);
            for (auto& patient : all_of(book, rows)) {
                patients.push_back(std::move(patient));
            }
        }
        return patients;
    });
}

std::vector<schema::Patient> all_patients(const Book& book) {
    std::vector<schema::Patient> patients;
    for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (!patient.voided) {
            patients.push_back(patient);
        }
    });
    std::sort(patients.begin(), patients.end(), [](const auto& a, const auto& b) {
        return a.chart < b.chart;
    });
    return patients;
}

std::vector<schema::Patient> patients_by_chart(const Book& book,
                                               const std::string& after,
                                               std::optional<std::size_t> most) {
    if (!most) {
        auto patients = all_patients(book);
        std::erase_if(patients, [&](const auto& patient) { return patient.chart <= after; });
        return patients;
    }
    return translated([&] {
        Query ids(book.connection(),
                  "SELECT id FROM patient WHERE voided = 0 AND chart > ? ORDER BY chart LIMIT ?");
        ids.with(after, static_cast<std::int64_t>(*most));
        return all_of(book, ids);
    });
}

std::size_t count_patients(const Book& book) {
    return translated([&] {
        return static_cast<std::size_t>(
            book.connection().number("SELECT count(*) FROM patient WHERE voided = 0"));
    });
}

}  // namespace db
