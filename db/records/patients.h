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

// The last registered of the voided patients whose chart numbers have the same identity.
std::optional<schema::Patient> find_voided_patient(const Book& book, std::string_view chart);

// Another patient than this one who is not voided and has a chart number of the same identity.
// Reads every chart number.
std::optional<schema::Patient> holder_of_chart(const Book& book, const schema::Patient& patient);

// Patients who are not voided, by id: who may be born on the same day; and with the same telephone
// (schema::telephone_identity).
std::vector<schema::Patient> patients_born(const Book& book, const schema::PartialDate& born);
std::vector<schema::Patient> patients_with_telephone(const Book& book, std::string_view telephone);

// All patients that are not voided, by chart.
std::vector<schema::Patient> all_patients(const Book& book);

// So many of them (none: all) in that order, from the chart numbers after `after` on.
std::vector<schema::Patient> patients_by_chart(const Book& book,
                                               const std::string& after,
                                               std::optional<std::size_t> most);
std::size_t count_patients(const Book& book);

}  // namespace db
