#include "app/clinical/instruments/goodman_baron_grade.h"

namespace clinical {

bool contradict_each_other(const schema::GoodmanBaron& answers) {
    return answers.contour == true && answers.visible_at_50cm == true && answers.coverable == true;
}

std::optional<int> decided_grade(const schema::GoodmanBaron& answers) {
    if (answers.contour == false) {
        return highest_grade_of_flat_marks;
    }
    if (answers.contour != true) {
        return std::nullopt;
    }
    if (answers.visible_at_50cm == false) {
        return 2;
    }
    const bool obvious = answers.visible_at_50cm == true && answers.coverable == false;
    if (!obvious || !answers.flattens) {
        return std::nullopt;
    }
    return *answers.flattens ? 3 : 4;
}

std::optional<int> goodman_baron_grade(const schema::ScarObservation& seen) {
    if (seen.goodman_baron_grade || !seen.goodman_baron) {
        return seen.goodman_baron_grade;
    }
    return decided_grade(*seen.goodman_baron);
}

}  // namespace clinical
