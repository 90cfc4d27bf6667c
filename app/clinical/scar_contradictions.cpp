// What a record of scars says that cannot be so.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/clinical/contradiction.h"
#include "app/clinical/contradictions.h"
#include "app/clinical/instruments/goodman_baron_grade.h"
#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"
#include "schema/types/word.h"

namespace clinical {

namespace {

using schema::Problem;

bool has_counted(const std::vector<schema::ScarCount>& counts, bool macular) {
    return std::any_of(counts.begin(), counts.end(), [&](const auto& count) {
        return count.amount > 0 && (count.type == schema::ScarType::macular) == macular;
    });
}

// Counts that list flat marks and no scar with contour.
bool only_macular(const std::vector<schema::ScarCount>& counts) {
    return has_counted(counts, true) && !has_counted(counts, false);
}

// Why the grade, given or decided, cannot stand beside what else the record says.
std::optional<Problem> refused_grade(const schema::ScarObservation& seen) {
    const auto grade = goodman_baron_grade(seen);
    if (!grade) {
        return std::nullopt;
    }
    const auto answers = seen.goodman_baron.value_or(schema::GoodmanBaron{});
    const bool flat = answers.contour == false;
    if (*grade > highest_grade_of_flat_marks && (flat || only_macular(seen.counts))) {
        return contradiction<schema::ScarObservation>(
                   fmt::format(
                       "goodman_baron_grade {} with {}: flat marks are colour, not contour, and "
                       "never above grade {}",
                       *grade,
                       flat ? "contour=no" : "counts of macular only",
                       highest_grade_of_flat_marks),
                   fmt::format(
                       "ask whether the contour is changed: then correct the answers or count "
                       "those scars; else give grade {}",
                       highest_grade_of_flat_marks))
            .as("grade_of_flat_marks",
                {{"grade", *grade}, {"highest", highest_grade_of_flat_marks}});
    }
    if (*grade <= highest_grade_of_flat_marks && has_counted(seen.counts, false)) {
        return contradiction<schema::ScarObservation>(
                   fmt::format("goodman_baron_grade {} with counts of scars that have contour",
                               *grade),
                   "ask whether the contour is changed: then give grade 2 or above, else count "
                   "macular")
            .as("grade_beside_counts",
                {{"grade", *grade}, {"highest", highest_grade_of_flat_marks}});
    }
    if (*grade > 0 && seen.rest && !has_counted(seen.counts, true) &&
        !has_counted(seen.counts, false)) {
        return contradiction<schema::ScarObservation>(
                   fmt::format("goodman_baron_grade {} with rest none and no scar counted", *grade),
                   "ask whether there are scars: then count them or leave rest out; else give "
                   "grade 0")
            .as("grade_without_scars", {{"grade", *grade}});
    }
    // The questions are about marks that are there: grade 0 says that there are none.
    const auto decided = decided_grade(answers);
    if (!decided || *decided == *grade || (*grade == 0 && flat)) {
        return std::nullopt;
    }
    const auto& field = *kinds::of<schema::ScarObservation>().field("goodman_baron");
    return contradiction<schema::ScarObservation>(
               fmt::format(
                   "goodman_baron_grade {} with goodman_baron {}: these answers decide grade {}",
                   *grade,
                   kinds::text_of(field, field.get(&seen)),
                   *decided),
               "ask which is right: correct goodman_baron_grade or the answers")
        .as("grade_decided", {{"grade", *grade}, {"decided", *decided}});
}

void check_goodman_baron(const schema::ScarObservation& seen, std::vector<Problem>& problems) {
    if (seen.goodman_baron && contradict_each_other(*seen.goodman_baron)) {
        problems.push_back(contradiction<schema::ScarObservation>(
                               "goodman_baron visible_at_50cm=yes,coverable=yes: scars that are "
                               "obvious from 50 cm "
                               "are not covered",
                               "ask which is right: correct visible_at_50cm or coverable")
                               .as("obvious_and_covered"));
    }
    if (seen.goodman_baron && !seen.goodman_baron->contour) {
        problems.push_back(
            contradiction<schema::ScarObservation>("goodman_baron without contour decides nothing",
                                                   "answer contour=yes or contour=no first")
                .as("contour_not_answered"));
    }
    if (auto refused = refused_grade(seen)) {
        problems.push_back(std::move(*refused));
    }
}

}  // namespace

std::vector<Problem> contradictions(const schema::ScarObservation& seen) {
    std::vector<Problem> problems;
    if (!seen.goodman_baron_grade && !seen.goodman_baron && !seen.scar_s && !seen.vancouver &&
        !seen.rest && seen.counts.empty()) {
        problems.push_back(
            contradiction<schema::ScarObservation>(
                "nothing was seen: no goodman_baron_grade, answer, scar_s, vancouver, count or "
                "rest",
                "give goodman_baron_grade, the count of a type, or rest none for no scars")
                .as("nothing_of_scars"));
    }
    check_goodman_baron(seen, problems);
    for (const auto& count : seen.counts) {
        if (count.type != schema::ScarType::keloidal_cm2 &&
            std::trunc(count.amount) != count.amount) {
            problems.push_back(
                contradiction<schema::ScarObservation>(
                    fmt::format(
                        "{}={}: scars are counted whole", schema::word(count.type), count.amount),
                    "give a whole number; only keloidal_cm2 is an area")
                    .as("scars_whole", {{"what", schema::word_name(schema::word(count.type))}}));
        }
    }
    return problems;
}

}  // namespace clinical
