#pragma once
// Patients by what people know of them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"

namespace db {

// The patient with this chart number; else the only one with the same identity
// (schema/types/folding.h). Nothing if there is none, it is voided, or several have it.
std::optional<schema::Patient> find_patient(const Book& book, std::string_view chart);

// The voided patient with this chart number, found as above, whom `find_patient` does not find.
std::optional<schema::Patient> find_voided_patient(const Book& book, std::string_view chart);

// Whether another patient than this one, voided or not, has a chart number of the same identity.
// Reads every chart number.
bool has_twin(const Book& book, const schema::Patient& patient);

// Patients who are not voided, by id: born on that day; and with the same contact
// (schema::contact_identity).
std::vector<schema::Patient> patients_born_on(const Book& book, schema::Date day);
std::vector<schema::Patient> patients_with_contact(const Book& book, std::string_view contact);

// All patients that are not voided, by chart.
std::vector<schema::Patient> all_patients(const Book& book);

// Patients whose name, Arabic name or chart holds `text` once both are folded
// (schema/types/folding.h), by chart.
std::vector<schema::Patient> search_patients(const Book& book, std::string_view text);

}  // namespace db
