#pragma once
// A study of agreement as the book has it, with all that it says today.

#include <optional>
#include <string>

#include "app/progress/agreement/adoption.h"
#include "app/progress/agreement/study.h"
#include "db/records/agreements.h"

namespace progress {

struct StudyView {
    schema::Agreement study;
    schema::Instrument instrument;
    std::optional<schema::Agreement> in_force;  // another one, of the same scale and medium
    StudyResult result;
    Adoption adoption;
    std::string summary;
};

StudyView load_study(const db::Book& book, const schema::Agreement& study);

// Whether a session may lie between two ratings of the patient: what was changed by it is no
// difference between raters. With only a day known, a session follows the rating of its day.
bool is_between(const schema::CivilTime& session,
                const schema::CivilTime& first,
                const schema::CivilTime& last);

}  // namespace progress
