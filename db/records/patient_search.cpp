#include "db/records/patient_search.h"

#include <algorithm>
#include <optional>

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::string searched_text(const schema::Patient& patient, schema::WordFolding& folding) {
    std::string text = folding.of(patient.chart);
    for (const auto* each : {&patient.name, &patient.name_ar, &patient.email, &patient.address}) {
        text += '\n';
        if (*each) {
            text += folding.of(**each);
        }
    }
    return text + '\n' + schema::telephone_identity(patient.telephone.value_or(""));
}

PatientSearch::PatientSearch(std::string_view text)
    : folded_(schema::folded(text)), digits_(schema::telephone_identity(text)) {
    constexpr std::size_t fewest_digits = 4;
    if (digits_.size() < fewest_digits ||
        digits_.find_first_not_of("+0123456789") != std::string::npos) {
        digits_.clear();
    }
}

bool PatientSearch::finds(std::string_view searched_text) const {
    const auto telephone = searched_text.substr(searched_text.rfind('\n') + 1);
    return searched_text.find(folded_) != std::string_view::npos ||
           (!digits_.empty() && telephone.find(digits_) != std::string_view::npos);
}

void for_each_searched(const Book& book, const std::function<void(const schema::Patient&)>& visit) {
    translate([&] {
        Query rows(book.connection(),
                   "SELECT id, chart, name, name_ar, telephone, email, address FROM patient "
                   "WHERE voided = 0 ORDER BY id");
        schema::Patient patient;
        while (rows.step()) {
            patient.id = rows.get<schema::Id<schema::Patient>>();
            patient.chart = rows.get<std::string>();
            for (auto* text : {&patient.name,
                               &patient.name_ar,
                               &patient.telephone,
                               &patient.email,
                               &patient.address}) {
                *text = rows.get<std::optional<std::string>>();
            }
            visit(patient);
        }
    });
}

std::vector<schema::Patient> search_patients(const Book& book, std::string_view text) {
    const PatientSearch search(text);
    schema::WordFolding folding;
    std::vector<schema::Patient> found;
    for_each_searched(book, [&](const schema::Patient& patient) {
        if (search.finds(searched_text(patient, folding))) {
            found.push_back(patient);
        }
    });
    for (auto& patient : found) {
        patient = *find(book, patient.id);
    }
    std::sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.chart < b.chart; });
    return found;
}

}  // namespace db
