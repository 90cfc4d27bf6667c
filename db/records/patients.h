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

// What a patient is searched by, folded (schema/types/folding.h): chart, names, e-mail, address and
// telephone, a line each.
std::string searched_text(const schema::Patient& patient);
// What is looked for, in any of these; digits, in any spelling of a telephone number.
class PatientSearch {
  public:
    explicit PatientSearch(std::string_view text);
    bool finds(std::string_view searched_text) const;

  private:
    std::string folded_;
    std::string digits_;  // empty where it is no part of a telephone number
};

// Patients who are found by `text`, by chart.
std::vector<schema::Patient> search_patients(const Book& book, std::string_view text);

}  // namespace db
