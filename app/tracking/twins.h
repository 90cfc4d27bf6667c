#pragma once
// Records that seem to be in the book already. One of the same kind, patient, moment and rater
// about the same place or measure; another minute or another rater is another rating. Of sessions
// any within ten minutes (or of the day, where no time is known); of courses an open one for the
// same concern; of patients who share name and date of birth (as far as both are known), or the
// telephone.

#include <string>
#include <unordered_map>
#include <vector>

#include "app/tracking/questions.h"
#include "db/book.h"
#include "schema/kinds/kinds.h"
#include "schema/records/patient.h"
#include "schema/records/score.h"

namespace tracking {

// Those of the book, voided ones and the record itself not among them; a question for each.
std::vector<Question> twins(const db::Book& book, const kinds::ConstRecord& record);

// Whether two records of one kind and patient are twins; the patients themselves are not compared.
bool are_twins(const kinds::ConstRecord& a, const kinds::ConstRecord& b);

// What to ask of a record whose twin `other` is.
Question twin_question(const kinds::ConstRecord& record, const kinds::ConstRecord& other);

// The patients of a book, and those of a file, to hold many new ones against.
class PatientTwins {
  public:
    explicit PatientTwins(const db::Book& book);
    void add(const schema::Patient& patient);
    std::vector<Question> of(const schema::Patient& patient) const;

  private:
    using Alike = std::unordered_map<std::string, std::vector<schema::Patient>>;
    Alike by_name_;  // of those whose birth is known
    Alike by_telephone_;
};

// The same of scores that were entered directly. Values of one moment under different conditions,
// by their labels, are two.
std::vector<Question> twins(const db::Book& book, const schema::Score& score);

}  // namespace tracking
