#pragma once
// Patients by a part of what is known of them.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/folding.h"

namespace db {

// What a patient is searched by, folded (schema/types/folding.h): chart, names, e-mail, address and
// telephone, a line each.
std::string searched_text(const schema::Patient& patient, schema::WordFolding& folding);

// What is looked for, in any of these; digits, in any spelling of a telephone number.
class PatientSearch {
  public:
    explicit PatientSearch(std::string_view text);
    bool finds(std::string_view searched_text) const;

  private:
    std::string folded_;
    std::string digits_;  // empty where it is no part of a telephone number
};

// Every patient that is not voided, by id, with no more than what they are searched by.
void for_each_searched(const Book& book, const std::function<void(const schema::Patient&)>& visit);

// Patients who are found by `text`, by chart.
std::vector<schema::Patient> search_patients(const Book& book, std::string_view text);

}  // namespace db
