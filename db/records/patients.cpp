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
std::vector<PatientId> with_identity(const Book& book, std::string_view chart, bool voided_too) {
    const auto wanted = schema::identity(chart);
    std::vector<PatientId> ids;
    Query rows(book.connection(), "SELECT id, chart FROM patient WHERE voided <= ? ORDER BY id");
    rows.with(voided_too);
    while (rows.step()) {
        const auto id = rows.get<PatientId>();
        if (schema::identity(rows.get<std::string>()) == wanted) {
            ids.push_back(id);
        }
    }
    return ids;
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
    const auto id = translated([&]() -> std::optional<PatientId> {
        Query row(book.connection(), "SELECT id FROM patient WHERE chart = ? AND voided = 1");
        row.with(std::string(chart));
        if (row.step()) {
            return row.get<PatientId>();
        }
        std::vector<PatientId> voided;
        for (const auto each : with_identity(book, chart, true)) {
            if (find(book, each)->voided) {
                voided.push_back(each);
            }
        }
        return voided.size() == 1 ? std::optional(voided.front()) : std::nullopt;
    });
    return id ? find(book, *id) : std::nullopt;
}

bool has_twin(const Book& book, const schema::Patient& patient) {
    return translated([&] {
        const auto alike = with_identity(book, patient.chart, true);
        return std::any_of(
            alike.begin(), alike.end(), [&](PatientId id) { return id != patient.id; });
    });
}

std::vector<schema::Patient> patients_born_on(const Book& book, schema::Date day) {
    return translated([&] {
        std::vector<schema::Patient> patients;
        Query rows(book.connection(),
                   "SELECT id FROM patient WHERE born = ? AND voided = 0 ORDER BY id");
        rows.with(day.text());
        while (rows.step()) {
            patients.push_back(*find(book, rows.get<PatientId>()));
        }
        return patients;
    });
}

std::vector<schema::Patient> patients_with_contact(const Book& book, std::string_view contact) {
    const auto wanted = schema::contact_identity(contact);
    return translated([&] {
        std::vector<std::string> spellings;
        Query all(book.connection(),
                  "SELECT DISTINCT contact FROM patient WHERE contact IS NOT NULL");
        while (all.step()) {
            auto each = all.get<std::string>();
            if (!wanted.empty() && schema::contact_identity(each) == wanted) {
                spellings.push_back(std::move(each));
            }
        }
        std::vector<schema::Patient> patients;
        for (const auto& spelling : spellings) {
            Query rows(book.connection(),
                       "SELECT id FROM patient WHERE contact = ? AND voided = 0");
            rows.with(spelling);
            while (rows.step()) {
                patients.push_back(*find(book, rows.get<PatientId>()));
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

std::vector<schema::Patient> search_patients(const Book& book, std::string_view text) {
    const auto wanted = schema::folded(text);
    const auto holds = [&](const std::optional<std::string>& name) {
        return name && schema::folded(*name).find(wanted) != std::string::npos;
    };
    auto patients = all_patients(book);
    std::erase_if(patients, [&](const schema::Patient& patient) {
        return !holds(patient.chart) && !holds(patient.name) && !holds(patient.name_ar);
    });
    return patients;
}

}  // namespace db
